import { findAction } from './actions/action.ts';
import type { Actor } from './actor.ts';
import type { SpellCommand } from './spell/commands.ts';
import { findTask } from './spell/decision.ts';
import type { Pathway } from './spell/pathway.ts';
import { pathwayStanding } from './spell/pathway.ts';
import type { Spell } from './spell/state.ts';
import type { TaskCatalogue } from './tasks/catalogue.ts';
import { ownerFor } from './tasks/catalogue.ts';
import type { TaskOwner } from './tasks/task-types.ts';
import { teamOwns } from './tasks/teams.ts';

/** Every command of the contract, also those that only timers and feeds may give. */
export const COMMAND_TYPES = [
  'AdmitPatient',
  'TransferPatient',
  'UpdatePerson',
  'MergePersons',
  'UndoMerge',
  'DischargePatient',
  'CancelDischarge',
  'LeaveBoard',
  'SetEdd',
  'SetClinicalCriteria',
  'SetPathway',
  'RecordCriteriaToReside',
  'RecordNoCriteriaToReside',
  'AddTask',
  'AddTaskSet',
  'ClaimTask',
  'ReleaseTask',
  'StartTask',
  'SetTaskWaiting',
  'CompleteTask',
  'CancelTask',
  'DeclineTask',
  'ReopenTask',
  'SetTaskBlocking',
  'SetTaskDue',
  'AssignTask',
  'FollowCatalogue',
  'AskAboutTask',
  'AnswerTaskQuestion',
  'RecordProvider',
  'SetPackageStart',
  'RecordHousingStep',
  'SetHomeDetails',
  'SetInterimPlan',
  'AddNote',
  'RecordBoardRound',
  'ReviewLongStay',
  'SetPrimaryReason',
  'Escalate',
  'AcknowledgeEscalation',
  'ResolveEscalation',
  'AddAction',
  'ChangeAction',
  'FinishAction',
  'ChaseAction',
] as const;
export type CommandType = (typeof COMMAND_TYPES)[number];

/** What a permission may hang on, besides the role. */
export type PermissionFacts = {
  /** The ward the stay is on, or is to begin on. */
  wardId: string | null;
  /** The owner of the task or action the command is about, or of the one it would add; else null. */
  taskOwner: TaskOwner | null;
  pathway: { pathway: Pathway; as: 'recommended' | 'agreed' | undefined } | null;
  /** Who asked for the action that the command is about. */
  askedById?: string;
};

type Rule = (actor: Actor, facts: PermissionFacts) => boolean;

const yes: Rule = () => true;
const no: Rule = () => false;
const ownWard: Rule = (actor, { wardId }) => wardId !== null && actor.wardIds.includes(wardId);
const ofTeam: Rule = (actor, { taskOwner }) =>
  taskOwner !== null && teamOwns(actor.role, taskOwner);
const ofWard: Rule = (_actor, { taskOwner }) => taskOwner === 'ward';
// Housing must not learn who is delayed: only tasks are theirs to raise.
const aTask: Rule = (_actor, { taskOwner }) => taskOwner !== null;
const leadOfTeam: Rule = (actor, facts) => actor.isTeamLead && ofTeam(actor, facts);
const socialCareOrLightbulb: Rule = (_actor, { taskOwner }) =>
  taskOwner === 'social_care' || taskOwner === 'lightbulb';
const lightbulb: Rule = (_actor, { taskOwner }) => taskOwner === 'lightbulb';
const ofTeamOrAsked: Rule = (actor, facts) => ofTeam(actor, facts) || facts.askedById === actor.id;
const recommendOrAgreeP0: Rule = (actor, { pathway }) =>
  pathway !== null &&
  (pathway.pathway === 'no_onward_care' ||
    pathwayStanding(actor.role, pathway.pathway, pathway.as) === 'recommended');

type Row = { ward: Rule; broker: Rule; housing: Rule; hub: Rule; timer?: Rule; feed?: Rule };

const hospital: Row = { ward: ownWard, broker: no, housing: no, hub: yes, feed: yes };
const clinical: Row = { ward: yes, broker: no, housing: no, hub: yes };
const taskWork: Row = { ward: ofTeam, broker: ofTeam, housing: ofTeam, hub: yes };
const taskShape: Row = { ward: ownWard, broker: ofTeam, housing: ofTeam, hub: yes };
const actionWork: Row = {
  ...{ ward: ofTeamOrAsked, broker: ofTeamOrAsked, housing: ofTeamOrAsked, hub: yes },
};
const hubOnly: Row = { ward: no, broker: no, housing: no, hub: yes };

/**
 * Who may do what, given that the stay is in sight (handbook 10). Administrators change no stay;
 * timers and feeds may only what their own columns say.
 */
export const PERMISSIONS: Record<CommandType, Row> = {
  AdmitPatient: hospital,
  TransferPatient: hospital,
  UpdatePerson: hospital,
  MergePersons: { ...hubOnly, feed: yes },
  UndoMerge: hubOnly,
  DischargePatient: { ...clinical, feed: yes },
  CancelDischarge: { ...clinical, feed: yes },
  LeaveBoard: { ward: no, broker: no, housing: no, hub: no, timer: yes },
  SetEdd: { ...clinical, feed: yes },
  SetClinicalCriteria: clinical,
  SetPathway: { ...clinical, ward: recommendOrAgreeP0 },
  RecordCriteriaToReside: { ...clinical, feed: yes },
  RecordNoCriteriaToReside: { ...clinical, feed: yes },
  AddTask: { ward: yes, broker: socialCareOrLightbulb, housing: lightbulb, hub: yes },
  AddTaskSet: { ...hubOnly, ward: yes },
  ClaimTask: taskWork,
  ReleaseTask: taskWork,
  StartTask: taskWork,
  SetTaskWaiting: taskWork,
  CompleteTask: taskWork,
  CancelTask: taskShape,
  DeclineTask: taskWork,
  ReopenTask: taskWork,
  SetTaskBlocking: taskShape,
  SetTaskDue: { ...taskWork, ward: ofWard },
  AssignTask: { ward: ofWard, broker: leadOfTeam, housing: leadOfTeam, hub: yes },
  FollowCatalogue: { ...hubOnly, timer: yes },
  AskAboutTask: taskWork,
  AnswerTaskQuestion: clinical,
  RecordProvider: taskWork,
  SetPackageStart: taskWork,
  RecordHousingStep: { ...hubOnly, housing: yes },
  SetHomeDetails: { ...hubOnly, housing: yes },
  SetInterimPlan: { ...hubOnly, housing: yes },
  AddNote: { ward: yes, broker: yes, housing: yes, hub: yes },
  RecordBoardRound: clinical,
  ReviewLongStay: clinical,
  SetPrimaryReason: hubOnly,
  Escalate: { ward: yes, broker: yes, housing: aTask, hub: yes, timer: yes },
  AcknowledgeEscalation: { ward: no, broker: leadOfTeam, housing: leadOfTeam, hub: yes },
  ResolveEscalation: hubOnly,
  AddAction: { ward: yes, broker: yes, housing: lightbulb, hub: yes },
  ChangeAction: actionWork,
  FinishAction: actionWork,
  ChaseAction: { ward: yes, broker: yes, housing: yes, hub: yes, timer: yes },
};

/** Whether an actor may give a command about a stay they can see. */
export function isAllowed(actor: Actor, type: CommandType, facts: PermissionFacts): boolean {
  const row = PERMISSIONS[type];
  if (actor.role === 'admin') return false;
  return (row[actor.role] ?? no)(actor, facts);
}

declare const authorised: unique symbol;

/** A command that passed the permission table; only `authorise` makes one. */
export type Authorised<Command> = { readonly command: Command; readonly [authorised]: true };

/**
 * The command with the proof that this actor may give it, or null. Assumes that the stay is in
 * the actor's sight and that the task it names, if any, is there.
 */
export function authorise(
  actor: Actor,
  command: SpellCommand,
  spell: Spell | null,
  catalogue: TaskCatalogue,
): Authorised<SpellCommand> | null {
  const facts = factsOf(command, spell, catalogue);
  if (!isAllowed(actor, command.type, facts)) return null;
  return { command } as Authorised<SpellCommand>; // the one place that makes the brand
}

/** What the permission of a command hangs on, from the command and the stay. */
export function factsOf(
  command: SpellCommand,
  spell: Spell | null,
  catalogue: TaskCatalogue,
): PermissionFacts {
  const facts = { wardId: spell?.wardId ?? null, taskOwner: null, pathway: null };
  if (command.type === 'AdmitPatient') return { ...facts, wardId: command.wardId };
  if (command.type === 'SetPathway') {
    return { ...facts, pathway: { pathway: command.pathway, as: command.as } };
  }
  if (command.type === 'AddTask') {
    const entry = catalogue[command.taskType];
    const place = spell?.person.place ?? 'unknown';
    return { ...facts, taskOwner: entry === undefined ? null : ownerFor(entry, place) };
  }
  if (command.type === 'AddAction') return { ...facts, taskOwner: command.owner };
  if ('actionId' in command && spell !== null) {
    const action = findAction(spell, command.actionId);
    if (action === undefined) return facts;
    return { ...facts, taskOwner: action.owner, askedById: action.askedBy.id };
  }
  if ('taskId' in command && command.taskId !== null && spell !== null) {
    return { ...facts, taskOwner: findTask(spell, command.taskId)?.owner ?? null };
  }
  return facts;
}
