import { eddStatus } from '../../domain/delay/edd-status.ts';
import type { Card } from '../../domain/spell/card.ts';
import type { CalendarDay } from '../../domain/time.ts';

export type WardCounts = {
  patients: number;
  noEdd: number;
  eddPassed: number;
  readyWaiting: number;
  leavingToday: number;
};

/** What a ward has to look at today; whoever has left already is not counted. */
export function countCards(cards: readonly Card[], asOfDay: CalendarDay): WardCounts {
  const present = cards.filter(({ dischargedOn }) => dischargedOn === null);
  const count = (isCounted: (card: Card) => boolean) => present.filter(isCounted).length;
  const withEdd = (kind: ReturnType<typeof eddStatus>['kind']) =>
    count(({ edd }) => eddStatus(edd, asOfDay).kind === kind);
  return {
    patients: present.length,
    noEdd: withEdd('not_set'),
    eddPassed: withEdd('overdue'),
    readyWaiting: count(({ stage }) => stage === 'ready_waiting'),
    leavingToday: withEdd('today'),
  };
}

/** One sentence for the head of a ward's list: how many are there, and what needs looking at. */
export function countsInWords(counts: WardCounts): string {
  const { patients, ...rest } = counts;
  const parts = [
    [rest.noEdd, 'without an EDD'],
    [rest.eddPassed, 'with an EDD that has passed'],
    [rest.readyWaiting, 'ready and waiting'],
    [rest.leavingToday, 'leaving today'],
  ] as const;
  const told = parts.filter(([count]) => count > 0).map(([count, words]) => `${count} ${words}`);
  if (patients === 0) return 'No patients.';
  const all = patients === 1 ? '1 patient' : `${patients} patients`;
  return told.length === 0 ? `${all}.` : `${all}: ${told.join(', ')}.`;
}
