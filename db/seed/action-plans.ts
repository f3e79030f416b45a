import type { ActionOutcome } from '../../domain/actions/action.ts';
import type { TaskOwner } from '../../domain/tasks/task-types.ts';
import { dayOf, dayText, instantAt, instantText, minutes } from './calendar.ts';
import type { Random } from './random.ts';
import type { Stay } from './spell-history.ts';
import { memberOf, wardMember } from './spell-history.ts';
import type { ActionPlan, LongStayReviewPlan } from './spell-plan.ts';

type Words = { what: string; done: string };
const words = (what: string, done: string): Words => ({ what, done });

/** What is asked of each team, and what comes of it. */
export const ACTION_WORDS: Record<TaskOwner, readonly Words[]> = {
  ward: [
    words('Family meeting on the ward about going home', 'They agree to Thursday'),
    words('Ask the consultant for a second opinion on the chest', 'Seen, goes on as planned'),
    words('Write to the GP about the dressings at home', 'The practice nurse takes them on'),
    words('Ring the daughter about the day of going home', 'She can be there from noon'),
  ],
  social_care: [
    words('Ask the funding panel for its answer', 'Agreed for six weeks'),
    words('Ring the two providers who have not answered', 'One of them can begin on Monday'),
    words('Arrange for the family to see the second home', 'Seen, they choose this one'),
  ],
  lightbulb: [
    words('Ask the surveyor for a date', 'Comes on Wednesday'),
    words('Fetch the keys from the neighbour', 'They are at the office'),
  ],
  hub: [
    words('Raise the bed with the community hospital on the daily call', 'On their list, second'),
    words('Settle with the council who pays meanwhile', 'The council does, from today'),
    words('Find an advocate for the best interests meeting', 'One is there on Tuesday'),
  ],
  community: [
    words('Stairs with the frame, twice before the weekend', 'Manages them with one rail'),
    words('Order the bed and the hoist for downstairs', 'Delivered on Friday'),
  ],
};

const NOT_NEEDED = 'The family has seen to it themselves';

/** How many of the reviews of a long stay end with somebody doing something by a day. */
const HAVE_ACTIONS = 0.55;
const RAISED_BEFORE = 0.3;

/** What was agreed in the reviews of a stay: some of it done, some overdue and chased. */
export function actionsOf(stay: Stay, reviews: readonly LongStayReviewPlan[]): ActionPlan[] {
  const random = stay.random.fork('actions');
  return reviews
    .flatMap((review, index) =>
      random.chance(HAVE_ACTIONS) ? [planOf(stay, review, index, random)] : [],
    )
    .filter(({ at }) => at < instantText(stay.until));
}

function planOf(stay: Stay, review: LongStayReviewPlan, index: number, random: Random): ActionPlan {
  const isLast = index === 1;
  const reviewedAt = Date.parse(review.at);
  const at = reviewedAt + minutes(random.int(2, 6));
  const isRaised = random.chance(RAISED_BEFORE);
  const dueDay = dayOf(at) + random.int(1, 5);
  const finishedAt = instantAt(dueDay + random.int(-1, 3), random.int(9 * 60, 16 * 60));
  const isFinished = finishedAt > at && finishedAt < stay.until;
  const isDone = isFinished && random.chance(isLast ? 0.45 : 0.8);
  const outcome: ActionOutcome = random.chance(0.85) ? 'done' : 'not_needed';
  return {
    at: instantText(at),
    by: isRaised ? memberOf('hub', random) : review.by,
    dueOn: dayText(dueDay),
    choice: random.int(0, 99),
    person: random.chance(0.4) ? wardMember(stay, random) : null,
    raisedAt: isRaised ? instantText(reviewedAt - minutes(40)) : null,
    ended: isDone ? { at: instantText(finishedAt), outcome } : null,
    chasesUntil: isDone ? instantText(finishedAt) : instantText(stay.until),
    chasedAt: chasedAt(stay, dueDay, random),
  };
}

/** When the one who asked says something, a day after it was to be done. */
function chasedAt(stay: Stay, dueDay: number, random: Random): string | null {
  const at = instantAt(dueDay + 1, random.int(10 * 60, 15 * 60));
  return at < stay.until && random.chance(0.35) ? instantText(at) : null;
}

export function wordsOf(outcome: ActionOutcome, { done }: Words): string {
  return outcome === 'done' ? done : NOT_NEEDED;
}
