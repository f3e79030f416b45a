import type { Authorised } from '../permissions.ts';
import { decideActionStep } from './commands/action-steps.ts';
import { decideAddAction } from './commands/add-action.ts';
import { decideAddNote } from './commands/add-note.ts';
import { decideAddTaskSet } from './commands/add-task-set.ts';
import { decideAddTask } from './commands/add-task.ts';
import { decideAdmitPatient } from './commands/admit-patient.ts';
import { decideDischargePatient } from './commands/discharge-patient.ts';
import { decideFollowCatalogue } from './commands/follow-catalogue.ts';
import { decideLeaveBoard } from './commands/leave-board.ts';
import { decideRecordBoardRound } from './commands/record-board-round.ts';
import { decideRecordCriteriaToReside } from './commands/record-criteria-to-reside.ts';
import { decideRecordNoCriteriaToReside } from './commands/record-no-criteria-to-reside.ts';
import { decideMergePersons, decideUndoMerge } from './commands/merge-persons.ts';
import { decideSetEdd } from './commands/set-edd.ts';
import { decideSetPathway } from './commands/set-pathway.ts';
import { decideCancelDischarge } from './commands/cancel-discharge.ts';
import { decideEscalation } from './commands/escalations.ts';
import { decideRecordHousingStep } from './commands/record-housing-step.ts';
import { decideReviewLongStay } from './commands/review-long-stay.ts';
import { decideSetClinicalCriteria } from './commands/set-clinical-criteria.ts';
import { decideSetHomeDetails } from './commands/set-home-details.ts';
import { decideSetInterimPlan } from './commands/set-interim-plan.ts';
import { decideSetPrimaryReason } from './commands/set-primary-reason.ts';
import { decideTaskEnding } from './commands/task-endings.ts';
import { decideTaskQuestion } from './commands/task-questions.ts';
import { decideTaskService } from './commands/task-services.ts';
import { decideTaskSetting } from './commands/task-settings.ts';
import { decideTaskStep } from './commands/task-steps.ts';
import { decideTransferPatient } from './commands/transfer-patient.ts';
import { decideUpdatePerson } from './commands/update-person.ts';
import type { SpellCommand } from './commands.ts';
import type { DecideContext, Decision } from './decision.ts';
import { NO_SUCH_STAY } from './decision.ts';
import type { Spell } from './state.ts';

/**
 * What follows from an order: events, or a refusal with its reason. Pure: the same stay, command
 * and context always give the same answer. An admission is the only command without a stay.
 */
export function decide(
  spell: Spell | null,
  { command }: Authorised<SpellCommand>,
  context: DecideContext,
): Decision {
  if (command.type === 'AdmitPatient') return decideAdmitPatient(command, context);
  if (spell === null) return NO_SUCH_STAY;
  switch (command.type) {
    case 'TransferPatient':
      return decideTransferPatient(spell, command, context);
    case 'UpdatePerson':
      return decideUpdatePerson(spell, command, context);
    case 'MergePersons':
      return decideMergePersons(spell, command, context);
    case 'UndoMerge':
      return decideUndoMerge(spell, command, context);
    case 'SetClinicalCriteria':
      return decideSetClinicalCriteria(spell, command, context);
    case 'SetEdd':
      return decideSetEdd(spell, command, context);
    case 'SetPathway':
      return decideSetPathway(spell, command, context);
    case 'RecordNoCriteriaToReside':
      return decideRecordNoCriteriaToReside(spell, command, context);
    case 'RecordCriteriaToReside':
      return decideRecordCriteriaToReside(spell, command, context);
    case 'AddTask':
      return decideAddTask(spell, command, context);
    case 'AddTaskSet':
      return decideAddTaskSet(spell, command, context);
    case 'ClaimTask':
    case 'ReleaseTask':
    case 'StartTask':
    case 'SetTaskWaiting':
    case 'CompleteTask':
      return decideTaskStep(spell, command, context);
    case 'CancelTask':
    case 'DeclineTask':
    case 'ReopenTask':
      return decideTaskEnding(spell, command, context);
    case 'SetTaskBlocking':
    case 'SetTaskDue':
    case 'AssignTask':
      return decideTaskSetting(spell, command, context);
    case 'FollowCatalogue':
      return decideFollowCatalogue(spell, command, context);
    case 'RecordHousingStep':
      return decideRecordHousingStep(spell, command, context);
    case 'SetHomeDetails':
      return decideSetHomeDetails(spell, command, context);
    case 'SetInterimPlan':
      return decideSetInterimPlan(spell, command, context);
    case 'AskAboutTask':
    case 'AnswerTaskQuestion':
      return decideTaskQuestion(spell, command, context);
    case 'RecordProvider':
    case 'SetPackageStart':
      return decideTaskService(spell, command, context);
    case 'AddNote':
      return decideAddNote(spell, command, context);
    case 'ReviewLongStay':
      return decideReviewLongStay(spell, command, context);
    case 'RecordBoardRound':
      return decideRecordBoardRound(spell, command, context);
    case 'SetPrimaryReason':
      return decideSetPrimaryReason(spell, command, context);
    case 'Escalate':
    case 'AcknowledgeEscalation':
    case 'ResolveEscalation':
      return decideEscalation(spell, command, context);
    case 'AddAction':
      return decideAddAction(spell, command, context);
    case 'ChangeAction':
    case 'FinishAction':
    case 'ChaseAction':
      return decideActionStep(spell, command, context);
    case 'DischargePatient':
      return decideDischargePatient(spell, command, context);
    case 'CancelDischarge':
      return decideCancelDischarge(spell, command, context);
    case 'LeaveBoard':
      return decideLeaveBoard(spell, context);
    default:
      return command satisfies never;
  }
}
