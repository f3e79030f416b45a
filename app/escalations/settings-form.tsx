import { TASK_OWNERS, TASK_OWNER_NAMES } from '../../domain/tasks/task-types.ts';
import type { TaskOwner } from '../../domain/tasks/task-types.ts';
import { Button } from '../components/button.tsx';
import { CheckboxField } from '../components/checkbox-field.tsx';
import { CheckboxesField } from '../components/checkboxes-field.tsx';
import { Fieldset } from '../components/fieldset.tsx';
import { RadiosField } from '../components/radios-field.tsx';
import { TextAreaField } from '../components/text-area-field.tsx';
import { TextField } from '../components/text-field.tsx';
import { WEEKDAYS } from './settings-from-form.ts';
import { StayRuleFields } from './stay-rule-fields.tsx';

type SettingsFormProps = {
  commandId: string;
  edition: number;
  /** What stands in each field: as it is set, or as somebody typed it. */
  values: Readonly<Record<string, readonly string[]>>;
  errors: Readonly<Record<string, string>>;
};

/** When late tasks and long delays are raised, when each team works, and which days are holidays. */
export function SettingsForm({ commandId, edition, values, errors }: SettingsFormProps) {
  const field = (name: string) => ({ id: fieldId(name), name, error: errors[name] });
  const value = (name: string) => values[name]?.[0] ?? '';
  return (
    <form method="post" noValidate>
      <input type="hidden" name="id" value={commandId} />
      <input type="hidden" name="seenEdition" value={edition} />
      <Fieldset legend="When late tasks are raised">
        <p>
          Only tasks that block the discharge of somebody who is ready. The time counts while the
          team works: 24 hours end at the same time on its next day of work, 48 hours a day of work
          later.
        </p>
        <TextField
          {...field('leadAfterHours')}
          label="To the team’s lead, hours after the target"
          defaultValue={value('leadAfterHours')}
          inputMode="numeric"
          width={5}
        />
        <TextField
          {...field('hubAfterHours')}
          label="To the hub, hours after the target"
          defaultValue={value('hubAfterHours')}
          inputMode="numeric"
          width={5}
        />
      </Fieldset>
      <StayRuleFields {...{ fieldId, values, errors }} />
      {TASK_OWNERS.map((owner) => (
        <TeamFields key={owner} owner={owner} values={values} errors={errors} />
      ))}
      <Fieldset legend="Bank holidays">
        <TextAreaField
          {...field('bankHolidays')}
          label="One day on each line"
          hint="For example 2026-12-25"
          defaultValue={value('bankHolidays')}
          rows={12}
        />
      </Fieldset>
      <Button>Save settings</Button>
    </form>
  );
}

type TeamFieldsProps = Pick<SettingsFormProps, 'values' | 'errors'> & { owner: TaskOwner };

function TeamFields({ owner, values, errors }: TeamFieldsProps) {
  const field = (part: string) => {
    const name = `${owner}.${part}`;
    return { id: fieldId(name), name, error: errors[name] };
  };
  const value = (part: string) => values[`${owner}.${part}`]?.[0] ?? '';
  const team = TASK_OWNER_NAMES[owner];
  return (
    <Fieldset legend={team}>
      <RadiosField
        {...field('kind')}
        label={`${team}: hours of work`}
        options={[
          { value: 'always', label: 'Every day, round the clock' },
          { value: 'hours', label: 'On the days and at the times below' },
        ]}
        defaultValue={value('kind')}
        size="small"
      />
      <CheckboxesField
        {...field('days')}
        label={`${team}: days of work`}
        options={WEEKDAYS.map(([day, label]) => ({ value: day, label }))}
        isTicked={(day) => values[`${owner}.days`]?.includes(day) ?? false}
      />
      <TextField
        {...field('from')}
        label={`${team}: from`}
        hint="For example 09:00"
        defaultValue={value('from')}
        width={5}
      />
      <TextField
        {...field('until')}
        label={`${team}: until`}
        defaultValue={value('until')}
        width={5}
      />
      <CheckboxField
        {...field('worksBankHolidays')}
        label={`${team}: also on bank holidays`}
        defaultChecked={value('worksBankHolidays') === 'yes'}
      />
    </Fieldset>
  );
}

export function fieldId(name: string): string {
  return `settings-${name.replaceAll('.', '-')}`;
}
