import type { ActorRef } from '../actor.ts';
import type { Action } from '../actions/action.ts';
import type { NctrPeriod } from '../delay/delay-days.ts';
import type { ChosenReason } from '../delay/primary-reason.ts';
import type { StayEscalation } from '../escalation/stay-escalation.ts';
import type { Home } from '../housing/home.ts';
import type { Person } from '../persons/person.ts';
import type { LongStayReview } from '../review/long-stay-review.ts';
import type { BoardRound } from '../rounds/board-round.ts';
import type { Task } from '../tasks/task.ts';
import type { CalendarDay, Instant } from '../time.ts';
import type { CriterionCode } from './criteria.ts';
import type { Destination } from './discharge.ts';
import type { Note } from './notes.ts';
import type { PathwayChoice } from './pathway.ts';

/** Who set a thing, and when; both null while nobody has. */
export type SetBy = { setBy: ActorRef | null; setAt: Instant | null };

/** One inpatient stay, from admission to discharge: everything a decision about it may need. */
export type Spell = {
  id: string;
  person: Person;
  wardId: string;
  bed: string | null;
  specialty: string | null;
  patientClass: PatientClass;
  isMaternity: boolean;
  admittedAt: Instant;
  admittedOn: CalendarDay;
  /** The earlier stay of the person that this one follows on from (handbook 1, "journey"). */
  continuesSpellId: string | null;
  edd: { day: CalendarDay | null } & SetBy;
  /** What must be true clinically before the person can leave. */
  clinicalCriteria: { text: string | null } & SetBy;
  pathway: PathwayChoice & SetBy;
  nctrPeriods: readonly NctrPeriod[];
  /** The main reason for this delay where the hub chose it; null: it follows from the tasks. */
  chosenReason: (ChosenReason & { setBy: ActorRef; setAt: Instant }) | null;
  /** Since when nothing open has blocked the discharge of somebody who is ready; else null. */
  nothingBlocksSince: Instant | null;
  /** The last time in this delay that the stay itself was raised; null before any. */
  escalation: StayEscalation | null;
  lastReview: { at: Instant; hasCriteria: boolean; criteria: readonly CriterionCode[] } | null;
  /** What the last board round came to for them; null before any. */
  lastRound: BoardRound | null;
  /** The last review of a long stay; null before any. */
  longStayReview: LongStayReview | null;
  tasks: readonly Task[];
  /** What was agreed about the patient, in the order in which it was asked for. */
  actions: readonly Action[];
  notes: readonly Note[];
  /** The home that the person is to go back to. */
  home: Home;
  discharge: { at: Instant; on: CalendarDay; destination: Destination } | null;
  leftBoardAt: Instant | null;
  /** When a home was no longer kept in sight after the stay, though work on it was open. */
  followUpEndedAt: Instant | null;
};

export const PATIENT_CLASSES = ['emergency', 'elective', 'day_case', 'transfer'] as const;
export type PatientClass = (typeof PATIENT_CLASSES)[number];

/** A ward as rules and cards need it. */
export type Ward = { id: string; name: string; siteId: string; site: string; provider: string };
export type Wards = ReadonlyMap<string, Ward>;
