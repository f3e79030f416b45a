import type { EscalationLevel } from '../../escalation/escalation.ts';
import type { TaskOwner } from '../../tasks/task-types.ts';
import type { CalendarDay } from '../../time.ts';

/** A task raised above those who do it. */
export type EscalationEventBody =
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
    };
