import type { MergeView } from '../../domain/spell/spell-view.ts';
import { formatInstant } from '../../domain/time.ts';
import { Button } from '../components/button.tsx';
import { TextField } from '../components/text-field.tsx';
import type { PageFailure } from './form-failure.ts';
import { formFields } from './form-fields.ts';
import { whoInWords } from './found-person-words.ts';

export const UNDO_FORM = 'undo';

type MergesInForceProps = {
  merges: readonly MergeView[];
  timeZone: string;
  commandId: string;
  failure: PageFailure | undefined;
};

/** The records that were merged with this one; the last is undone first. */
export function MergesInForce({ merges, timeZone, commandId, failure }: MergesInForceProps) {
  const last = merges.at(-1);
  if (last === undefined) return null;
  const { field, value } = formFields(UNDO_FORM, failure?.values ?? {}, failure?.refusal.fields);
  return (
    <section aria-labelledby="merged-records" className="hub-merges">
      <h2 className="nhsuk-heading-m" id="merged-records">
        Merged records
      </h2>
      <ul className="hub-lines">
        {merges.map(({ mergeId, at, by, merged, reason }) => (
          <li key={mergeId}>
            {merged === null ? 'A record that was erased' : whoInWords(merged)}
            <span className="hub-facts__by">
              Merged by {by.name}, {formatInstant(at, timeZone)}
              {reason !== null && `: ${reason}`}
            </span>
          </li>
        ))}
      </ul>
      {last.merged !== null && (
        <form method="post" noValidate className="hub-person-form">
          <input type="hidden" name="id" value={commandId} />
          <input type="hidden" name="step" value="undo" />
          <input type="hidden" name="mergeId" value={last.mergeId} />
          <p>
            Taking the last merge back makes two records again. The merged one gets its own facts
            and stays back; what was corrected since, and stays that began since, remain with the
            other.
          </p>
          <TextField
            {...field('undoReason')}
            label="Why it is taken back"
            defaultValue={value('undoReason')}
            maxLength={400}
            autoComplete="off"
          />
          <Button variant="secondary">Take the last merge back</Button>
        </form>
      )}
    </section>
  );
}
