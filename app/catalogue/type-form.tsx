import { Form } from '@remix-run/react';
import type { CatalogueEntry } from '../../domain/tasks/catalogue.ts';
import { TASK_OWNERS, TASK_OWNER_NAMES } from '../../domain/tasks/task-types.ts';
import { Button } from '../components/button.tsx';
import { CheckboxField } from '../components/checkbox-field.tsx';
import { SelectField } from '../components/select-field.tsx';
import { ALL_REASON_GROUPS, ReasonSelect } from '../components/reason-select.tsx';
import { TextField } from '../components/text-field.tsx';
import type { ChangeState } from './catalogue-action.ts';
import { fieldId, seenVersionOf, typedFields } from './typed-fields.ts';

type TypeFormProps = {
  /** Null for one that is to be made. */
  entry: CatalogueEntry | null;
  edition: number;
  commandId: string;
  state: ChangeState | undefined;
};

const TARGETS = [
  { value: 'hours', label: 'Within hours' },
  { value: 'same_day', label: 'On the same day' },
  { value: 'days', label: 'Within days' },
  { value: 'working_days', label: 'Within working days' },
  { value: 'day_before', label: 'On the day before the EDD' },
];

/** One type of task: what it is called, who does it, how soon, and what waiting for it is called. */
export function TypeForm({ entry, edition, commandId, state }: TypeFormProps) {
  const { value, isTicked, error } = typedFields(state);
  const field = (name: string) => ({ id: fieldId(name), name, error: error(name) });
  return (
    <Form method="post" noValidate className="hub-catalogue-form">
      <input type="hidden" name="commandId" value={value('commandId', commandId)} />
      <input type="hidden" name="seenVersion" value={seenVersionOf(state, edition)} />
      <TextField
        {...field('name')}
        label="Name on screen"
        maxLength={80}
        defaultValue={value('name', entry?.name ?? '')}
      />
      <SelectField
        {...field('owner')}
        label="Done by"
        hint={ownerHint(entry)}
        options={TASK_OWNERS.map((owner) => ({ value: owner, label: TASK_OWNER_NAMES[owner] }))}
        defaultValue={value('owner', entry?.owner ?? 'ward')}
      />
      <div className="hub-field-row">
        <SelectField
          {...field('target')}
          label="Target"
          options={TARGETS}
          defaultValue={value('target', entry?.target.kind ?? 'hours')}
        />
        <TextField
          {...field('amount')}
          label="How many hours or days"
          hint="Left empty where the target has no number"
          inputMode="numeric"
          defaultValue={value('amount', amountOf(entry))}
        />
      </div>
      <ReasonSelect
        {...field('processReason')}
        label="Reason for delay while it is being arranged"
        groups={ALL_REASON_GROUPS}
        none={{ value: '', label: 'Choose a reason' }}
        defaultValue={value('processReason', entry?.processReason ?? '')}
      />
      <ReasonSelect
        {...field('capacityReason')}
        label="Reason for delay while it waits for capacity"
        groups={['C']}
        none={{ value: '', label: 'The same as while it is being arranged' }}
        defaultValue={value('capacityReason', entry?.capacityReason ?? '')}
      />
      <CheckboxField
        {...field('isOffered')}
        label="People can add it"
        hint="Unticked, it is no longer offered. Tasks of it that there are go on."
        defaultChecked={isTicked('isOffered', 'yes', entry?.isOffered ?? true)}
        size="small"
      />
      <div className="hub-actions">
        <Button name="step" value="check">
          See what follows
        </Button>
      </div>
    </Form>
  );
}

function ownerHint(entry: CatalogueEntry | null): string | undefined {
  if (entry?.type === 'major_adaptation') {
    return 'While this is Lightbulb, the councils of Leicester and Rutland do their own.';
  }
  return entry?.type === 'find_council' ? 'Stays with the hub: nobody else sees them.' : undefined;
}

function amountOf(entry: CatalogueEntry | null): string {
  if (entry === null) return '';
  const { target } = entry;
  if ('hours' in target) return String(target.hours);
  return 'days' in target ? String(target.days) : '';
}
