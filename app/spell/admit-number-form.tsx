import { useMemo } from 'react';
import { Button } from '../components/button.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { TextField } from '../components/text-field.tsx';
import { WarningCallout } from '../components/warning-callout.tsx';

const FIELD = 'admit-nhs-number';

type AdmitNumberFormProps = {
  nhsNumber: string | undefined;
  message: string | undefined;
  /** The stay of whoever has this number and is in hospital already. */
  foundSpellId: string | undefined;
};

/** The first step of an admission: whether the person is here already. */
export function AdmitNumberForm({ nhsNumber, message, foundSpellId }: AdmitNumberFormProps) {
  const errors = useMemo(
    () => (message === undefined ? [] : [{ message, fieldId: FIELD }]),
    [message],
  );
  return (
    <>
      {errors.length > 0 && <ErrorSummary errors={errors} />}
      {foundSpellId !== undefined && (
        <WarningCallout title="This person is in hospital already">
          <p>
            <a href={`/spells/${foundSpellId}`}>Look at their plan</a>. Whoever covers their ward
            can move them to yours.
          </p>
        </WarningCallout>
      )}
      <p>For somebody who is on the ward and not on the board. Each search is recorded.</p>
      <form method="post" noValidate>
        <input type="hidden" name="step" value="number" />
        <TextField
          id={FIELD}
          name="nhsNumber"
          label="NHS number"
          hint="Ten digits, for example 999 123 4567"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={nhsNumber}
          error={message}
        />
        <div className="hub-actions">
          <Button>Continue</Button>
          <Button variant="secondary" name="number" value="not_known">
            The number is not known
          </Button>
        </div>
      </form>
    </>
  );
}
