import { ownerFor } from '../../domain/tasks/catalogue.ts';
import { DEFAULT_CATALOGUE } from '../../domain/tasks/default-catalogue.ts';
import type { TaskOwner, BuiltInTaskType } from '../../domain/tasks/task-types.ts';
import type { Role } from '../../domain/actor.ts';
import { dayOf, instantText, midnight, minutes } from './calendar.ts';
import { housingPlanOf } from './housing-plans.ts';
import { QUESTIONS, servicePlanOf } from './service-plans.ts';
import type { Random } from './random.ts';
import type { Stay } from './spell-history.ts';
import { memberOf, wardMember } from './spell-history.ts';
import type { QuestionPlan, StaffRef, TaskPlan, WaitingPlan } from './spell-plan.ts';
import { socialCareTeamOf, teamOfTask } from './staff.ts';
import type { Bias } from './timeline.ts';
import { instantBetween } from './timeline.ts';

/** A task to be planned: when it may be added, and when it is finished, if it is. */
export type TaskWish = {
  type: BuiltInTaskType;
  blocking: boolean;
  addedAfter: number;
  addedBefore: number;
  bias?: Bias;
  /** The window it is finished in; null leaves it open. */
  done: { after: number; before: number } | null;
  /** It waits until somebody has room; else it may wait for information or the family. */
  waitsOnCapacity?: boolean;
  addedBySocialCare?: boolean;
  /** Nobody has taken it. */
  unclaimed?: boolean;
  /** Work of a day: what was added on an earlier one is mostly done by its evening. */
  isDayWork?: boolean;
};

const ROLE_OF_OWNER: Readonly<Record<TaskOwner, Role>> = {
  ward: 'ward',
  social_care: 'broker',
  lightbulb: 'housing',
  hub: 'hub',
  community: 'ward',
};

/** Where an open task stands: untouched, claimed, begun, or begun and waiting. */
type Progress = 'open' | 'claimed' | 'in_progress' | 'waiting' | 'done';

const OPEN_PROGRESS = [
  ['open', 34],
  ['claimed', 20],
  ['in_progress', 32],
  ['waiting', 14],
] as const;

/** Ward tasks are small: nobody writes down what they wait for. */
const WARD_PROGRESS = [
  ['open', 48],
  ['claimed', 22],
  ['in_progress', 30],
] as const;

/** The task, or null where the stay has no time for it. */
export function planTask(stay: Stay, asked: TaskWish, random: Random): TaskPlan | null {
  const place = stay.person.details.place;
  const owner = ownerFor(DEFAULT_CATALOGUE[asked.type], place);
  const role = ROLE_OF_OWNER[owner];
  const addedBy = adderOf(stay, asked, owner, random);
  const last = Math.min(asked.addedBefore, stay.until - minutes(10));
  // Of somebody who came an hour ago, a wish may reach back to before they came.
  const first = Math.max(asked.addedAfter, stay.admittedAt + minutes(5));
  const added = instantBetween(random, addedBy.role, first, last, asked.bias ?? 'any');
  if (added === null) return null;
  const wish = { ...asked, done: asked.done ?? doneOnItsDay(stay, asked, added, random) };
  const progress = wish.done === null ? openProgress(wish, owner, random) : 'done';
  const end = endOf(wish, stay, role, added, random);
  if (end === null) return null;

  const times = stepTimes(random, role, added, end, progress, wish);
  const holder = memberOf(teamOfTask(owner, wish.type, place, stay.ward.id), random);
  const waits = waitingOf(times, wish, owner, random);
  const housing =
    owner === 'lightbulb'
      ? housingPlanOf(wish.type, times.started, end, wish.done !== null, random)
      : null;
  // A home that is ready finishes the task, whatever was waited for.
  const isToldByHome = housing?.steps.some(({ step }) => step === 'home_ready') === true;
  const waiting = isToldByHome ? null : waits;
  return {
    type: wish.type,
    owner,
    blocking: wish.blocking,
    addedAt: instantText(added),
    addedBy,
    claimedAt: textOrNull(times.claimed),
    claimedBy: times.claimed === null ? null : holder,
    startedAt: textOrNull(times.started),
    waiting,
    declined: declineOf(owner, added, times.claimed, random),
    question: waiting?.for === 'information' ? questionOf(stay, owner, random) : null,
    service: servicePlanOf(wish.type, times.started, end, wish.done !== null, random),
    completedAt: wish.done === null ? null : instantText(end),
    housing,
  };
}

/** How much of a day's work is done when it is over. */
const DONE_ON_ITS_DAY = 0.8;

/** The rest of the day that it was added on, where that is over and it was done; else null. */
function doneOnItsDay(stay: Stay, { isDayWork }: TaskWish, added: number, parent: Random) {
  const evening = midnight(dayOf(added) + 1);
  if (isDayWork !== true || evening > stay.until) return null;
  const isDone = parent.fork('day work').chance(DONE_ON_ITS_DAY);
  return isDone ? { after: added, before: evening } : null;
}

/** Wards ask themselves nothing; every second other team asks the ward when it lacks something. */
function questionOf(stay: Stay, owner: TaskOwner, parent: Random): QuestionPlan | null {
  const random = parent.fork('question');
  if (ROLE_OF_OWNER[owner] === 'ward' || random.chance(0.5)) return null;
  const [text, answer] = random.pick(QUESTIONS);
  return { text, answer, answeredBy: wardMember(stay, random) };
}

/** How often a team outside the hospital sends a task back first. */
const DECLINED_FIRST = 0.06;

const DECLINED_FOR = [
  ['more_information_needed', 70],
  ['not_eligible', 30],
] as const;

/** Nobody declines what they have claimed, or what they never looked at. */
function declineOf(owner: TaskOwner, added: number, claimed: number | null, parent: Random) {
  const random = parent.fork('declined');
  const isOutside = owner === 'social_care' || owner === 'lightbulb';
  const room = claimed === null ? 0 : claimed - added;
  if (!isOutside || room < minutes(20) || !random.chance(DECLINED_FIRST)) return null;
  return {
    at: instantText(added + room / 4),
    reason: random.weighted(DECLINED_FOR),
    returnedAt: instantText(added + (room * 3) / 4),
    by: memberOf('hub', random),
  };
}

const textOrNull = (ms: number | null) => (ms === null ? null : instantText(ms));

function adderOf(stay: Stay, wish: TaskWish, owner: TaskOwner, random: Random): StaffRef {
  const place = stay.person.details.place;
  if (wish.addedBySocialCare === true) return memberOf(socialCareTeamOf(place), random);
  const byHub =
    owner === 'hub' || owner === 'social_care' ? 0.6 : owner === 'lightbulb' ? 0.4 : 0.08;
  return random.chance(byHub) ? memberOf('hub', random) : wardMember(stay, random);
}

function openProgress(wish: TaskWish, owner: TaskOwner, random: Random): Progress {
  if (wish.unclaimed === true) return 'open';
  if (wish.waitsOnCapacity === true) return 'waiting';
  return random.weighted(owner === 'ward' ? WARD_PROGRESS : OPEN_PROGRESS);
}

/** When it was finished; for an open task the end of what can have happened to it. */
function endOf(
  wish: TaskWish,
  stay: Stay,
  role: Role,
  added: number,
  random: Random,
): number | null {
  if (wish.done === null) return stay.until;
  const after = Math.max(wish.done.after, added + minutes(15));
  const before = Math.min(wish.done.before, stay.until - minutes(2));
  return instantBetween(random, role, after, before, 'any') ??
    instantBetween(random, role, added + minutes(2), stay.until - minutes(1), 'late'); // prettier-ignore
}

type StepTimes = {
  claimed: number | null;
  started: number | null;
  waitingSince: number | null;
  waitingUntil: number | null;
};

function stepTimes(
  random: Random,
  role: Role,
  added: number,
  end: number,
  progress: Progress,
  wish: TaskWish,
): StepTimes {
  const waits =
    progress === 'waiting' || (progress === 'done' && (wish.waitsOnCapacity ?? random.chance(0.1)));
  const next = (after: number | null, bias: Bias) =>
    after === null ? null : instantBetween(random, role, after, end, bias);
  const claimed = progress === 'open' ? null : next(added, 'soon');
  const started = progress === 'claimed' ? null : next(claimed, 'soon');
  const waitingSince = waits ? next(started, 'soon') : null;
  const isOver = progress === 'done' && waitingSince !== null;
  const waitingUntil = isOver ? next(waitingSince, 'late') : null;
  const neverOver = isOver && waitingUntil === null;
  return { claimed, started, waitingSince: neverOver ? null : waitingSince, waitingUntil };
}

function waitingOf(
  times: StepTimes,
  wish: TaskWish,
  owner: TaskOwner,
  random: Random,
): WaitingPlan | null {
  if (times.waitingSince === null) return null;
  const onOthers = random.chance(owner === 'social_care' || owner === 'lightbulb' ? 0.5 : 0.3);
  const waitsFor = wish.waitsOnCapacity === true ? 'capacity' : onOthers ? 'family' : 'information';
  return {
    for: waitsFor,
    since: instantText(times.waitingSince),
    until: textOrNull(times.waitingUntil),
  };
}
