import * as z from 'zod/mini';
import type { PersonDetails } from '../../persons/person.ts';
import { FIELD_NAMES, PERSON_FIELDS, isSameFact, somePersonDetails } from '../../persons/person.ts';
import type { CurrentValue } from '../../result.ts';
import { refuse, ruleBroken } from '../../result.ts';
import type { DecideContext, Decision } from '../decision.ts';
import {
  NOTHING_NEW,
  cameFirst,
  happenedIn,
  todayOf,
  together,
  wasHereAgain,
} from '../decision.ts';
import { lastSet } from '../last-set.ts';
import { routeToCouncil } from './route-to-council.ts';
import type { Spell } from '../state.ts';
import { spellCommand } from './shape.ts';

/** The facts that change, and for each the value that was on screen. */
export const updatePerson = z.strictObject({
  ...spellCommand('UpdatePerson'),
  person: somePersonDetails,
  seen: somePersonDetails,
});

/**
 * Corrects what is known of a person. Each fact is compared with what its writer saw: another's
 * correction of another fact is no conflict. An NHS number that somebody else holds is refused:
 * two records of one person are merged on purpose, never by a correction (hazard 1). A stay that
 * has ended is corrected too, unless a later stay of the person says who they are. Another council
 * takes its tasks along (`routeToCouncil`).
 */
export function decideUpdatePerson(
  spell: Spell,
  command: z.infer<typeof updatePerson>,
  context: DecideContext,
): Decision {
  const changed = PERSON_FIELDS.filter(
    (field) =>
      command.person[field] !== undefined &&
      !isSameFact(command.person[field], spell.person[field]),
  );
  if (changed.length === 0) return NOTHING_NEW;
  if (spell.discharge !== null && wasHereAgain(spell, context.stays)) {
    return ruleBroken(
      'This person has been in hospital again since. Correct their details in that stay.',
    );
  }
  for (const field of changed) {
    if (!(field in command.seen)) {
      return refuse('INVALID', `Say what was shown for ${field}`, {
        fields: { [field]: 'seen is missing' },
      });
    }
    if (isSameFact(command.seen[field], spell.person[field])) continue;
    return cameFirst(
      { field: `person.${field}`, value: asValue(spell.person[field]) },
      lastSet(context.history, { kind: 'person', field }),
      `corrected the ${FIELD_NAMES[field]}`,
      context.timeZone,
    );
  }
  const { dateOfBirth, nhsNumber } = command.person;
  if (dateOfBirth !== undefined && dateOfBirth > todayOf(context)) {
    return ruleBroken('The date of birth cannot be in the future.', 'person.dateOfBirth');
  }
  const holder = context.known?.person.id ?? spell.person.id;
  if (typeof nhsNumber === 'string' && holder !== spell.person.id) {
    return refuse('CONFLICT', 'Another person has this NHS number. Check it before going on.', {
      fields: { 'person.nhsNumber': 'Held by another person' },
    });
  }
  const details = { after: only(command.person, changed), before: only(spell.person, changed) };
  // Who somebody is changes in each of their open stays.
  const stays = [...context.others.map((other) => other.spell), spell];
  const place = command.person.place ?? spell.person.place;
  return together(
    happenedIn(context, stays, () => ({
      type: 'PersonUpdated',
      data: { fields: changed },
      details,
    })),
    ...stays.flatMap((stay) =>
      routeToCouncil(stay, place, stay.id === spell.id ? command.id : null, context),
    ),
  );
}

function only(
  person: Partial<PersonDetails>,
  fields: readonly (keyof PersonDetails)[],
): Partial<PersonDetails> {
  return Object.fromEntries(fields.map((field) => [field, person[field]]));
}

function asValue(value: unknown): CurrentValue['value'] {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'boolean') return value;
  return JSON.stringify(value);
}
