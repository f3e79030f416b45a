import { teamsThatSee } from '../../domain/actions/action-sight.ts';
import type { Actor } from '../../domain/actor.ts';
import type { SpellCommandInput } from '../../domain/spell/commands.ts';
import type { Spell } from '../../domain/spell/state.ts';
import type { TaskOwner } from '../../domain/tasks/task-types.ts';
import { isOpenState } from '../../domain/tasks/task-types.ts';
import type { Instant } from '../../domain/time.ts';
import { ACTION_WORDS, wordsOf } from './action-plans.ts';
import { dayNumber, dayOf, instantAt, instantText } from './calendar.ts';
import type { Add, IdOf } from './play-tasks.ts';
import type { SeedIds } from './seed-ids.ts';
import type { ActionPlan } from './spell-plan.ts';

type ActionSteps = {
  spellId: string;
  add: Add;
  idOf: IdOf;
  newId: SeedIds;
  /** For what the timer does: without a person. */
  addTimed: (at: Instant, command: (spell: Spell | null) => SpellCommandInput | null) => void;
  actorOf: (staff: ActionPlan['by']) => Actor;
};

/** The timer comes by when every team has begun to work. */
const CHASED_AT = 9 * 60 + 5;

/** What was agreed: asked for, chased on each day after its own, and finished. */
export function addActionSteps(plan: ActionPlan, steps: ActionSteps): void {
  const { spellId, add, idOf, newId, addTimed, actorOf } = steps;
  const { at, by, dueOn, choice, person, raisedAt, ended } = plan;
  const actionId = idOf(by, at);
  const about = { spellId, actionId } as const;
  if (raisedAt !== null) {
    const id = idOf(by, raisedAt);
    add(raisedAt, by, (spell) => {
      const task = toRaise(spell);
      if (task === null) return null;
      const need = 'It has been with this team for weeks: somebody must decide.';
      return { type: 'Escalate', id, spellId, taskId: task.id, to: 'hub', need };
    });
  }
  add(
    at,
    by,
    (spell) => {
      const owner = ownerOf(spell, choice);
      const raised = raisedAt === null ? undefined : raisedBy(spell, actorOf(by));
      const from = raised === undefined ? 'review' : 'escalation';
      return {
        ...{ type: 'AddAction', id: actionId, spellId, owner, dueOn, source: from },
        what: wordsFor(owner, choice).what,
        ...(raised !== undefined && { fromTaskId: raised }),
        ...(owner === 'ward' && person !== null && { assigneeId: actorOf(person).id }),
      };
    },
    person === null ? null : actorOf(person),
  );
  const until = Date.parse(plan.chasesUntil);
  for (let day = dayNumber(dueOn) + 1; day <= dayOf(until); day += 1) {
    const time = instantAt(day, CHASED_AT);
    if (time >= until) break;
    const id = newId(null, instantText(time));
    addTimed(instantText(time), () => ({ type: 'ChaseAction', id, ...about }));
  }
  const { chasedAt } = plan;
  if (chasedAt !== null && chasedAt < plan.chasesUntil) {
    const id = idOf(by, chasedAt);
    const said = 'This was to be done yesterday. What stands in the way?';
    add(chasedAt, by, () => ({ type: 'ChaseAction', id, ...about, words: said }));
  }
  if (ended === null) return;
  const id = idOf(by, ended.at);
  add(ended.at, by, (spell) => {
    const action = spell?.actions.find((one) => one.id === actionId);
    const owner = action?.owner ?? 'ward';
    const outcome = ended.outcome;
    const said = wordsOf(outcome, wordsFor(owner, choice));
    return { type: 'FinishAction', id, ...about, outcome, words: said };
  });
}

/** Whose something blocks, if they see the patient; the ward’s where nothing does. */
function ownerOf(spell: Spell | null, choice: number): TaskOwner {
  if (spell === null) return 'ward';
  const seeing = teamsThatSee(spell);
  const blocking = spell.tasks.filter(
    ({ blocking: blocks, state }) => blocks && isOpenState(state),
  );
  const owners = blocking.map(({ owner }) => owner).filter((owner) => seeing.includes(owner));
  return choice % 10 < 3 || owners.length === 0 ? 'ward' : pickOf(owners, choice);
}

function toRaise(spell: Spell | null): { id: string } | null {
  const open = spell?.tasks.find(
    ({ blocking, state, escalation }) => blocking && isOpenState(state) && escalation === null,
  );
  return open ?? null;
}

/** The task that somebody raised just before. */
function raisedBy(spell: Spell | null, { id }: Actor): string | undefined {
  return spell?.tasks.find(({ escalation }) => escalation?.raisedBy.id === id)?.id;
}

/** Other than by whose it is, so that not each of a team says the same. */
function wordsFor(owner: TaskOwner, choice: number) {
  return pickOf(ACTION_WORDS[owner], Math.floor(choice / 10));
}

function pickOf<Item>(list: readonly Item[], choice: number): Item {
  const item = list[choice % list.length];
  if (item === undefined) throw new Error('Nothing to choose from');
  return item;
}
