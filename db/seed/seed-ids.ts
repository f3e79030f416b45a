import { ID_MAKER_CHANCES, createIds } from '../../domain/ids.ts';
import { dayOf, instantAt, minutes } from './calendar.ts';
import { createRandom } from './random.ts';

/** The id of what somebody, or for null the hub's own program, creates at an instant. */
export type SeedIds = (staffId: string | null, at: string) => string;

/**
 * Ids as a hub in use comes to have them (`domain/ids.ts`): everybody opens their page before work
 * and leaves it open for the day; the program draws the forms of admissions and runs for a week.
 */
export function createSeedIds(seed: string): SeedIds {
  const makers = new Map<string, () => string>();
  return (staffId, at) => {
    const day = dayOf(Date.parse(at));
    const startDay = staffId === null ? day - (day % 7) : day;
    const key = `${staffId ?? 'program'} ${startDay}`;
    const known = makers.get(key);
    if (known !== undefined) return known();
    const random = createRandom(`${seed}/ids of ${key}`);
    const startedAt = instantAt(startDay, 0) + random.int(0, minutes(7 * 60));
    const maker = createIds({ startedAt, chance: random.int(0, ID_MAKER_CHANCES - 1) });
    makers.set(key, maker);
    return maker();
  };
}
