import { NO_REASON } from '../delay/delay-reasons.ts';
import { groupBy } from '../group-by.ts';
import { PLACE_NAMES } from '../persons/place.ts';
import { PATHWAY_NAMES } from '../spell/pathway.ts';
import { TASK_OWNER_NAMES } from '../tasks/task-types.ts';
import type { DelayDay } from './delay-day-reasons.ts';
import type { ReportPlaces } from './places.ts';
import type { ReportTable } from './report-table.ts';
import { readyDateAtEndOf } from './standing.ts';
import type { StayFacts } from './stay-facts.ts';

const LONGEST = 20;

/** The stays with the most days of delay among some, and whom they mostly waited for; no names. */
export function longestDelaysTable(
  days: readonly DelayDay[],
  stays: readonly StayFacts[],
  places: ReportPlaces,
): ReportTable {
  const daysOf = groupBy(days, ({ spellId }) => spellId);
  const waits = stays.flatMap((stay) => {
    const own = daysOf.get(stay.spellId);
    return own === undefined ? [] : [{ stay, own }];
  });
  waits.sort((a, b) => b.own.length - a.own.length || (a.stay.spellId < b.stay.spellId ? -1 : 1));
  return {
    id: 'longest',
    title: 'Longest delays of the month: where the bed days went',
    rowsAre: 'Ward',
    columns: [
      { key: 'council', name: 'Council', kind: 'text' },
      { key: 'pathway', name: 'Pathway', kind: 'text' },
      { key: 'ready', name: 'Ready since', kind: 'day' },
      { key: 'left', name: 'Discharged', kind: 'day' },
      { key: 'days', name: 'Days of delay in the month', kind: 'count' },
      { key: 'team', name: 'Waited mostly for', kind: 'text' },
      { key: 'team_days', name: 'Of the days', kind: 'count' },
    ],
    rows: waits.slice(0, LONGEST).map(({ stay, own }) => {
      const ward = places.get(stay.wardId);
      const [team, teamDays] = mostly(own);
      return {
        id: stay.spellId,
        name: ward === undefined ? 'Not known' : `${ward.name}, ${ward.site}`,
        cells: [
          PLACE_NAMES[stay.person.place],
          PATHWAY_NAMES[stay.pathway],
          readyDateAtEndOf(stay, own.at(-1)?.day ?? stay.admittedOn),
          stay.discharge?.on ?? null,
          own.length,
          team,
          teamDays,
        ],
      };
    }),
  };
}

/** The team that most of the days went to, the first of equals, and how many days. */
function mostly(days: readonly DelayDay[]): [string, number] {
  const counts = new Map<string, number>();
  for (const { owner } of days) {
    const name = owner === null ? NO_REASON : TASK_OWNER_NAMES[owner];
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0] ?? ['', 0];
}
