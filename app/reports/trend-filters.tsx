import type { Provider } from '../../domain/reports/places.ts';
import type { QuestionOf } from '../../domain/reports/report-question.ts';
import { TREND_MEASURE_DEFINITIONS } from '../../domain/reports/trend-measures.ts';
import { INTERVALS, INTERVAL_NAMES } from '../../domain/reports/trend-periods.ts';
import { SelectField } from '../components/select-field.tsx';
import { TextField } from '../components/text-field.tsx';
import { PopulationSelect } from './report-filters.tsx';

const MEASURES = Object.entries(TREND_MEASURE_DEFINITIONS).map(([value, { name, kind }]) => ({
  value,
  label: kind === 'share' ? `${name} (%)` : name,
}));
const EVERY = INTERVALS.map((value) => ({ value, label: INTERVAL_NAMES[value] }));

type TrendFiltersProps = {
  question: QuestionOf<'trends'>;
  providers: readonly Provider[];
};

export function TrendFilters({ question, providers }: TrendFiltersProps) {
  const { measure, every, provider, population, target } = question;
  const trusts = providers.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <>
      <SelectField
        id="measure"
        name="measure"
        label="Measure"
        options={MEASURES}
        defaultValue={measure}
      />
      <SelectField
        id="every"
        name="every"
        label="A point for"
        options={EVERY}
        defaultValue={every}
      />
      <SelectField
        id="provider"
        name="provider"
        label="Trust"
        options={[{ value: '', label: 'All' }, ...trusts]}
        defaultValue={provider}
      />
      <PopulationSelect chosen={population} />
      <TextField
        id="target"
        name="target"
        label="Try a target"
        inputMode="decimal"
        autoComplete="off"
        defaultValue={target === null ? '' : String(target)}
      />
    </>
  );
}
