import { Form } from '@remix-run/react';
import type { TrendTarget } from '../../domain/reports/trend-targets.ts';
import type { TrendMeasure } from '../../domain/reports/trend-measures.ts';
import { TREND_MEASURE_DEFINITIONS } from '../../domain/reports/trend-measures.ts';
import { Button } from '../components/button.tsx';
import { TextField } from '../components/text-field.tsx';

type TrendTargetFormProps = {
  commandId: string;
  measure: TrendMeasure;
  provider: string;
  /** Of which trust it is, in words. */
  placeName: string;
  /** The one that stands, with its instant in words. */
  target: TrendTarget | null;
  values: Readonly<Record<string, readonly string[]>>;
  errors: Record<string, string>;
};

/** Sets what a trend is to reach, or that it is to reach nothing any more; neither changes its limits. */
export function TrendTargetForm(props: TrendTargetFormProps) {
  const { commandId, measure, provider, placeName, target, values, errors } = props;
  const { kind, better } = TREND_MEASURE_DEFINITIONS[measure];
  const field = (name: string) => ({ id: targetFieldId(name), name, error: errors[name] });
  return (
    <section className="hub-report__target" aria-labelledby="target">
      <h2 className="nhsuk-heading-m" id="target">
        Target
      </h2>
      <p>{targetInWords(target, kind === 'share')}</p>
      {better === 'neither' ? (
        <p className="hub-quiet">Of this measure neither way is better: it has no target.</p>
      ) : (
        <Form method="post" className="hub-report__form" aria-label="Set the target">
          <input type="hidden" name="id" value={commandId} />
          <input type="hidden" name="type" value="SetTrendTarget" />
          <input type="hidden" name="measure" value={measure} />
          <input type="hidden" name="provider" value={provider} />
          <input type="hidden" name="seen" value={target?.id ?? ''} />
          <TextField
            {...field('value')}
            label={kind === 'share' ? 'Target, per cent' : 'Target'}
            hint={`For ${placeName}. Empty: no target any more`}
            inputMode="decimal"
            autoComplete="off"
            defaultValue={values['value']?.[0] ?? String(target?.value ?? '')}
          />
          <TextField
            {...field('words')}
            label="Why"
            hint="Who agreed it, or from when it holds"
            maxLength={200}
            autoComplete="off"
            defaultValue={values['words']?.[0]}
            required
          />
          <Button>Set the target</Button>
        </Form>
      )}
    </section>
  );
}

export function targetFieldId(name: string): string {
  return `target-${name}`;
}

/** A target, or that there is none, with who says so, when and why. */
export function targetInWords(target: TrendTarget | null, isShare: boolean): string {
  if (target === null) return 'Nobody has set a target.';
  const { value, words, by, at } = target;
  const what =
    value === null ? 'No target' : `${value.toLocaleString('en-GB')}${isShare ? '%' : ''}`;
  return `${what}, set by ${by.name}, ${at}: ${words}`;
}
