import fc from 'fast-check';
import type { Actor } from '../../domain/actor.ts';
import type { PersonDetails } from '../../domain/persons/person.ts';
import { CRITERION_CODES } from '../../domain/spell/criteria.ts';
import type { SpellCommandInput } from '../../domain/spell/commands.ts';
import { DESTINATIONS } from '../../domain/spell/discharge.ts';
import type { Room } from '../../domain/housing/housing-steps.ts';
import {
  HOUSING_AUTHORITIES,
  HOUSING_STEPS,
  ROOMS,
  datesInText,
  findStep,
} from '../../domain/housing/housing-steps.ts';
import { planInText } from '../../domain/housing/home.ts';
import { ESCALATION_LEVELS, openEscalation } from '../../domain/escalation/escalation.ts';
import { NOT_SEEN_REASONS } from '../../domain/rounds/board-round.ts';
import { NOTE_READERS } from '../../domain/spell/notes.ts';
import { NATIONAL_PATHWAYS, PATHWAYS } from '../../domain/spell/pathway.ts';
import type { HistoryEvent } from '../../domain/spell/spell-view.ts';
import type { Spell } from '../../domain/spell/state.ts';
import { PLACES } from '../../domain/persons/place.ts';
import type { DecideContext } from '../../domain/spell/decision.ts';
import { openQuestion } from '../../domain/tasks/task.ts';
import {
  ASKED_OF,
  CANCEL_REASONS,
  DECLINE_REASONS,
  PROVIDER_ANSWERS,
  TASK_OWNERS,
  TASK_TYPES,
  WAITING_FOR,
} from '../../domain/tasks/task-types.ts';
import type { CalendarDay, Instant } from '../../domain/time.ts';
import { addDays, calendarDay } from '../../domain/time.ts';
import { DEFAULT_TASK_SETS } from '../../domain/tasks/default-catalogue.ts';
import type { Outcome } from './domain-spell.ts';
import {
  BELA,
  FEED,
  HANNAH,
  LONDON,
  MO,
  PRIYA,
  TIMER,
  TOM,
  aPerson,
  idOf,
  when,
} from './domain-spell.ts';

/** Plausible orders of a whole stay, by everyone, some of them wrong, some of them twice. */

export type Step = {
  actor: Actor;
  /** Minutes since the step before. */
  minutes: number;
  /** The order, given what the person sees: the stay as it is, and today. */
  order: (id: string, spell: Spell, today: CalendarDay, now: Instant) => SpellCommandInput;
};

const BEN = { ...BELA, id: 'ben', name: 'Ben Low', isTeamLead: true };
const STAFF = [PRIYA, TOM, MO, BELA, BEN, HANNAH];

const people = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(PRIYA, TOM, MO, MO, MO) },
  { weight: 4, arbitrary: fc.constantFrom(BELA, BEN, HANNAH) },
  { weight: 1, arbitrary: fc.constantFrom(FEED, TIMER, TIMER) },
);
const minutes = fc.oneof(
  { weight: 3, arbitrary: fc.nat(90) },
  { weight: 1, arbitrary: fc.nat(4_000) },
);
const text = fc.constantFrom('SECRET wound swab positive', 'SECRET', '  ', 'SECRET é 中 \u0000 🙂');
const dayOffset = fc.integer({ min: -12, max: 12 });
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const pick = fc.nat(20);

type Order = Step['order'];

const setEdd: fc.Arbitrary<Order> = fc
  .record({ offset: dayOffset, isStale: fc.nat(5), reason: maybe(text) })
  .map(({ offset, isStale, reason }) => (id, spell, today) => ({
    type: 'SetEdd',
    id,
    spellId: spell.id,
    edd: addDays(today, offset),
    seen: isStale === 0 ? today : spell.edd.day,
    reason,
  }));

const setPathway: fc.Arbitrary<Order> = fc
  .record({
    pathway: fc.constantFrom(...PATHWAYS),
    isStale: fc.nat(5),
    as: maybe(fc.constantFrom('recommended' as const, 'agreed' as const)),
    national: maybe(fc.constantFrom(...NATIONAL_PATHWAYS)),
  })
  .map(({ pathway, isStale, as, national }) => (id, spell) => {
    const { recommended, agreed } = spell.pathway;
    const shown = agreed === 'none_set' ? recommended : agreed;
    const seen = isStale === 0 ? 'end_of_life' : shown;
    return { type: 'SetPathway', id, spellId: spell.id, pathway, seen, as, national };
  });

const addTask: fc.Arbitrary<Order> = fc
  .record({
    taskType: fc.constantFrom(...TASK_TYPES, 'own_taxi' as const, 'own_gone' as const),
    blocking: fc.boolean(),
    note: maybe(text),
  })
  .map((body) => (id, spell) => ({ type: 'AddTask', id, spellId: spell.id, ...body }));

const addTaskSet: fc.Arbitrary<Order> = fc
  .record({ set: fc.constantFrom(...DEFAULT_TASK_SETS.map(({ key }) => key), 'gone') })
  .map((body) => (id, spell) => ({ type: 'AddTaskSet', id, spellId: spell.id, ...body }));

const followCatalogue: fc.Arbitrary<Order> = fc
  .record({
    taskTypes: fc.subarray([...TASK_TYPES]),
    targets: fc.boolean(),
    owners: fc.boolean(),
  })
  .map((body) => (id, spell) => ({ type: 'FollowCatalogue', id, spellId: spell.id, ...body }));

const taskStep: fc.Arbitrary<Order> = fc
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

const addNote: fc.Arbitrary<Order> = fc
  .record({
    text: fc.constantFrom('SECRET note', 'SECRET \u0000 🙂'),
    visibleTo: maybe(fc.constantFrom(...NOTE_READERS)),
  })
  .map((body) => (id, spell) => ({ type: 'AddNote', id, spellId: spell.id, ...body }));

const ready: fc.Arbitrary<Order> = fc
  .record({ offset: fc.integer({ min: -4, max: 1 }), note: maybe(text) })
  .map(({ offset, note }) => (id, spell, today) => ({
    type: 'RecordNoCriteriaToReside',
    id,
    spellId: spell.id,
    readyDate: addDays(today, offset),
    note,
  }));

const ill: fc.Arbitrary<Order> = fc
  .record({
    offset: maybe(fc.integer({ min: -4, max: 1 })),
    criteria: maybe(fc.uniqueArray(fc.constantFrom(...CRITERION_CODES), { minLength: 1 })),
    note: maybe(text),
  })
  .map(({ offset, criteria, note }) => (id, spell, today) => ({
    type: 'RecordCriteriaToReside',
    id,
    spellId: spell.id,
    metOn: offset === undefined ? undefined : addDays(today, offset),
    criteria,
    note,
  }));

const discharge: fc.Arbitrary<Order> = fc
  .record({
    minutesAgo: fc.integer({ min: -30, max: 4_000 }),
    destination: fc.constantFrom(...DESTINATIONS),
  })
  .map(({ minutesAgo, destination }) => (id, spell, _today, now) => ({
    type: 'DischargePatient',
    id,
    spellId: spell.id,
    at: later(now, -minutesAgo),
    destination,
  }));

const leaveBoard: fc.Arbitrary<Order> = fc.constant((id, spell) => ({
  type: 'LeaveBoard',
  id,
  spellId: spell.id,
}));

const transfer: fc.Arbitrary<Order> = fc
  .record({
    wardId: fc.constantFrom('w15', 'w16', 'g20', 'w99'),
    bed: fc.constantFrom('BED-7', 'BED-8', null),
    minutesAgo: maybe(fc.integer({ min: -30, max: 4_000 })),
  })
  .map(({ wardId, bed, minutesAgo }) => (id, spell, _today, now) => {
    const at = minutesAgo === undefined ? undefined : later(now, -minutesAgo);
    return { type: 'TransferPatient', id, spellId: spell.id, wardId, bed, at };
  });

const corrections: Partial<PersonDetails>[] = [
  ...PLACES.map((place) => ({ place })),
  { familyName: 'Patel', givenName: 'Zed' },
  { nhsNumber: null },
  { nhsNumber: '9990000018' },
  { address: null },
  { address: { line: '3 Elm Road', town: 'Oakham', postcode: null } },
  { riskToStaff: 'SECRET dog', communicationNeeds: [] },
  { accessContact: 'Son, 07700 900999', needsInterpreter: false },
];

const updatePerson: fc.Arbitrary<Order> = fc
  .record({ person: fc.constantFrom(...corrections), isStale: fc.nat(5) })
  .map(({ person, isStale }) => (id, spell) => {
    const { id: _id, ...seen } = isStale === 0 ? aPerson({ givenName: 'Old' }) : spell.person;
    return { type: 'UpdatePerson', id, spellId: spell.id, person, seen };
  });

const setClinicalCriteria: fc.Arbitrary<Order> = fc
  .record({ text: fc.constantFrom('SECRET eats', 'SECRET\r\nwalks', null), isStale: fc.nat(5) })
  .map(({ text: wish, isStale }) => (id, spell) => ({
    type: 'SetClinicalCriteria',
    id,
    spellId: spell.id,
    text: wish,
    seen: isStale === 0 ? 'SECRET old' : spell.clinicalCriteria.text,
  }));

const cancelDischarge: fc.Arbitrary<Order> = fc
  .record({ note: maybe(text) })
  .map(({ note }) => (id, spell) => ({ type: 'CancelDischarge', id, spellId: spell.id, note }));

const housingStep: fc.Arbitrary<Order> = fc
  .record({
    step: fc.constantFrom(...HOUSING_STEPS, 'home_ready' as const, 'clearance_done' as const),
    planned: maybe(fc.integer({ min: -3, max: 20 })),
    done: maybe(fc.integer({ min: -9, max: 1 })),
    rooms: fc.uniqueArray(fc.constantFrom(...ROOMS), { maxLength: 3 }),
    authority: maybe(fc.constantFrom(...HOUSING_AUTHORITIES)),
    note: maybe(text),
    who: maybe(fc.constantFrom('SECRET Sam', '', ' SECRET Jo ')),
    isStale: fc.nat(5),
  })
  .map(({ step, planned, done, rooms, authority, note, who, isStale }) => (id, spell, today) => ({
    ...{ type: 'RecordHousingStep', id, spellId: spell.id, step, rooms, authority, note },
    who,
    plannedFor: planned === undefined ? null : addDays(today, planned),
    doneOn: done === undefined ? undefined : addDays(today, done),
    seen: isStale === 0 ? '2026-01-01/' : datesInText(findStep(spell.home.steps, step)),
  }));

const stepTakenBack: fc.Arbitrary<Order> = fc
  .record({ at: pick, note: maybe(text) })
  .map(({ at, note }) => (id, spell) => {
    const { steps } = spell.home;
    const found =
      steps.find(({ step }) => step === 'home_ready') ?? steps[at % Math.max(1, steps.length)];
    return {
      ...{ type: 'RecordHousingStep', id, spellId: spell.id, note },
      ...{ step: found?.step ?? 'visited', plannedFor: null, doneOn: null },
      seen: datesInText(found ?? null),
    };
  });

const KITCHEN: Room[] = ['kitchen'];

const homeDetails: fc.Arbitrary<Order> = fc
  .record({
    home: fc.constantFrom(
      { keys: 'SECRET neighbour' },
      { landlord: 'SECRET 07700 900111', equipmentDue: '2026-11-30' },
      { roomsToClear: KITCHEN, isGrantUrgent: true },
      { equipment: null, accessContact: 'Son, 07700 900999' },
    ),
    isStale: fc.nat(5),
  })
  .map(({ home, isStale }) => (id, spell) => {
    const { setBy: _by, setAt: _at, ...details } = spell.home.details;
    const seen = { ...details, accessContact: spell.person.accessContact };
    const stale = { ...seen, keys: 'SECRET old', accessContact: 'SECRET old' };
    return {
      type: 'SetHomeDetails',
      id,
      spellId: spell.id,
      home,
      seen: isStale === 0 ? stale : seen,
    };
  });

const interimPlan: fc.Arbitrary<Order> = fc
  .record({ text: fc.constantFrom('SECRET bed', null), isStale: fc.nat(5) })
  .map(({ text: wish, isStale }) => (id, spell) => ({
    ...{ type: 'SetInterimPlan', id, spellId: spell.id, text: wish, leavesWhen: 'SECRET soon' },
    seen: isStale === 0 ? 'SECRET old' : planInText(spell.home.interimPlan.plan),
  }));

/** What changes a task besides its steps. */
const taskChange: fc.Arbitrary<Order> = fc
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
const taskInquiry: fc.Arbitrary<Order> = fc
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

/** What is raised above those who do a task, taken on and settled. */
const escalation: fc.Arbitrary<Order> = fc
  .record({
    type: fc.constantFrom(
      ...(['Escalate', 'Escalate', 'AcknowledgeEscalation', 'AcknowledgeEscalation'] as const),
      'ResolveEscalation' as const,
    ),
    at: pick,
    isStale: fc.nat(5),
    to: fc.constantFrom(...ESCALATION_LEVELS),
    offset: maybe(fc.integer({ min: -1, max: 5 })),
    need: maybe(text),
  })
  .map(({ type, at, isStale, to, offset, need }) => (id, spell, today, now) => {
    const raised = spell.tasks.filter((task) => openEscalation(task) !== null);
    const tasks = type === 'Escalate' || raised.length === 0 ? spell.tasks : raised;
    const task = tasks.length === 0 ? undefined : tasks[at % tasks.length];
    const about = { id, spellId: spell.id, taskId: task?.id ?? idOf(99_999) };
    switch (type) {
      case 'Escalate':
        return { type, ...about, to, need };
      case 'AcknowledgeEscalation': {
        const reviewOn = offset === undefined ? null : addDays(today, offset);
        const seen = isStale === 0 ? now : (task?.escalation?.acknowledged?.at ?? null);
        return { type, ...about, action: 'SECRET ring the provider', reviewOn, seen };
      }
      case 'ResolveEscalation':
        return { type, ...about, outcome: 'SECRET starts tomorrow' };
      default:
        return type satisfies never;
    }
  });

const primaryReason: fc.Arbitrary<Order> = fc
  .record({
    reason: fc.constantFrom('C1' as const, 'W2' as const, null),
    isStale: fc.nat(5),
    note: maybe(text),
  })
  .map(({ reason, isStale, note }) => (id, spell) => ({
    ...{ type: 'SetPrimaryReason', id, spellId: spell.id, reason, note },
    seen: isStale === 0 ? 'H1' : (spell.chosenReason?.reason ?? null),
  }));

const boardRound: fc.Arbitrary<Order> = fc
  .record({
    notSeen: fc.constantFrom(null, null, ...NOT_SEEN_REASONS),
    owner: fc.constantFrom(null, ...TASK_OWNERS),
    isStale: fc.nat(5),
    action: maybe(text),
  })
  .map(({ notSeen, owner, isStale, action = '' }) => (id, spell, _today, now) => ({
    ...{ type: 'RecordBoardRound', id, spellId: spell.id, notSeen, owner, action },
    person: 'SECRET Dr Shah',
    seen: isStale === 0 ? now : (spell.lastRound?.at ?? null),
  }));

const longStayReview: fc.Arbitrary<Order> = fc
  .record({ isStale: fc.nat(5), whyNotHome: text, whyNotToday: maybe(text) })
  .map(({ isStale, whyNotHome, whyNotToday }) => (id, spell, _today, now) => ({
    ...{ type: 'ReviewLongStay', id, spellId: spell.id, whyNotHome, whyNotToday },
    seen: isStale === 0 ? now : (spell.longStayReview?.at ?? null),
  }));

/** The orders that a browser shows before they are answered. */
export const foreseenOrders = fc.oneof(
  setEdd,
  setPathway,
  { weight: 2, arbitrary: addTask },
  { weight: 1, arbitrary: addTaskSet },
  { weight: 4, arbitrary: taskStep },
  { weight: 2, arbitrary: housingStep },
  addNote,
);

const orders = fc.oneof(
  { weight: 12, arbitrary: foreseenOrders },
  { weight: 2, arbitrary: ready },
  { weight: 2, arbitrary: ill },
  { weight: 1, arbitrary: discharge },
  { weight: 4, arbitrary: leaveBoard },
  { weight: 9, arbitrary: taskChange },
  { weight: 3, arbitrary: followCatalogue },
  { weight: 9, arbitrary: taskInquiry },
  { weight: 1, arbitrary: transfer },
  { weight: 2, arbitrary: updatePerson },
  { weight: 1, arbitrary: setClinicalCriteria },
  { weight: 1, arbitrary: cancelDischarge },
  { weight: 2, arbitrary: stepTakenBack },
  { weight: 1, arbitrary: homeDetails },
  { weight: 1, arbitrary: interimPlan },
  { weight: 8, arbitrary: escalation },
  { weight: 2, arbitrary: primaryReason },
  { weight: 2, arbitrary: boardRound },
  { weight: 2, arbitrary: longStayReview },
);

const stepOf = (order: fc.Arbitrary<Order>) => fc.record<Step>({ actor: people, minutes, order });

export const steps = fc.array(stepOf(orders), { minLength: 4, maxLength: 40, size: 'max' });
export const foreseenStep = stepOf(foreseenOrders);
/** One of the orders above, by anyone. */
export const someStep = stepOf(orders);

export const places = fc.constantFrom(...PLACES);

/** In the night before the spring clock change, the autumn one, or on no such night. */
export const starts = fc.constantFrom(
  '2026-03-26T21:00:00.000Z',
  '2026-10-22T21:00:00.000Z',
  '2026-11-22T14:00:00.000Z',
);

export function later(instant: Instant, byMinutes: number): Instant {
  return new Date(Date.parse(instant) + byMinutes * 60_000).toISOString();
}

export type History = { spell: Spell; now: Instant; events: HistoryEvent[] };
export type Told = {
  step: Step;
  body: SpellCommandInput;
  before: Spell;
  now: Instant;
  /** What the rules were told besides, to ask them again. */
  context: Partial<DecideContext>;
} & Outcome;

function contextOf(order: SpellCommandInput, now: Instant): Partial<DecideContext> {
  const assigneeId = order.type === 'AssignTask' ? order.assigneeId : undefined;
  return { now, assignee: STAFF.find(({ id }) => id === assigneeId) ?? null };
}

/** Admits somebody two days before `start`, then takes every step; `tell` hears each of them. */
export function live(
  { start, place, taken }: { start: Instant; place: (typeof PLACES)[number]; taken: Step[] },
  tell: (told: Told) => void = () => {},
): History {
  const { id: _id, ...details } = aPerson({ place });
  const body = {
    type: 'AdmitPatient' as const,
    id: idOf(1),
    person: details,
    wardId: 'w15',
    bed: 'BED-7',
    admittedAt: later(start, -2 * 1_440),
  };
  const admission = when(null, MO, body, { now: start });
  if (admission.after === null) throw new Error('The admission was refused');
  let spell = admission.after;
  let now = start;
  const events: HistoryEvent[] = [];
  const record = (outcome: Outcome, role: string) => {
    for (const event of outcome.events) {
      events.push({ ...event, seq: events.length + 1, role, recordedAt: event.occurredAt });
    }
  };
  record(admission, 'hub');
  taken.forEach((step, index) => {
    now = later(now, step.minutes);
    const order = step.order(idOf(100 + index), spell, calendarDay(now, LONDON), now);
    const context = contextOf(order, now);
    const outcome = when(spell, step.actor, order, context);
    tell({ step, body: order, before: spell, now, context, ...outcome });
    record(outcome, step.actor.role);
    spell = outcome.after ?? spell;
  });
  return { spell, now, events };
}
