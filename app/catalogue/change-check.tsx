import { Form } from '@remix-run/react';
import { Button } from '../components/button.tsx';
import { CheckboxField } from '../components/checkbox-field.tsx';
import { Fieldset } from '../components/fieldset.tsx';
import { InsetText } from '../components/inset-text.tsx';
import { TextField } from '../components/text-field.tsx';
import { ChangeList } from './change-list.tsx';
import type { ChangeState, Check } from './catalogue-action.ts';
import { effectLines, ownerLines, targetLines } from './effect-words.ts';
import { fieldId, typedFields, withoutFollow } from './typed-fields.ts';

type ChangeCheckProps = { check: Check; state: ChangeState };

/** What follows from a change, before it is saved. Saving is a second step, with or without script. */
export function ChangeCheck({ check, state }: ChangeCheckProps) {
  const { effects, changes, mayFollow } = check;
  const { isTicked, value } = typedFields(state);
  const hasTargets = effects.targets.changed > 0;
  const hasMoves = effects.owners.moves.length > 0;
  return (
    <Form method="post" className="hub-catalogue-form">
      {withoutFollow(state.typed).map(([name, text], index) => (
        <input key={`${name} ${index}`} type="hidden" name={name} value={text} />
      ))}
      <h2 className="nhsuk-heading-m">What changes</h2>
      {changes.length === 0 ? (
        <InsetText>
          <p>Nothing: the catalogue says this already.</p>
        </InsetText>
      ) : (
        <ChangeList changes={changes} />
      )}
      <h2 className="nhsuk-heading-m">What follows for patients</h2>
      <ul className="nhsuk-list nhsuk-list--bullet">
        {effectLines(effects).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {mayFollow && (hasTargets || hasMoves) && (
        <Fieldset legend="Tasks that are open now">
          <p>They keep what they have unless you tick it here.</p>
          {hasTargets && (
            <CheckboxField
              id={fieldId('followTargets')}
              name="followTargets"
              label="Give open tasks the new target, counted from when they were added"
              hint={targetLines(effects).join(' ')}
              defaultChecked={isTicked('followTargets', 'yes', false)}
              size="small"
            />
          )}
          {hasMoves && (
            <CheckboxField
              id={fieldId('followOwners')}
              name="followOwners"
              label="Send open tasks to the team that does them now"
              hint={ownerLines(effects).join(' ')}
              defaultChecked={isTicked('followOwners', 'yes', false)}
              size="small"
            />
          )}
        </Fieldset>
      )}
      <TextField
        id={fieldId('note')}
        name="note"
        label="Why (optional)"
        hint="Stands in the list of editions"
        maxLength={2000}
        defaultValue={value('note', '')}
      />
      <div className="hub-actions">
        <Button name="step" value="save">
          Save
        </Button>
        <Button name="step" value="edit" variant="secondary">
          Back to the form
        </Button>
      </div>
    </Form>
  );
}
