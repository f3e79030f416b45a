import { ESCALATION_LEVEL_NAMES } from '../../domain/escalation/escalation.ts';
import {
  RULE_PATHWAYS,
  RULE_PATHWAY_NAMES,
  STAY_RUNGS,
} from '../../domain/escalation/stay-rules.ts';
import type { RulePathway, StayRung } from '../../domain/escalation/stay-rules.ts';
import { Fieldset } from '../components/fieldset.tsx';
import { FieldMessages, describedBy } from '../components/form-group.tsx';
import { TextField } from '../components/text-field.tsx';
import { ruleField } from './settings-from-form.ts';
import './escalations.scss';

type StayRuleFieldsProps = {
  fieldId: (name: string) => string;
  values: Readonly<Record<string, readonly string[]>>;
  errors: Readonly<Record<string, string>>;
};

/** When a stay itself goes up by itself: pathway by rung in days, and where nobody works on it. */
export function StayRuleFields({ fieldId, values, errors }: StayRuleFieldsProps) {
  const cell = (pathway: RulePathway, rung: StayRung) => {
    const name = ruleField(pathway, rung);
    return { id: fieldId(name), name, error: errors[name], value: values[name]?.[0] ?? '' };
  };
  return (
    <Fieldset legend="When stays are raised">
      <p id="stay-rules-hint">
        After so many whole days of delay, counted from the day on which the person was ready. Leave
        a field empty where a stay of that pathway is not to go there by itself.
      </p>
      <table className="hub-table hub-rules">
        <caption className="nhsuk-table__caption">Days of delay until a stay goes up</caption>
        <thead>
          <tr>
            <th scope="col">Pathway</th>
            {STAY_RUNGS.map((rung) => (
              <th key={rung} scope="col">
                {ESCALATION_LEVEL_NAMES[rung]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {RULE_PATHWAYS.map((pathway) => (
            <tr key={pathway}>
              <th scope="row">{RULE_PATHWAY_NAMES[pathway]}</th>
              {STAY_RUNGS.map((rung) => (
                <td key={rung}>
                  <DaysField
                    {...cell(pathway, rung)}
                    label={`${RULE_PATHWAY_NAMES[pathway]}: days until the ${ESCALATION_LEVEL_NAMES[rung].toLowerCase()}`}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <TextField
        {...{ id: fieldId('nothingBlocksHours'), name: 'nothingBlocksHours' }}
        error={errors.nothingBlocksHours}
        label="Where nobody works on it: hours until the stay is with the hub"
        hint="Somebody is ready, and no open task blocks the discharge. By day and night; empty where it is not to go there by itself"
        defaultValue={values.nothingBlocksHours?.[0] ?? ''}
        inputMode="numeric"
        width={5}
      />
    </Fieldset>
  );
}

type DaysFieldProps = {
  id: string;
  name: string;
  label: string;
  value: string;
  error: string | undefined;
};

/** Its row and its column are its label to the eye. */
function DaysField({ id, name, label, value, error }: DaysFieldProps) {
  return (
    <>
      <FieldMessages id={id} error={error} />
      <input
        {...{ id, name }}
        {...describedBy({ id, error })}
        aria-label={label}
        type="text"
        inputMode="numeric"
        defaultValue={value}
        className={
          error === undefined
            ? 'nhsuk-input hub-rules__days'
            : 'nhsuk-input nhsuk-input--error hub-rules__days'
        }
      />
    </>
  );
}
