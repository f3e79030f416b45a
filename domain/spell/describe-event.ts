import { describeAction } from './describe-event/describe-action.ts';
import type { DescribeContext } from './describe-event/describe-context.ts';
import { describeEscalation } from './describe-event/describe-escalation.ts';
import { describeHome } from './describe-event/describe-home.ts';
import { describePerson } from './describe-event/describe-person.ts';
import { describePlan } from './describe-event/describe-plan.ts';
import { describeStay } from './describe-event/describe-stay.ts';
import { describeTask } from './describe-event/describe-task.ts';
import type { SpellEvent } from './events.ts';
import type { Spell } from './state.ts';
import { taskName } from './task-name.ts';

/** An event as a line of the history: what was done, without who and when, which stand beside it. */
export function describeEvent(event: SpellEvent, spell: Spell, context: DescribeContext): string {
  const task = () => taskName(spell.tasks, event.taskId, context.catalogue);
  switch (event.type) {
    case 'PatientAdmitted':
    case 'PatientTransferred':
    case 'PatientDischarged':
    case 'DischargeCancelled':
    case 'SpellLeftBoard':
    case 'FollowUpEnded':
      return describeStay(event, context);
    case 'PersonUpdated':
    case 'PersonsMerged':
    case 'MergeUndone':
      return describePerson(event);
    case 'ClinicalCriteriaSet':
    case 'EddSet':
    case 'PathwaySet':
    case 'NoCriteriaToResideRecorded':
    case 'CriteriaToResideRecorded':
    case 'BoardRoundRecorded':
    case 'LongStayReviewed':
    case 'PrimaryReasonSet':
    case 'NoteAdded':
      return describePlan(event);
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
      return describeTask(event, task(), context);
    case 'TaskEscalated':
    case 'StayEscalated':
    case 'EscalationAcknowledged':
    case 'EscalationResolved':
      return describeEscalation(event, event.taskId === null ? 'the stay' : task());
    case 'ActionAdded':
    case 'ActionChanged':
    case 'ActionChased':
    case 'ActionFinished':
      return describeAction(event, spell, context);
    case 'HousingStepRecorded':
    case 'InterimPlanSet':
    case 'HomeDetailsSet':
      return describeHome(event);
    default:
      return event satisfies never;
  }
}
