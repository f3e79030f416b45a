import type * as z from 'zod/mini';
import { addNote } from './commands/add-note.ts';
import { addTask } from './commands/add-task.ts';
import { admitPatient } from './commands/admit-patient.ts';
import { dischargePatient } from './commands/discharge-patient.ts';
import { leaveBoard } from './commands/leave-board.ts';
import { recordCriteriaToReside } from './commands/record-criteria-to-reside.ts';
import { recordNoCriteriaToReside } from './commands/record-no-criteria-to-reside.ts';
import { setEdd } from './commands/set-edd.ts';
import { setPathway } from './commands/set-pathway.ts';
import { claimTask, completeTask, releaseTask, startTask } from './commands/task-steps.ts';

/** Every command that changes a stay, by its type. */
export const SPELL_COMMANDS = {
  AdmitPatient: admitPatient,
  SetEdd: setEdd,
  SetPathway: setPathway,
  RecordCriteriaToReside: recordCriteriaToReside,
  RecordNoCriteriaToReside: recordNoCriteriaToReside,
  AddTask: addTask,
  ClaimTask: claimTask,
  ReleaseTask: releaseTask,
  StartTask: startTask,
  CompleteTask: completeTask,
  AddNote: addNote,
  DischargePatient: dischargePatient,
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
