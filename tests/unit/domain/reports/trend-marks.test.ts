import { describe, expect, it } from 'vitest';
import { markTrend } from '../../../../domain/reports/trend-mark-places.ts';
import type { TrendMark } from '../../../../domain/reports/trend-marks.ts';
import {
  decideTrendMark,
  marksOfChart,
  parseTrendMarkCommand,
} from '../../../../domain/reports/trend-marks.ts';
import { hubManager, wardCoordinator } from '../../../factories/actor.ts';
import { NOW, TODAY } from '../../../factories/clock.ts';
import { idOf } from '../../../factories/ids.ts';

const step = {
  id: idOf(1),
  type: 'MarkTrend',
  kind: 'step',
  measure: 'remaining',
  provider: '',
  day: '2026-11-02',
  words: 'Home first began',
} as const;
const context = { actor: hubManager(), now: NOW, today: TODAY, providers: ['uhl'] };

function marked(changes: Partial<TrendMark> = {}): TrendMark {
  const { type: _type, ...mark } = step;
  const { id, name } = hubManager();
  return { ...mark, by: { id, name }, at: NOW, takenBack: null, ...changes };
}

describe('a mark on a trend', () => {
  it('says who made it and when', () => {
    expect(decideTrendMark([], step, context)).toEqual({ ok: true, mark: marked() });
  });

  it.each([
    ['to a ward', { ...context, actor: wardCoordinator() }, [], {}, 'NOT_ALLOWED'],
    ['for tomorrow', context, [], { day: '2026-11-23' }, 'RULE_BROKEN'],
    ['at a trust that is not there', context, [], { provider: 'other' }, 'RULE_BROKEN'],
    ['twice on one day', context, [marked({ id: idOf(9) })], {}, 'RULE_BROKEN'],
    ['under an id that is used', context, [marked({ words: 'Other' })], {}, 'RULE_BROKEN'],
  ] as const)('is refused %s', (_what, asked, marks, changes, code) => {
    expect(decideTrendMark(marks, { ...step, ...changes }, asked)).toMatchObject({ code });
  });

  it('that was sent twice stands once, and a step may follow one that was taken back', () => {
    expect(decideTrendMark([marked()], step, context)).toEqual({ ok: true, mark: null });
    const takenBack = { by: { id: 'x', name: 'X' }, at: NOW, reason: 'Wrong day' };
    const again = decideTrendMark([marked({ takenBack })], { ...step, id: idOf(2) }, context);
    expect(again).toMatchObject({ ok: true, mark: { id: idOf(2) } });
  });

  it('is taken back once, with a reason', () => {
    const back = {
      id: idOf(3),
      type: 'TakeBackTrendMark',
      markId: idOf(1),
      reason: 'Wrong day',
    } as const;
    const taken = decideTrendMark([marked()], back, context);
    expect(taken).toMatchObject({ mark: { takenBack: { reason: 'Wrong day', at: NOW } } });
    const mark = taken.ok ? taken.mark : null;
    if (mark === null) throw new Error('It was not taken back');
    expect(decideTrendMark([mark], back, context)).toEqual({ ok: true, mark: null });
    const other = { ...context, actor: hubManager({ id: 'user-hub-2' }) };
    expect(decideTrendMark([mark], back, other)).toMatchObject({ code: 'CONFLICT' });
    expect(decideTrendMark([], back, context)).toMatchObject({ code: 'NOT_FOUND' });
  });

  it.each([
    ['no words', { words: '  ' }, 'words'],
    ['too many words', { words: 'x'.repeat(81) }, 'words'],
    ['no day', { day: '' }, 'day'],
    ['a day that is none', { day: '2026-02-30' }, 'day'],
    ['another measure', { measure: 'constructor' }, 'measure'],
  ])('with %s is not complete', (_what, changes, field) => {
    const parsed = parseTrendMarkCommand({ ...step, ...changes });
    expect(parsed).toMatchObject({ ok: false, code: 'INVALID', fields: { [field]: /./ } });
  });
});

describe('the marks of a chart', () => {
  it('are those of its measure and trust and of all trusts, by day', () => {
    const marks = [
      marked({ id: 'late', day: '2026-11-20' }),
      marked({ id: 'early', day: '2026-10-01', provider: 'uhl' }),
      marked({ id: 'elsewhere', provider: 'lpt' }),
      marked({ id: 'other measure', measure: 'bed_days' }),
      marked({ id: 'gone', takenBack: { by: { id: 'x', name: 'X' }, at: NOW, reason: 'No' } }),
    ];
    const idsOf = (provider: string) =>
      marksOfChart(marks, { measure: 'remaining', provider }).map(({ id }) => id);
    expect(idsOf('uhl')).toEqual(['early', 'late']);
    expect(idsOf('')).toEqual(['late']);
  });

  it('lie in the period of their day, and where it has no value in the next', () => {
    const weeks = ['2026-10-05', '2026-10-12', '2026-10-26'].map((from) => ({
      from,
      to: `${from.slice(0, 8)}${String(Number(from.slice(8)) + 6).padStart(2, '0')}`,
    }));
    const of = (day: string) => markTrend([marked({ day })], weeks);
    expect(of('2026-10-05')).toMatchObject({ numbersAt: [[1], [], []], steps: [] });
    expect(of('2026-10-18')).toMatchObject({ numbersAt: [[], [1], []], steps: [1] });
    expect(of('2026-10-20')).toMatchObject({ numbersAt: [[], [], [1]], steps: [2] });
    expect(of('2026-10-04')).toMatchObject({ numbersAt: [[], [], []], steps: [] });
    expect(of('2026-11-02')).toMatchObject({ numbersAt: [[], [], []], steps: [] });
    expect(of('2026-11-02').marks).toMatchObject([{ number: 1 }]);
  });
});
