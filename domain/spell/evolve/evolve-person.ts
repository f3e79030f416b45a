import { erasedPerson } from '../erased.ts';
import type { PersonEvent } from '../events.ts';
import type { Spell } from '../state.ts';

export function evolvePerson(spell: Spell, event: PersonEvent): Spell {
  switch (event.type) {
    case 'PersonUpdated':
      return { ...spell, person: { ...spell.person, ...event.details?.after } };
    case 'PersonsMerged':
      return { ...spell, person: event.details?.after ?? erasedPerson(event.data.remainingId) };
    case 'MergeUndone':
      return { ...spell, person: event.details?.person ?? erasedPerson(event.data.personId) };
    default:
      return event satisfies never;
  }
}
