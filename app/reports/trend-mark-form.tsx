import { Form } from '@remix-run/react';
import type { QuestionOf } from '../../domain/reports/report-question.ts';
import { Button } from '../components/button.tsx';
import { DateField } from '../components/date-field.tsx';
import { RadiosField } from '../components/radios-field.tsx';
import { SelectField } from '../components/select-field.tsx';
import { TextField } from '../components/text-field.tsx';

const KINDS = [
  { value: 'note', label: 'A note', hint: 'What happened, for whoever reads the chart' },
  {
    value: 'step',
    label: 'Limits begin anew',
    hint: 'Only where people know what changed: a service, a way of working, the way of counting',
  },
];

type TrendMarkFormProps = {
  commandId: string;
  question: QuestionOf<'trends'>;
  providers: readonly { id: string; name: string }[];
  today: string;
  /** What was typed, by the name of its field. */
  values: Readonly<Record<string, readonly string[]>>;
  errors: Record<string, string>;
};

/** Marks something on the trend of a measure. */
export function TrendMarkForm(props: TrendMarkFormProps) {
  const { commandId, question, providers, today, values, errors } = props;
  const field = (name: string) => ({ id: fieldId(name), name, error: errors[name] });
  const trusts = providers.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Form method="post" className="hub-report__form" aria-label="Mark something">
      <input type="hidden" name="id" value={commandId} />
      <input type="hidden" name="type" value="MarkTrend" />
      <input type="hidden" name="measure" value={question.measure} />
      <RadiosField
        {...field('kind')}
        label="What to mark"
        options={KINDS}
        defaultValue={values['kind']?.[0] ?? 'note'}
        size="small"
      />
      <DateField
        {...field('day')}
        label="On which day"
        max={today}
        defaultValue={values['day']?.[0]}
        required
      />
      <TextField
        {...field('words')}
        label="What happened"
        hint="Up to 80 characters, for the chart and its table. No names of patients."
        maxLength={80}
        autoComplete="off"
        defaultValue={values['words']?.[0]}
        required
      />
      <SelectField
        {...field('provider')}
        label="Where"
        hint="What is marked for all trusts is in the chart of each"
        options={[{ value: '', label: 'All trusts' }, ...trusts]}
        defaultValue={values['provider']?.[0] ?? question.provider}
      />
      <Button>Mark it</Button>
    </Form>
  );
}

export function fieldId(name: string): string {
  return `mark-${name}`;
}
