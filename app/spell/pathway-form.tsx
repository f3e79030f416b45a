import type { Pathway, PathwayChoice } from '../../domain/spell/pathway.ts';
import { NATIONAL_CHOICES, PATHWAY_NAMES } from '../../domain/spell/pathway.ts';
import { Button } from '../components/button.tsx';
import { CheckboxField } from '../components/checkbox-field.tsx';
import type { RadioOption } from '../components/radios-field.tsx';
import { RadiosField } from '../components/radios-field.tsx';
import { SelectField } from '../components/select-field.tsx';
import { pathwaysAsField } from './confirmations.ts';
import { Disclosure } from './disclosure.tsx';
import { usePlan, usePlanFields } from './plan-context.ts';
import { PlanForm } from './plan-form.tsx';

const NATIONAL_OPTIONS = [
  { value: '', label: 'The usual one' },
  { value: 'P0', label: 'P0' },
  { value: 'P1', label: 'P1' },
  { value: 'P3', label: 'P3' },
];

type PathwayFormProps = { shown: Pathway; before: PathwayChoice };

/** The hub agrees; a ward recommends, and agrees "no onward care" by itself. */
export function PathwayForm({ shown, before }: PathwayFormProps) {
  const { me, forms } = usePlan();
  const { field, value, hasFailed } = usePlanFields('SetPathway');
  const agrees = me.role === 'hub';
  const verb = agrees ? 'Agree' : 'Recommend';
  return (
    <Disclosure
      summary={shown === 'none_set' ? `${verb} a pathway` : `${verb} another pathway`}
      isOpen={shown === 'none_set' || hasFailed}
    >
      <PlanForm type="SetPathway" hidden={{ seen: shown, before: pathwaysAsField(before) }}>
        <div className="hub-plan__radios">
          <RadiosField
            {...field('pathway')}
            label={agrees ? 'Pathway to agree' : 'Pathway to recommend'}
            options={optionsOf(forms.pathways, agrees)}
            defaultValue={value('pathway', shown === 'none_set' ? undefined : shown)}
            size="small"
          />
        </div>
        <div className="hub-plan__national">
          <SelectField
            {...field('national')}
            label="National pathway, for Lightbulb and End of life"
            options={NATIONAL_OPTIONS}
            defaultValue={value('national')}
          />
        </div>
        <NationalChange />
        <Button size="small">{verb} pathway</Button>
      </PlanForm>
    </Disclosure>
  );
}

/** Asked for only where the national pathway would become another. */
function NationalChange() {
  const { field, isTicked } = usePlanFields('SetPathway');
  const confirmed = field('confirmed');
  if (confirmed.error === undefined) return null;
  return (
    <CheckboxField
      {...confirmed}
      label="Yes, change it"
      value={confirmed.error}
      defaultChecked={isTicked('confirmed', false, confirmed.error)}
      size="small"
    />
  );
}

function optionsOf(pathways: readonly Pathway[], agrees: boolean): RadioOption[] {
  const decided = pathways.filter((pathway) => pathway !== 'none_set');
  const undecided = pathways.filter((pathway) => pathway === 'none_set');
  return [...decided, ...undecided].map((pathway) => {
    const national = NATIONAL_CHOICES[pathway].join(' or ');
    const label = PATHWAY_NAMES[pathway] + (national === '' ? '' : ` (${national})`);
    const isWardsOwn = pathway === 'no_onward_care' && !agrees;
    return { value: pathway, label, ...(isWardsOwn && { hint: 'Also agrees it' }) };
  });
}
