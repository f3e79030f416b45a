import { FieldMessages, type FieldProps } from './form-group.tsx';

type CheckboxesFieldProps = FieldProps & {
  options: readonly { value: string; label: string }[];
  isTicked: (value: string) => boolean;
};

/** `label` is the legend. The first box has the field's own id, where an error link leads. */
export function CheckboxesField(props: CheckboxesFieldProps) {
  const { id, name, label, hint, error, options, isTicked } = props;
  return (
    <div className={error ? 'nhsuk-form-group nhsuk-form-group--error' : 'nhsuk-form-group'}>
      <fieldset className="nhsuk-fieldset" aria-describedby={hint ? `${id}-hint` : undefined}>
        <legend className="nhsuk-fieldset__legend">{label}</legend>
        <FieldMessages id={id} hint={hint} error={error} />
        <div className="nhsuk-checkboxes nhsuk-checkboxes--small hub-boxes">
          {options.map((option, index) => {
            const boxId = index === 0 ? id : `${id}-${option.value}`;
            return (
              <div className="nhsuk-checkboxes__item" key={option.value}>
                <input
                  className="nhsuk-checkboxes__input"
                  type="checkbox"
                  id={boxId}
                  name={name}
                  value={option.value}
                  defaultChecked={isTicked(option.value)}
                />
                <label className="nhsuk-label nhsuk-checkboxes__label" htmlFor={boxId}>
                  {option.label}
                </label>
              </div>
            );
          })}
        </div>
      </fieldset>
    </div>
  );
}
