import type { Person } from '../../persons/person.ts';
import type { CalendarDay, Instant } from '../../time.ts';
import type { Destination } from '../discharge.ts';
import type { PatientClass } from '../state.ts';

/** How somebody comes, moves and goes. */
export type StayEventBody =
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
      type: 'PatientDischarged';
      data: { at: Instant; on: CalendarDay; destination: Destination };
      details: null;
    }
  | { type: 'DischargeCancelled'; data: { at: Instant }; details: { note: string } | null }
  | { type: 'SpellLeftBoard'; data: Record<string, never>; details: null }
  | { type: 'FollowUpEnded'; data: Record<string, never>; details: null };
