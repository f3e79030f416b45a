import type { RoundTime } from '../../domain/rounds/board-round.ts';
import { recordedIn } from '../../domain/rounds/ward-round.ts';
import { byBed } from '../bed-order.ts';
import type { Card } from '../../domain/spell/card.ts';

/** One patient in a ward's round. */
export type RoundPatient = { card: Card; recorded: NonNullable<Card['round']> | null };

type OfRound = { wardId: string; round: RoundTime; timeZone: string };

/** Who is in a ward's round, from bed to bed; whoever left it unrecorded is in it no more. */
export function roundPatients(cards: Iterable<Card>, ofRound: OfRound): RoundPatient[] {
  return [...cards]
    .filter(({ ward }) => ward.id === ofRound.wardId)
    .map((card) => ({ card, recorded: recordedIn(card, ofRound) }))
    .filter(({ card, recorded }) => card.dischargedOn === null || recorded !== null)
    .sort((one, other) => byBed(one.card, other.card));
}

/**
 * Who comes after a patient and is not recorded yet, from the first bed again after the last; null
 * once everybody is. Without a patient: the first of them.
 */
export function nextToRecord(
  patients: readonly RoundPatient[],
  after: string | null,
  isOnItsWay: (spellId: string) => boolean = () => false,
): string | null {
  const at = patients.findIndex(({ card }) => card.id === after);
  const inOrder = [...patients.slice(at + 1), ...patients.slice(0, at + 1)];
  const next = inOrder.find(
    ({ card, recorded }) => recorded === null && card.id !== after && !isOnItsWay(card.id),
  );
  return next?.card.id ?? null;
}
