import type { ActionView } from '../actions/action-sight.ts';
import { actionViews, canSeeAction, teamsThatSee } from '../actions/action-sight.ts';
import type { Actor, ActorRef } from '../actor.ts';
import type { NctrPeriod } from '../delay/delay-days.ts';
import type { TaskEscalation } from '../escalation/escalation.ts';
import type { Home } from '../housing/home.ts';
import type { ProviderApproach, Task, TaskQuestion } from '../tasks/task.ts';
import type { TaskOwner } from '../tasks/task-types.ts';
import { isAllowed } from '../permissions.ts';
import type { PersonDetails } from '../persons/person.ts';
import type { CalendarDay, Instant } from '../time.ts';
import type { CardTask } from './card-task.ts';
import type { Card, ProjectionContext } from './card.ts';
import { canSeeTask, cardTask } from './card-task.ts';
import { addressLine, projectCard } from './card.ts';
import type { CriterionCode } from './criteria.ts';
import { reviewDueAt } from './criteria.ts';
import { describeEvent } from './describe-event.ts';
import type { SpellEvent } from './events.ts';
import { isOfAction } from './events.ts';
import { lastSet } from './last-set.ts';
import type { MergeOfStay } from './merges.ts';
import { mergesInForce } from './merges.ts';
import type { Note } from './notes.ts';
import { canReadNote } from './notes.ts';
import type { PatientClass, SetBy, Spell } from './state.ts';

export type HistoryLine = {
  seq: number;
  /** When it happened; it may have been recorded later. */
  at: Instant;
  recordedAt: Instant;
  by: ActorRef;
  role: string;
  text: string;
};

export type SpellViewTask = CardTask & {
  addedAt: Instant;
  addedBy: ActorRef;
  declined: Task['declined'];
  questions: readonly TaskQuestion[];
  providers: readonly ProviderApproach[];
  outcome: string | null;
  /** What was raised, taken on and settled, as it stands; null where it is nothing to this reader. */
  raised: TaskEscalation | null;
};

/** An earlier stay of the person that led to this one. */
export type JourneyStay = {
  spellId: string;
  wardName: string;
  site: string;
  admittedOn: CalendarDay;
  dischargedOn: CalendarDay | null;
};

/** Another record that was merged with the one of this stay. */
export type MergeView = {
  mergeId: string;
  at: Instant;
  by: ActorRef;
  /** Null once erased: then it cannot be undone. */
  merged: Pick<PersonDetails, 'familyName' | 'givenName' | 'dateOfBirth' | 'nhsNumber'> | null;
  reason: string | null;
};

/** Everything about one stay that one reader may see: the panel and the page without script. */
export type SpellView = {
  card: Card;
  tasks: SpellViewTask[];
  notes: Note[];
  history: HistoryLine[];
  address: string | null;
  accessContact: string | null;
  riskToStaff: string | null;
  eddSet: SetBy;
  home: Home;
  /** Whom the reader may hand their team's tasks on to; empty where they may not. */
  colleagues: readonly ActorRef[];
  /** What was agreed about them that this reader may see, in the order in which it was asked for. */
  actions: readonly ActionView[];
  /** The teams that see them, and so can be asked for one. */
  actionTeams: readonly TaskOwner[];
  stay?: {
    admittedAt: Instant;
    specialty: string | null;
    patientClass: PatientClass;
    pathwaySet: SetBy;
    nctrPeriods: NctrPeriod[];
    chosenReason: Spell['chosenReason'];
    /** What was raised of the stay itself in this delay, taken on and settled, as it stands. */
    raised: Spell['escalation'];
    lastRound: Spell['lastRound'];
    longStayReview: Spell['longStayReview'];
    clinicalCriteria: { text: string | null } & SetBy;
    lastReviewAt: Instant | null;
    /** The criteria that the last review named; empty when it found none. */
    lastReviewCriteria: readonly CriterionCode[];
    /** When a criterion with a clock of its own asks for the next review, if one does. */
    reviewDueAt: Instant | null;
    dischargedAt: Instant | null;
    hospitalNumber: string | null;
    /** The stays that this one follows on from, first to last. */
    journey: readonly JourneyStay[];
    /** Where else the person has an open stay: two records were merged. */
    otherOpenStays: readonly JourneyStay[];
    /** The merges that hold, for those who may undo them. */
    merges?: MergeView[];
    /** Every fact, for those who may correct them. */
    person?: PersonDetails;
    /** Who corrected which of them last, for the same readers. */
    personSet?: Partial<Record<keyof PersonDetails, SetBy>>;
  };
};

export type HistoryEvent = SpellEvent & { seq: number; role: string; recordedAt: Instant };

/** The stay as this actor may see it. An author also reads their own notes. */
export function projectSpellView(
  spell: Spell,
  seq: number,
  events: readonly HistoryEvent[],
  reader: Actor,
  context: ProjectionContext & {
    journey: readonly JourneyStay[];
    otherOpenStays: readonly JourneyStay[];
    colleagues: readonly ActorRef[];
  },
): SpellView {
  const isHousing = reader.role === 'housing';
  const card = projectCard(spell, seq, reader, context);
  const tasks = spell.tasks.filter((task) => canSeeTask(reader, task));
  return {
    card,
    tasks: tasks.map((task) => viewTask(task, isHousing, context.timeZone)),
    notes: spell.notes.filter(
      (note) => canReadNote(reader.role, note.visibleTo) || note.author.id === reader.id,
    ),
    history: historyLines(spell, events, reader, context),
    address: addressLine(spell.person),
    accessContact: spell.person.accessContact,
    riskToStaff: isHousing ? riskFlag(spell) : spell.person.riskToStaff,
    eddSet: { setBy: spell.edd.setBy, setAt: spell.edd.setAt },
    home: spell.home,
    colleagues: context.colleagues,
    actions: actionViews(spell, reader),
    // Security: which teams see the patient tells housing of their care.
    actionTeams: isHousing ? ['lightbulb'] : teamsThatSee(spell),
    ...(isHousing ? {} : { stay: stayOf(spell, events, reader, context) }),
  };
}

/** What happened in a stay, as this reader may know of it, in the order of the events. */
export function historyLines(
  spell: Spell,
  events: readonly HistoryEvent[],
  reader: Actor,
  context: ProjectionContext,
): HistoryLine[] {
  const isHousing = reader.role === 'housing';
  const shownTasks = new Set(
    spell.tasks.filter((task) => canSeeTask(reader, task)).map((task) => task.id),
  );
  return (isHousing ? forHousing(events, shownTasks, reader) : events).map((event) => ({
    seq: event.seq,
    at: event.occurredAt,
    recordedAt: event.recordedAt,
    by: event.by,
    role: event.role,
    text: describeEvent(event, spell, {
      ...context,
      withoutReasons: isHousing && event.role !== 'housing',
    }),
  }));
}

function viewTask(task: Task, isHousing: boolean, timeZone: string): SpellViewTask {
  const { addedAt, addedBy, declined, outcome } = task;
  return {
    ...cardTask(task, timeZone),
    ...{ addedAt, addedBy, declined, outcome },
    raised: isHousing && task.escalation?.owner !== 'lightbulb' ? null : task.escalation,
    // What another team asked, and whom it approached, before it became housing's.
    questions: task.questions.filter(({ owner }) => !isHousing || owner === 'lightbulb'),
    providers: isHousing ? [] : task.providers,
  };
}

/** Housing is told that there is a risk, not what it is (handbook 10): the ward or the hub says more. */
function riskFlag(spell: Spell): string | null {
  return spell.person.riskToStaff === null
    ? null
    : 'Speak to the ward or the hub before anybody visits.';
}

function stayOf(
  spell: Spell,
  events: readonly HistoryEvent[],
  reader: Actor,
  { journey, otherOpenStays }: Pick<NonNullable<SpellView['stay']>, 'journey' | 'otherOpenStays'>,
): NonNullable<SpellView['stay']> {
  const { id: _personId, ...person } = spell.person;
  const facts = { wardId: spell.wardId, taskOwner: null, pathway: null };
  return {
    admittedAt: spell.admittedAt,
    specialty: spell.specialty,
    patientClass: spell.patientClass,
    pathwaySet: { setBy: spell.pathway.setBy, setAt: spell.pathway.setAt },
    nctrPeriods: [...spell.nctrPeriods],
    chosenReason: spell.chosenReason,
    raised: spell.escalation,
    lastRound: spell.lastRound,
    longStayReview: spell.longStayReview,
    clinicalCriteria: spell.clinicalCriteria,
    lastReviewAt: spell.lastReview?.at ?? null,
    lastReviewCriteria: spell.lastReview?.criteria ?? [],
    reviewDueAt: spell.discharge === null ? reviewDueAt(spell.lastReview) : null,
    dischargedAt: spell.discharge?.at ?? null,
    hospitalNumber: spell.person.hospitalNumber,
    journey,
    otherOpenStays,
    ...(isAllowed(reader, 'UndoMerge', facts)
      ? { merges: mergesInForce(events).map(mergeView) }
      : {}),
    ...(isAllowed(reader, 'UpdatePerson', facts) ? { person, personSet: personSet(events) } : {}),
  };
}

function mergeView({ mergeId, at, by, records }: MergeOfStay): MergeView {
  if (records === null) return { mergeId, at, by, merged: null, reason: null };
  const { familyName, givenName, dateOfBirth, nhsNumber } = records.merged;
  const merged = { familyName, givenName, dateOfBirth, nhsNumber };
  return { mergeId, at, by, merged, reason: records.reason };
}

function personSet(events: readonly HistoryEvent[]): Partial<Record<keyof PersonDetails, SetBy>> {
  const corrected = new Set(
    events.flatMap((event) => (event.type === 'PersonUpdated' ? event.data.fields : [])),
  );
  return Object.fromEntries(
    [...corrected].map((field) => [field, lastSet(events, { kind: 'person', field })]),
  );
}

/**
 * Housing reads the history of homes and of its own tasks, from when they became its own: other lines,
 * and what another team wrote before, hold clinical reasons. Why a ward or the hub cancelled work
 * is such a reason too; that it is cancelled is enough. So is an answer to a question of another team.
 */
function forHousing(
  events: readonly HistoryEvent[],
  shownTasks: ReadonlySet<string>,
  reader: Actor,
): HistoryEvent[] {
  const owners = new Map<string, TaskOwner>();
  const asked = new Set<string>();
  return events.flatMap((event) => {
    if (ABOUT_HOMES.includes(event.type)) return [event];
    if (isOfAction(event)) return canSeeAction(reader, event.data) ? [event] : [];
    if (event.taskId === null || !shownTasks.has(event.taskId)) return [];
    const owner = ownerAfter(event) ?? owners.get(event.taskId);
    if (owner !== undefined) owners.set(event.taskId, owner);
    if (owner !== 'lightbulb' && event.by.id !== reader.id) return [];
    if (event.type === 'TaskQuestionAsked') asked.add(event.data.questionId);
    if (event.type === 'TaskQuestionAnswered' && !asked.has(event.data.questionId)) return [];
    return [event];
  });
}

/** About the home alone, whoever recorded it. */
const ABOUT_HOMES: readonly SpellEvent['type'][] = [
  'HousingStepRecorded',
  'InterimPlanSet',
  'HomeDetailsSet',
];

/** Whose a task is by an event that says so. */
function ownerAfter(event: SpellEvent): TaskOwner | null {
  switch (event.type) {
    case 'TaskAdded':
    case 'TaskAssigned':
      return event.data.owner;
    case 'TaskDeclined':
      return 'hub';
    default:
      return null;
  }
}
