import type { Actor, ActorRef } from '../actor.ts';
import type { EscalationCause } from '../escalation/escalation.ts';
import { levelInWords } from '../escalation/escalation.ts';
import type { Card } from '../spell/card.ts';
import { taskName } from '../spell/task-name.ts';
import type { ActionEvent, EventOf, SpellEvent } from '../spell/events.ts';
import { isOfAction } from '../spell/events.ts';
import type { Spell } from '../spell/state.ts';
import type { TaskCatalogue } from '../tasks/catalogue.ts';
import { DECLINE_REASON_NAMES } from '../tasks/task-types.ts';
import type { CalendarDay, Instant } from '../time.ts';
import { calendarDay, formatDay } from '../time.ts';
import type { NoticeKind } from './notice-kinds.ts';
import { mayRead } from './who-is-told.ts';

/** Who a patient is, as whoever is told of them identifies them. */
export type NoticePatient = Pick<Card, 'id' | 'person' | 'ward' | 'bed'>;

/** Of a reader's own card, which holds no more than they may see. */
export function noticePatient({ id, person, ward, bed }: Card): NoticePatient {
  return { id, person, ward, ...(bed !== undefined && { bed }) };
}

/** What a notice says to its reader; it quotes nothing that was typed, the plan has that. */
export type NoticeSays = {
  by: ActorRef;
  text: string;
  taskId: string | null;
  /** The action that it is about. */
  actionId?: string;
};

/** `says` is null where the reader may not see the patient, or the task, any more. */
export type NoticeLine = { id: number; at: Instant; isRead: boolean; says: NoticeSays | null };

/** What happened to one patient on one day; `patient` is null for what its reader may not see. */
export type NoticeGroup = {
  day: CalendarDay;
  patient: NoticePatient | null;
  lines: NoticeLine[];
};

type SaysContext = { catalogue: TaskCatalogue };

/**
 * What somebody is told of an event, by what they may see of the stay as it is now (handbook 12):
 * null when they have lost sight of the patient or the task, or act in a role that is not told such.
 */
export function noticeSays(
  kind: NoticeKind,
  event: SpellEvent,
  { reader, stay }: { reader: Actor; stay: Spell },
  context: SaysContext,
): NoticeSays | null {
  if (!mayRead(reader, kind, event, stay)) return null;
  const { taskId } = event;
  const what = taskId === null ? 'the stay' : taskName(stay.tasks, taskId, context.catalogue);
  const text = inWords(kind, event, what, reader);
  if (text === null) return null;
  const about = isOfAction(event) ? { actionId: event.data.actionId } : {};
  return { by: event.by, text, taskId, ...about };
}

/**
 * Null for an event that the kind does not tell of: what a role may read hangs on the kind. `task`:
 * the task that it is about, or the stay.
 */
function inWords(kind: NoticeKind, event: SpellEvent, task: string, reader: Actor): string | null {
  switch (kind) {
    case 'task_assigned':
      return event.type === 'TaskAssigned' ? `Assigned to you: ${task}` : null;
    case 'task_taken':
      return takenInWords(event, task);
    case 'task_for_team':
      return sentInWords(event, task);
    case 'question_asked':
      if (event.type !== 'TaskQuestionAsked') return null;
      return `Asks ${reader.role === 'hub' ? 'the hub' : 'the ward'} about: ${task}`;
    case 'question_answered':
      if (event.type !== 'TaskQuestionAnswered') return null;
      return `Answered your question about: ${task}`;
    case 'escalated':
      return event.type === 'TaskEscalated' || event.type === 'StayEscalated'
        ? raisedInWords(event, task)
        : null;
    case 'escalation_moved':
      return movedInWords(event, task);
    case 'patient_ready':
      if (event.type !== 'NoCriteriaToResideRecorded') return null;
      return `No criteria to reside: ready since ${formatDay(event.data.readyDate)}`;
    case 'edd_closer': {
      if (event.type !== 'EddSet' || event.data.previous === null) return null;
      return `EDD moved from ${formatDay(event.data.previous)} to ${formatDay(event.data.edd)}`;
    }
    case 'action_given':
    case 'action_chased':
    case 'action_ended':
      return isOfAction(event) ? actionInWords(event) : null;
    default:
      return kind satisfies never;
  }
}

/** It is told which action by its day: what is to be done was typed, and stands in the plan. */
function actionInWords(event: ActionEvent): string {
  switch (event.type) {
    case 'ActionAdded':
    case 'ActionChanged':
      return `An action is yours, by ${formatDay(event.data.dueOn)}`;
    case 'ActionChased':
      return `Chased: an action to be done by ${formatDay(event.data.dueOn)}`;
    case 'ActionFinished': {
      const became = event.data.outcome === 'done' ? 'is done' : 'is no longer needed';
      return `An action that you asked for ${became}`;
    }
    default:
      return event satisfies never;
  }
}

function takenInWords(event: SpellEvent, task: string): string | null {
  switch (event.type) {
    case 'TaskClaimed':
      return `Took over from you: ${task}`;
    case 'TaskReleased':
    case 'TaskDeclined':
      return `No longer yours: ${task}`;
    case 'TaskAssigned': {
      const { assignee } = event.data;
      return assignee === null ? `No longer yours: ${task}` : `Now with ${assignee.name}: ${task}`;
    }
    default:
      return null;
  }
}

function movedInWords(event: SpellEvent, task: string): string | null {
  switch (event.type) {
    case 'TaskEscalated':
    case 'StayEscalated':
      return raisedInWords(event, task);
    case 'EscalationAcknowledged':
      return `The escalation is taken on: ${task}`;
    case 'EscalationResolved':
      return `The escalation is settled: ${task}`;
    default:
      return null;
  }
}

function raisedInWords(event: EventOf<'TaskEscalated' | 'StayEscalated'>, what: string): string {
  const owner = event.type === 'TaskEscalated' ? event.data.owner : null;
  const { level, because } = event.data;
  const why = because === 'person' ? '' : `, ${WHY_RAISED[because]}`;
  return `Escalated to ${levelInWords(level, owner)}${why}: ${what}`;
}

const WHY_RAISED: Record<Exclude<EscalationCause, 'person'>, string> = {
  target_passed: 'as its target passed long ago',
  delayed: 'for the length of the delay',
  nothing_blocks: 'as nobody works on it',
};

function sentInWords(event: SpellEvent, task: string): string | null {
  if (event.type === 'TaskDeclined') {
    const reason = DECLINE_REASON_NAMES[event.data.reason].toLowerCase();
    return `Handed back to the hub (${reason}): ${task}`;
  }
  if (event.type !== 'TaskAssigned') return null;
  return event.data.because === 'council_changed'
    ? `Sent to your team, as the council changed: ${task}`
    : `Sent to your team: ${task}`;
}

/**
 * By day, the newest first, and within a day by patient, whoever has the newest notice first. What
 * the reader may not see any more stands together, so that not even its patients can be told apart.
 */
export function groupNotices(
  notices: readonly { line: NoticeLine; patient: NoticePatient | null }[],
  timeZone: string,
): NoticeGroup[] {
  const groups = new Map<string, NoticeGroup>();
  const newestFirst = [...notices].sort((one, other) => other.line.id - one.line.id);
  for (const { line, patient: known } of newestFirst) {
    const patient = line.says === null ? null : known;
    const day = calendarDay(line.at, timeZone);
    const key = `${day} ${patient?.id ?? ''}`;
    const group = groups.get(key) ?? { day, patient, lines: [] };
    group.lines.push(line);
    groups.set(key, group);
  }
  return [...groups.values()].sort((one, other) => compareDays(other.day, one.day));
}

function compareDays(one: CalendarDay, other: CalendarDay): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
