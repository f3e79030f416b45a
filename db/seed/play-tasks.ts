import type { Actor } from '../../domain/actor.ts';
import type { SpellCommandInput } from '../../domain/spell/commands.ts';
import type { Spell } from '../../domain/spell/state.ts';
import type { Instant } from '../../domain/time.ts';
import { calendarDay } from '../../domain/time.ts';
import type { StaffRef, TaskPlan } from './spell-plan.ts';

/** A step of somebody's; null where there is nothing to do after all. */
export type Add = (
  at: Instant,
  by: StaffRef,
  command: (spell: Spell | null) => SpellCommandInput | null,
  /** Whom the command names, if it names somebody. */
  assignee?: Actor | null,
) => void;
export type IdOf = (by: StaffRef, at: Instant) => string;

type Playing = { spellId: string; timeZone: string; add: Add; idOf: IdOf };

/** A task from its adding to its end, with what it waits for and the service that it arranges. */
export function addTaskSteps(task: TaskPlan, playing: Playing): void {
  const { spellId, add, idOf } = playing;
  const { type: taskType, blocking, claimedBy } = task;
  const taskId = idOf(task.addedBy, task.addedAt);
  add(task.addedAt, task.addedBy, () => ({ type: 'AddTask', id: taskId, spellId, taskType, blocking })); // prettier-ignore
  if (claimedBy === null) return;
  addDecline(task, taskId, claimedBy, playing);
  const work = [
    ['ClaimTask', task.claimedAt],
    ['StartTask', task.startedAt],
    ['CompleteTask', task.completedAt],
  ] as const;
  for (const [type, at] of work) {
    if (at === null) continue;
    const id = idOf(claimedBy, at);
    add(at, claimedBy, () => ({ type, id, spellId, taskId }));
  }
  addWaiting(task, taskId, claimedBy, playing);
  addService(task, taskId, claimedBy, playing);
}

function addDecline(
  { declined, owner }: TaskPlan,
  taskId: string,
  by: StaffRef,
  { spellId, add, idOf }: Playing,
): void {
  if (declined === null) return;
  const { at, reason, returnedAt, by: hub } = declined;
  const [id, returnId] = [idOf(by, at), idOf(hub, returnedAt)];
  add(at, by, () => ({ type: 'DeclineTask', id, spellId, taskId, reason }));
  add(returnedAt, hub, () => ({ type: 'AssignTask', id: returnId, spellId, taskId, owner }));
}

function addWaiting(
  { waiting, question }: TaskPlan,
  taskId: string,
  by: StaffRef,
  { spellId, add, idOf }: Playing,
): void {
  if (waiting === null) return;
  const { since, until } = waiting;
  const about = { spellId, taskId };
  const id = idOf(by, since);
  if (question === null) {
    add(since, by, () => ({ type: 'SetTaskWaiting', id, ...about, waiting: waiting.for }));
    if (until === null) return;
    const onId = idOf(by, until);
    add(until, by, () => ({ type: 'SetTaskWaiting', id: onId, ...about, waiting: null }));
    return;
  }
  const { text, answer, answeredBy } = question;
  add(since, by, () => ({ type: 'AskAboutTask', id, ...about, askedOf: 'ward', question: text }));
  if (until === null) return;
  const answerId = idOf(answeredBy, until);
  add(until, answeredBy, () => {
    return { type: 'AnswerTaskQuestion', id: answerId, ...about, questionId: id, answer };
  });
}

function addService(
  { service }: TaskPlan,
  taskId: string,
  by: StaffRef,
  { spellId, timeZone, add, idOf }: Playing,
): void {
  if (service === null) return;
  for (const { name, askedAt, answered } of service.providers) {
    const approachedOn = calendarDay(askedAt, timeZone);
    const about = { type: 'RecordProvider', spellId, taskId, name, approachedOn } as const;
    const id = idOf(by, askedAt);
    add(askedAt, by, () => ({ ...about, id, answer: 'asked', seen: null }));
    if (answered === null) continue;
    const { at, answer } = answered;
    const answerId = idOf(by, at);
    add(at, by, () => ({ ...about, id: answerId, answer, seen: 'asked' }));
  }
  if (service.start === null) return;
  const { at, startsAt } = service.start;
  const id = idOf(by, at);
  add(at, by, () => ({ type: 'SetPackageStart', id, spellId, taskId, startsAt, seen: null }));
}
