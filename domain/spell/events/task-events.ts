import type { ActorRef } from '../../actor.ts';
import type {
  AskedOf,
  CancelReason,
  DeclineReason,
  ProviderAnswer,
  TaskOwner,
  TaskType,
  WaitingFor,
} from '../../tasks/task-types.ts';
import type { CalendarDay, Instant } from '../../time.ts';

/** What is done about a task, and by whom. */
export type TaskEventBody =
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
    };
