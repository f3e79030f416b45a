import type { FormEvent } from 'react';
import { useRef, useState } from 'react';
import type { ActorRole } from '../../domain/actor.ts';
import type { HousingStepKey } from '../../domain/housing/housing-steps.ts';
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
  readForm: ReadForm;
};

const ROOM_OPTIONS = ROOMS.map((value) => ({ value, label: ROOM_NAMES[value] }));

/**
 * A big button that opens: when, which rooms, and done. With script it goes to the outbox, so that it
 * holds without a connection; without, it is a form of the plan's page, which answers it.
 */
export function MarkForm({ card, step, consequences, readForm }: MarkFormProps) {
  const { send, newId } = useLiveBoard();
  const timeZone = useBoardState((state) => state.timeZone);
  const asOfDay = useBoardState((state) => state.asOfDay);
  const role = useBoardState((state) => state.me.role);
  const details = useRef<HTMLDetailsElement>(null);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const formId = `${step}-${card.id}`;
  const name = HOUSING_STEP_NAMES[step];
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
    ...{ type: 'RecordHousingStep', spellId: card.id, step, standing: 'done' },
    seen: datesInText(findStep(card.housingSteps, step)) ?? '',
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
        <DateField
          id={`${formId}-doneOn`}
          name="doneOn"
          label="Done on"
          error={errorOf('doneOn')}
          defaultValue={asOfDay}
          max={asOfDay}
        />
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
          label="Note (optional)"
          error={errorOf('note')}
          maxLength={2000}
        />
        <Button className="hub-mark__submit">Mark: {name.toLowerCase()}</Button>
      </form>
    </details>
  );
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
