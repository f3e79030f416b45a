import { nothingBlocksSince } from '../delay/nothing-blocks.ts';
import type { SpellEvent } from './events.ts';
import { evolveAction } from './evolve/evolve-action.ts';
import { evolveEscalation } from './evolve/evolve-escalation.ts';
import { evolveHome } from './evolve/evolve-home.ts';
import { evolvePerson } from './evolve/evolve-person.ts';
import { evolvePlan } from './evolve/evolve-plan.ts';
import { admitted, evolveStay } from './evolve/evolve-stay.ts';
import { evolveTask } from './evolve/evolve-task.ts';
import type { Spell } from './state.ts';

/**
 * The stay after an event. Only `PatientAdmitted` starts from nothing; any other event without a
 * stay before it is a fault of the log, and throws.
 */
export function evolve(spell: Spell | null, event: SpellEvent): Spell {
  const after = evolved(spell, event);
  return { ...after, nothingBlocksSince: nothingBlocksSince(spell, after, event.occurredAt) };
}

function evolved(spell: Spell | null, event: SpellEvent): Spell {
  if (event.type === 'PatientAdmitted') return admitted(event);
  if (spell === null) throw new Error(`The log has ${event.type} before any admission`);
  switch (event.type) {
    case 'PatientTransferred':
    case 'PatientDischarged':
    case 'DischargeCancelled':
    case 'SpellLeftBoard':
    case 'FollowUpEnded':
      return evolveStay(spell, event);
    case 'PersonUpdated':
    case 'PersonsMerged':
    case 'MergeUndone':
      return evolvePerson(spell, event);
    case 'ClinicalCriteriaSet':
    case 'EddSet':
    case 'PathwaySet':
    case 'NoCriteriaToResideRecorded':
    case 'CriteriaToResideRecorded':
    case 'BoardRoundRecorded':
    case 'LongStayReviewed':
    case 'PrimaryReasonSet':
    case 'NoteAdded':
      return evolvePlan(spell, event);
    case 'TaskAdded':
    case 'TaskClaimed':
    case 'TaskReleased':
    case 'TaskStarted':
    case 'TaskCompleted':
    case 'TaskWaitingSet':
    case 'TaskCancelled':
    case 'TaskDeclined':
    case 'TaskReopened':
    case 'TaskBlockingSet':
    case 'TaskDueSet':
    case 'TaskAssigned':
    case 'TaskQuestionAsked':
    case 'TaskQuestionAnswered':
    case 'TaskProviderRecorded':
    case 'TaskStartSet':
      return evolveTask(spell, event);
    case 'TaskEscalated':
    case 'StayEscalated':
    case 'EscalationAcknowledged':
    case 'EscalationResolved':
      return evolveEscalation(spell, event);
    case 'ActionAdded':
    case 'ActionChanged':
    case 'ActionChased':
    case 'ActionFinished':
      return evolveAction(spell, event);
    case 'HousingStepRecorded':
    case 'InterimPlanSet':
    case 'HomeDetailsSet':
      return evolveHome(spell, event);
    default:
      return event satisfies never;
  }
}
