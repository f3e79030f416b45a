import type { DelayReason } from '../../domain/delay/delay-reasons.ts';
import { DELAY_REASONS, REASON_GROUPS } from '../../domain/delay/delay-reasons.ts';
import type { FieldProps } from './form-group.tsx';
import { describedBy, FormGroup } from './form-group.tsx';

type ReasonGroup = keyof typeof REASON_GROUPS;

/** All of them, in the order in which people look for theirs. */
export const ALL_REASON_GROUPS: readonly ReasonGroup[] = ['H', 'W', 'T', 'I', 'C'];

type ReasonSelectProps = FieldProps & {
  groups: readonly ReasonGroup[];
  /** What is chosen where no reason is. */
  none: { value: string; label: string };
  defaultValue: string;
};

/** The official reasons for delay, by their group. */
export function ReasonSelect(props: ReasonSelectProps) {
  const { id, name, label, hint, error, groups, none, defaultValue } = props;
  const reasons = Object.entries(DELAY_REASONS) as [DelayReason, string][]; // its own keys
  return (
    <FormGroup id={id} label={label} hint={hint} error={error}>
      <select
        {...describedBy({ id, hint, error })}
        className={error ? 'nhsuk-select nhsuk-select--error' : 'nhsuk-select'}
        id={id}
        name={name}
        defaultValue={defaultValue}
      >
        <option value={none.value}>{none.label}</option>
        {groups.map((group) => (
          <optgroup key={group} label={REASON_GROUPS[group]}>
            {reasons
              .filter(([key]) => key.startsWith(group))
              .map(([key, text]) => (
                <option key={key} value={key}>
                  {text}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </FormGroup>
  );
}
