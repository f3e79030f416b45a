import type { DayNumber } from './calendar.ts';
import type { SeedPerson } from './people.ts';
import type { Random } from './random.ts';
import type { SpecialtyProfile } from './specialties.ts';

const LONGEST_GAP_DAYS = 28;
const TRIES = 12;

/**
 * People who went home and may come back. Each is here once, by the day of their last discharge,
 * and leaves on being drawn, so that nobody is in two beds at once.
 */
export type Returning = {
  add(person: SeedPerson, dischargedDay: DayNumber): void;
  draw(admittedDay: DayNumber, profile: SpecialtyProfile, random: Random): SeedPerson | null;
};

export function createReturning(): Returning {
  const byDay = new Map<DayNumber, SeedPerson[]>();
  return {
    add(person, dischargedDay) {
      const day = byDay.get(dischargedDay);
      if (day === undefined) byDay.set(dischargedDay, [person]);
      else day.push(person);
    },
    draw(admittedDay, profile, random) {
      for (let i = 0; i < TRIES; i += 1) {
        const people = byDay.get(admittedDay - random.int(1, LONGEST_GAP_DAYS)) ?? [];
        const index = random.int(0, Math.max(0, people.length - 1));
        const person = people[index];
        if (person === undefined || !suits(person, profile)) continue;
        people.splice(index, 1);
        return person;
      }
      return null;
    },
  };
}

function suits({ age, details }: SeedPerson, profile: SpecialtyProfile): boolean {
  const { mean, deviation, min, max } = profile.age;
  if (age < min || age > max || Math.abs(age - mean) > 2 * deviation) return false;
  return profile.femaleShare < 0.9 || details.sex === 'female';
}

/** A stay at University Hospitals of Leicester that ended in a move to a community hospital. */
export type Transfer = { spellId: string; person: SeedPerson; leftAt: number };

export type Transfers = {
  add(transfer: Transfer, day: DayNumber): void;
  take(admittedDay: DayNumber): Transfer | null;
  /** Those whom no community hospital bed was planned for. */
  left(): Transfer[];
};

export function createTransfers(): Transfers {
  const byDay = new Map<DayNumber, Transfer[]>();
  return {
    add(transfer, day) {
      byDay.set(day, [...(byDay.get(day) ?? []), transfer]);
    },
    take: (admittedDay) => byDay.get(admittedDay)?.shift() ?? null,
    left: () => [...byDay.values()].flat(),
  };
}
