import { useEffect, useRef } from 'react';
import { Button } from '../components/button.tsx';
import { newId } from '../new-id.ts';
import { AGAIN_KEY } from './allowed-forms.ts';
import { commandFromForm } from './command-from-form.ts';
import type { FormFailure, Insistence } from './form-failure.ts';
import { sectionAnchor } from './form-key.ts';
import { formOfValues } from './form-values.ts';
import { usePlan } from './plan-context.ts';

type ConflictChoiceProps = {
  failure: FormFailure;
  insistence: Insistence;
  /** False while the person is writing something else. */
  takesFocus: boolean;
  onSettled: () => void;
};

/** Somebody else came first: both values stand beside each other, and the person decides. */
export function ConflictChoice({
  failure,
  insistence,
  takesFocus,
  onSettled,
}: ConflictChoiceProps) {
  const { send } = usePlan();
  const choice = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (takesFocus) choice.current?.focus();
  }, [takesFocus]);

  return (
    <div className="hub-choice" role="group" aria-label="Not saved yet" tabIndex={-1} ref={choice}>
      <p role="alert">{failure.refusal.message}</p>
      {send === null ? (
        <PostedAnswers failure={failure} insistence={insistence} />
      ) : (
        <SentAnswers insistence={insistence} onSettled={onSettled} />
      )}
    </div>
  );
}

type SentAnswersProps = Pick<ConflictChoiceProps, 'insistence' | 'onSettled'>;

function SentAnswers({ insistence, onSettled }: SentAnswersProps) {
  const { send, me, timeZone } = usePlan();
  const insist = () => {
    const again = commandFromForm(formOfValues(insistence.values), {
      timeZone,
      role: me.role,
      newId,
    });
    onSettled();
    if (again.ok) send?.(again.command);
  };
  return (
    <div className="hub-actions">
      <Button type="button" variant="secondary" size="small" onClick={onSettled}>
        {insistence.keep}
      </Button>
      <Button type="button" size="small" onClick={insist}>
        {insistence.mine}
      </Button>
    </div>
  );
}

type PostedAnswersProps = Pick<ConflictChoiceProps, 'failure' | 'insistence'>;

function PostedAnswers({ failure, insistence }: PostedAnswersProps) {
  const { postTo: path, commandIds } = usePlan();
  const anchor = sectionAnchor(failure.formKey);
  const fields = { ...insistence.values, id: [commandIds.get(AGAIN_KEY) ?? ''] };
  return (
    <div className="hub-actions">
      {/* A form, as a link to the address that the page has already would only scroll. */}
      <form method="get" action={`${path}#${anchor}`}>
        <Button variant="secondary" size="small">
          {insistence.keep}
        </Button>
      </form>
      <form method="post" action={`${path}#${anchor}`}>
        {Object.entries(fields).flatMap(([name, entries]) =>
          entries.map((entry) => (
            <input key={`${name} ${entry}`} type="hidden" name={name} value={entry} />
          )),
        )}
        <Button size="small">{insistence.mine}</Button>
      </form>
    </div>
  );
}
