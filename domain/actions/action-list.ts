import type { Actor, Audience } from '../actor.ts';
import { isLiveFor, sightFacts } from '../audience.ts';
import type { Spell } from '../spell/state.ts';
import type { TaskOwner } from '../tasks/task-types.ts';
import { teamRole } from '../tasks/teams.ts';
import type { CalendarDay } from '../time.ts';
import { addDays, calendarDay } from '../time.ts';
import type { ActionView } from './action-sight.ts';
import { actionViews } from './action-sight.ts';
import { daysOverdue } from './action.ts';

/** Whose actions a list shows. */
export const WHOSE_ACTIONS = ['mine', 'team', 'asked', 'all'] as const;
export type WhoseActions = (typeof WHOSE_ACTIONS)[number];

/** What somebody wants of the list; null: of every team. */
export type ActionFilter = { whose: WhoseActions; owner: TaskOwner | null; isOverdue: boolean };

/** An action in a list of several patients. */
export type ListedAction = { spellId: string; action: ActionView; daysOverdue: number };

/** For so long the list tells what came of an action. */
const ENDED_DAYS = 7;

/**
 * What is agreed about the patients whom a reader sees: the longest overdue first, then by day. After
 * it what was finished in the last week, the newest first. What ended by itself with a stay is gone.
 */
export function listedActions(
  spells: Iterable<Spell>,
  reader: Audience,
  { today, timeZone }: { today: CalendarDay; timeZone: string },
): { open: ListedAction[]; ended: ListedAction[] } {
  const since = addDays(today, -ENDED_DAYS);
  const listed = [...spells].flatMap((spell) =>
    spell.actions.length === 0 || !isLiveFor(reader, sightFacts(spell))
      ? []
      : actionViews(spell, reader).map((action) => ({
          ...{ spellId: spell.id, action },
          daysOverdue: daysOverdue(action, action.state, today),
        })),
  );
  return {
    open: listed
      .filter(({ action }) => action.state === 'open')
      .sort((one, other) => compare(byDay(one), byDay(other))),
    ended: listed
      .filter(({ action: { ended } }) => ended !== null && calendarDay(ended.at, timeZone) >= since)
      .sort((one, other) => compare(other.action.ended?.at ?? '', one.action.ended?.at ?? '')),
  };
}

/** Whether an action is the reader's own, their team's, or one that they asked for. */
export function isWhose(
  whose: WhoseActions,
  { person, owner, askedBy }: Pick<ActionView, 'person' | 'owner' | 'askedBy'>,
  me: Pick<Actor, 'id' | 'role'>,
): boolean {
  switch (whose) {
    case 'mine':
      return person?.id === me.id;
    case 'team':
      return teamRole(owner) === me.role;
    case 'asked':
      return askedBy.id === me.id;
    case 'all':
      return true;
    default:
      return whose satisfies never;
  }
}

/** The part of a list that somebody asked for. */
export function filterActions<Row extends Pick<ListedAction, 'action' | 'daysOverdue'>>(
  rows: readonly Row[],
  { whose, owner, isOverdue }: ActionFilter,
  me: Pick<Actor, 'id' | 'role'>,
): Row[] {
  return rows.filter(
    ({ action, daysOverdue: days }) =>
      isWhose(whose, action, me) &&
      (owner === null || action.owner === owner) &&
      (!isOverdue || days > 0),
  );
}

/** How many overdue actions somebody has, and how many their team has that are nobody's by name. */
export function overdueCounts(
  open: readonly ListedAction[],
  me: Pick<Actor, 'id' | 'role'>,
): { mine: number; team: number } {
  const overdue = open.filter(({ daysOverdue: days }) => days > 0);
  const isTeams = ({ action }: ListedAction) =>
    action.person === null && isWhose('team', action, me);
  return {
    mine: overdue.filter(({ action }) => isWhose('mine', action, me)).length,
    team: overdue.filter(isTeams).length,
  };
}

function byDay({ action: { dueOn, askedAt, id } }: ListedAction): string {
  return `${dueOn} ${askedAt} ${id}`;
}

function compare(one: string, other: string): number {
  if (one === other) return 0;
  return one < other ? -1 : 1;
}
