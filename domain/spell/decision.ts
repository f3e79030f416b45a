import type { Actor, ActorRef } from '../actor.ts';
import type { Person } from '../persons/person.ts';
import type { CurrentValue, Refusal } from '../result.ts';
import { refuse, ruleBroken } from '../result.ts';
import type { TaskCatalogue, TaskSet } from '../tasks/catalogue.ts';
import type { TargetSettings } from '../tasks/target-settings.ts';
import type { Task } from '../tasks/task.ts';
import { isOpenState } from '../tasks/task-types.ts';
import type { CalendarDay, Instant } from '../time.ts';
import { calendarDay, formatDay, formatInstant } from '../time.ts';
import type { SpellEvent, SpellEventBody } from './events.ts';
import type { MergeOfStay } from './merges.ts';
import type { SetBy, Spell, Wards } from './state.ts';

/** All that a decision may know besides the stay and the command: time and people are given. */
export type DecideContext = {
  now: Instant;
  timeZone: string;
  actor: Actor;
  catalogue: TaskCatalogue;
  settings: TargetSettings;
  taskSets: readonly TaskSet[];
  wards: Wards;
  /** For an admission: the person who holds the NHS number already, and their open stay. */
  known: { person: Person; openSpellId: string | null } | null;
  /** For an admission: the person who was chosen by an earlier stay, and their open stay. */
  chosen: { person: Person; openSpellId: string | null } | null;
  /** The stays of the person: for an admission that follows on, a cancelled discharge and corrections. */
  stays: readonly PersonStay[];
  /** The other stays that a change of who somebody is reaches, each as it is. */
  others: readonly OtherStay[];
  /** For taking a merge back: the merges that hold for the stay. */
  merges: readonly MergeOfStay[];
  /** For an assignment: the person it names, if they are there. */
  assignee: Actor | null;
  /** For corrections and settings of tasks: the stay's events, oldest first, to say who came first. */
  history: readonly SpellEvent[];
};

/** One stay of somebody, as decisions about another of theirs need it. */
export type PersonStay = { spellId: string; admittedAt: Instant; dischargedAt: Instant | null };

export type OtherStay = { spell: Spell; merges: readonly MergeOfStay[] };

/** The events may be of several stays: those of the stay that the command names come last. */
export type Decision = { ok: true; events: SpellEvent[] } | Refusal;

/** The thing asked for stands already: a success without an event. */
export const NOTHING_NEW: Decision = { ok: true, events: [] };

export function actorRef(actor: Actor): ActorRef {
  return { id: actor.id, name: actor.name };
}

export function todayOf(context: Pick<DecideContext, 'now' | 'timeZone'>): CalendarDay {
  return calendarDay(context.now, context.timeZone);
}

/** Who does something, and when: all that an event needs of the context. */
type Acting = Pick<DecideContext, 'now' | 'actor'>;

/** One event, by the actor of the context, now unless it says when it happened. */
export function happened(
  context: Acting,
  spellId: string,
  body: SpellEventBody,
  more: { taskId?: string; occurredAt?: Instant } = {},
): Decision {
  return { ok: true, events: [eventOf(context, spellId, body, more)] };
}

/** One event in each of several stays, by the actor of the context, now. */
export function happenedIn(
  context: DecideContext,
  stays: readonly Spell[],
  tell: (stay: Spell) => SpellEventBody,
): Decision {
  return { ok: true, events: stays.map((stay) => eventOf(context, stay.id, tell(stay))) };
}

/** The event itself, for what has more than one consequence. */
export function eventOf(
  context: Acting,
  spellId: string,
  body: SpellEventBody,
  more: { taskId?: string; occurredAt?: Instant } = {},
): SpellEvent {
  return {
    ...body,
    spellId,
    taskId: more.taskId ?? null,
    occurredAt: more.occurredAt ?? context.now,
    by: actorRef(context.actor),
  };
}

/** What happened, and what followed from it at once; the first refusal counts. */
export function together(...decisions: readonly Decision[]): Decision {
  const refused = decisions.find((decision) => !decision.ok);
  if (refused !== undefined) return refused;
  return {
    ok: true,
    events: decisions.flatMap((decision) => (decision.ok ? decision.events : [])),
  };
}

/** A free-text note as erasable details, or null when nothing was written. */
export function noteDetails(note: string | undefined): { note: string } | null {
  return note === undefined || note === '' ? null : { note };
}

/** The same sentence wherever a stay has ended already. */
export function refuseIfDischarged(spell: Spell): Refusal | null {
  if (spell.discharge === null) return null;
  const day = formatDay(spell.discharge.on);
  return ruleBroken(`This person already left the hospital on ${day}. Nothing was changed.`);
}

/** True for somebody who has been in hospital again since: their later stay says who they are. */
export function wasHereAgain(spell: Spell, stays: readonly PersonStay[]): boolean {
  return stays.some(
    (stay) =>
      stay.spellId !== spell.id &&
      (stay.dischargedAt === null || stay.admittedAt > spell.admittedAt),
  );
}

/**
 * Somebody set the thing after this person last saw it. Only a difference in that thing is a
 * conflict; the refusal carries what stands now, so that the person can choose.
 */
export function refuseIfMoved(
  thing: { field: string; name: string; seen: string | null; value: string | null } & SetBy,
  show: (value: string | null) => string,
  timeZone: string,
): Refusal | null {
  if (thing.seen === thing.value) return null;
  return cameFirst(thing, thing, `set the ${thing.name} to ${show(thing.value)}`, timeZone);
}

/** The refusal to somebody whom another came before: who did what when, and the choice. */
export function cameFirst(
  { field, value }: Pick<CurrentValue, 'field' | 'value'>,
  { setBy, setAt }: SetBy,
  didWhat: string,
  timeZone: string,
): Refusal {
  const who = setBy?.name ?? 'Somebody';
  const when = setAt === null ? '' : ` (${formatInstant(setAt, timeZone)})`;
  return refuse(
    'CONFLICT',
    `${who} ${didWhat}${when} after you opened it. Keep that, or use yours?`,
    { current: { field, value, by: setBy, at: setAt } },
  );
}

export function findTask(spell: Spell, taskId: string): Task | undefined {
  return spell.tasks.find((task) => task.id === taskId);
}

/** Somebody else has the task: the refusal says who, and since when. */
export function refuseIfHeldByOther(
  { claimedBy: holder, claimedAt: at }: Task,
  { actor, timeZone }: Pick<DecideContext, 'actor' | 'timeZone'>,
): Refusal | null {
  if (holder === null || holder.id === actor.id) return null;
  const since = at === null ? '' : `, since ${formatInstant(at, timeZone)}`;
  return refuse('CONFLICT', `${holder.name} has this task already${since}.`, {
    current: { field: 'claimedBy', value: holder.id, by: holder, at },
  });
}

/** A task that is done or cancelled does not move any more. */
export function refuseIfFinished(task: Task): Refusal | null {
  if (isOpenState(task.state)) return null;
  return ruleBroken(
    task.state === 'done' ? 'This task is done already.' : 'This task was cancelled.',
  );
}

export const NO_SUCH_STAY: Refusal = refuse(
  'NOT_FOUND',
  'This patient is not there, or is not yours to see.',
);

export const NO_SUCH_ACTION: Refusal = refuse(
  'NOT_FOUND',
  'This action is not there, or is not yours to see.',
);

export const NO_SUCH_TASK: Refusal = refuse(
  'NOT_FOUND',
  'This task is not there, or is not yours to see.',
);
