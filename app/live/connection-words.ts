import type { Instant } from '../../domain/time.ts';
import { formatTime } from '../../domain/time.ts';
import type { Connection } from '../stores/connection-store.ts';
import { countOf } from '../count-words.ts';

export type ConnectionWords = { state: string; age: string | null; unsaved: string | null };

type Told = Pick<
  Connection,
  | 'state'
  | 'lastHeardAt'
  | 'hasBeenLive'
  | 'isOutdated'
  | 'isOtherScope'
  | 'isRestarting'
  | 'signedOut'
>;

/** What the bar says: whether news arrives, how old what is shown is, and what is not saved yet. */
export function connectionWords(
  connection: Told,
  unsavedCount: number,
  timeZone: string,
): ConnectionWords {
  return {
    state: stateWords(connection),
    age:
      connection.state === 'live' || connection.signedOut !== null
        ? null
        : ageWords(connection.lastHeardAt, timeZone),
    unsaved:
      unsavedCount === 0 ? null : `${countOf(unsavedCount, 'change', 'changes')} not saved yet`,
  };
}

function stateWords({ state, hasBeenLive, signedOut, isOutdated, ...told }: Told): string {
  if (signedOut !== null) return 'Signed out';
  if (isOutdated) return 'The hub was renewed: load this page again';
  if (told.isOtherScope) return 'What you may see has changed: load this page again';
  if (state === 'live') return 'Live';
  if (state === 'offline') return 'No connection';
  if (told.isRestarting) return 'The hub is starting again';
  return hasBeenLive ? 'Reconnecting' : 'Connecting';
}

function ageWords(at: Instant, timeZone: string): string {
  return `Showing the board as of ${formatTime(at, timeZone)}`;
}
