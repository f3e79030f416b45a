import { RECORDED_NAMES } from '../../domain/reports/recorded-moment.ts';
import { ErrorSummary } from '../components/error-summary.tsx';
import type { MomentForm as Form } from './asked-moment.ts';
import type { MomentNames } from './moment-names.ts';
import { MOMENT_NAMES } from './moment-names.ts';
import './past.scss';

type MomentFormProps = {
  form: Form;
  action: string;
  /** What else the address says, and goes along. */
  kept: readonly (readonly [name: string, value: string])[];
  pathAt: (at: string) => string;
};

/** Asks for a moment, by the clock on the wall. A plain form. */
export function MomentForm({ form, action, kept, pathAt }: MomentFormProps) {
  return (
    <>
      <MomentProblem form={form} pathAt={pathAt} />
      <form method="get" action={action} className="hub-past__form" aria-label="Choose a moment">
        {kept.map(([name, value]) => (
          <input key={`${name} ${value}`} type="hidden" name={name} value={value} />
        ))}
        <MomentFields form={form} />
        <button className="hub-button">Show</button>
      </form>
    </>
  );
}

type MomentFieldsProps = {
  form: Form;
  names?: MomentNames;
  labels?: { day: string; time: string };
};

/** A day and a time. Emptied, they ask for no moment. */
export function MomentFields({
  form,
  names = MOMENT_NAMES,
  labels = { day: 'Day', time: 'Time' },
}: MomentFieldsProps) {
  const { at, day, time, maxDay, problem } = form;
  const fault = (field: 'day' | 'time') =>
    problem?.field === field && {
      'aria-invalid': true,
      'aria-describedby': `${names[field]}-error`,
    };
  return (
    <>
      {at !== null && <input type="hidden" name={names.at} value={at} />}
      {(['day', 'time'] as const).map((field) => (
        <span className="hub-past__field" key={field}>
          <label htmlFor={names[field]}>{labels[field]}</label>
          <input
            id={names[field]}
            name={names[field]}
            type={field === 'day' ? 'date' : 'time'}
            className="hub-past__input"
            defaultValue={field === 'day' ? day : time}
            max={field === 'day' ? maxDay : undefined}
            {...fault(field)}
          />
          {problem?.field === field && (
            <span className="nhsuk-error-message" id={`${names[field]}-error`}>
              <span className="nhsuk-u-visually-hidden">Error:</span> {problem.message}
            </span>
          )}
        </span>
      ))}
    </>
  );
}

/** Asks by when what a report counts had been recorded. */
export function RecordedFields({ form }: Pick<MomentFieldsProps, 'form'>) {
  const labels = { day: 'As recorded on (optional)', time: 'At' };
  return <MomentFields {...{ form, labels }} names={RECORDED_NAMES} />;
}

type MomentProblemProps = Pick<MomentFormProps, 'form' | 'pathAt'> & { names?: MomentNames };

/** What is wrong with the moment that was asked for, or which of two is meant. */
export function MomentProblem({ form, pathAt, names = MOMENT_NAMES }: MomentProblemProps) {
  const { problem, choices } = form;
  if (problem !== null) {
    return <ErrorSummary errors={[{ message: problem.message, fieldId: names[problem.field] }]} />;
  }
  if (choices.length === 0) return null;
  return (
    <div className="hub-past__which" role="group" aria-labelledby="which-moment">
      <h2 className="nhsuk-heading-s" id="which-moment">
        The clocks went back that night, so this time came twice. Which one?
      </h2>
      <ul>
        {choices.map(({ at, words }) => (
          <li key={at}>
            <a href={pathAt(at)}>{words}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
