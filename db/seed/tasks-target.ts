import { ownerFor } from '../../domain/tasks/catalogue.ts';
import { DEFAULT_CATALOGUE } from '../../domain/tasks/default-catalogue.ts';
import type { BuiltInTaskType } from '../../domain/tasks/task-types.ts';
import { instantText, minutes } from './calendar.ts';
import type { Random } from './random.ts';
import { memberOf } from './spell-history.ts';
import type { SpellPlan, TaskPlan } from './spell-plan.ts';
import { wardTeamOf } from './staff.ts';
import { instantBetween } from './timeline.ts';

const ORDINARY: readonly BuiltInTaskType[] = [
  'medicines',
  'transport',
  'therapy_assessment',
  'decision_to_discharge',
  'medical_review',
  'carer_concern',
  'equipment',
  'community_nursing',
  'family_choice',
  'infection_control',
];

const isOpen = (task: TaskPlan) => task.completedAt === null;

/** Adds or takes away open tasks that block nothing until there are as many as asked for. */
export function meetTasksTarget(
  plans: readonly SpellPlan[],
  target: number,
  now: number,
  random: Random,
): SpellPlan[] {
  const tasks = plans.map((plan) => [...plan.tasks]);
  let count = tasks.flat().filter(isOpen).length;
  const order = random.shuffle(plans.map((_, index) => index));
  for (let round = 0; round < ORDINARY.length && count !== target; round += 1) {
    for (const index of order) {
      const own = tasks[index];
      const plan = plans[index];
      if (own === undefined || plan === undefined || count === target) continue;
      if (count > target) count -= removeOne(own);
      else count += addOne(own, plan, ORDINARY[round], now, random.fork(`${plan.id}:${round}`));
    }
  }
  return plans.map((plan, index) => ({ ...plan, tasks: tasks[index] ?? plan.tasks }));
}

function removeOne(tasks: TaskPlan[]): 0 | 1 {
  const index = tasks.findLastIndex((task) => isOpen(task) && !task.blocking);
  if (index < 0) return 0;
  tasks.splice(index, 1);
  return 1;
}

function addOne(
  tasks: TaskPlan[],
  plan: SpellPlan,
  type: BuiltInTaskType | undefined,
  now: number,
  random: Random,
): 0 | 1 {
  if (type === undefined || tasks.some((task) => task.type === type)) return 0;
  const last = tasks.at(-1)?.addedAt ?? plan.admittedAt;
  const at = instantBetween(random, 'ward', Date.parse(last) + minutes(1), now - minutes(5));
  if (at === null) return 0;
  tasks.push({
    type,
    owner: ownerFor(DEFAULT_CATALOGUE[type], plan.person.place),
    blocking: false,
    addedAt: instantText(at),
    addedBy: memberOf(wardTeamOf(plan.wardId), random),
    claimedAt: null,
    claimedBy: null,
    startedAt: null,
    waiting: null,
    question: null,
    service: null,
    completedAt: null,
    declined: null,
    housing: null,
  });
  return 1;
}
