import * as z from 'zod/mini';
import type { HomeDetails } from '../../housing/home.ts';
import { HOME_FIELDS, HOME_FIELD_NAMES, someHomeDetails } from '../../housing/home.ts';
import { ROOM_NAMES } from '../../housing/housing-steps.ts';
import type { Refusal } from '../../result.ts';
import { refuse, ruleBroken } from '../../result.ts';
import type { DecideContext, Decision } from '../decision.ts';
import { NOTHING_NEW, happenedIn, together, wasHereAgain } from '../decision.ts';
import type { SetBy, Spell } from '../state.ts';
import { spellCommand } from './shape.ts';

/** The facts of the home that change, and for each the value that was on screen. */
export const setHomeDetails = z.strictObject({
  ...spellCommand('SetHomeDetails'),
  home: someHomeDetails,
  seen: someHomeDetails,
});

type Facts = HomeDetails & { accessContact: string | null };
const FIELDS: readonly (keyof Facts)[] = [...HOME_FIELDS, 'accessContact'];

/**
 * Sets what is known of a home: keys, landlord, rooms, equipment, how urgent a grant is, and whom to
 * ring for access, which is a fact of the person and is corrected there. Each is compared with what
 * its writer saw, so that two people who know different things never meet.
 */
export function decideSetHomeDetails(
  spell: Spell,
  { home, seen }: z.infer<typeof setHomeDetails>,
  context: DecideContext,
): Decision {
  const { setBy, setAt, ...details } = spell.home.details;
  const current: Facts = { ...details, accessContact: spell.person.accessContact };
  const changed = FIELDS.filter(
    (field) => home[field] !== undefined && !isSame(home[field], current[field]),
  );
  if (changed.length === 0) return NOTHING_NEW;
  const isOfPerson = changed.includes('accessContact');
  if (isOfPerson && spell.discharge !== null && wasHereAgain(spell, context.stays)) {
    return ruleBroken(
      'This person has been in hospital again since. Correct whom to ring in that stay.',
      'accessContact',
    );
  }
  for (const field of changed) {
    const set = field === 'accessContact' ? { setBy: null, setAt: null } : { setBy, setAt };
    const refusal = refuseUnseen(field, seen, current, set);
    if (refusal !== null) return refusal;
  }
  const ofHome = changed.filter((field) => field !== 'accessContact');
  return together(
    isOfPerson ? correctAccessContact(spell, home.accessContact ?? null, context) : NOTHING_NEW,
    ofHome.length === 0
      ? NOTHING_NEW
      : happenedIn(context, [spell], () => ({
          type: 'HomeDetailsSet',
          data: { fields: ofHome },
          details: { after: only(home, ofHome), before: only(current, ofHome) },
        })),
  );
}

/** Who somebody is changes in each of their open stays. */
function correctAccessContact(
  spell: Spell,
  accessContact: string | null,
  context: DecideContext,
): Decision {
  const stays = [...context.others.map((other) => other.spell), spell];
  const before = { accessContact: spell.person.accessContact };
  return happenedIn(context, stays, () => ({
    type: 'PersonUpdated',
    data: { fields: ['accessContact'] },
    details: { after: { accessContact }, before },
  }));
}

function refuseUnseen(
  field: keyof Facts,
  seen: Partial<Facts>,
  current: Facts,
  { setBy, setAt }: SetBy,
): Refusal | null {
  if (!(field in seen)) {
    return refuse('INVALID', `Say what was shown for ${field}`, {
      fields: { [field]: 'seen is missing' },
    });
  }
  if (isSame(seen[field], current[field])) return null;
  const name = field === 'accessContact' ? 'access contact' : HOME_FIELD_NAMES[field];
  const who = setBy?.name ?? 'Somebody';
  return refuse(
    'CONFLICT',
    `${who} changed the ${name} after you opened it: ${inWords(current[field])}. Keep that, or use yours?`,
    { current: { field: `home.${field}`, value: asValue(current[field]), by: setBy, at: setAt } },
  );
}

function only(facts: Partial<Facts>, fields: readonly (keyof HomeDetails)[]): Partial<HomeDetails> {
  return Object.fromEntries(fields.map((field) => [field, facts[field]]));
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function asValue(value: Facts[keyof Facts]): string | boolean | null {
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : value;
}

function inWords(value: Facts[keyof Facts]): string {
  if (value === null) return 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'string') return `“${value}”`;
  return value.length === 0
    ? 'none'
    : value.map((room) => ROOM_NAMES[room].toLowerCase()).join(', ');
}
