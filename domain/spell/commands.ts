import type * as z from 'zod/mini';
import { changeAction, chaseAction, finishAction } from './commands/action-steps.ts';
import { addAction } from './commands/add-action.ts';
import { addNote } from './commands/add-note.ts';
import { addTaskSet } from './commands/add-task-set.ts';
import { addTask } from './commands/add-task.ts';
import { admitPatient } from './commands/admit-patient.ts';
import { dischargePatient } from './commands/discharge-patient.ts';
import { followCatalogue } from './commands/follow-catalogue.ts';
import { leaveBoard } from './commands/leave-board.ts';
import { mergePersons, undoMerge } from './commands/merge-persons.ts';
import { recordBoardRound } from './commands/record-board-round.ts';
import { recordCriteriaToReside } from './commands/record-criteria-to-reside.ts';
import { recordNoCriteriaToReside } from './commands/record-no-criteria-to-reside.ts';
import { setEdd } from './commands/set-edd.ts';
import { setPathway } from './commands/set-pathway.ts';
import { cancelDischarge } from './commands/cancel-discharge.ts';
import { acknowledgeEscalation, escalate, resolveEscalation } from './commands/escalations.ts';
import { recordHousingStep } from './commands/record-housing-step.ts';
import { reviewLongStay } from './commands/review-long-stay.ts';
import { setClinicalCriteria } from './commands/set-clinical-criteria.ts';
import { setHomeDetails } from './commands/set-home-details.ts';
import { setInterimPlan } from './commands/set-interim-plan.ts';
import { setPrimaryReason } from './commands/set-primary-reason.ts';
import { cancelTask, declineTask, reopenTask } from './commands/task-endings.ts';
import { assignTask, setTaskBlocking, setTaskDue } from './commands/task-settings.ts';
import { answerTaskQuestion, askAboutTask } from './commands/task-questions.ts';
import { recordProvider, setPackageStart } from './commands/task-services.ts';
import {
  claimTask,
  completeTask,
  releaseTask,
  setTaskWaiting,
  startTask,
} from './commands/task-steps.ts';
import { transferPatient } from './commands/transfer-patient.ts';
import { updatePerson } from './commands/update-person.ts';

/** Every command that changes a stay, by its type. */
export const SPELL_COMMANDS = {
  AdmitPatient: admitPatient,
  TransferPatient: transferPatient,
  UpdatePerson: updatePerson,
  MergePersons: mergePersons,
  UndoMerge: undoMerge,
  SetEdd: setEdd,
  SetClinicalCriteria: setClinicalCriteria,
  SetPathway: setPathway,
  RecordCriteriaToReside: recordCriteriaToReside,
  RecordNoCriteriaToReside: recordNoCriteriaToReside,
  AddTask: addTask,
  AddTaskSet: addTaskSet,
  ClaimTask: claimTask,
  ReleaseTask: releaseTask,
  StartTask: startTask,
  SetTaskWaiting: setTaskWaiting,
  CompleteTask: completeTask,
  CancelTask: cancelTask,
  DeclineTask: declineTask,
  ReopenTask: reopenTask,
  SetTaskBlocking: setTaskBlocking,
  SetTaskDue: setTaskDue,
  AssignTask: assignTask,
  FollowCatalogue: followCatalogue,
  RecordHousingStep: recordHousingStep,
  SetHomeDetails: setHomeDetails,
  SetInterimPlan: setInterimPlan,
  AskAboutTask: askAboutTask,
  AnswerTaskQuestion: answerTaskQuestion,
  RecordProvider: recordProvider,
  SetPackageStart: setPackageStart,
  AddNote: addNote,
  RecordBoardRound: recordBoardRound,
  ReviewLongStay: reviewLongStay,
  SetPrimaryReason: setPrimaryReason,
  Escalate: escalate,
  AcknowledgeEscalation: acknowledgeEscalation,
  ResolveEscalation: resolveEscalation,
  AddAction: addAction,
  ChangeAction: changeAction,
  FinishAction: finishAction,
  ChaseAction: chaseAction,
  DischargePatient: dischargePatient,
  CancelDischarge: cancelDischarge,
  LeaveBoard: leaveBoard,
} as const;

type Schemas = typeof SPELL_COMMANDS;

export type SpellCommandType = keyof Schemas;

/** A command whose shape has been checked, with its defaults. */
export type SpellCommand = { [Type in SpellCommandType]: z.infer<Schemas[Type]> }[SpellCommandType];

/** What a caller sends, before defaults and transforms. */
export type SpellCommandInput = {
  [Type in SpellCommandType]: z.input<Schemas[Type]>;
}[SpellCommandType];
