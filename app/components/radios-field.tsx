import { describedBy, FieldMessages, type FieldProps } from './form-group.tsx';

export type RadioOption = { value: string; label: string; hint?: string };

type RadiosFieldProps = FieldProps & {
  options: readonly RadioOption[];
  defaultValue?: string | undefined;
  size?: 'normal' | 'small';
};

/** `label` is the legend. The first radio has the field's own id, where an error link leads. */
export function RadiosField({
  id,
  name,
  label,
  hint,
  error,
  options,
  defaultValue,
  size = 'normal',
}: RadiosFieldProps) {
  return (
    <div className={error ? 'nhsuk-form-group nhsuk-form-group--error' : 'nhsuk-form-group'}>
      <fieldset
        className="nhsuk-fieldset"
        aria-describedby={describedBy({ id, hint, error })['aria-describedby']}
      >
        <legend className="nhsuk-fieldset__legend">{label}</legend>
        <FieldMessages id={id} hint={hint} error={error} />
        <div className={size === 'small' ? 'nhsuk-radios nhsuk-radios--small' : 'nhsuk-radios'}>
          {options.map((option, index) => (
            <Radio
              key={option.value}
              id={index === 0 ? id : `${id}-${index + 1}`}
              name={name}
              option={option}
              isChosen={option.value === defaultValue}
            />
          ))}
        </div>
      </fieldset>
    </div>
  );
}

type RadioProps = { id: string; name: string; option: RadioOption; isChosen: boolean };

function Radio({ id, name, option, isChosen }: RadioProps) {
  return (
    <div className="nhsuk-radios__item">
      <input
        className="nhsuk-radios__input"
        type="radio"
        id={id}
        name={name}
        value={option.value}
        defaultChecked={isChosen}
        aria-describedby={option.hint ? `${id}-item-hint` : undefined}
      />
      <label className="nhsuk-label nhsuk-radios__label" htmlFor={id}>
        {option.label}
      </label>
      {option.hint && (
        <div className="nhsuk-hint nhsuk-radios__hint" id={`${id}-item-hint`}>
          {option.hint}
        </div>
      )}
    </div>
  );
}
