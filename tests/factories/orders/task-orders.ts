import fc from 'fast-check';
import type { Spell } from '../../../domain/spell/state.ts';
import { DEFAULT_TASK_SETS } from '../../../domain/tasks/default-catalogue.ts';
import {
  ASKED_OF,
  CANCEL_REASONS,
  DECLINE_REASONS,
  PROVIDER_ANSWERS,
  TASK_OWNERS,
  TASK_TYPES,
  WAITING_FOR,
} from '../../../domain/tasks/task-types.ts';
import { openQuestion } from '../../../domain/tasks/task.ts';
import { addDays } from '../../../domain/time.ts';
import { idOf } from '../domain-spell.ts';
import type { Order } from './given.ts';
import { later, maybe, pick, text } from './given.ts';
import { STAFF } from './staff.ts';

export const addTask: fc.Arbitrary<Order> = fc
  .record({
    taskType: fc.constantFrom(...TASK_TYPES, 'own_taxi' as const, 'own_gone' as const),
    blocking: fc.boolean(),
    note: maybe(text),
  })
  .map((body) => (id, spell) => ({ type: 'AddTask', id, spellId: spell.id, ...body }));

export const addTaskSet: fc.Arbitrary<Order> = fc
  .record({ set: fc.constantFrom(...DEFAULT_TASK_SETS.map(({ key }) => key), 'gone') })
  .map((body) => (id, spell) => ({ type: 'AddTaskSet', id, spellId: spell.id, ...body }));

export const followCatalogue: fc.Arbitrary<Order> = fc
  .record({
    taskTypes: fc.subarray([...TASK_TYPES]),
    targets: fc.boolean(),
    owners: fc.boolean(),
  })
  .map((body) => (id, spell) => ({ type: 'FollowCatalogue', id, spellId: spell.id, ...body }));

export const taskStep: fc.Arbitrary<Order> = fc
  .record({
    type: fc.constantFrom(
      ...(['ClaimTask', 'ClaimTask', 'ReleaseTask', 'StartTask', 'CompleteTask'] as const),
    ),
    at: pick,
    isTakingOver: fc.nat(3),
    note: maybe(text),
  })
  .map(({ type, at, isTakingOver, note }) => (id, spell) => {
    const task = spell.tasks.length === 0 ? undefined : spell.tasks[at % spell.tasks.length];
    const common = { id, spellId: spell.id, taskId: task?.id ?? idOf(99_999), note };
    if (type !== 'ClaimTask') return { type, ...common };
    const holder = isTakingOver === 0 ? task?.claimedBy?.id : undefined;
    return { type, ...common, takeOverFrom: holder };
  });

/** What changes a task besides its steps. */
export const taskChange: fc.Arbitrary<Order> = fc
  .record({
    type: fc.constantFrom(
      ...(['SetTaskWaiting', 'SetTaskWaiting', 'CancelTask', 'DeclineTask', 'ReopenTask'] as const),
      ...(['SetTaskBlocking', 'SetTaskDue', 'AssignTask', 'AssignTask'] as const),
    ),
    at: pick,
    flag: fc.boolean(),
    isStale: fc.nat(5),
    waiting: fc.constantFrom(...WAITING_FOR, null),
    cancelled: fc.constantFrom(...CANCEL_REASONS),
    declined: fc.constantFrom(...DECLINE_REASONS),
    hours: maybe(fc.integer({ min: -5, max: 400 })),
    owner: fc.constantFrom(...TASK_OWNERS),
    assignee: maybe(fc.constantFrom(...STAFF)),
    note: maybe(text),
  })
  .map((given) => (id, spell, _today, now) => {
    const { type, note, hours, flag, isStale } = given;
    const task = spell.tasks.length === 0 ? undefined : spell.tasks[given.at % spell.tasks.length];
    const common = { id, spellId: spell.id, taskId: task?.id ?? idOf(99_999), note };
    switch (type) {
      case 'SetTaskWaiting':
        return { type, ...common, waiting: given.waiting };
      case 'CancelTask':
        return { type, ...common, reason: given.cancelled };
      case 'DeclineTask':
        return { type, ...common, reason: given.declined };
      case 'ReopenTask':
        return { type, ...common, note: 'SECRET again' };
      case 'SetTaskBlocking':
        return { type, ...common, blocking: flag, seen: isStale === 0 ? flag : !flag };
      case 'SetTaskDue': {
        const dueAt = hours === undefined ? null : later(now, hours * 60);
        return { type, ...common, dueAt, seen: isStale === 0 ? now : (task?.dueAt ?? null) };
      }
      case 'AssignTask': {
        const owner = flag ? (task?.owner ?? 'hub') : given.owner;
        return { type, ...common, owner, assigneeId: given.assignee?.id };
      }
      default:
        return type satisfies never;
    }
  });

/** What a team asks and is told, whom it approaches, and when the service begins. */
export const taskInquiry: fc.Arbitrary<Order> = fc
  .record({
    type: fc.constantFrom(
      ...(['AskAboutTask', 'AnswerTaskQuestion', 'AnswerTaskQuestion'] as const),
      ...(['RecordProvider', 'RecordProvider', 'SetPackageStart'] as const),
    ),
    at: pick,
    isStale: fc.nat(5),
    askedOf: fc.constantFrom(...ASKED_OF),
    name: fc.constantFrom('SECRET Elm Care', 'secret elm care', 'SECRET Oak Homes'),
    answer: fc.constantFrom(...PROVIDER_ANSWERS),
    offset: fc.integer({ min: -3, max: 1 }),
    hours: maybe(fc.integer({ min: -5, max: 400 })),
    note: maybe(text),
  })
  .map((given) => (id, spell, today, now) => {
    const { type, note, isStale } = given;
    const isWanted = ({ questions }: Spell['tasks'][number]) =>
      type !== 'AnswerTaskQuestion' || questions.length > 0;
    const tasks = spell.tasks.filter(isWanted);
    const task = tasks.length === 0 ? undefined : tasks[given.at % tasks.length];
    const common = { id, spellId: spell.id, taskId: task?.id ?? idOf(99_999) };
    switch (type) {
      case 'AskAboutTask':
        return { type, ...common, askedOf: given.askedOf, question: 'SECRET which visits?' };
      case 'AnswerTaskQuestion': {
        const question = (task && openQuestion(task)) ?? task?.questions.at(-1);
        const questionId = question?.id ?? idOf(99_998);
        return { type, ...common, questionId, answer: 'SECRET two a day' };
      }
      case 'RecordProvider': {
        const { name, answer } = given;
        const isSame = (other: string) => other.toLowerCase() === name.toLowerCase();
        const known = task?.providers.find((provider) => isSame(provider.name));
        const seen = isStale === 0 ? 'declined' : (known?.answer ?? null);
        const approachedOn = addDays(today, given.offset);
        return { type, ...common, name, approachedOn, answer, seen, note };
      }
      case 'SetPackageStart': {
        const startsAt = given.hours === undefined ? null : later(now, given.hours * 60);
        const seen = isStale === 0 ? now : (task?.startsAt ?? null);
        return { type, ...common, startsAt, seen, note };
      }
      default:
        return type satisfies never;
    }
  });
