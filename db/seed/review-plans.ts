import type { DayNumber } from './calendar.ts';
import { instantAt, instantText } from './calendar.ts';
import type { Random } from './random.ts';
import type { Stay } from './spell-history.ts';
import { wardMember } from './spell-history.ts';
import type { LongStayReviewPlan } from './spell-plan.ts';

/** The weekly reviews that are told, in days before today. */
const DAYS_BEFORE = [9, 2];
const BEGINS_AT = 10 * 60;
const NIGHTS_MS = 7 * 24 * 3_600_000;

type Words = Pick<LongStayReviewPlan, 'whyNotHome' | 'whyNotToday'>;
const why = (whyNotHome: string, whyNotToday = ''): Words => ({ whyNotHome, whyNotToday });

const NOT_READY: readonly Words[] = [
  why('Still on oxygen, weaning is slow', 'Respiratory team reviews tomorrow'),
  why('Wound needs dressing twice a day by two', 'Tissue viability sees it on Thursday'),
  why('Does not yet manage the stairs; lives on a third floor'),
  why('Intravenous antibiotics until the end of next week', 'No line for giving them at home yet'),
];

const READY: readonly Words[] = [
  why('No provider for four visits a day by two', 'Two providers answer by Friday'),
  why('Family is choosing between two homes', 'Second home assesses on Wednesday'),
  why('Downstairs bathroom is not usable', 'The surveyor has not been yet'),
  why('Funding is with the panel'),
  why('Best interests meeting is not held yet', 'The advocate is away until Monday'),
];

/** What the last reviews of a long stay came to, where somebody was still here. */
export function reviewsOf(stay: Stay, today: DayNumber): LongStayReviewPlan[] {
  const random = stay.random.fork('reviews');
  return DAYS_BEFORE.flatMap((days) => {
    const at = instantAt(today - days, BEGINS_AT) + random.int(0, 90) * 60_000;
    const isHere = at > stay.admittedAt + NIGHTS_MS && at < stay.until;
    return isHere && random.chance(0.8) ? [planOf(stay, at, random)] : [];
  });
}

function planOf(stay: Stay, at: number, random: Random): LongStayReviewPlan {
  const isReady = stay.readyDay !== null && instantAt(stay.readyDay, 0) < at;
  const by = wardMember(stay, random);
  return { at: instantText(at), by, ...random.pick(isReady ? READY : NOT_READY) };
}
