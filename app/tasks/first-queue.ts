import type { BoardAnswer } from '../../domain/protocol.ts';
import type { FirstList, ListPage } from '../live/first-list.ts';
import { firstList } from '../live/first-list.ts';
import type { Queue } from './queue-rows.ts';
import { readQueue } from './queue-rows.ts';
import type { QueueUrl } from './queue-url.ts';

/** What the page of tasks starts with: the rows of its first screen, and the counts of all. */
export type FirstQueue = FirstList & { queue: Omit<Queue, 'rows'> };

export function firstQueue(
  board: BoardAnswer,
  { url, ...page }: ListPage & { url: QueueUrl },
): FirstQueue {
  const { rows, ...queue } = readQueue(board.cards, url, { ...page, today: board.asOfDay });
  return { ...firstList(board, rows, page), queue };
}
