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
