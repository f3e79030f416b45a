import type { StoredEvent } from '../../../db/store.ts';

/**
 * The figures once more, straight from events and as plainly as can be: every day is looked at by
 * itself. It shares no code with the reports, calendar included.
 */
export type PlainStay = {
  spellId: string;
  wardId: string;
  bornOn: string;
  isMaternity: boolean;
  admittedOn: string;
  leftOn: string | null;
  leftAtTime: string | null;
  destination: string | null;
  /** Each from its first day to the day it ended, if it did. */
  ready: { from: string; until: string | null; byLeaving: boolean }[];
};

const london = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/London',
  dateStyle: 'short',
  timeStyle: 'short',
});

/** `2026-10-25 01:30` */
const wall = (instant: string) => london.format(new Date(instant));

export function plainStays(events: readonly StoredEvent[]): PlainStay[] {
  const stays = new Map<string, PlainStay>();
  for (const event of events) {
    if (event.type === 'PatientAdmitted') {
      stays.set(event.spellId, {
        spellId: event.spellId,
        wardId: event.data.wardId,
        bornOn: event.details?.person.dateOfBirth ?? '',
        isMaternity: event.data.isMaternity,
        admittedOn: wall(event.data.admittedAt).slice(0, 10),
        leftOn: null,
        leftAtTime: null,
        destination: null,
        ready: [],
      });
    }
    const stay = stays.get(event.spellId);
    if (stay !== undefined) happen(stay, event);
  }
  return [...stays.values()];
}

function happen(stay: PlainStay, event: StoredEvent): void {
  const last = stay.ready.at(-1);
  if (event.type === 'PatientTransferred') stay.wardId = event.data.wardId;
  if (event.type === 'PersonUpdated') stay.bornOn = event.details?.after.dateOfBirth ?? stay.bornOn;
  if (event.type === 'NoCriteriaToResideRecorded') {
    stay.ready.push({ from: event.data.readyDate, until: null, byLeaving: false });
  }
  if (event.type === 'CriteriaToResideRecorded' && last?.until === null) {
    last.until = event.data.periodEndedOn;
  }
  if (event.type === 'PatientDischarged') {
    [stay.leftOn, stay.leftAtTime] = wall(event.data.at).split(' ') as [string, string]; // day and time
    stay.destination = event.data.destination;
    if (last?.until === null) Object.assign(last, { until: stay.leftOn, byLeaving: true });
  }
  if (event.type === 'DischargeCancelled') {
    Object.assign(stay, { leftOn: null, leftAtTime: null, destination: null });
    if (last?.byLeaving) Object.assign(last, { until: null, byLeaving: false });
  }
}

/** Midnights from ready to gone, counted one by one. */
export function plainDelay(stay: PlainStay): number {
  const last = stay.ready.at(-1);
  if (stay.leftOn === null || last === undefined || !last.byLeaving) return 0;
  let midnights = 0;
  for (let day = last.from; day < stay.leftOn; day = next(day)) midnights += 1;
  return midnights;
}

export function plainNational(stay: PlainStay): boolean {
  return plainNationalHere(stay) && stay.destination !== 'died' && stay.leftOn !== stay.admittedOn;
}

export function plainNationalHere(stay: PlainStay): boolean {
  const year = Number(stay.bornOn.slice(0, 4));
  const isAdult = `${year + 18}${stay.bornOn.slice(4)}` <= stay.admittedOn;
  return isAdult && !stay.isMaternity;
}

export function isPlainlyRemaining(stay: PlainStay, day: string): boolean {
  const isHere = stay.admittedOn <= day && (stay.leftOn === null || day < stay.leftOn);
  const isReady = stay.ready.some(
    ({ from, until }) => from <= day && (until === null || day < until),
  );
  return isHere && isReady;
}

export function next(day: string): string {
  const date = new Date(`${day}T12:00:00.000Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
