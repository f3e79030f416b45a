import type { BoardRound } from '../../rounds/board-round.ts';
import { ERASED } from '../erased.ts';
import type { EventOf, PlanEvent } from '../events.ts';
import type { Spell } from '../state.ts';
import { endPeriod } from './nctr-period.ts';

export function evolvePlan(spell: Spell, event: PlanEvent): Spell {
  switch (event.type) {
    case 'ClinicalCriteriaSet': {
      const text = event.details === null ? ERASED : event.details.text;
      return { ...spell, clinicalCriteria: { text, setBy: event.by, setAt: event.occurredAt } };
    }
    case 'EddSet':
      return { ...spell, edd: { day: event.data.edd, setBy: event.by, setAt: event.occurredAt } };
    case 'PathwaySet': {
      const { recommended, agreed, national } = event.data;
      const pathway = { recommended, agreed, national, setBy: event.by, setAt: event.occurredAt };
      return { ...spell, pathway };
    }
    case 'NoCriteriaToResideRecorded':
      return {
        ...spell,
        nctrPeriods: [
          ...spell.nctrPeriods,
          { startedOn: event.data.readyDate, endedOn: null, endedBy: null },
        ],
        lastReview: { at: event.occurredAt, hasCriteria: false, criteria: [] },
      };
    case 'CriteriaToResideRecorded':
      return {
        ...endPeriod(spell, event.data.periodEndedOn, 'criteria_met'),
        // A reason is chosen for one delay, and a stay raised for one.
        ...(event.data.periodEndedOn !== null && { chosenReason: null, escalation: null }),
        lastReview: { at: event.occurredAt, hasCriteria: true, criteria: event.data.criteria },
      };
    case 'BoardRoundRecorded':
      return { ...spell, lastRound: roundOf(event) };
    case 'LongStayReviewed': {
      const { whyNotHome, whyNotToday } = event.details ?? {
        whyNotHome: ERASED,
        whyNotToday: null,
      };
      const longStayReview = { at: event.occurredAt, by: event.by, whyNotHome, whyNotToday };
      return { ...spell, longStayReview };
    }
    case 'PrimaryReasonSet':
      return { ...spell, chosenReason: chosenReasonOf(event) };
    case 'NoteAdded': {
      const { noteId: id, visibleTo } = event.data;
      const text = event.details?.text ?? ERASED;
      const note = { id, visibleTo, text, author: event.by, writtenAt: event.occurredAt };
      return { ...spell, notes: [...spell.notes, note] };
    }
    default:
      return event satisfies never;
  }
}

function roundOf({
  data: { wardId, notSeen, owner },
  details,
  by,
  occurredAt: at,
}: EventOf<'BoardRoundRecorded'>): BoardRound {
  const { action, person } = details ?? { action: owner === null ? null : ERASED, person: null };
  return { at, by, wardId, notSeen, action, owner, person };
}

function chosenReasonOf({
  data,
  details,
  by,
  occurredAt,
}: EventOf<'PrimaryReasonSet'>): Spell['chosenReason'] {
  const { reason } = data;
  if (reason === null) return null;
  return { reason, note: details?.note ?? ERASED, setBy: by, setAt: occurredAt };
}
