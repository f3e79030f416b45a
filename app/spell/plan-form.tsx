import type { FormEvent, ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { PlanPart } from '../../domain/spell/plan-parts.ts';
import { newId } from '../new-id.ts';
import { commandFromForm } from './command-from-form.ts';
import { FailureNotice } from './failure-notice.tsx';
import { fillForm, isTouched } from './fill-form.ts';
import type { FormFailure } from './form-failure.ts';
import type { PlanCommandType } from './form-key.ts';
import { formKeyOf, partOf, sectionAnchor } from './form-key.ts';
import { usePlan } from './plan-context.ts';

type PlanFormProps = {
  type: PlanCommandType;
  taskId?: string;
  /** What else the form is about, where the plan has several of them. */
  aboutId?: string;
  /** Fields that say what the form was made from. */
  hidden?: Readonly<Record<string, string>>;
  /** False where something around the form shows what became of it. */
  showsFailure?: boolean;
  children: ReactNode;
};

/**
 * One form of the plan. On the page it is posted; in the panel it becomes a command that is sent on,
 * and comes back with what was typed if it is refused.
 */
export function PlanForm(props: PlanFormProps) {
  const { type, taskId, aboutId = taskId, hidden, showsFailure = true, children } = props;
  const plan = usePlan();
  const formKey = formKeyOf(type, aboutId);
  const failure = plan.failures.find((one) => one.formKey === formKey) ?? null;
  const form = useRef<HTMLFormElement>(null);
  const [sentId, setSentId] = useState<string | null>(null);
  const { isReady, isAside, putBack } = useRefill(form, failure);
  useWritingTold(form, partOf(formKey));

  const submit = (event: FormEvent<HTMLFormElement>) => {
    if (plan.send === null) return;
    event.preventDefault();
    const id = newId();
    const { timeZone, me } = plan;
    const parsed = commandFromForm(new FormData(event.currentTarget), {
      timeZone,
      role: me.role,
      newId: () => id,
    });
    if (failure !== null) plan.dismiss(failure);
    if (!parsed.ok) {
      plan.failHere({ id, formKey, values: {}, refusal: parsed, origin: 'here' });
      return;
    }
    setSentId(id);
    plan.send(parsed.command);
    event.currentTarget.reset();
  };

  return (
    <div className={plan.layout === 'panel' ? 'hub-plan-form hub-form--dense' : 'hub-plan-form'}>
      {failure !== null && isReady && showsFailure && (
        <FailureNotice
          key={failure.id}
          failure={failure}
          onSettled={() => form.current?.reset()}
          {...(isAside && { onPutBack: putBack })}
        />
      )}
      <form
        ref={form}
        method="post"
        action={`${plan.postTo}#${sectionAnchor(formKey)}`}
        noValidate
        onSubmit={submit}
      >
        <HiddenFields {...{ type, taskId, formKey }} more={hidden} />
        {children}
        <span role="status" className="hub-quiet hub-plan-form__state">
          {sentId !== null && plan.pendingIds.has(sentId) && 'Saving'}
        </span>
      </form>
    </div>
  );
}

type HiddenFieldsProps = {
  type: PlanCommandType;
  taskId: string | undefined;
  formKey: string;
  more: Readonly<Record<string, string>> | undefined;
};

function HiddenFields({ type, taskId, formKey, more = {} }: HiddenFieldsProps) {
  const { view, commandIds } = usePlan();
  const id = commandIds.get(formKey);
  const fields = {
    type,
    spellId: view.card.id,
    ...(id !== undefined && { id }),
    ...(taskId !== undefined && { taskId }),
    ...more,
  };
  return Object.entries(fields).map(([name, value]) => (
    <input key={name} type="hidden" name={name} value={value} />
  ));
}

/**
 * Brings back what was typed when a refusal arrives. A form that a person is busy with again is left
 * alone, and so is their focus: then the refused text waits beside it. `isReady` once that is known.
 */
function useRefill(
  form: { readonly current: HTMLFormElement | null },
  failure: FormFailure | null,
) {
  const arrivedId = failure?.origin === 'sent' ? failure.id : null;
  const values = useRef(failure?.values);
  values.current = failure?.values;
  const [placed, setPlaced] = useState<{ id: string; isAside: boolean } | null>(null);

  useEffect(() => {
    if (arrivedId === null || form.current === null || values.current === undefined) return;
    const isAside = isTouched(form.current);
    if (!isAside) fillForm(form.current, values.current);
    setPlaced({ id: arrivedId, isAside });
  }, [arrivedId, form]);

  const putBack = () => {
    if (form.current === null || failure === null) return;
    fillForm(form.current, failure.values);
    setPlaced({ id: failure.id, isAside: false });
  };
  const isPlaced = placed?.id === arrivedId;
  return { isReady: arrivedId === null || isPlaced, isAside: isPlaced && placed.isAside, putBack };
}

/** Tells the others in which part of the plan somebody has a field open. */
function useWritingTold(form: { readonly current: HTMLFormElement | null }, part: PlanPart | null) {
  const { onEditing } = usePlan();
  useEffect(() => {
    const element = form.current;
    if (element === null) return;
    const begin = ({ target }: FocusEvent) => {
      if (target instanceof Element && target.matches('input, select, textarea')) onEditing(part);
    };
    const end = () => onEditing(null);
    element.addEventListener('focusin', begin);
    element.addEventListener('focusout', end);
    return () => {
      element.removeEventListener('focusin', begin);
      element.removeEventListener('focusout', end);
    };
  }, [form, part, onEditing]);
}
