import type { ActorRef } from '../actor.ts';
import type { DelayReason } from '../delay/delay-reasons.ts';
import type { EscalationLevel } from '../escalation/escalation.ts';
import type { MergeSide } from '../persons/merge-records.ts';
import type { HomeDetails, InterimPlan } from '../housing/home.ts';
import type { HousingAuthority, HousingStepKey, Room } from '../housing/housing-steps.ts';
import type { Person, PersonDetails } from '../persons/person.ts';
import type { NotSeenReason } from '../rounds/board-round.ts';
import type {
  AskedOf,
  CancelReason,
  DeclineReason,
  ProviderAnswer,
  TaskOwner,
  TaskType,
  WaitingFor,
} from '../tasks/task-types.ts';
import type { CalendarDay, Instant } from '../time.ts';
import type { CriterionCode } from './criteria.ts';
import type { Destination } from './discharge.ts';
import type { NoteReaders } from './notes.ts';
import type { PathwayChoice } from './pathway.ts';
import type { PatientClass } from './state.ts';

/**
 * What happened, in the past tense. `data` stays for ever; `details` holds what identifies a
 * person or was written freely, and can be erased at the end of retention.
 */
export type SpellEventBody =
  | {
      type: 'PatientAdmitted';
      data: {
        personId: string;
        wardId: string;
        bed: string | null;
        specialty: string | null;
        patientClass: PatientClass;
        isMaternity: boolean;
        admittedAt: Instant;
        admittedOn: CalendarDay;
        /** The earlier stay of the person that this one follows on from, if any. */
        continuesSpellId?: string;
      };
      details: { person: Person } | null;
    }
  | {
      type: 'PatientTransferred';
      data: { wardId: string; bed: string | null; fromWardId: string; fromBed: string | null };
      details: null;
    }
  | {
      type: 'PersonUpdated';
      /** Which facts changed; what they were and became is in the details. */
      data: { fields: (keyof PersonDetails)[] };
      details: { after: Partial<PersonDetails>; before: Partial<PersonDetails> } | null;
    }
  | {
      type: 'PersonsMerged';
      /** One event for each stay of both records; `side`: whose stay it was. */
      data: { mergeId: string; remainingId: string; mergedId: string; side: MergeSide };
      /** Both records as they were, and the person that they became. */
      details: { remaining: Person; merged: Person; after: Person; reason: string } | null;
    }
  | {
      type: 'MergeUndone';
      data: { mergeId: string; personId: string };
      details: { person: Person; reason: string } | null;
    }
  | {
      type: 'ClinicalCriteriaSet';
      data: Record<string, never>;
      details: { text: string | null } | null;
    }
  | {
      type: 'EddSet';
      data: { edd: CalendarDay; previous: CalendarDay | null };
      details: { reason: string } | null;
    }
  | { type: 'PathwaySet'; data: PathwayChoice & { previous: PathwayChoice }; details: null }
  | {
      type: 'NoCriteriaToResideRecorded';
      data: { readyDate: CalendarDay };
      details: { note: string } | null;
    }
  | {
      type: 'CriteriaToResideRecorded';
      data: { criteria: CriterionCode[]; periodEndedOn: CalendarDay | null };
      details: { note: string } | null;
    }
  | {
      type: 'TaskAdded';
      data: {
        taskType: TaskType;
        owner: TaskOwner;
        blocking: boolean;
        dueAt: Instant | null;
        /** The name of the set that it was added with. */
        fromSet?: string;
      };
      details: { note: string } | null;
    }
  | { type: 'TaskClaimed'; data: { from: ActorRef | null }; details: { note: string } | null }
  | { type: 'TaskReleased'; data: { from: ActorRef | null }; details: { note: string } | null }
  | { type: 'TaskStarted'; data: Record<string, never>; details: { note: string } | null }
  | { type: 'TaskCompleted'; data: Record<string, never>; details: { note: string } | null }
  | {
      type: 'TaskWaitingSet';
      data: { waiting: WaitingFor | null };
      details: { note: string } | null;
    }
  | { type: 'TaskCancelled'; data: { reason: CancelReason }; details: { note: string } | null }
  | {
      type: 'TaskDeclined';
      data: { reason: DeclineReason; from: TaskOwner };
      details: { note: string } | null;
    }
  | { type: 'TaskReopened'; data: Record<string, never>; details: { note: string } | null }
  | { type: 'TaskBlockingSet'; data: { blocking: boolean }; details: { note: string } | null }
  | {
      type: 'TaskDueSet';
      data: {
        dueAt: Instant | null;
        previous: Instant | null;
        /** Given where nobody chose it: it followed from something else. */
        because?: 'edd_moved' | 'catalogue_changed';
      };
      details: { note: string } | null;
    }
  | {
      type: 'TaskEscalated';
      data: {
        /** With whom it is now, and was before; null where it was not raised. */
        level: EscalationLevel;
        from: EscalationLevel | null;
        owner: TaskOwner;
        because: 'target_passed' | 'person';
      };
      details: { need: string } | null;
    }
  | {
      type: 'EscalationAcknowledged';
      data: { level: EscalationLevel; reviewOn: CalendarDay | null };
      details: { action: string } | null;
    }
  | {
      type: 'EscalationResolved';
      data: { level: EscalationLevel };
      details: { outcome: string } | null;
    }
  | {
      type: 'BoardRoundRecorded';
      data: {
        wardId: string;
        /** Null: seen. */
        notSeen: NotSeenReason | null;
        owner: TaskOwner | null;
        /** The EDD as it stood in the round. */
        edd: CalendarDay | null;
      };
      details: { action: string; person: string | null } | null;
    }
  | {
      type: 'LongStayReviewed';
      data: { wardId: string };
      details: { whyNotHome: string; whyNotToday: string | null } | null;
    }
  | {
      type: 'PrimaryReasonSet';
      /** Null: what follows from the tasks counts. */
      data: { reason: DelayReason | null; previous: DelayReason | null };
      details: { note: string } | null;
    }
  | {
      type: 'TaskAssigned';
      data: {
        owner: TaskOwner;
        from: TaskOwner;
        assignee: ActorRef | null;
        /** Given where nobody chose it: it followed from something else. */
        because?: 'council_changed' | 'catalogue_changed';
      };
      details: { note: string } | null;
    }
  | {
      type: 'TaskQuestionAsked';
      data: { questionId: string; askedOf: AskedOf; owner: TaskOwner };
      details: { text: string } | null;
    }
  | {
      type: 'TaskQuestionAnswered';
      data: { questionId: string };
      details: { text: string } | null;
    }
  | {
      type: 'TaskProviderRecorded';
      data: {
        providerId: string;
        approachedOn: CalendarDay;
        answer: ProviderAnswer;
        /** What the answer was before; null for a provider approached anew. */
        previous: ProviderAnswer | null;
      };
      details: { name: string; note: string | null } | null;
    }
  | {
      type: 'TaskStartSet';
      data: { startsAt: Instant | null; previous: Instant | null };
      details: { note: string } | null;
    }
  | {
      type: 'HousingStepRecorded';
      /** Without any day: the step was taken back. */
      data: {
        step: HousingStepKey;
        plannedFor: CalendarDay | null;
        doneOn: CalendarDay | null;
        rooms: Room[];
        authority: HousingAuthority | null;
        completedTaskIds: string[];
      };
      details: { note?: string; who?: string } | null;
    }
  | {
      type: 'InterimPlanSet';
      data: { isSet: boolean };
      details: { plan: InterimPlan | null } | null;
    }
  | {
      type: 'HomeDetailsSet';
      /** Which facts changed; what they were and became is in the details. */
      data: { fields: (keyof HomeDetails)[] };
      details: { after: Partial<HomeDetails>; before: Partial<HomeDetails> } | null;
    }
  | {
      type: 'NoteAdded';
      data: { visibleTo: NoteReaders; noteId: string };
      details: { text: string } | null;
    }
  | {
      type: 'PatientDischarged';
      data: { at: Instant; on: CalendarDay; destination: Destination };
      details: null;
    }
  | { type: 'DischargeCancelled'; data: { at: Instant }; details: { note: string } | null }
  | { type: 'SpellLeftBoard'; data: Record<string, never>; details: null }
  | { type: 'FollowUpEnded'; data: Record<string, never>; details: null };

export type SpellEventType = SpellEventBody['type'];

/** An event about a spell: who did it, and when it happened (which may be before it was recorded). */
export type SpellEvent = SpellEventBody & {
  spellId: string;
  taskId: string | null;
  occurredAt: Instant;
  by: ActorRef;
};
