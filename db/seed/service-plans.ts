import { arrangesService } from '../../domain/tasks/task-types.ts';
import type { BuiltInTaskType } from '../../domain/tasks/task-types.ts';
import { dayOf, instantAt, instantText } from './calendar.ts';
import type { Random } from './random.ts';
import type { ProviderPlan, ServicePlan } from './spell-plan.ts';
import { instantBetween } from './timeline.ts';

const HOME_CARE = ['Thistledown Homecare', 'Marlpit Care at Home', 'Quarry Field Home Support', 'Three Bridges Care'] as const; // prettier-ignore
const CARE_HOMES = ['Larch House', 'Old Rectory Court', 'Meadow Rise', 'Spinney Lodge'] as const;
const NURSING = ['Community nursing, north', 'Community nursing, south'] as const;
const BEDS = ['Cedar unit', 'Hazel unit', 'Step-down beds'] as const;

const PROVIDERS: Partial<Record<BuiltInTaskType, readonly string[]>> = {
  care_home_placement: CARE_HOMES,
  chc_fast_track: [...CARE_HOMES, ...HOME_CARE],
  community_nursing: NURSING,
  intermediate_bed: BEDS,
};

const HALF_PAST_EIGHT = 510;

/**
 * Which providers were asked for a service between the start of its task and its end, and when it
 * begins: for a task that is done one has accepted, for an open one perhaps nobody yet.
 */
export function servicePlanOf(
  type: BuiltInTaskType,
  started: number | null,
  end: number,
  isDone: boolean,
  parent: Random,
): ServicePlan | null {
  if (started === null || !arrangesService(type)) return null;
  const random = parent.fork(`service ${type}`);
  const names = random.shuffle(PROVIDERS[type] ?? HOME_CARE).slice(0, random.int(1, 2));
  const providers: ProviderPlan[] = [];
  let after = started;
  for (const [index, name] of names.entries()) {
    const isLast = index === names.length - 1;
    const askedAt = instantBetween(random, 'broker', after, end, 'soon');
    const answeredAt = askedAt === null ? null : instantBetween(random, 'broker', askedAt, end, isLast ? 'late' : 'soon'); // prettier-ignore
    if (askedAt === null) break;
    const answer = isLast ? 'accepted' : random.pick(['declined', 'no_reply'] as const);
    const isAnswered = answeredAt !== null && (isDone || !isLast || random.chance(0.3));
    const answered: ProviderPlan['answered'] = isAnswered
      ? { at: instantText(answeredAt), answer }
      : null;
    providers.push({ name, askedAt: instantText(askedAt), answered });
    after = answeredAt ?? end;
  }
  return { providers, start: startOf(providers.at(-1), random) };
}

/** One to three days after a provider accepted, in the morning. */
function startOf(last: ProviderPlan | undefined, random: Random): ServicePlan['start'] {
  const days = random.int(1, 3);
  if (last === undefined || last.answered?.answer !== 'accepted') return null;
  const { at } = last.answered;
  const startsAt = instantAt(dayOf(Date.parse(at)) + days, HALF_PAST_EIGHT);
  return { at, startsAt: instantText(startsAt) };
}

/** What a team asks a ward, with what the ward then writes. */
export const QUESTIONS = [
  ['How many visits a day does the ward expect, and for how long?', 'Four visits, two carers for the morning one.'],
  ['Does she manage stairs now? The bedroom is upstairs.', 'With one person beside her. Physiotherapy sees her again tomorrow.'],
  ['Which equipment goes home with the patient?', 'A frame and a commode; both are on the ward.'],
  ['Has the family agreed to the start on this date?', 'The daughter has, by telephone this morning.'],
  ['Is the memory clinic letter there? The provider asks for it.', 'It is scanned and in the record.'],
] as const; // prettier-ignore
