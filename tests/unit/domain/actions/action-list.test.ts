import { describe, expect, it } from 'vitest';
import {
  filterActions,
  isWhose,
  listedActions,
  overdueCounts,
} from '../../../../domain/actions/action-list.ts';
import type { Action } from '../../../../domain/actions/action.ts';
import type { Actor } from '../../../../domain/actor.ts';
import {
  BELA,
  HANNAH,
  LONDON,
  MO,
  PRIYA,
  TODAY,
  TOM,
  aSpell,
  aTask,
  anAction,
  idOf,
} from '../../../factories/domain-spell.ts';

const when = { today: TODAY, timeZone: LONDON };
const of = (id: number, more: Partial<Action>) => anAction({ id: idOf(id), ...more });
const ended = (at: string) => ({
  ...{ outcome: 'done' as const, words: 'Yes', by: { id: 'tom', name: 'Tom Ellis' } },
  ...{ at, byTeam: true },
});
const named = ({ id, name }: Actor) => ({ id, name });
const stay = aSpell({
  tasks: [aTask({ owner: 'lightbulb', type: 'home_clearance' })],
  actions: [
    of(1, { dueOn: '2026-11-25' }),
    of(2, { dueOn: '2026-11-20', person: named(TOM) }),
    of(3, { dueOn: '2026-11-21', owner: 'lightbulb', askedBy: named(PRIYA) }),
    of(4, { ended: ended('2026-11-21T10:00:00.000Z') }),
    of(5, { ended: ended('2026-11-10T10:00:00.000Z') }),
    of(6, { dueOn: '2026-11-20', owner: 'community', askedAt: '2026-11-19T10:00:00.000Z' }),
  ],
});
const elsewhere = aSpell({ id: idOf(2), wardId: 'g20', actions: [of(7, {})] });
const idsOf = (rows: readonly { action: { id: string } }[]) =>
  rows.map(({ action }) => Number(action.id.slice(-2)));

describe('the list of actions', () => {
  it('has what is overdue first, by day, and what ended in the last week', () => {
    const { open, ended: done } = listedActions([stay, elsewhere], MO, when);
    expect(idsOf(open)).toEqual([6, 2, 3, 7, 1]);
    expect(open.map(({ daysOverdue }) => daysOverdue)).toEqual([2, 2, 1, 0, 0]);
    expect(idsOf(done)).toEqual([4]);
  });

  it('has only the patients in sight, and for housing only its own', () => {
    expect(idsOf(listedActions([stay, elsewhere], PRIYA, when).open)).toEqual([6, 2, 3, 1]);
    expect(idsOf(listedActions([stay, elsewhere], HANNAH, when).open)).toEqual([3]);
    expect(listedActions([stay, elsewhere], BELA, when).open).toEqual([]);
    expect(listedActions([], MO, when)).toEqual({ open: [], ended: [] });
  });

  it('is filtered by whose they are, by team and by what is overdue', () => {
    const { open } = listedActions([stay], MO, when);
    const all = { whose: 'all', owner: null, isOverdue: false } as const;
    const filtered = (more: object, me: Actor = TOM) => idsOf(filterActions(open, { ...all, ...more }, me)); // prettier-ignore
    expect(filtered({ whose: 'mine' })).toEqual([2]);
    expect(filtered({ whose: 'team' })).toEqual([6, 2, 1]);
    expect(filtered({ whose: 'asked' }, PRIYA)).toEqual([3]);
    expect(filtered({ owner: 'lightbulb' })).toEqual([3]);
    expect(filtered({ isOverdue: true })).toEqual([6, 2, 3]);
    expect(isWhose('team', anAction({ owner: 'hub' }), MO)).toBe(true);
    expect(isWhose('team', anAction({ owner: 'ward' }), MO)).toBe(false);
  });

  it('counts what somebody has that is overdue, and what their team has by no name', () => {
    const { open } = listedActions([stay], TOM, when);
    expect(overdueCounts(open, TOM)).toEqual({ mine: 1, team: 1 });
    expect(overdueCounts(open, PRIYA)).toEqual({ mine: 0, team: 1 });
  });
});
