import type { BoardAnswer, Lookups, Me } from '../../domain/protocol.ts';
import type { Card } from '../../domain/spell/card.ts';
import type { CalendarDay, Instant } from '../../domain/time.ts';
import type { Queue } from './queue-rows.ts';
import { readQueue } from './queue-rows.ts';
import type { QueueUrl } from './queue-url.ts';

/** What the page of tasks starts with: the rows of its first screen, and the counts of all. */
export type FirstQueue = {
  me: Me;
  lookups: Lookups;
  epoch: string;
  key: string;
  asOfDay: CalendarDay;
  now: Instant;
  timeZone: string;
  cards: Card[];
  queue: Omit<Queue, 'rows'>;
};

type Page = { me: Me; url: QueueUrl; now: Instant; timeZone: string };

export function firstQueue(
  { epoch, key, asOfDay, lookups, cards }: BoardAnswer,
  { me, url, now, timeZone }: Page,
): FirstQueue {
  const { rows, ...queue } = readQueue(cards, url, { me, today: asOfDay, now, timeZone });
  return {
    ...{ me, lookups, epoch, key, asOfDay, now, timeZone, queue },
    cards: [...new Set(rows.map(({ card }) => card))],
  };
}
