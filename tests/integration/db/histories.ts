import fc from 'fast-check';
import type { Store } from '../../../db/store.ts';
import type { Actor } from '../../../domain/actor.ts';
import { TIMER_ACTOR } from '../../../domain/actor.ts';
import { CRITERION_CODES } from '../../../domain/spell/criteria.ts';
import type { SpellCommand } from '../../../domain/spell/commands.ts';
import { evolve } from '../../../domain/spell/evolve.ts';
import { mergesInForce } from '../../../domain/spell/merges.ts';
import type { HomeDetails } from '../../../domain/housing/home.ts';
import { UNKNOWN_HOME, planInText } from '../../../domain/housing/home.ts';
import { HOUSING_AUTHORITIES, HOUSING_STEPS, ROOMS, datesInText, findStep } from '../../../domain/housing/housing-steps.ts'; // prettier-ignore
import { escalatedTo, levelsAbove, openEscalation } from '../../../domain/escalation/escalation.ts';
import { NOT_SEEN_REASONS } from '../../../domain/rounds/board-round.ts';
import { NOTE_READERS } from '../../../domain/spell/notes.ts';
import { PATHWAYS } from '../../../domain/spell/pathway.ts';
import type { PersonDetails } from '../../../domain/persons/person.ts';
import type { Spell } from '../../../domain/spell/state.ts';
import type { Task } from '../../../domain/tasks/task.ts';
import { openQuestion } from '../../../domain/tasks/task.ts';
import {
  CANCEL_REASONS,
  DECLINE_REASONS,
  PROVIDER_ANSWERS,
  TASK_OWNERS,
  TASK_TYPES,
  WAITING_FOR,
  arrangesService,
  isOpenState,
} from '../../../domain/tasks/task-types.ts';
import { addDays, calendarDay } from '../../../domain/time.ts';
import { staysReached } from '../../../server/commands/command-context.ts';
import { hubManager } from '../../factories/actor.ts';
import { changeBy } from '../../factories/change.ts';
import { NOW, minutesAfter } from '../../factories/clock.ts';
import { aContext, anAdmission, decideAllowed } from '../../factories/command.ts';
import { idOf } from '../../factories/ids.ts';
import { aPersonDetails, nhsNumberOf } from '../../factories/person.ts';

/** One thing that somebody tries: what, about whom, with which of the tasks, how long after the last. */
export const step = fc.record({
  kind: fc.constantFrom(
    'AdmitPatient',
    'SetEdd',
    'SetPathway',
    'RecordNoCriteriaToReside',
    'RecordCriteriaToReside',
    // Most of the others need one.
    ...(['AddTask', 'AddTask', 'AddTask'] as const),
    'ClaimTask',
    'ReleaseTask',
    'StartTask',
    'CompleteTask',
    'AddNote',
    'DischargePatient',
    'LeaveBoard',
    'TransferPatient',
    'UpdatePerson',
    'SetClinicalCriteria',
    'CancelDischarge',
    'SetTaskWaiting',
    'CancelTask',
    'DeclineTask',
    'ReopenTask',
    'SetTaskBlocking',
    'SetTaskDue',
    'AssignTask',
    ...(['AddTaskSet', 'FollowCatalogue'] as const),
    ...(['MergePersons', 'MergePersons', 'MergePersons'] as const),
    ...(['UndoMerge', 'UndoMerge', 'UndoMerge'] as const),
    ...(['RecordHousingStep', 'RecordHousingStep', 'RecordHousingStep'] as const),
    'SetHomeDetails',
    'SetInterimPlan',
    ...(['AskAboutTask', 'AskAboutTask', 'AnswerTaskQuestion'] as const),
    ...(['RecordProvider', 'SetPackageStart'] as const),
    ...(['Escalate', 'Escalate', 'AcknowledgeEscalation', 'ResolveEscalation'] as const),
    'SetPrimaryReason',
    'RecordBoardRound',
    'ReviewLongStay',
    ...(['AddAction', 'AddAction', 'ChangeAction', 'FinishAction', 'ChaseAction'] as const),
  ),
  person: fc.integer({ min: 1, max: 3 }),
  pick: fc.nat(40),
  minutes: fc.integer({ min: 0, max: 2000 }),
  text: fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }),
});
export type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

const SETS = ['home_with_package', 'home_made_ready', 'new_care_home'] as const;

/**
 * Tries steps against a store, leaving out what the rules refuse, and calls `check` with each stay
 * as it became by the rules and its seq.
 */
export async function play(
  store: Store,
  steps: readonly Step[],
  check: (spellId: string) => void | Promise<void> = () => undefined,
): Promise<void> {
  /** The last stay of each person, and every stay. */
  const people = new Map<number, string>();
  const stays: string[] = [];
  let now = NOW;
  for (const [index, each] of steps.entries()) {
    now = minutesAfter(now, each.minutes);
    const spellId = people.get(each.person) ?? null;
    const loaded = spellId === null ? null : await store.loadSpell(spellId);
    const isAdmission = spellId === null || each.kind === 'AdmitPatient';
    const before = isAdmission ? null : loaded;
    const command = isAdmission
      ? admission(index, each, now)
      : commandOf(index, each, spellId, loaded?.spell ?? null, now);
    if (command.type === 'MergePersons') {
      command.mergedSpellId = stays[each.pick % stays.length] ?? command.mergedSpellId;
      command.seen = await recordsOf(store, command.spellId, command.mergedSpellId);
    }
    const merges = mergesInForce(spellId === null ? [] : await store.eventsOf(spellId));
    if (command.type === 'UndoMerge') command.mergeId = merges.at(-1)?.mergeId ?? command.mergeId;
    const number = command.type === 'AdmitPatient' ? command.person.nhsNumber : null;
    const known = number === null ? null : await store.findPersonByNhsNumber(number);
    const personId = known?.person.id ?? loaded?.spell.person.id ?? '';
    const earlier = await store.staysOf(personId);
    if (command.type === 'AdmitPatient' && known !== null) {
      command.continuesSpellId = earlier.at(-1)?.spellId;
    }
    const others = await othersOf(store, command);
    const context = aContext({
      ...{ now, known, stays: earlier, others, merges, actor: actorOf(command) },
    });
    if (command.type === 'SetEdd') command.seen = loaded?.spell.edd.day ?? null;
    const decision = decideAllowed(before?.spell ?? null, command, context);
    if (!decision.ok || decision.events.length === 0) continue;
    const change = {
      ...changeBy(before?.spell ?? null, command, context),
      others: others.map(({ spell, seq: expectedSeq }) => {
        const events = decision.events.filter((event) => event.spellId === spell.id);
        return { before: spell, after: events.reduce<Spell>(evolve, spell), events, expectedSeq };
      }),
    };
    const result = await store.commit(change, before?.seq ?? 0);
    if (!result.ok) throw new Error(`${command.type}: ${result.reason}`);
    people.set(each.person, change.after.id);
    if (isAdmission) stays.push(change.after.id);
    await check(change.after.id);
  }
}

/** The further stays that a command reaches, as the door for change finds them. */
async function othersOf(store: Store, command: SpellCommand) {
  const reached = await staysReached(store, command);
  const found = reached.filter((id) => command.type !== 'AdmitPatient' && id !== command.spellId);
  const others = [];
  for (const id of found) {
    const loaded = await store.loadSpell(id);
    if (loaded === null) throw new Error(`The stay ${id} is not there`);
    others.push({ ...loaded, merges: mergesInForce(await store.eventsOf(id)) });
  }
  return others;
}

async function recordsOf(store: Store, remainingSpellId: string, mergedSpellId: string) {
  const [remaining, merged] = await Promise.all(
    [remainingSpellId, mergedSpellId].map(async (id) => {
      const loaded = await store.loadSpell(id);
      const { id: _id, ...facts } = loaded?.spell.person ?? { ...aPersonDetails(), id: '' };
      return facts;
    }),
  );
  if (remaining === undefined || merged === undefined) throw new Error('No records');
  return { remaining, merged };
}

function actorOf(command: SpellCommand): Actor {
  return command.type === 'LeaveBoard' ? TIMER_ACTOR : hubManager();
}

function admission(index: number, { person, pick, text }: Step, now: string): SpellCommand {
  const isPicky = pick % 2 === 0;
  return anAdmission({
    id: idOf(1000 + index),
    admittedAt: now,
    isMaternity: pick % 7 === 0,
    bed: isPicky ? null : 'C2',
    person: aPersonDetails({
      nhsNumber: pick % 4 === 3 ? null : nhsNumberOf(person),
      familyName: text,
      socialCareId: isPicky ? `SC${pick}` : null,
      hospitalNumber: pick % 3 === 0 ? null : 'S1',
      address: isPicky ? null : { line: text, town: 'Oakham', postcode: null },
      place: pick % 5 === 0 ? 'rutland' : pick % 7 === 0 ? 'unknown' : 'leicester',
      communicationNeeds: isPicky ? [text, 'Large print'] : [],
      needsInterpreter: isPicky,
      imdQuintile: isPicky ? null : 3,
    }),
  });
}

function commandOf(
  index: number,
  { kind, pick, text }: Step,
  spellId: string,
  spell: Spell | null,
  now: string,
): SpellCommand {
  const id = idOf(1000 + index);
  const today = calendarDay(now, 'Europe/London');
  const of = <T>(list: readonly [T, ...T[]]): T => list[pick % list.length] ?? list[0];
  const tasks = spell?.tasks ?? [];
  const task = tasks[pick % Math.max(1, tasks.length)];
  const taskId = task?.id ?? idOf(1);
  const onTask = { id, spellId, taskId, note: text };
  switch (kind) {
    case 'SetEdd':
      return { id, type: kind, spellId, edd: addDays(today, pick), seen: null, reason: text };
    case 'SetPathway':
      return { id, type: kind, spellId, pathway: of(PATHWAYS), seen: null, as: 'recommended' };
    case 'RecordNoCriteriaToReside':
      return { id, type: kind, spellId, readyDate: today, note: text };
    case 'RecordCriteriaToReside':
      return { id, type: kind, spellId, criteria: [of(CRITERION_CODES), '12'] };
    case 'AddTask':
      return { id, type: kind, spellId, taskType: of(TASK_TYPES), blocking: pick % 2 === 0 };
    case 'ClaimTask':
    case 'ReleaseTask':
    case 'StartTask':
    case 'CompleteTask':
      return { id, type: kind, spellId, taskId, note: text };
    case 'DischargePatient':
      return { id, type: kind, spellId, at: now, destination: 'care_home' };
    case 'LeaveBoard':
    case 'CancelDischarge':
      return { id, type: kind, spellId };
    case 'TransferPatient':
      return { id, type: kind, spellId, wardId: of(['lri-23', 'lri-31']), bed: `B${pick}` };
    case 'UpdatePerson': {
      const { id: _id, ...seen } = spell?.person ?? { ...aPersonDetails(), id: '' };
      return { id, type: kind, spellId, person: correction(pick, text), seen };
    }
    case 'MergePersons': {
      const { id: _id, ...seen } = spell?.person ?? { ...aPersonDetails(), id: '' };
      const standing = pick % 2 === 0 ? {} : ({ home: 'merged', name: 'merged' } as const);
      const both = { remaining: seen, merged: seen };
      return {
        id,
        type: kind,
        spellId,
        mergedSpellId: idOf(1),
        standing,
        seen: both,
        reason: text,
      };
    }
    case 'UndoMerge':
      return { id, type: kind, spellId, mergeId: idOf(1), reason: text };
    case 'SetClinicalCriteria': {
      const seen = spell?.clinicalCriteria.text ?? null;
      return { id, type: kind, spellId, text: pick % 4 === 0 ? null : text, seen };
    }
    case 'SetTaskWaiting':
      return { ...onTask, type: kind, waiting: of([...WAITING_FOR, null]) };
    case 'CancelTask':
      return { ...onTask, type: kind, reason: of(CANCEL_REASONS) };
    case 'DeclineTask':
      return { ...onTask, type: kind, reason: of(DECLINE_REASONS) };
    case 'ReopenTask':
      return { ...onTask, type: kind };
    case 'SetTaskBlocking': {
      const seen = task?.blocking ?? false;
      return { ...onTask, type: kind, blocking: !seen, seen };
    }
    case 'SetTaskDue':
      return { ...onTask, type: kind, dueAt: minutesAfter(now, pick), seen: task?.dueAt ?? null };
    case 'AssignTask':
      return { ...onTask, type: kind, owner: of(TASK_OWNERS) };
    case 'AddTaskSet':
      return { id, type: kind, spellId, set: of(SETS) };
    case 'FollowCatalogue':
      return { id, type: kind, spellId, taskTypes: [of(TASK_TYPES)], targets: true, owners: true };
    case 'RecordHousingStep': {
      const key = pick % 3 === 0 ? 'home_ready' : of(HOUSING_STEPS);
      const held = findStep(spell?.home.steps ?? [], key);
      const isTakenBack = held !== null && pick % 4 === 0;
      return {
        ...{ id, type: kind, spellId, step: key, note: text, authority: of(HOUSING_AUTHORITIES) },
        who: text,
        plannedFor: isTakenBack ? null : addDays(today, pick),
        doneOn: isTakenBack ? null : pick % 5 === 0 ? undefined : today,
        rooms: [of(ROOMS)],
        seen: datesInText(held),
      };
    }
    case 'SetHomeDetails': {
      const { setBy: _by, setAt: _at, ...details } = spell?.home.details ?? UNKNOWN_HOME.details;
      const seen = { ...details, accessContact: spell?.person.accessContact ?? null };
      return { id, type: kind, spellId, home: homeFacts(pick, text), seen };
    }
    case 'SetInterimPlan': {
      const seen = planInText(spell?.home.interimPlan.plan ?? null);
      return {
        id,
        type: kind,
        spellId,
        text: pick % 4 === 0 ? null : text,
        leavesWhen: text,
        seen,
      };
    }
    case 'AskAboutTask': {
      const { note: _note, ...about } = onTask;
      return { ...about, type: kind, askedOf: 'ward', question: text };
    }
    case 'AnswerTaskQuestion': {
      const asked = tasks.find((one) => openQuestion(one) !== null);
      const questionId = asked?.questions.at(-1)?.id ?? id;
      return { id, type: kind, spellId, taskId: asked?.id ?? taskId, questionId, answer: text };
    }
    case 'RecordProvider': {
      const about = { ...onTask, taskId: tasks.find(isService)?.id ?? taskId };
      const known = tasks.find(isService)?.providers.find(({ name }) => name === 'Elm Care');
      const name = pick % 2 === 0 ? 'Elm Care' : `Oak Homes ${pick}`;
      const seen = pick % 2 === 0 ? (known?.answer ?? null) : null;
      const answer = of(PROVIDER_ANSWERS);
      return { ...about, type: kind, name, approachedOn: today, answer, seen };
    }
    case 'SetPackageStart': {
      const service = tasks.find(isService);
      const about = { ...onTask, taskId: service?.id ?? taskId };
      const startsAt = pick % 3 === 0 ? null : minutesAfter(now, pick);
      return { ...about, type: kind, startsAt, seen: service?.startsAt ?? null };
    }
    case 'Escalate':
    case 'AcknowledgeEscalation':
    case 'ResolveEscalation':
      return escalationCommand(kind, { id, spellId, pick, text, today }, spell ?? null);
    case 'AddAction':
    case 'ChangeAction':
    case 'FinishAction':
    case 'ChaseAction':
      return actionCommand(kind, { id, spellId, pick, text, today }, spell);
    case 'SetPrimaryReason': {
      const seen = spell?.chosenReason?.reason ?? null;
      const reason = pick % 3 === 0 ? null : of(['C1', 'W2', 'H4'] as const);
      return { id, type: kind, spellId, reason, note: text, seen };
    }
    case 'ReviewLongStay': {
      const seen = spell?.longStayReview?.at ?? null;
      const whyNotToday = pick % 3 === 0 ? text : '';
      return { id, type: kind, spellId, whyNotHome: text, whyNotToday, seen };
    }
    case 'RecordBoardRound': {
      const notSeen = pick % 4 === 0 ? of(NOT_SEEN_REASONS) : null;
      const seen = spell?.lastRound?.at ?? null;
      const next = {
        action: text,
        owner: of(TASK_OWNERS),
        person: pick % 3 === 0 ? 'Dr Shah' : '',
      };
      return { id, type: kind, spellId, notSeen, ...next, seen };
    }
    default:
      return { id, type: 'AddNote', spellId, text, visibleTo: of(NOTE_READERS) };
  }
}

function escalationCommand(
  type: 'Escalate' | 'AcknowledgeEscalation' | 'ResolveEscalation',
  { pick, text, today, ...about }: { id: string; spellId: string; pick: number; text: string; today: string }, // prettier-ignore
  spell: Spell | null,
): SpellCommand {
  const tasks = spell?.tasks ?? [];
  const raised = tasks.find((task) => openEscalation(task) !== null);
  const open = tasks.find(({ state }) => isOpenState(state));
  const task = type === 'Escalate' && pick % 3 > 0 ? open : (raised ?? open);
  const isOfStay = pick % 2 === 0;
  const taskId = isOfStay ? null : (task?.id ?? idOf(1));
  if (type === 'ResolveEscalation') return { ...about, taskId, type, outcome: text };
  if (type === 'Escalate') {
    const above = isOfStay
      ? levelsAbove(null, spell?.escalation?.level ?? null)
      : task && levelsAbove(task.owner, escalatedTo(task));
    return { ...about, taskId, type, to: above?.[0] ?? 'hub', need: text };
  }
  const { acknowledged = null } = (isOfStay ? spell?.escalation : task?.escalation) ?? {};
  const reviewOn = pick % 3 === 0 ? null : addDays(today, pick);
  return { ...about, taskId, type, action: text, reviewOn, seen: acknowledged?.at ?? null };
}

type About = { id: string; spellId: string; pick: number; text: string; today: string };

function actionCommand(
  type: 'AddAction' | 'ChangeAction' | 'FinishAction' | 'ChaseAction',
  { pick, text, today, ...stay }: About,
  spell: Spell | null,
): SpellCommand {
  const open = (spell?.actions ?? []).filter(({ ended }) => ended === null);
  const action = open[pick % Math.max(1, open.length)];
  const about = { ...stay, actionId: action?.id ?? idOf(1) };
  const dueOn = addDays(today, pick % 5);
  switch (type) {
    case 'AddAction': {
      const raised = spell?.tasks.find(({ escalation }) => escalation !== null);
      const source = raised !== undefined && pick % 3 === 0 ? 'escalation' : 'review';
      const from = source === 'escalation' ? { fromTaskId: raised?.id } : {};
      return {
        ...stay,
        type,
        what: text,
        owner: pick % 2 === 0 ? 'ward' : 'hub',
        dueOn,
        source,
        ...from,
      };
    }
    case 'ChangeAction':
      return { ...about, type, dueOn, note: text, seen: action?.setAt ?? '' };
    case 'FinishAction':
      return { ...about, type, outcome: pick % 3 === 0 ? 'not_needed' : 'done', words: text };
    case 'ChaseAction':
      return { ...about, type, words: text };
    default:
      return type satisfies never;
  }
}

function homeFacts(pick: number, text: string): Partial<HomeDetails & { accessContact: string }> {
  const facts: [Partial<HomeDetails>, ...Partial<HomeDetails & { accessContact: string }>[]] = [
    { keys: text, roomsToClear: ['hallway', 'stairs'] },
    { landlord: text, isGrantUrgent: true },
    { equipment: null, equipmentDue: '2026-12-01' },
    { accessContact: text },
  ];
  return facts[pick % facts.length] ?? facts[0];
}

function isService({ type, state }: Task): boolean {
  return arrangesService(type) && isOpenState(state);
}

/** Facts that come, change and go, also those that are rows of their own. */
function correction(pick: number, text: string): Partial<PersonDetails> {
  const corrections: [Partial<PersonDetails>, ...Partial<PersonDetails>[]] = [
    { hospitalNumber: text },
    { hospitalNumber: null, socialCareId: text },
    { nhsNumber: null },
    { place: 'rutland', district: null },
    { place: 'leicestershire', district: 'melton' },
    { address: { line: text, town: 'Oakham', postcode: null } },
    { address: null, riskToStaff: text },
    { communicationNeeds: [text], needsInterpreter: true, imdQuintile: 5 },
  ];
  return corrections[pick % corrections.length] ?? corrections[0];
}
