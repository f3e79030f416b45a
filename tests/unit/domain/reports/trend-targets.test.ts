import { describe, expect, it } from 'vitest';
import type { SetTrendTarget, TrendTarget } from '../../../../domain/reports/trend-targets.ts';
import {
  decideTrendTarget,
  parseTrendTarget,
  targetOfChart,
} from '../../../../domain/reports/trend-targets.ts';
import { hubManager, wardCoordinator } from '../../../factories/actor.ts';
import { NOW } from '../../../factories/clock.ts';
import { idOf } from '../../../factories/ids.ts';

const command: SetTrendTarget = {
  ...{ id: idOf(1), type: 'SetTrendTarget', measure: 'on_ready_date', provider: '' },
  ...{ value: 90, words: 'Agreed for the winter', seen: '' },
};
const context = { actor: hubManager(), now: NOW, providers: ['uhl'] };

function aTarget(changes: Partial<TrendTarget> = {}): TrendTarget {
  const { type: _type, seen: _seen, ...target } = command;
  const { id, name } = hubManager();
  return { ...target, by: { id, name }, at: NOW, ...changes };
}

describe('the target of a trend', () => {
  it('says who set it, when and why', () => {
    expect(decideTrendTarget([], command, context)).toEqual({ ok: true, target: aTarget() });
  });

  it('that was sent twice stands once', () => {
    expect(decideTrendTarget([aTarget()], command, context)).toEqual({ ok: true, target: null });
  });

  it.each([
    ['to a ward', { actor: wardCoordinator() }, [], {}, 'NOT_ALLOWED'],
    ['at a trust that is not there', {}, [], { provider: 'other' }, 'RULE_BROKEN'],
    ['above 100% of a share', {}, [], { value: 101 }, 'RULE_BROKEN'],
    ['where neither way is better', {}, [], { measure: 'discharged' }, 'RULE_BROKEN'],
    ['under an id that is used', {}, [aTarget({ value: 80 })], {}, 'RULE_BROKEN'],
    ['where somebody set another meanwhile', {}, [aTarget({ id: idOf(9) })], {}, 'CONFLICT'],
    ['where the one on screen is gone', {}, [], { seen: idOf(9) }, 'CONFLICT'],
  ] as const)('is refused %s', (_what, asked, targets, changes, code) => {
    const decision = decideTrendTarget(
      targets,
      { ...command, ...changes },
      { ...context, ...asked },
    );
    expect(decision).toMatchObject({ code });
  });

  it('is the last that was set for the very place: one of all trusts is none of each', () => {
    const targets = [
      aTarget(),
      aTarget({ id: idOf(2), value: 85 }),
      aTarget({ id: idOf(3), provider: 'uhl', value: null }),
    ];
    const of = (provider: string) =>
      targetOfChart(targets, { measure: 'on_ready_date', provider })?.value;
    expect([of(''), of('uhl'), of('lpt')]).toEqual([85, null, undefined]);
  });

  it.each([
    ['90', 90],
    [' 92.5% ', 92.5],
    ['', null],
    [' ', null],
    ['-1', false],
    ['1e9', false],
    ['many', false],
  ])('typed as %j is %j', (value, expected) => {
    const parsed = parseTrendTarget({ ...command, value });
    expect(parsed.ok && parsed.command.value).toBe(expected);
  });
});
