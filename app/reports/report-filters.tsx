import type { ReactNode } from 'react';
import { GROUPINGS, GROUPING_NAMES } from '../../domain/reports/grouping.ts';
import { addMonths, formatMonth, monthOf } from '../../domain/reports/months.ts';
import { POPULATIONS } from '../../domain/reports/population.ts';
import { Button } from '../components/button.tsx';
import { SelectField } from '../components/select-field.tsx';

/** The choices of a report, in its address, so that it can be kept and sent. Works as a plain form. */
export function ReportFilters({ children }: { children: ReactNode }) {
  return (
    <form method="get" className="hub-report__filters" aria-label="What to show">
      {children}
      <Button variant="secondary" size="small">
        Show
      </Button>
    </form>
  );
}

export function GroupingSelect({ chosen }: { chosen: string }) {
  const options = GROUPINGS.map((value) => ({ value, label: GROUPING_NAMES[value] }));
  return (
    <SelectField id="by" name="by" label="Broken down by" options={options} defaultValue={chosen} />
  );
}

const SHORT_POPULATIONS = { national: 'National measure', everybody: 'Everybody' } as const;

export function PopulationSelect({ chosen }: { chosen: string }) {
  return (
    <SelectField
      id="population"
      name="population"
      label="People"
      options={POPULATIONS.map((value) => ({ value, label: SHORT_POPULATIONS[value] }))}
      defaultValue={chosen}
    />
  );
}

const MONTHS_BACK = 36;

type MonthSelectProps = { id?: string; label: string; chosen: string; today: string };

export function MonthSelect({ id = 'month', label, chosen, today }: MonthSelectProps) {
  const current = monthOf(today);
  const months = Array.from({ length: MONTHS_BACK }, (_, back) => addMonths(current, -back));
  const options = months.includes(chosen) ? months : [...months, chosen];
  return (
    <SelectField
      id={id}
      name="month"
      label={label}
      options={options.map((value) => ({
        value,
        label: value === current ? `${formatMonth(value)}, so far` : formatMonth(value),
      }))}
      defaultValue={chosen}
    />
  );
}
