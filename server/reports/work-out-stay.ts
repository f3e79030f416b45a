import type { ReportReader } from '../../db/report-reader.ts';
import { dischargeReadyDate } from '../../domain/delay/delay-days.ts';
import { displayName } from '../../domain/persons/display-name.ts';
import type { StayWaits } from '../../domain/reports/report-answer.ts';
import { waitDays } from '../../domain/reports/stay-waits.ts';
import { addDays } from '../../domain/time.ts';
import { dayContext } from './day-context.ts';
import type { AskedAt } from './report-request.ts';

/** Whom one person waited for, on each day of delay that is over; null where there is no such stay. */
export function workOutStay(
  reader: ReportReader,
  spellId: string,
  { now, today, timeZone }: AskedAt,
): StayWaits | null {
  const stay = reader.stayFacts(spellId);
  const [person] = reader.people([spellId]);
  if (stay === null || person === undefined) return null;
  const [course] = reader.coursesOf([spellId]);
  const story = { stay, events: course?.events ?? [] };
  const ward = reader.places().get(stay.wardId);
  return {
    spellId,
    name: displayName(person),
    dateOfBirth: person.dateOfBirth,
    nhsNumber: person.nhsNumber,
    ward: ward === undefined ? 'Not known' : `${ward.name}, ${ward.site}`,
    admittedOn: stay.admittedOn,
    dischargedOn: stay.discharge?.on ?? null,
    readyDate: dischargeReadyDate(stay.nctrPeriods),
    asOf: now,
    days: waitDays(story, addDays(today, -1), dayContext(reader, timeZone)),
  };
}
