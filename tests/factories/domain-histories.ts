import fc from 'fast-check';
import type { Actor } from '../../domain/actor.ts';
import { PLACES } from '../../domain/persons/place.ts';
import type { SpellCommandInput } from '../../domain/spell/commands.ts';
import type { DecideContext } from '../../domain/spell/decision.ts';
import type { HistoryEvent } from '../../domain/spell/spell-view.ts';
import type { Spell } from '../../domain/spell/state.ts';
import type { Instant } from '../../domain/time.ts';
import { calendarDay } from '../../domain/time.ts';
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
import { action } from './orders/action-orders.ts';
import type { Order } from './orders/given.ts';
import { later } from './orders/given.ts';
import { homeDetails, housingStep, interimPlan, stepTakenBack } from './orders/home-orders.ts';
import {
  addNote,
  boardRound,
  ill,
  longStayReview,
  primaryReason,
  ready,
  setClinicalCriteria,
  setEdd,
  setPathway,
} from './orders/plan-orders.ts';
import { BEN, STAFF } from './orders/staff.ts';
import {
  cancelDischarge,
  discharge,
  leaveBoard,
  transfer,
  updatePerson,
} from './orders/stay-orders.ts';
import { escalation } from './orders/escalation-orders.ts';
import {
  addTask,
  addTaskSet,
  followCatalogue,
  taskChange,
  taskInquiry,
  taskStep,
} from './orders/task-orders.ts';

/** Plausible histories of a stay: orders (in `orders/`) by everyone, some of them wrong or twice. */

export type Step = {
  actor: Actor;
  /** Minutes since the step before. */
  minutes: number;
  order: Order;
};

const people = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(PRIYA, TOM, MO, MO, MO) },
  { weight: 4, arbitrary: fc.constantFrom(BELA, BEN, HANNAH) },
  { weight: 1, arbitrary: fc.constantFrom(FEED, TIMER, TIMER) },
);
const minutes = fc.oneof(
  { weight: 3, arbitrary: fc.nat(90) },
  { weight: 1, arbitrary: fc.nat(4_000) },
);

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
  { weight: 5, arbitrary: followCatalogue },
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
  { weight: 6, arbitrary: action },
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
  const assigneeId = 'assigneeId' in order ? order.assigneeId : undefined;
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
