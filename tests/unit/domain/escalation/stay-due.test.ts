import { describe, expect, it } from 'vitest';
import { stayDue } from '../../../../domain/escalation/stay-due.ts';
import type { StayEscalation } from '../../../../domain/escalation/stay-escalation.ts';
import type { RulePathway } from '../../../../domain/escalation/stay-rules.ts';
import { RULE_PATHWAYS, rulePathwayOf } from '../../../../domain/escalation/stay-rules.ts';
import type { NationalPathway, Pathway } from '../../../../domain/spell/pathway.ts';
import type { Spell } from '../../../../domain/spell/state.ts';
import { DEFAULT_TARGET_SETTINGS } from '../../../../domain/tasks/target-settings.ts';
import { addDays } from '../../../../domain/time.ts';
import { GONE, LONDON, MO, aSpell } from '../../../factories/domain-spell.ts';

const READY = '2026-11-01';
const NEVER = { hub: null, duty_director: null };
/** Days of its own for each pathway, so that one cannot be taken for another. */
const RULES: Record<RulePathway, { hub: number; duty_director: number }> = {
  none_set: { hub: 2, duty_director: 12 },
  P0: { hub: 3, duty_director: 13 },
  P1: { hub: 4, duty_director: 14 },
  P2: { hub: 5, duty_director: 15 },
  P3: { hub: 6, duty_director: 16 },
  lightbulb: { hub: 7, duty_director: 17 },
};
type Rules = typeof DEFAULT_TARGET_SETTINGS.stays;
const settingsWith = (stays: Partial<Rules>) => ({
  ...DEFAULT_TARGET_SETTINGS,
  stays: { afterDays: RULES, nothingBlocksHours: null, ...stays },
});

const PATHWAYS: Record<RulePathway, [Pathway, NationalPathway | null]> = {
  ...{ none_set: ['none_set', null], P0: ['no_onward_care', 'P0'], P1: ['reablement', 'P1'] },
  ...{ P2: ['intermediate_care_bed', 'P2'], P3: ['long_term_care', 'P3'] },
  lightbulb: ['lightbulb', 'P1'],
};
const on = (pathway: RulePathway, more: Partial<Spell> = {}): Spell => {
  const [agreed, national] = PATHWAYS[pathway];
  return aSpell({
    nctrPeriods: [{ startedOn: READY, endedOn: null, endedBy: null }],
    pathway: { recommended: agreed, agreed, national, setBy: null, setAt: null },
    ...more,
  });
};
const raised = (more: Partial<StayEscalation> = {}): StayEscalation => ({
  ...{ level: 'hub', reached: 'hub', because: 'delayed', need: null, raisedBy: MO },
  ...{ raisedAt: '2026-11-05T09:00:00.000Z', acknowledged: null, resolved: null, ...more },
});
const resolved = { by: MO, at: '2026-11-06T09:00:00.000Z', outcome: 'Found' };
const acknowledged = { by: MO, at: resolved.at, action: 'Ring', reviewOn: null };
const dueOn = (day: string, stay: Spell, stays: Partial<Rules> = {}) =>
  stayDue(stay, { now: `${day}T12:00:00.000Z`, timeZone: LONDON, settings: settingsWith(stays) });

describe('whom the length of a delay is raised to', () => {
  const lengths = RULE_PATHWAYS.flatMap((pathway) => {
    const { hub, duty_director: director } = RULES[pathway];
    return [
      [pathway, hub - 1, null],
      [pathway, hub, 'hub'],
      [pathway, director - 1, 'hub'],
      [pathway, director, 'duty_director'],
      [pathway, director + 100, 'duty_director'],
    ] as const;
  });
  it.each(lengths)('%s after %i days: %s', (pathway, days, to) => {
    const today = addDays(READY, days);
    const stay = on(pathway);
    expect(rulePathwayOf(stay.pathway)).toBe(pathway);
    expect(dueOn(today, stay)?.to ?? null).toBe(to);
    // Whoever has left, is not ready any more, or goes by a rule that says never, goes nowhere.
    expect(dueOn(today, { ...stay, ...GONE })).toBeNull();
    const met = { startedOn: READY, endedOn: addDays(READY, 1), endedBy: 'criteria_met' as const };
    expect(dueOn(today, { ...stay, nctrPeriods: [met] })).toBeNull();
    expect(dueOn(today, { ...stay, nctrPeriods: [] })).toBeNull();
    expect(dueOn(today, stay, { afterDays: { ...RULES, [pathway]: NEVER } })).toBeNull();
  });

  it.each<[string, number, StayEscalation | null, string | null]>([
    ['again while the hub has it', 10, raised(), null],
    ['while the hub has taken it on', 10, raised({ acknowledged }), null],
    ['on to the director while the hub has it', 14, raised(), 'duty_director'],
    ['on to the director, also where the hub has taken it on', 14, raised({ acknowledged }), 'duty_director'],
    ['where a person had raised it', 10, raised({ because: 'person', need: 'Help' }), null],
    ['again once the hub has settled it', 10, raised({ resolved }), null],
    ['on to the director where the hub has settled it', 14, raised({ resolved }), 'duty_director'],
    ['where the director has it', 30, raised({ level: 'duty_director', reached: 'duty_director' }), null],
    ['where the director has settled it', 30, raised({ level: 'duty_director', reached: 'duty_director', resolved }), null],
    ['where somebody raised it to the hub anew after the director', 30, raised({ reached: 'duty_director', because: 'person', need: 'Again' }), null],
    ['of another delay', 4, null, 'hub'],
  ])('nobody or the next, %s', (_what, days, escalation, to) => {
    expect(dueOn(addDays(READY, days), on('P1', { escalation }))?.to ?? null).toBe(to);
  }); // prettier-ignore

  it('a rung may be left out: the next still comes', () => {
    const afterDays = { ...RULES, P1: { hub: null, duty_director: 14 } };
    expect(dueOn('2026-11-14', on('P1'), { afterDays })).toBeNull();
    expect(dueOn('2026-11-15', on('P1'), { afterDays })?.to).toBe('duty_director');
  });

  it('a recommended pathway counts while none is agreed', () => {
    const pathway = { recommended: 'lightbulb', agreed: 'none_set', national: 'P1' } as const;
    expect(rulePathwayOf(pathway)).toBe('lightbulb');
    expect(rulePathwayOf({ ...pathway, agreed: 'end_of_life', national: 'P3' })).toBe('P3');
  });

  it.each([
    ['spring', '2026-03-26', '2026-03-29T22:59:00.000Z', '2026-03-29T23:00:00.000Z'],
    ['autumn', '2026-10-22', '2026-10-25T23:59:00.000Z', '2026-10-26T00:00:00.000Z'],
  ])('days begin at midnight in London when the clocks change in %s', (_name, startedOn, before, at) => {
    const stay = on('P1', { nctrPeriods: [{ startedOn, endedOn: null, endedBy: null }] });
    const due = (now: string) => stayDue(stay, { now, timeZone: LONDON, settings: settingsWith({}) });
    expect(due(before)).toBeNull();
    expect(due(at)).toEqual({ to: 'hub', because: 'delayed' });
  }); // prettier-ignore
});

describe('whom is told that nobody works on somebody who is ready', () => {
  const SINCE = '2026-11-02T12:00:00.000Z';
  const due = (now: string, more: Partial<Spell> = {}, hours: number | null = 24) =>
    stayDue(on('P3', { nothingBlocksSince: SINCE, ...more }), {
      ...{ now, timeZone: LONDON, settings: settingsWith({ nothingBlocksHours: hours }) },
    });
  const LATER = '2026-11-03T12:00:00.000Z';

  it('the hub, once the hours have passed', () => {
    expect(due('2026-11-03T11:59:59.999Z')).toBeNull();
    expect(due(LATER)).toEqual({ to: 'hub', because: 'nothing_blocks' });
    expect(due(LATER, {}, null)).toBeNull();
    expect(due(LATER, GONE)).toBeNull();
    expect(due(LATER, { nothingBlocksSince: null })).toBeNull();
  });

  it('not while it is with anybody above; not again once settled, unless something blocked since', () => {
    expect(due(LATER, { escalation: raised() })).toBeNull();
    const level = { level: 'duty_director', reached: 'duty_director' } as const;
    expect(due(LATER, { escalation: raised(level) })).toBeNull();
    const settledAt = (at: string) => ({ escalation: raised({ resolved: { ...resolved, at } }) });
    expect(due('2026-11-04T12:00:00.000Z', settledAt('2026-11-03T15:00:00.000Z'))).toBeNull();
    expect(due(LATER, settledAt('2026-11-02T11:00:00.000Z'))?.to).toBe('hub');
  });

  it('hours are those of the clock, also over the night when it changes', () => {
    const nothingBlocksSince = '2026-10-24T12:00:00.000Z';
    const nctrPeriods = [{ startedOn: '2026-10-24', endedOn: null, endedBy: null }];
    const more = { nothingBlocksSince, nctrPeriods };
    expect(due('2026-10-25T11:59:00.000Z', more)).toBeNull();
    expect(due('2026-10-25T12:00:00.000Z', more)?.because).toBe('nothing_blocks');
  });

  it('gives way to a rung that the length of the delay has reached', () => {
    expect(due('2026-11-17T12:00:00.000Z')).toEqual({ to: 'duty_director', because: 'delayed' });
  });
});
