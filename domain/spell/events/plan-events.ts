import type { DelayReason } from '../../delay/delay-reasons.ts';
import type { NotSeenReason } from '../../rounds/board-round.ts';
import type { TaskOwner } from '../../tasks/task-types.ts';
import type { CalendarDay } from '../../time.ts';
import type { CriterionCode } from '../criteria.ts';
import type { NoteReaders } from '../notes.ts';
import type { PathwayChoice } from '../pathway.ts';

/** What the ward and the hub plan, review and write. */
export type PlanEventBody =
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
      type: 'NoteAdded';
      data: { visibleTo: NoteReaders; noteId: string };
      details: { text: string } | null;
    };
