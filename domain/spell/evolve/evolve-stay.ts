import { erasedPerson } from '../erased.ts';
import type { EventOf, StayEvent } from '../events.ts';
import { NOTHING_DECIDED } from '../nothing-decided.ts';
import type { Spell } from '../state.ts';
import { endPeriod, reopenPeriod } from './nctr-period.ts';

export function evolveStay(
  spell: Spell,
  event: Exclude<StayEvent, { type: 'PatientAdmitted' }>,
): Spell {
  switch (event.type) {
    case 'PatientTransferred':
      return { ...spell, wardId: event.data.wardId, bed: event.data.bed };
    case 'PatientDischarged':
      return { ...endPeriod(spell, event.data.on, 'discharge'), discharge: event.data };
    case 'DischargeCancelled':
      return { ...reopenPeriod(spell), discharge: null, leftBoardAt: null, followUpEndedAt: null };
    case 'SpellLeftBoard':
      return { ...spell, leftBoardAt: event.occurredAt };
    case 'FollowUpEnded':
      return { ...spell, followUpEndedAt: event.occurredAt };
    default:
      return event satisfies never;
  }
}

export function admitted(event: EventOf<'PatientAdmitted'>): Spell {
  const { personId, continuesSpellId = null, ...stay } = event.data;
  return {
    id: event.spellId,
    person: event.details?.person ?? erasedPerson(personId),
    ...stay,
    continuesSpellId,
    ...NOTHING_DECIDED,
  };
}
