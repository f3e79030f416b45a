import type { Action } from '../actions/action.ts';
import { findAction } from '../actions/action.ts';
import { canSeeAction } from '../actions/action-sight.ts';
import type { Actor, ActorRef } from '../actor.ts';
import { canSee, sightFacts } from '../audience.ts';
import { dischargeReadyDate } from '../delay/delay-days.ts';
import { ladderOf } from '../escalation/escalation.ts';
import { canSeeTask } from '../spell/card-task.ts';
import { findTask } from '../spell/decision.ts';
import type { EventOf, SpellEvent } from '../spell/events.ts';
import { isOfAction } from '../spell/events.ts';
import type { Spell } from '../spell/state.ts';
import type { TaskOwner } from '../tasks/task-types.ts';
import { isOpenState } from '../tasks/task-types.ts';
import { teamRole } from '../tasks/teams.ts';
import type { NoticeKind } from './notice-kinds.ts';
import { NOTICES } from './notice-kinds.ts';

/** One person, or everyone of the team that does such tasks for this patient, or its leads. */
export type Recipient = { personId: string } | { team: TaskOwner } | { leadsOf: TaskOwner };

/** That somebody is to be told of an event. */
export type NoticeFor = { kind: NoticeKind; to: Recipient };

/** A stay as it was before an event, and after it. */
export type AroundEvent = { before: Spell | null; after: Spell };

/** The events that may be news to somebody: of all others nobody is told. */
export const EVENTS_TOLD = [
  'TaskAssigned',
  'TaskClaimed',
  'TaskReleased',
  'TaskDeclined',
  'TaskQuestionAsked',
  'TaskQuestionAnswered',
  'TaskEscalated',
  'StayEscalated',
  'EscalationAcknowledged',
  'EscalationResolved',
  'NoCriteriaToResideRecorded',
  'EddSet',
  'ActionAdded',
  'ActionChanged',
  'ActionChased',
  'ActionFinished',
] as const satisfies readonly SpellEvent['type'][];

export function isTold({ type }: Pick<SpellEvent, 'type'>): boolean {
  return EVENTS_TOLD.some((told) => told === type);
}

/**
 * Whom an event concerns (handbook 12): whoever is given a task or loses one; the team that is sent
 * one; those who are asked, and whoever asked; those to whom a task or a stay is escalated, and whoever
 * has or raised it; and, when a patient becomes ready or the EDD moves
 * closer, whoever has an open task for them. Whether they are told is `isToldTo`.
 */
export function noticesOf(event: SpellEvent, { before, after }: AroundEvent): NoticeFor[] {
  switch (event.type) {
    case 'TaskAssigned':
      return [
        ...assigned(event.data),
        ...lost(holderOf(before, event.taskId), event.data.assignee),
      ];
    case 'TaskClaimed':
    case 'TaskReleased':
      return lost(event.data.from?.id ?? null);
    case 'TaskDeclined':
      return [...team('task_for_team', 'hub'), ...lost(holderOf(before, event.taskId))];
    case 'TaskQuestionAsked':
      return team('question_asked', event.data.askedOf);
    case 'TaskQuestionAnswered':
      return person('question_answered', askerOf(after, event));
    case 'TaskEscalated':
      return [
        ...escalatedTo(event.data),
        ...person('escalation_moved', holderOf(after, event.taskId)),
      ];
    case 'StayEscalated':
      return stayRaised(event.data, before);
    case 'EscalationAcknowledged':
    case 'EscalationResolved':
      return concernedBy(after, event.taskId).flatMap((id) => person('escalation_moved', id));
    case 'NoCriteriaToResideRecorded':
      return isReady(before) ? [] : holdersOf(after).flatMap((id) => person('patient_ready', id));
    case 'EddSet': {
      const { edd, previous } = event.data;
      const isCloser = previous !== null && edd < previous;
      return isCloser ? holdersOf(after).flatMap((id) => person('edd_closer', id)) : [];
    }
    case 'ActionAdded':
      return person('action_given', event.data.person?.id ?? null);
    case 'ActionChanged': {
      const { person: to, from } = event.data;
      return to?.id === from?.id ? [] : person('action_given', to?.id ?? null);
    }
    case 'ActionChased':
      return chased(findAction(after, event.data.actionId));
    case 'ActionFinished': {
      const action = findAction(after, event.data.actionId);
      return person('action_ended', action?.askedBy.id ?? null);
    }
    default:
      return [];
  }
}

/**
 * Whether a person is told: they are meant, did not do it themselves, and may see the patient, the
 * task and what the notice says.
 */
export function isToldTo(
  reader: Actor,
  { kind, to }: NoticeFor,
  event: SpellEvent,
  stay: Spell,
): boolean {
  if (reader.id === event.by.id) return false;
  return isMeant(reader, to) && mayRead(reader, kind, event, stay);
}

function isMeant(reader: Actor, to: Recipient): boolean {
  if ('personId' in to) return to.personId === reader.id;
  if ('team' in to) return teamRole(to.team) === reader.role;
  return reader.isTeamLead && teamRole(to.leadsOf) === reader.role;
}

/** Whether somebody may see the patient, and the task or action, of a notice, and what its kind tells. */
export function mayRead(reader: Actor, kind: NoticeKind, event: SpellEvent, stay: Spell): boolean {
  if (!NOTICES[kind].roles.includes(reader.role)) return false;
  if (!canSee(reader, sightFacts(stay))) return false;
  if (isOfAction(event)) return canSeeAction(reader, event.data);
  const { taskId } = event;
  // That a stay is escalated would tell housing who is delayed.
  if (taskId === null) return reader.role !== 'housing' || !ABOUT_ESCALATIONS.has(kind);
  const task = findTask(stay, taskId);
  return task !== undefined && canSeeTask(reader, task);
}

const ABOUT_ESCALATIONS: ReadonlySet<NoticeKind> = new Set(['escalated', 'escalation_moved']);

function assigned({
  owner,
  from,
  assignee,
  because,
}: EventOf<'TaskAssigned'>['data']): NoticeFor[] {
  if (assignee !== null) return person('task_assigned', assignee.id);
  // Social care of another council is another team.
  const isSameTeam = owner === from && because === undefined;
  return isSameTeam ? [] : team('task_for_team', owner);
}

/**
 * The duty director has no account: the hub tells them. What a timer brings to the hub is not told
 * to each of the hub one by one, as there may be hundreds: it stands on their list.
 */
function escalatedTo({ level, owner, because }: EventOf<'TaskEscalated'>['data']): NoticeFor[] {
  if (level === 'team_lead') return [{ kind: 'escalated', to: { leadsOf: owner } }];
  return because === 'person' ? team('escalated', 'hub') : [];
}

/** Whoever had raised it hears that it moves up. */
function stayRaised(
  { because, from }: EventOf<'StayEscalated'>['data'],
  before: Spell | null,
): NoticeFor[] {
  const raisedBy = from === null ? null : (before?.escalation?.raisedBy.id ?? null);
  return [
    ...(because === 'person' ? team('escalated', 'hub') : []),
    ...person('escalation_moved', raisedBy),
  ];
}

/**
 * Whoever has it, or the team: its leads where it has any. From the second time on whoever asked for
 * it hears of it too, so that they can ask for it in another way. The timer's are told on the first
 * three days and then every fifth, about weekly: what is told every day nobody reads.
 */
function chased(action: Action | undefined): NoticeFor[] {
  if (action === undefined) return [];
  const { person: holder, owner, chases, askedBy } = action;
  const byTimer = chases.filter(({ because }) => because === 'day_passed').length;
  const isOfTimer = chases.at(-1)?.because === 'day_passed';
  if (isOfTimer && byTimer > TOLD_AT_FIRST && byTimer % TOLD_AGAIN_EACH !== 0) return [];
  const hasLeads = ladderOf(owner).includes('team_lead');
  const to: Recipient = hasLeads ? { leadsOf: owner } : { team: owner };
  const theirs = holder === null ? [{ kind: 'action_chased' as const, to }] : [];
  return [
    ...theirs,
    ...person('action_chased', holder?.id ?? null),
    ...(chases.length < ASKER_HEARS_AT ? [] : person('action_chased', askedBy.id)),
  ];
}

const ASKER_HEARS_AT = 2;
const TOLD_AT_FIRST = 3;
const TOLD_AGAIN_EACH = 5;

/** Whoever has a task, and whoever raised it, each once; of a stay, whoever raised that. */
function concernedBy(stay: Spell, taskId: string | null): string[] {
  if (taskId === null) return stay.escalation === null ? [] : [stay.escalation.raisedBy.id];
  const task = findTask(stay, taskId);
  const ids = [task?.claimedBy?.id, task?.escalation?.raisedBy.id];
  return [...new Set(ids.filter((id) => id !== undefined))];
}

/** Whoever had a task and has it no more. */
function lost(holderId: string | null, to: ActorRef | null = null): NoticeFor[] {
  return holderId === to?.id ? [] : person('task_taken', holderId);
}

function person(kind: NoticeKind, personId: string | null): NoticeFor[] {
  return personId === null ? [] : [{ kind, to: { personId } }];
}

function team(kind: NoticeKind, owner: TaskOwner): NoticeFor[] {
  return [{ kind, to: { team: owner } }];
}

function holderOf(stay: Spell | null, taskId: string | null): string | null {
  const task = stay === null || taskId === null ? undefined : findTask(stay, taskId);
  return task?.claimedBy?.id ?? null;
}

/** Everybody who has something open to do for the patient, each once. */
function holdersOf({ tasks }: Spell): string[] {
  const open = tasks.filter(({ state }) => isOpenState(state));
  return [...new Set(open.flatMap(({ claimedBy }) => (claimedBy === null ? [] : [claimedBy.id])))];
}

function askerOf(stay: Spell, { taskId, data }: EventOf<'TaskQuestionAnswered'>): string | null {
  const questions = taskId === null ? [] : (findTask(stay, taskId)?.questions ?? []);
  return questions.find(({ id }) => id === data.questionId)?.askedBy.id ?? null;
}

/** A later word on since when is a correction: they were ready already. */
function isReady(stay: Spell | null): boolean {
  return stay !== null && dischargeReadyDate(stay.nctrPeriods) !== null;
}
