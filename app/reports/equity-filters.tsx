import {
  EQUITY,
  EQUITY_DIMENSIONS,
  EQUITY_PATHWAYS,
  EQUITY_PATHWAY_NAMES,
} from '../../domain/reports/equity-groups.ts';
import { addMonths, formatQuarter, quarterOf } from '../../domain/reports/months.ts';
import type { QuestionOf } from '../../domain/reports/report-question.ts';
import { SelectField } from '../components/select-field.tsx';

const QUARTERS_BACK = 12;

type EquityFiltersProps = { question: QuestionOf<'equity'>; today: string };

/** What is compared: groups of people within a pathway, in a quarter that is over. */
export function EquityFilters({ question, today }: EquityFiltersProps) {
  const { quarter, across, pathway } = question;
  const quarters = Array.from({ length: QUARTERS_BACK }, (_, back) =>
    addMonths(quarterOf(today), -3 * (back + 1)),
  );
  const options = quarters.includes(quarter) ? quarters : [...quarters, quarter];
  return (
    <>
      <SelectField
        id="across"
        name="across"
        label="Compared by"
        options={EQUITY_DIMENSIONS.map((value) => ({ value, label: EQUITY[value].name }))}
        defaultValue={across}
      />
      <SelectField
        id="pathway"
        name="pathway"
        label="Within"
        options={EQUITY_PATHWAYS.map((value) => ({ value, label: EQUITY_PATHWAY_NAMES[value] }))}
        defaultValue={pathway}
      />
      <SelectField
        id="quarter"
        name="quarter"
        label="Quarter of discharge"
        options={options.map((value) => ({ value, label: formatQuarter(value) }))}
        defaultValue={quarter}
      />
    </>
  );
}
