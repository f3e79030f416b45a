import type { NationalPathway, Pathway } from '../../domain/spell/pathway.ts';
import { NATIONAL_CHOICES } from '../../domain/spell/pathway.ts';

type NationalChoiceProps = {
  pathway: Pathway;
  /** Undefined: as it is, or the usual one. */
  value: NationalPathway | undefined;
  onChoose: (national: NationalPathway | undefined) => void;
};

/** Some pathways may be returned as more than one national one. */
export function NationalChoice({ pathway, value, onChoose }: NationalChoiceProps) {
  const choices = NATIONAL_CHOICES[pathway];
  return (
    <p className="hub-move__national">
      <label className="nhsuk-label" htmlFor="move-national">
        National pathway
      </label>
      <select
        className="nhsuk-select"
        id="move-national"
        value={value ?? ''}
        onChange={(event) => onChoose(choices.find((name) => name === event.target.value))}
      >
        <option value="">The usual one</option>
        {choices.map((name) => (
          <option key={name} value={name}>
            {name}
          </option>
        ))}
      </select>
    </p>
  );
}
