import type { EscalationLevel, TaskCause } from '../../escalation/escalation.ts';
import type { StayCause } from '../../escalation/stay-escalation.ts';
import type { StayRung } from '../../escalation/stay-rules.ts';
import type { TaskOwner } from '../../tasks/task-types.ts';
import type { CalendarDay } from '../../time.ts';

/** A task, or a stay itself, raised above those who work on it. */
export type EscalationEventBody =
  | {
      type: 'TaskEscalated';
      data: {
        /** With whom it is now, and was before; null where it was not raised. */
        level: EscalationLevel;
        from: EscalationLevel | null;
        owner: TaskOwner;
        because: TaskCause;
      };
      details: { need: string } | null;
    }
  | {
      type: 'StayEscalated';
      data: {
        level: StayRung;
        from: StayRung | null;
        because: StayCause;
        /** How long the person had been delayed then. */
        delayDays: number;
      };
      details: { need: string } | null;
    }
  // Without a task it is the stay's.
  | {
      type: 'EscalationAcknowledged';
      data: { level: EscalationLevel; reviewOn: CalendarDay | null };
      details: { action: string } | null;
    }
  | {
      type: 'EscalationResolved';
      data: { level: EscalationLevel };
      details: { outcome: string } | null;
    };
