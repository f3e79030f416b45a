import type { BoardAnswer, Me } from '../../domain/protocol.ts';
import type { Instant } from '../../domain/time.ts';
import type { LivePage } from '../live/start-live-board.ts';
import { isHomeCard } from './home-cards.ts';

/** What a page of homes starts with: all of them, as it is to be whole without script. */
export function firstHomes(
  { epoch, key, asOfDay, lookups, cards }: BoardAnswer,
  page: { me: Me; now: Instant; timeZone: string },
): LivePage {
  return { ...page, epoch, key, asOfDay, lookups, cards: cards.filter(isHomeCard) };
}
