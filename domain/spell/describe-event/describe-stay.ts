import { formatInstant } from '../../time.ts';
import { DESTINATION_NAMES } from '../discharge.ts';
import type { StayEvent } from '../events.ts';
import type { DescribeContext } from './describe-context.ts';
import { noteText } from './words.ts';

export function describeStay(event: StayEvent, context: DescribeContext): string {
  switch (event.type) {
    case 'PatientAdmitted':
      return `Admitted to ${context.wards.get(event.data.wardId)?.name ?? event.data.wardId}`;
    case 'PatientTransferred': {
      const { wardId, bed } = event.data;
      const ward = context.wards.get(wardId)?.name ?? wardId;
      return `Moved to ${ward}${bed === null ? '' : `, bed ${bed}`}`;
    }
    case 'PatientDischarged':
      return `Discharged ${formatInstant(event.data.at, context.timeZone)}: ${DESTINATION_NAMES[event.data.destination]}`;
    case 'DischargeCancelled':
      return `Took the discharge back${noteText(event)}`;
    case 'SpellLeftBoard':
      return 'Left the board';
    case 'FollowUpEnded':
      return 'No longer followed up: a year after the discharge';
    default:
      return event satisfies never;
  }
}
