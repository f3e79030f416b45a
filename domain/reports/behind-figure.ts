import type { Grouping } from './grouping.ts';
import { EVERYBODY, groupOf } from './grouping.ts';
import type { ReportPlaces } from './places.ts';
import { DISCHARGE_FIGURES, isBehindDischargeFigure } from './ready-date-statistics.ts';
import { DAY_FIGURES, REASON_KEYS, isDayFigure, isForReason } from './situation.ts';
import type { Standing } from './standing.ts';
import type { FinishedStay, StayFacts } from './stay-facts.ts';

type Where = { by: Grouping; places: ReportPlaces };

/**
 * Those behind a cell of the page of now or of a situation report: the same rules that count them.
 * Null where there is no such figure. `group` is a group of the breakdown, or a reason where the
 * figure is one of reasons.
 */
export function behindDayFigure(
  standings: readonly Standing[],
  { figure, group }: { figure: string; group: string },
  where: Where,
): Standing[] | null {
  const leastNights = REASON_FIGURES.get(figure);
  if (leastNights !== undefined) {
    const key = REASON_KEYS.find((each) => each === group);
    if (key === undefined) return null;
    return standings.filter((standing) => isForReason(standing, key, leastNights));
  }
  if (!isDayFigure(figure)) return null;
  const { isBehind } = DAY_FIGURES[figure];
  return standings.filter(
    (standing) => isBehind(standing) && isInGroup(standing.stay, group, where),
  );
}

/** Figures of reasons, by the least nights in hospital. */
const REASON_FIGURES = new Map([
  ['reason', 0],
  ['reason_7', 7],
  ['reason_14', 14],
]);

/** Those behind a cell of the discharge ready date statistics; null where there is no such figure. */
export function behindDischargeFigure(
  stays: readonly FinishedStay[],
  { figure, group }: { figure: string; group: string },
  where: Where,
): FinishedStay[] | null {
  // In the table of bands the rows are the figures.
  const named = figure === 'band' ? group : figure;
  const found = DISCHARGE_FIGURES.find((each) => each === named);
  if (found === undefined) return null;
  return stays.filter(
    (stay) =>
      isBehindDischargeFigure(stay, found) && (figure === 'band' || isInGroup(stay, group, where)),
  );
}

function isInGroup(stay: StayFacts, group: string, { by, places }: Where): boolean {
  return group === EVERYBODY.id || groupOf(stay, by, places).id === group;
}
