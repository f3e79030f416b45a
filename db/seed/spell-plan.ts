import type { ActionOutcome } from '../../domain/actions/action.ts';
import type { Role } from '../../domain/actor.ts';
import type { HomeDetails, InterimPlan } from '../../domain/housing/home.ts';
import type { HousingStepKey, Room } from '../../domain/housing/housing-steps.ts';
import type { PersonDetails } from '../../domain/persons/person.ts';
import type { NotSeenReason } from '../../domain/rounds/board-round.ts';
import type { CriterionCode } from '../../domain/spell/criteria.ts';
import type { Destination } from '../../domain/spell/discharge.ts';
import type { NoteReaders } from '../../domain/spell/notes.ts';
import type { Pathway } from '../../domain/spell/pathway.ts';
import type { PatientClass } from '../../domain/spell/state.ts';
import type { BuiltInTaskType, DeclineReason, ProviderAnswer, TaskOwner } from '../../domain/tasks/task-types.ts'; // prettier-ignore
import type { CalendarDay, Instant } from '../../domain/time.ts';

/** Who does something: a member of `STAFF`, in the role they do it in. */
export type StaffRef = { role: Role; staffId: string };

export type EddChange = { at: Instant; edd: CalendarDay; by: StaffRef };

/**
 * A ward recommends, the hub agrees; "no onward care" a ward recommends and agrees at once.
 * Consecutive changes always change something.
 */
export type PathwayChange = { at: Instant; pathway: Pathway; by: StaffRef };

/**
 * No criteria to reside, recorded `at` as since `readyDate` (that day, or the day before).
 * `endedAt`: the criteria were met again, on the London day of that instant; null while ready,
 * and where the discharge ended the period.
 */
export type NctrPlan = {
  at: Instant;
  readyDate: CalendarDay;
  by: StaffRef;
  endedAt: Instant | null;
};

/** The last review that found criteria to reside (open spells only). */
export type CriteriaPlan = { at: Instant; codes: readonly CriterionCode[]; by: StaffRef };

/** One patient's part of a board round; without a next action where they were not seen. */
export type RoundPlan = {
  at: Instant;
  by: StaffRef;
  notSeen: NotSeenReason | null;
  next: { action: string; owner: TaskOwner; person: string | null } | null;
};

/** A weekly review of a long stay. */
export type LongStayReviewPlan = {
  at: Instant;
  by: StaffRef;
  whyNotHome: string;
  whyNotToday: string;
};

/** What was agreed in a review, or with an escalation just before it. */
export type ActionPlan = {
  at: Instant;
  by: StaffRef;
  dueOn: CalendarDay;
  /** Which of the words there are; whose it is follows from what blocks then. */
  choice: number;
  /** Who of the ward has it, if it is the ward's. */
  person: StaffRef | null;
  /** When a task was escalated before; null where none was. */
  raisedAt: Instant | null;
  ended: { at: Instant; outcome: ActionOutcome } | null;
  chasesUntil: Instant;
  /** When whoever asked for it chased it. */
  chasedAt: Instant | null;
};

/** Between starting and finishing a task; `until` is null where it waits still. */
export type WaitingPlan = {
  for: 'capacity' | 'information' | 'family';
  since: Instant;
  until: Instant | null;
};

/** A provider that was asked, and what became of it. */
export type ProviderPlan = {
  name: string;
  askedAt: Instant;
  answered: { at: Instant; answer: ProviderAnswer } | null;
};

export type ServicePlan = {
  providers: readonly ProviderPlan[];
  start: { at: Instant; startsAt: Instant } | null;
};

/** What the ward is asked while a task waits for information; answered when it waits no more. */
export type QuestionPlan = { text: string; answer: string; answeredBy: StaffRef };

/** A team sends a task back to the hub, which hands it to them again with what they lacked. */
export type DeclinePlan = { at: Instant; reason: DeclineReason; returnedAt: Instant; by: StaffRef };

/** A dated step of a Lightbulb task; `bookedFor` is the day of a visit or of work that is booked. */
export type HousingStepPlan = {
  step: HousingStepKey;
  at: Instant;
  bookedFor: CalendarDay | null;
  rooms: readonly Room[];
};

/** What Lightbulb records about a home while it does a task. */
export type HousingPlan = {
  steps: readonly HousingStepPlan[];
  details: ({ at: Instant } & HomeDetails) | null;
  /** For a major adaptation: what lets the person leave before it. */
  interimPlan: ({ at: Instant } & InterimPlan) | null;
};

/**
 * addedAt <= claimedAt <= startedAt <= waiting.since <= waiting.until <= completedAt, as far as
 * each has happened. The task's state follows: done, waiting, in progress, claimed or open.
 */
export type TaskPlan = {
  type: BuiltInTaskType;
  owner: TaskOwner;
  blocking: boolean;
  addedAt: Instant;
  addedBy: StaffRef;
  claimedAt: Instant | null;
  claimedBy: StaffRef | null;
  startedAt: Instant | null;
  waiting: WaitingPlan | null;
  question: QuestionPlan | null;
  /** Before it was claimed. */
  declined: DeclinePlan | null;
  service: ServicePlan | null;
  completedAt: Instant | null;
  housing: HousingPlan | null;
};

export type NotePlan = {
  at: Instant;
  by: StaffRef;
  text: string;
  visibleTo: NoteReaders;
};

/** All that happens to one invented patient in one stay, each list in order of time. */
export type SpellPlan = {
  id: string;
  personId: string;
  person: PersonDetails;
  /** The spell of the same person that this one follows directly on (UHL to a community hospital). */
  continuesSpellId: string | null;
  wardId: string;
  bed: string;
  specialty: string;
  patientClass: PatientClass;
  isMaternity: boolean;
  admittedAt: Instant;
  admittedBy: StaffRef;
  eddChanges: readonly EddChange[];
  pathwayChanges: readonly PathwayChange[];
  clinicalCriteria: { at: Instant; text: string; by: StaffRef } | null;
  criteriaToReside: CriteriaPlan | null;
  nctr: readonly NctrPlan[];
  tasks: readonly TaskPlan[];
  rounds: readonly RoundPlan[];
  reviews: readonly LongStayReviewPlan[];
  actions: readonly ActionPlan[];
  notes: readonly NotePlan[];
  discharge: { at: Instant; destination: Destination; by: StaffRef } | null;
};
