import type { Store } from '../db/store.ts';
import type { Actor } from '../domain/actor.ts';
import { canSee, sightFacts } from '../domain/audience.ts';
import { isNhsNumber } from '../domain/persons/nhs-number.ts';
import { refuse } from '../domain/result.ts';
import type { Spell, Wards } from '../domain/spell/state.ts';
import { readBy } from './read-by.ts';
import type { Clock, Services } from './services.ts';

/** For so long what was found may be looked at; about a shift. */
export const LOOK_HOURS = 12;

export const NO_NUMBER = 'Enter a valid NHS number: check the ten digits';
const NOBODY = refuse('NOT_FOUND', 'Nobody with this NHS number is in your hospital now.');
const NOT_FOR_YOU = refuse('NOT_ALLOWED', 'Only wards and the hub search by NHS number.');

type Deps = { store: Store; wards: Wards; clock: Clock };

/**
 * Looking beyond one's own wards, on purpose and on record (handbook 10): who asked, and whom they
 * found. What is not found and what is not theirs have the same answer.
 */
export function createFindByNhsNumber({ store, wards, clock }: Deps): Services['findByNhsNumber'] {
  const sitesOf = (wardIds: readonly string[]) => wardIds.map((id) => wards.get(id)?.siteId);
  const isSameHospital = (actor: Actor, spell: Spell) =>
    sitesOf(actor.wardIds).includes(wards.get(spell.wardId)?.siteId ?? 'nowhere');

  return async (actor, typed) => {
    if (actor.role !== 'ward' && actor.role !== 'hub') return NOT_FOR_YOU;
    const nhsNumber = typed.replace(/[\s-]/g, '');
    if (!isNhsNumber(nhsNumber)) {
      return refuse('INVALID', NO_NUMBER, { fields: { nhsNumber: NO_NUMBER } });
    }
    const known = await store.findPersonByNhsNumber(nhsNumber);
    const loaded =
      known === null || known.openSpellId === null
        ? null
        : await store.loadSpell(known.openSpellId);
    const spell = loaded?.spell ?? null;
    const isTheirs =
      spell !== null && (canSee(actor, sightFacts(spell)) || isSameHospital(actor, spell));
    const spellId = isTheirs ? spell.id : null;
    // Before the answer: a search that cannot be noted does not happen.
    await store.recordRead({ ...readBy(actor, clock), kind: 'found_by_nhs_number', spellId });
    return spellId === null ? NOBODY : { ok: true, spellId };
  };
}

/** Whether somebody may read a stay: in sight, or found by its NHS number a while ago. */
export function createMayLookAt({ store, clock }: Pick<Deps, 'store' | 'clock'>) {
  return async (actor: Actor, spell: Spell): Promise<boolean> => {
    if (canSee(actor, sightFacts(spell))) return true;
    if (actor.role !== 'ward') return false;
    const since = new Date(Date.parse(clock.now()) - LOOK_HOURS * 3_600_000).toISOString();
    return store.hasFound(actor.id, spell.id, since, ['found_by_nhs_number']);
  };
}
