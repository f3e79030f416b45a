import { Form, Link } from '@remix-run/react';
import type { ReturnVersion, ReturnWhich } from '../../domain/reports/return-versions.ts';
import { Button } from '../components/button.tsx';
import { Details } from '../components/details.tsx';
import { InsetText } from '../components/inset-text.tsx';
import { TextAreaField } from '../components/text-area-field.tsx';
import { situationPath } from './return-links.ts';

type ReturnFormProps = {
  which: ReturnWhich;
  /** Whether the day is over. */
  isOver: boolean;
  /** How many people there are to mend something of. */
  toMend: number;
  last: Pick<ReturnVersion, 'version' | 'standing'> | null;
  commandId: string;
  seenFigures: string;
  /** What was typed, by the name of its field. */
  values: Readonly<Record<string, readonly string[]>>;
  errors: Record<string, string>;
};

/** Signing a return, or opening again what was signed. */
export function ReturnForm(props: ReturnFormProps) {
  const { isOver, last } = props;
  if (!isOver) {
    return (
      <InsetText>
        <p>The day is not over. Its return can be signed from tomorrow.</p>
      </InsetText>
    );
  }
  return last?.standing === 'signed' ? <ReopenForm {...props} /> : <SignForm {...props} />;
}

function SignForm({ which, toMend, values, errors, ...command }: ReturnFormProps) {
  return (
    <Form method="post" className="hub-report__form hub-form--dense" aria-labelledby="sign">
      <h2 className="nhsuk-heading-m" id="sign">
        Sign it
      </h2>
      <Command type="SignReturn" {...{ which, ...command }} />
      <input type="hidden" name="seenFigures" value={command.seenFigures} />
      {toMend === 0 ? (
        <p>Nothing is to be mended. What you sign are the figures below.</p>
      ) : (
        <>
          <p>
            {toMend} {toMend === 1 ? 'person has' : 'people have'} no reason for delay or no ready
            date recorded. <Link to={situationPath(which.day)}>Who, by ward</Link>
          </p>
          <TextAreaField
            id={returnFieldId('acceptance')}
            name="acceptance"
            label="If it is signed before that is recorded, why"
            hint="Stands with the return, for good. No names of patients."
            maxLength={500}
            rows={2}
            defaultValue={values['acceptance']?.[0]}
            error={errors['acceptance']}
          />
        </>
      )}
      <Button>Sign these figures</Button>
    </Form>
  );
}

function ReopenForm({ which, values, errors, ...command }: ReturnFormProps) {
  const isSent = values['type']?.[0] === 'ReopenReturn';
  const form = (
    <Form method="post" className="hub-report__form hub-form--dense">
      <Command type="ReopenReturn" {...{ which, ...command }} />
      <TextAreaField
        id={returnFieldId('reason')}
        name="reason"
        label="Why it is opened again"
        hint="What was signed stays on record beside it."
        maxLength={500}
        rows={2}
        required
        defaultValue={values['reason']?.[0]}
        error={errors['reason']}
      />
      <Button variant="secondary">Open it again</Button>
    </Form>
  );
  return isSent ? (
    form
  ) : (
    <Details summary="Open this return again, to sign it anew">{form}</Details>
  );
}

type CommandProps = Pick<ReturnFormProps, 'which' | 'last' | 'commandId'> & { type: string };

function Command({ type, which, last, commandId }: CommandProps) {
  return (
    <>
      <input type="hidden" name="id" value={commandId} />
      <input type="hidden" name="type" value={type} />
      <input type="hidden" name="part" value={which.part} />
      <input type="hidden" name="day" value={which.day} />
      <input type="hidden" name="seenVersion" value={last?.version ?? 0} />
    </>
  );
}

export function returnFieldId(name: string): string {
  return `return-${name}`;
}
