import type { Pathway } from '../../domain/spell/pathway.ts';
import { NATIONAL_CHOICES, PATHWAY_NAMES } from '../../domain/spell/pathway.ts';
import { Button } from '../components/button.tsx';
import type { RadioOption } from '../components/radios-field.tsx';
import { RadiosField } from '../components/radios-field.tsx';
import { SelectField } from '../components/select-field.tsx';
import { Disclosure } from './disclosure.tsx';
import { usePlan, usePlanFields } from './plan-context.ts';
import { PlanForm } from './plan-form.tsx';

const NATIONAL_OPTIONS = [
  { value: '', label: 'The usual one' },
  { value: 'P0', label: 'P0' },
  { value: 'P1', label: 'P1' },
  { value: 'P3', label: 'P3' },
];

type PathwayFormProps = { shown: Pathway };

/** The hub agrees; a ward recommends, and agrees "no onward care" by itself. */
export function PathwayForm({ shown }: PathwayFormProps) {
  const { me, forms } = usePlan();
  const { field, value, hasFailed } = usePlanFields('SetPathway');
  const agrees = me.role === 'hub';
  const verb = agrees ? 'Agree' : 'Recommend';
  return (
    <Disclosure
      summary={shown === 'none_set' ? `${verb} a pathway` : `${verb} another pathway`}
      isOpen={shown === 'none_set' || hasFailed}
    >
      <PlanForm type="SetPathway" hidden={{ seen: shown }}>
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
        <Button size="small">{verb} pathway</Button>
      </PlanForm>
    </Disclosure>
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
