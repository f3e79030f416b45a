import fc from 'fast-check';
import type { Actor } from '../../domain/actor.ts';
import { CRITERION_CODES } from '../../domain/spell/criteria.ts';
import type { SpellCommandInput } from '../../domain/spell/commands.ts';
import { DESTINATIONS } from '../../domain/spell/discharge.ts';
import { NOTE_READERS } from '../../domain/spell/notes.ts';
import { NATIONAL_PATHWAYS, PATHWAYS } from '../../domain/spell/pathway.ts';
import type { HistoryEvent } from '../../domain/spell/spell-view.ts';
import type { Spell } from '../../domain/spell/state.ts';
import { PLACES } from '../../domain/persons/person.ts';
import { TASK_TYPES } from '../../domain/tasks/task-types.ts';
import type { CalendarDay, Instant } from '../../domain/time.ts';
import { addDays, calendarDay } from '../../domain/time.ts';
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

const people = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(PRIYA, TOM, MO) },
  { weight: 4, arbitrary: fc.constantFrom(BELA, { ...BELA, id: 'ben', name: 'Ben Low' }, HANNAH) },
  { weight: 1, arbitrary: fc.constantFrom(FEED, TIMER) },
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
  .record({ taskType: fc.constantFrom(...TASK_TYPES), blocking: fc.boolean(), note: maybe(text) })
  .map((body) => (id, spell) => ({ type: 'AddTask', id, spellId: spell.id, ...body }));

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

/** The orders that a browser shows before they are answered. */
export const foreseenOrders = fc.oneof(
  setEdd,
  setPathway,
  addTask,
  { weight: 3, arbitrary: taskStep },
  addNote,
);

const orders = fc.oneof(
  { weight: 12, arbitrary: foreseenOrders },
  { weight: 2, arbitrary: ready },
  { weight: 2, arbitrary: ill },
  { weight: 1, arbitrary: discharge },
  { weight: 1, arbitrary: leaveBoard },
);

const stepOf = (order: fc.Arbitrary<Order>) => fc.record<Step>({ actor: people, minutes, order });

export const steps = fc.array(stepOf(orders), { maxLength: 30, size: 'max' });
export const foreseenStep = stepOf(foreseenOrders);

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
export type Told = { step: Step; body: SpellCommandInput; before: Spell; now: Instant } & Outcome;

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
    for (const event of outcome.events) events.push({ ...event, seq: events.length + 1, role });
  };
  record(admission, 'hub');
  taken.forEach((step, index) => {
    now = later(now, step.minutes);
    const order = step.order(idOf(100 + index), spell, calendarDay(now, LONDON), now);
    const outcome = when(spell, step.actor, order, { now });
    tell({ step, body: order, before: spell, now, ...outcome });
    record(outcome, step.actor.role);
    spell = outcome.after ?? spell;
  });
  return { spell, now, events };
}
