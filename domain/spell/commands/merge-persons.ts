import * as z from 'zod/mini';
import {
  type MERGE_CHOICES,
  mergedPerson,
  unmergedPerson,
  whyNotMerged,
} from '../../persons/merge-records.ts';
import type { Person } from '../../persons/person.ts';
import { isSameFact, personDetails } from '../../persons/person.ts';
import { refuse, ruleBroken } from '../../result.ts';
import type { DecideContext, Decision } from '../decision.ts';
import { NO_SUCH_STAY, happenedIn, together } from '../decision.ts';
import type { MergeOfStay } from '../merges.ts';
import type { Spell } from '../state.ts';
import { routeToCouncil } from './route-to-council.ts';
import { spellCommand, uuid } from './shape.ts';

const side = z.optional(z.enum(['remaining', 'merged']));
const reason = z
  .string('Say why')
  .check(z.trim(), z.minLength(1, 'Say why'), z.maxLength(400, 'Write at most 400 characters'));

/** `spellId` is a stay of the record that remains, `mergedSpellId` one of the record merged into it. */
export const mergePersons = z.strictObject({
  ...spellCommand('MergePersons'),
  mergedSpellId: uuid,
  /** Where both records know a fact: whose stands. */
  standing: z._default(
    z.strictObject({
      name: side,
      dateOfBirth: side,
      sex: side,
      ethnicCategory: side,
      hospitalNumber: side,
      socialCareId: side,
      home: side,
      language: side,
      accessContact: side,
    } satisfies Record<keyof typeof MERGE_CHOICES, typeof side>),
    {},
  ),
  /** Both records as they were on screen. */
  seen: z.strictObject({ remaining: personDetails, merged: personDetails }),
  reason,
});

/** `mergeId` is the id of the MergePersons that is taken back. */
export const undoMerge = z.strictObject({
  ...spellCommand('UndoMerge'),
  mergeId: uuid,
  reason,
});

const LOOK_AGAIN =
  'Somebody corrected one of these records after you opened the page. Look at both again.';

/**
 * Makes two records of one person one (handbook 8, hazard 1): every stay of both shows the person
 * that remains. Two different NHS numbers are two people, and refused.
 */
export function decideMergePersons(
  spell: Spell,
  command: z.infer<typeof mergePersons>,
  context: DecideContext,
): Decision {
  const other = context.others.find(({ spell: { id } }) => id === command.mergedSpellId);
  if (other === undefined) return NO_SUCH_STAY;
  const { person: remaining } = spell;
  const { person: merged } = other.spell;
  if (merged.id === remaining.id) return ruleBroken('These stays are of one record already.');
  if (!isAsSeen(command.seen.remaining, remaining) || !isAsSeen(command.seen.merged, merged)) {
    return refuse('CONFLICT', LOOK_AGAIN);
  }
  const why = whyNotMerged(remaining, merged);
  if (why !== null) return ruleBroken(why);
  const after = mergedPerson(remaining, merged, command.standing);
  const stays = [...context.others.map((stay) => stay.spell), spell];
  const happened = happenedIn(context, stays, ({ person }) => ({
    type: 'PersonsMerged',
    data: {
      mergeId: command.id,
      remainingId: remaining.id,
      mergedId: merged.id,
      side: person.id === merged.id ? 'merged' : 'remaining',
    },
    details: { remaining, merged, after, reason: command.reason },
  }));
  return together(
    happened,
    ...stays.flatMap((stay) => routeToCouncil(stay, after.place, null, context)),
  );
}

/**
 * Makes two records again of what was merged. The merged one gets its own facts and stays back; the
 * one that remained keeps what was corrected meanwhile, and the stays that began since. Merges of
 * one person are undone from the last to the first, so that each finds what it left.
 */
export function decideUndoMerge(
  spell: Spell,
  command: z.infer<typeof undoMerge>,
  context: DecideContext,
): Decision {
  const all = [...context.others, { spell, merges: context.merges }];
  const ofThis = ({ merges }: { merges: readonly MergeOfStay[] }) =>
    merges.find(({ mergeId }) => mergeId === command.mergeId);
  const merge = ofThis({ merges: context.merges });
  if (merge === undefined) return ruleBroken('This merge is not there any more, or was undone.');
  const { records } = merge;
  if (records === null) {
    return ruleBroken('What these records said was erased at the end of retention. They stay one.');
  }
  const isLater = ({ mergeId, seq }: MergeOfStay) => mergeId !== merge.mergeId && seq > merge.seq;
  if (all.some(({ merges }) => merges.some(isLater))) {
    return ruleBroken('Another record was merged into this one later. Undo that merge first.');
  }
  const { known } = context;
  const remaining = unmergedPerson(spell.person, records);
  if (known !== null && known.person.id !== spell.person.id) {
    return refuse(
      'CONFLICT',
      'The NHS number of the merged record belongs to another record now. Correct that first.',
    );
  }
  const personOf = (stay: (typeof all)[number]): Person =>
    ofThis(stay)?.side === 'merged' ? records.merged : remaining;
  const persons = new Map(all.map((stay) => [stay.spell.id, personOf(stay)]));
  const stays = all.map((stay) => stay.spell);
  const after = ({ id }: Spell) => persons.get(id) ?? remaining;
  const happened = happenedIn(context, stays, (stay) => ({
    type: 'MergeUndone',
    data: { mergeId: command.mergeId, personId: after(stay).id },
    details: { person: after(stay), reason: command.reason },
  }));
  return together(
    happened,
    ...stays.flatMap((stay) => routeToCouncil(stay, after(stay).place, null, context)),
  );
}

function isAsSeen(seen: z.infer<typeof personDetails>, { id: _id, ...facts }: Person): boolean {
  return isSameFact(seen, facts);
}
