import type { Actor } from '../../domain/actor.ts';
import { TIMER_ACTOR } from '../../domain/actor.ts';
import { NO_HOME_DETAILS } from '../../domain/housing/home.ts';
import type { Person } from '../../domain/persons/person.ts';
import { authorise } from '../../domain/permissions.ts';
import type { SpellCommand, SpellCommandInput } from '../../domain/spell/commands.ts';
import { decide } from '../../domain/spell/decide.ts';
import type { DecideContext, PersonStay } from '../../domain/spell/decision.ts';
import { LEFT_ON_BOARD_HOURS } from '../../domain/spell/discharge.ts';
import type { SpellEvent } from '../../domain/spell/events.ts';
import { evolve } from '../../domain/spell/evolve.ts';
import { parseCommand } from '../../domain/spell/parse-command.ts';
import { shownPathway } from '../../domain/spell/pathway.ts';
import type { Spell } from '../../domain/spell/state.ts';
import type { Instant } from '../../domain/time.ts';
import { addDays, calendarDay } from '../../domain/time.ts';
import { addActionSteps } from './play-actions.ts';
import type { Add, IdOf } from './play-tasks.ts';
import { addTaskSteps } from './play-tasks.ts';
import type { SeedIds } from './seed-ids.ts';
import type { SpellPlan, StaffRef, TaskPlan } from './spell-plan.ts';

/** An event of an invented past, with the stay right after it and who gave the command. */
export type PlayedEvent = {
  event: SpellEvent;
  after: Spell;
  actor: Actor;
  commandId: string;
  recordedAt: Instant;
};

type Lookups = Pick<DecideContext, 'timeZone' | 'catalogue' | 'taskSets' | 'settings' | 'wards'>;

export type PlayContext = Lookups & {
  now: Instant;
  actorOf: (staff: StaffRef) => Actor;
  /** The person who holds an NHS number already, from an earlier stay. */
  personOf: (nhsNumber: string) => Person | null;
  newId: SeedIds;
  /** A stay played before, by the id of its plan. */
  stayOf: (planId: string) => (PersonStay & { nhsNumber: string | null }) | null;
};

/** One step: when, by whom, and the command, given the stay as it is by then. */
type Step = {
  at: Instant;
  actor: Actor;
  /** Null where there is nothing to do after all. */
  command: (spell: Spell | null) => SpellCommandInput | null;
  /** Whom the command names, if it names somebody. */
  assignee: Actor | null;
};

/**
 * Plays a plan through the rules that people's commands go through, in order of time. A step that
 * the rules refuse is a fault of the plan, and throws.
 */
export function playPlan(plan: SpellPlan, context: PlayContext): PlayedEvent[] {
  const before = stayBefore(plan, context);
  const steps = stepsOf(plan, before, context).sort((a, b) => compare(a.at, b.at));
  const played: PlayedEvent[] = [];
  let spell: Spell | null = null;
  for (const { at, actor, command: commandOf, assignee } of steps) {
    const wanted = commandOf(spell);
    if (wanted === null) continue;
    const parsed = parseCommand(wanted);
    if (!parsed.ok) throw new Error(`Plan ${plan.id}: ${parsed.message}`);
    const { command } = parsed;
    for (const event of eventsOf(spell, command, before, {
      ...context,
      now: at,
      actor,
      assignee,
    })) {
      spell = evolve(spell, event);
      played.push({ event, after: spell, actor, commandId: command.id, recordedAt: at });
    }
  }
  return played;
}

function eventsOf(
  spell: Spell | null,
  command: SpellCommand,
  before: PersonStay | null,
  context: PlayContext & { actor: Actor; assignee: Actor | null },
): SpellEvent[] {
  const fail = (why: string): never => {
    const stay = spell?.id ?? command.id;
    throw new Error(`Stay ${stay}: ${command.type} by ${context.actor.role}: ${why}`);
  };
  const nhsNumber = command.type === 'AdmitPatient' ? command.person.nhsNumber : null;
  const person = nhsNumber === null ? null : context.personOf(nhsNumber);
  const known = person === null ? null : { person, openSpellId: null };
  const authorised = authorise(context.actor, command, spell, context.catalogue);
  if (authorised === null) return fail('not allowed');
  const decision = decide(spell, authorised, {
    ...{ ...context, known, chosen: null, others: [], merges: [], history: [] },
    stays: before === null ? [] : [before],
  });
  return decision.ok ? decision.events : fail(decision.message);
}

/** A journey is known by the NHS number, the same in both stays. */
function stayBefore(plan: SpellPlan, { stayOf }: PlayContext): PersonStay | null {
  const before = plan.continuesSpellId === null ? null : stayOf(plan.continuesSpellId);
  const { nhsNumber } = plan.person;
  return nhsNumber === null || before?.nhsNumber !== nhsNumber ? null : before;
}

function stepsOf(plan: SpellPlan, before: PersonStay | null, context: PlayContext): Step[] {
  const { actorOf, newId, timeZone } = context;
  const idOf = (by: StaffRef, at: Instant) => newId(by.staffId, at);
  const steps: Step[] = [];
  const add: Add = (at, by, command, assignee = null) =>
    steps.push({ at, actor: actorOf(by), command, assignee });
  const addTimed = (at: Instant, command: Step['command']) =>
    steps.push({ at, actor: TIMER_ACTOR, command, assignee: null });
  const spellId = newId(null, plan.admittedAt);

  add(plan.admittedAt, plan.admittedBy, () => ({
    type: 'AdmitPatient',
    id: spellId,
    person: plan.person,
    wardId: plan.wardId,
    bed: plan.bed,
    specialty: plan.specialty,
    patientClass: plan.patientClass,
    isMaternity: plan.isMaternity,
    admittedAt: plan.admittedAt,
    continuesSpellId: before?.spellId,
  }));
  for (const { at, edd, by } of plan.eddChanges) {
    const id = idOf(by, at);
    add(at, by, (spell) => ({ type: 'SetEdd', id, spellId, edd, seen: spell?.edd.day ?? null }));
  }
  for (const { at, pathway, by } of plan.pathwayChanges) {
    const id = idOf(by, at);
    const seen = (spell: Spell | null) => (spell === null ? null : shownPathway(spell.pathway));
    add(at, by, (spell) => ({ type: 'SetPathway', id, spellId, pathway, seen: seen(spell) }));
  }
  if (plan.clinicalCriteria !== null) {
    const { at, text, by } = plan.clinicalCriteria;
    const id = idOf(by, at);
    add(at, by, () => ({ type: 'SetClinicalCriteria', id, spellId, text, seen: null }));
  }
  if (plan.criteriaToReside !== null) {
    const { at, codes, by } = plan.criteriaToReside;
    const id = idOf(by, at);
    add(at, by, () => ({ type: 'RecordCriteriaToReside', id, spellId, criteria: [...codes] }));
  }
  for (const { at, readyDate, by, endedAt } of plan.nctr) {
    const id = idOf(by, at);
    add(at, by, () => ({ type: 'RecordNoCriteriaToReside', id, spellId, readyDate }));
    if (endedAt === null) continue;
    const endId = idOf(by, endedAt);
    const metOn = calendarDay(endedAt, timeZone);
    add(endedAt, by, () => ({ type: 'RecordCriteriaToReside', id: endId, spellId, metOn }));
  }
  for (const task of plan.tasks) addTaskSteps(task, { spellId, timeZone, add, idOf });
  addHousingSteps(plan, add, idOf, context);
  for (const { at, by, notSeen, next } of plan.rounds) {
    const id = idOf(by, at);
    const { action, owner = null, person } = next ?? {};
    add(at, by, (spell) => {
      const said = { notSeen, action, owner, person: person ?? '' };
      return { type: 'RecordBoardRound', id, spellId, ...said, seen: spell?.lastRound?.at ?? null };
    });
  }
  for (const { at, by, whyNotHome, whyNotToday } of plan.reviews) {
    const id = idOf(by, at);
    add(at, by, (spell) => {
      const seen = spell?.longStayReview?.at ?? null;
      return { type: 'ReviewLongStay', id, spellId, whyNotHome, whyNotToday, seen };
    });
  }
  for (const action of plan.actions) {
    addActionSteps(action, { spellId, add, idOf, newId, addTimed, actorOf });
  }
  for (const { at, by, text, visibleTo } of plan.notes) {
    const id = idOf(by, at);
    add(at, by, () => ({ type: 'AddNote', id, spellId, text, visibleTo }));
  }
  if (plan.discharge !== null) {
    const { at, destination, by } = plan.discharge;
    const id = idOf(by, at);
    add(at, by, () => ({ type: 'DischargePatient', id, spellId, at, destination }));
    const leavesAt = new Date(Date.parse(at) + LEFT_ON_BOARD_HOURS * 3_600_000).toISOString();
    if (leavesAt <= context.now) {
      const leaveId = newId(null, leavesAt);
      const command = () => ({ type: 'LeaveBoard', id: leaveId, spellId }) as const;
      addTimed(leavesAt, command);
    }
  }
  return steps;
}

/**
 * A stay has one home: of several housing tasks the one with most to tell tells it. It says "ready"
 * only where it is the only one, as that finishes them all.
 */
function addHousingSteps(
  plan: SpellPlan,
  add: Add,
  idOf: IdOf,
  times: Pick<PlayContext, 'now' | 'timeZone' | 'actorOf'>,
): void {
  const works = plan.tasks.filter(({ owner }) => owner === 'lightbulb');
  const lengthOf = ({ housing }: TaskPlan) => housing?.steps.length ?? 0;
  const told = works.reduce<TaskPlan | null>(
    (most, task) => (most === null || lengthOf(task) > lengthOf(most) ? task : most),
    null,
  );
  if (told === null || told.housing === null || told.claimedBy === null) return;
  const by = told.claimedBy;
  const about = { spellId: plan.id } as const;
  for (const { step, at, bookedFor, rooms } of told.housing.steps) {
    if (step === 'home_ready' && works.length > 1) continue;
    const id = idOf(by, at);
    add(at, by, () => {
      return {
        ...about,
        type: 'RecordHousingStep',
        id,
        step,
        plannedFor: bookedFor,
        rooms: [...rooms],
      };
    });
  }
  const { details, interimPlan } = told.housing;
  if (details !== null) {
    const { at, ...home } = details;
    const id = idOf(by, at);
    add(at, by, () => ({ ...about, type: 'SetHomeDetails', id, home, seen: NO_HOME_DETAILS }));
  }
  if (interimPlan !== null) {
    const { at, ...interim } = interimPlan;
    const id = idOf(by, at);
    add(at, by, () => ({ ...about, type: 'SetInterimPlan', id, ...interim, seen: null }));
  }
  addFollowUp(plan, by, add, idOf, times);
}

const FOLLOW_UP_DAYS = 14;
const PASSED_DAYS = 3;

/**
 * Of those who went home of late, Lightbulb agrees the day after to ask how it goes two weeks on: it
 * is still to come for most, and for a few has passed without being done.
 */
function addFollowUp(
  { id: spellId, discharge }: SpellPlan,
  by: StaffRef,
  add: Add,
  idOf: IdOf,
  { now, timeZone, actorOf }: Pick<PlayContext, 'now' | 'timeZone' | 'actorOf'>,
): void {
  if (discharge === null || discharge.destination === 'died') return;
  const agreedAt = new Date(Date.parse(discharge.at) + 2 * 3_600_000).toISOString();
  const plannedFor = addDays(calendarDay(discharge.at, timeZone), FOLLOW_UP_DAYS);
  if (agreedAt > now || plannedFor < addDays(calendarDay(now, timeZone), -PASSED_DAYS)) return;
  const id = idOf(by, agreedAt);
  const who = actorOf(by).name;
  const note = 'Ring to ask how it goes at home';
  add(agreedAt, by, () => ({
    ...({ type: 'RecordHousingStep', id, spellId, step: 'followed_up' } as const),
    ...{ plannedFor, doneOn: null, who, note, rooms: [] },
  }));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
