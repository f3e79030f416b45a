import type { FormEvent } from 'react';
import { useRef, useState } from 'react';
import type { ActorRole } from '../../domain/actor.ts';
import type { HousingStepKey, StepDates } from '../../domain/housing/housing-steps.ts';
import {
  HOUSING_STEP_NAMES,
  ROOMS,
  ROOM_NAMES,
  datesInText,
  findStep,
} from '../../domain/housing/housing-steps.ts';
import type { Refusal } from '../../domain/result.ts';
import type { Card } from '../../domain/spell/card.ts';
import type { SpellCommandInput } from '../../domain/spell/commands.ts';
import { addDays } from '../../domain/time.ts';
import { Button } from '../components/button.tsx';
import { CheckboxesField } from '../components/checkboxes-field.tsx';
import { DateField } from '../components/date-field.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { TextField } from '../components/text-field.tsx';
import { VisuallyHidden } from '../components/visually-hidden.tsx';
import { useBoardState, useLiveBoard } from '../live/board-context.ts';

/** The plan's own reading of its forms; the route hands it over, as features do not know each other. */
export type ReadForm = (
  form: FormData,
  context: { timeZone: string; newId: () => string; role: ActorRole },
) => { ok: true; command: SpellCommandInput } | Refusal;

type MarkFormProps = {
  card: Card;
  step: HousingStepKey;
  consequences: readonly string[];
  /** It is agreed for a day to come instead of done. */
  isPlan?: boolean;
  readForm: ReadForm;
};

const ROOM_OPTIONS = ROOMS.map((value) => ({ value, label: ROOM_NAMES[value] }));

/**
 * A big button that opens: when, which rooms, and done; or, for a follow-up, when, who and what for.
 * With script it goes to the outbox, so that it holds without a connection; without, it is a form of
 * the plan's page, which answers it.
 */
export function MarkForm({ card, step, consequences, readForm, isPlan = false }: MarkFormProps) {
  const { send, newId } = useLiveBoard();
  const timeZone = useBoardState((state) => state.timeZone);
  const asOfDay = useBoardState((state) => state.asOfDay);
  const role = useBoardState((state) => state.me.role);
  const myName = useBoardState((state) => state.me.name);
  const details = useRef<HTMLDetailsElement>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const formId = `${isPlan ? 'agree-' : ''}${step}-${card.id}`;
  const held = findStep(card.housingSteps, step);
  const name = isPlan ? planName(held) : HOUSING_STEP_NAMES[step];
  const toClear = card.home?.roomsToClear ?? [];

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const parsed = readForm(new FormData(event.currentTarget), { timeZone, newId, role });
    setRefusal(parsed.ok ? null : parsed);
    if (!parsed.ok) return;
    details.current?.removeAttribute('open');
    send(parsed.command);
  };
  const errorOf = (field: string) => refusal?.fields?.[field];
  const hidden = {
    ...{ type: 'RecordHousingStep', spellId: card.id, step, standing: isPlan ? 'planned' : 'done' },
    seen: datesInText(held) ?? '',
  };
  return (
    <details className="hub-mark" ref={details}>
      <summary className="hub-mark__button">
        {name}
        <VisuallyHidden>: {card.person.name}</VisuallyHidden>
      </summary>
      <form
        className="hub-mark__form hub-form--dense"
        method="post"
        action={`/spells/${card.id}#plan-home`}
        noValidate
        onSubmit={submit}
      >
        {refusal !== null && <Failure key={refusal.message} refusal={refusal} formId={formId} />}
        {Object.entries(hidden).map(([field, value]) => (
          <input key={field} type="hidden" name={field} value={value} />
        ))}
        {consequences.map((line) => (
          <p key={line} className="hub-mark__consequence">
            {line}
          </p>
        ))}
        {isPlan ? (
          <DateField
            id={`${formId}-plannedFor`}
            name="plannedFor"
            label="Follow up on"
            error={errorOf('plannedFor')}
            defaultValue={held?.plannedFor ?? addDays(asOfDay, USUAL_DAYS)}
          />
        ) : (
          <DateField
            id={`${formId}-doneOn`}
            name="doneOn"
            label="Done on"
            error={errorOf('doneOn')}
            defaultValue={asOfDay}
            max={asOfDay}
          />
        )}
        {step === 'followed_up' && (
          <TextField
            id={`${formId}-who`}
            name="who"
            label="Who"
            error={errorOf('who')}
            defaultValue={card.home?.followUp?.who ?? myName}
            maxLength={100}
          />
        )}
        {step !== 'followed_up' && (
          <CheckboxesField
            id={`${formId}-rooms`}
            name="rooms"
            label="Rooms"
            error={errorOf('rooms')}
            options={ROOM_OPTIONS}
            isTicked={(room) => toClear.some((one) => one === room)}
          />
        )}
        <TextField
          id={`${formId}-note`}
          name="note"
          label={noteLabel(step, isPlan)}
          error={errorOf('note')}
          maxLength={2000}
        />
        <Button className="hub-mark__submit">
          {isPlan ? 'Save follow-up' : `Mark: ${name.toLowerCase()}`}
        </Button>
      </form>
    </details>
  );
}

/** A week after the discharge, somebody is to ask how it goes; another day is chosen as easily. */
const USUAL_DAYS = 7;

function planName(held: StepDates | null): string {
  return held === null ? 'Agree a follow-up' : 'Change the follow-up';
}

function noteLabel(step: HousingStepKey, isPlan: boolean): string {
  if (step !== 'followed_up') return 'Note (optional)';
  return isPlan ? 'What for (optional)' : 'How it went, in one line (optional)';
}

type FailureProps = { refusal: Refusal; formId: string };

function Failure({ refusal, formId }: FailureProps) {
  // Kept, as the summary takes the focus for each list it is given.
  const [errors] = useState(() => {
    const fields = Object.entries(refusal.fields ?? {});
    if (fields.length === 0) return [{ message: refusal.message }];
    return fields.map(([field, message]) => ({ message, fieldId: `${formId}-${field}` }));
  });
  return <ErrorSummary errors={errors} />;
}
