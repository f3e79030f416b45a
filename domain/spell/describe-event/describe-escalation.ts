import { levelInWords } from '../../escalation/escalation.ts';
import { formatDay } from '../../time.ts';
import type { EscalationEvent } from '../events.ts';

export function describeEscalation(event: EscalationEvent, task: string): string {
  switch (event.type) {
    case 'TaskEscalated': {
      const { level, owner, because } = event.data;
      const whom = levelInWords(level, owner);
      if (because === 'target_passed') {
        return `Escalated ${task} to ${whom}: its target passed long ago`;
      }
      const need = event.details === null ? '' : `: ${event.details.need}`;
      return `Escalated ${task} to ${whom}${need}`;
    }
    case 'EscalationAcknowledged': {
      const { reviewOn } = event.data;
      const by = reviewOn === null ? '' : `, by ${formatDay(reviewOn)}`;
      const action = event.details === null ? '' : `: ${event.details.action}`;
      return `Took on the escalation of ${task}${action}${by}`;
    }
    case 'EscalationResolved': {
      const outcome = event.details === null ? '' : `: ${event.details.outcome}`;
      return `Resolved the escalation of ${task}${outcome}`;
    }
    default:
      return event satisfies never;
  }
}
