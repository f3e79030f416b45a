import { levelInWords } from '../../escalation/escalation.ts';
import { formatDay } from '../../time.ts';
import { ERASED } from '../erased.ts';
import type { EscalationEvent, EventOf } from '../events.ts';

/** `what`: the task that it is about, or the stay. */
export function describeEscalation(event: EscalationEvent, what: string): string {
  switch (event.type) {
    case 'TaskEscalated': {
      const { level, owner, because } = event.data;
      const whom = levelInWords(level, owner);
      if (because === 'target_passed') {
        return `Escalated ${what} to ${whom}: its target passed long ago`;
      }
      const need = event.details === null ? '' : `: ${event.details.need}`;
      return `Escalated ${what} to ${whom}${need}`;
    }
    case 'StayEscalated':
      return `Escalated ${what} to ${levelInWords(event.data.level, null)}: ${stayReason(event)}`;
    case 'EscalationAcknowledged': {
      const { reviewOn } = event.data;
      const by = reviewOn === null ? '' : `, by ${formatDay(reviewOn)}`;
      const action = event.details === null ? '' : `: ${event.details.action}`;
      return `Took on the escalation of ${what}${action}${by}`;
    }
    case 'EscalationResolved': {
      const outcome = event.details === null ? '' : `: ${event.details.outcome}`;
      return `Resolved the escalation of ${what}${outcome}`;
    }
    default:
      return event satisfies never;
  }
}

function stayReason({ data, details }: EventOf<'StayEscalated'>): string {
  switch (data.because) {
    case 'person':
      return details?.need ?? ERASED;
    case 'delayed':
      return `delayed ${data.delayDays} ${data.delayDays === 1 ? 'day' : 'days'}`;
    case 'nothing_blocks':
      return 'ready, and no open task blocked the discharge';
    default:
      return data.because satisfies never;
  }
}
