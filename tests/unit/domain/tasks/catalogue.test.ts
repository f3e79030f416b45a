import { describe, expect, it } from 'vitest';
import { DELAY_REASONS, REASON_GROUPS } from '../../../../domain/delay/delay-reasons.ts';
import type { Place } from '../../../../domain/persons/place.ts';
import type { TaskTarget } from '../../../../domain/tasks/catalogue.ts';
import { dueAtFor, ownerFor } from '../../../../domain/tasks/catalogue.ts';
import { DEFAULT_CATALOGUE } from '../../../../domain/tasks/default-catalogue.ts';
import type { TaskOwner, BuiltInTaskType } from '../../../../domain/tasks/task-types.ts';
import { DEFAULT_TARGET_SETTINGS as settings } from '../../../../domain/tasks/target-settings.ts';
import { TASK_TYPES } from '../../../../domain/tasks/task-types.ts';
import { LONDON, NOW } from '../../../factories/domain-spell.ts';

/** Letters of the handbook: W ward, T therapy, H hub, S social care, L Lightbulb. */
const OWNERS: Record<string, TaskOwner> = {
  W: 'ward',
  T: 'community',
  H: 'hub',
  S: 'social_care',
  L: 'lightbulb',
};

const HANDBOOK: [BuiltInTaskType, string, string, string, string][] = [
  ['decision_to_discharge', 'Decision to discharge / results', 'W', 'same day', 'H7'],
  ['medical_review', 'Medical review of support needed', 'W', '4 h', 'H2'],
  ['therapy_assessment', 'Therapy assessment', 'T', '24 h', 'H1'],
  ['hub_referral', 'Referral to hub (description of need)', 'W', '4 h', 'H3'],
  ['pathway_decision', 'Pathway decision', 'H', '4 h', 'T1'],
  ['onward_referrals', 'Onward referrals sent', 'H', 'same day', 'T2'],
  ['find_council', 'Find the council', 'H', 'same day', 'T2'],
  ['funding_decision', 'Funding decision / panel', 'S', '48 h', 'T3'],
  ['care_act_assessment', 'Care Act assessment', 'S', '48 h', 'I2 / C2'],
  ['mental_capacity', 'Mental capacity / best interests', 'S', '48 h', 'W3'],
  ['safeguarding', 'Safeguarding enquiry', 'S', '24 h', 'W2'],
  ['chc_fast_track', 'CHC Fast Track', 'H', '48 h', 'I7 / C8'],
  ['reablement_start', 'Reablement start', 'S', '48 h', 'I1 / C1'],
  ['care_package', 'Package of care sourcing', 'S', '48 h', 'I2 / C2'],
  ['care_package_restart', 'Restart of existing package', 'S', '24 h', 'C11'],
  ['community_nursing', 'District nursing / community health start', 'T', '24 h', 'I3 / C3'],
  ['intermediate_bed', 'Intermediate care or community hospital bed', 'H', '24 h', 'I5 / C5'],
  ['care_home_placement', 'Care home placement', 'S', '7 d', 'I6 / C7'],
  ['provider_assessment', 'Provider / trusted assessor visit', 'S', '24 h', 'I8'],
  ['family_choice', 'Patient and family choice', 'H', '48 h', 'I11'],
  ['self_funder', 'Self-funded package', 'H', '72 h', 'I10'],
  ['carer_concern', 'Family or carer concern / carer assessment', 'W', '48 h', 'W1'],
  ['out_of_area', 'Out-of-area arrangements', 'H', '48 h', 'I12'],
  ['mental_health_bed', 'Mental health bed', 'T', '24 h', 'C6'],
  ['homelessness', 'Homelessness / duty to refer', 'L', 'same day', 'I4 / C4'],
  ['no_recourse', 'No recourse to public funds', 'S', '72 h', 'I9'],
  ['home_clearance', 'Home clearance / deep clean', 'L', '7 d', 'W4'],
  ['key_safe', 'Key safe, keys, access', 'L', '48 h', 'W4'],
  ['utilities_furniture', 'Utilities on, furniture, household items', 'L', '72 h', 'W4'],
  ['minor_adaptation', 'Minor adaptation (rail, ramp)', 'L', '7 d', 'C9'],
  ['major_adaptation', 'Major adaptation (Disabled Facilities Grant)', 'L', '55 wd', 'C9'],
  ['equipment', 'Equipment (bed, hoist, chair) and training', 'T', '72 h', 'C10'],
  ['infection_control', 'Infection control', 'W', 'same day', 'H6'],
  ['medicines', 'Medicines to take home and discharge letter', 'W', '2 h', 'H5'],
  ['transport', 'Patient transport', 'W', 'day before', 'H4'],
];

function inWords(target: TaskTarget): string {
  switch (target.kind) {
    case 'hours':
      return `${target.hours} h`;
    case 'days':
      return `${target.days} d`;
    case 'working_days':
      return `${target.days} wd`;
    case 'same_day':
      return 'same day';
    case 'day_before':
      return 'day before';
    default:
      return target satisfies never;
  }
}

describe('the task catalogue', () => {
  it.each(HANDBOOK)('%s is "%s": owner %s, target %s, reason %s', (type, ...row) => {
    const [name, owner, target, reasons] = row;
    const entry = DEFAULT_CATALOGUE[type];
    const { processReason, capacityReason } = entry;
    expect(entry.type).toBe(type);
    expect(entry.name).toBe(name);
    expect(entry.owner).toBe(OWNERS[owner]);
    expect(inWords(entry.target)).toBe(target);
    expect([processReason, capacityReason].filter((key) => key !== null).join(' / ')).toBe(reasons);
  });

  it('has exactly one row for every kind of task', () => {
    expect(Object.keys(DEFAULT_CATALOGUE)).toEqual([...TASK_TYPES]);
    expect(HANDBOOK.map(([type]) => type)).toEqual([...TASK_TYPES]);
    expect(new Set(TASK_TYPES).size).toBe(35);
  });

  it('gives only official reasons, and capacity reasons only where a service may be full', () => {
    for (const { processReason, capacityReason } of Object.values(DEFAULT_CATALOGUE)) {
      expect(DELAY_REASONS).toHaveProperty(processReason);
      if (capacityReason !== null) expect(capacityReason).toMatch(/^C/);
      if (capacityReason !== null) expect(DELAY_REASONS).toHaveProperty(capacityReason);
    }
  });
});

describe('who does a task for somebody from a place', () => {
  it.each<[BuiltInTaskType, Place, TaskOwner]>([
    ['major_adaptation', 'leicestershire', 'lightbulb'],
    ['major_adaptation', 'leicester', 'social_care'],
    ['major_adaptation', 'rutland', 'social_care'],
    ['major_adaptation', 'out_of_area', 'hub'],
    ['major_adaptation', 'unknown', 'hub'],
    ['care_package', 'out_of_area', 'hub'],
    ['care_package', 'unknown', 'hub'],
    ['safeguarding', 'leicestershire', 'social_care'],
    ['home_clearance', 'unknown', 'lightbulb'],
    ['medicines', 'unknown', 'ward'],
    ['minor_adaptation', 'leicester', 'lightbulb'],
    ['home_clearance', 'rutland', 'lightbulb'],
    ['care_package', 'leicester', 'social_care'],
    ['medicines', 'rutland', 'ward'],
  ])('%s in %s: %s', (type, place, owner) => {
    expect(ownerFor(DEFAULT_CATALOGUE[type], place)).toBe(owner);
  });
});

describe('when a task should be done by', () => {
  const before = '2026-03-28T22:00:00.000Z';
  const spring = '2026-03-28T12:00:00.000Z';
  const autumn = '2026-10-24T12:00:00.000Z';

  it.each<[string, TaskTarget, string, string | null]>([
    ['four hours', { kind: 'hours', hours: 4 }, NOW, '2026-11-22T18:00:00.000Z'],
    ['48 hours', { kind: 'hours', hours: 48 }, NOW, '2026-11-24T14:00:00.000Z'],
    [
      'four hours across the spring change: four real hours',
      { kind: 'hours', hours: 4 },
      before,
      '2026-03-29T02:00:00.000Z',
    ],
    ['the same day: midnight', { kind: 'same_day' }, NOW, '2026-11-23T00:00:00.000Z'],
    [
      'the same day, in summer time',
      { kind: 'same_day' },
      '2026-07-01T12:00:00.000Z',
      '2026-07-01T23:00:00.000Z',
    ],
    [
      'the same day, just after a summer midnight',
      { kind: 'same_day' },
      '2026-07-01T23:30:00.000Z',
      '2026-07-02T23:00:00.000Z',
    ],
    [
      'two hours, to the whole minute and never too soon',
      { kind: 'hours', hours: 2 },
      '2026-11-22T09:59:00.001Z',
      '2026-11-22T12:00:00.000Z',
    ],
    [
      'the same day, of 23 hours',
      { kind: 'same_day' },
      '2026-03-29T12:00:00.000Z',
      '2026-03-29T23:00:00.000Z',
    ],
    [
      'the same day, of 25 hours',
      { kind: 'same_day' },
      '2026-10-25T12:00:00.000Z',
      '2026-10-26T00:00:00.000Z',
    ],
    [
      'seven days: the end of the seventh',
      { kind: 'days', days: 7 },
      NOW,
      '2026-11-30T00:00:00.000Z',
    ],
    ['seven days over spring', { kind: 'days', days: 7 }, spring, '2026-04-04T23:00:00.000Z'],
    ['seven days over autumn', { kind: 'days', days: 7 }, autumn, '2026-11-01T00:00:00.000Z'],
    [
      '55 working days from a Sunday, over Christmas and New Year',
      { kind: 'working_days', days: 55 },
      NOW,
      '2027-02-11T00:00:00.000Z',
    ],
  ])('%s', (_what, target, now, dueAt) => {
    expect(dueAtFor(target, 'ward', { now, timeZone: LONDON, edd: null, settings })).toBe(dueAt);
  });

  it.each([
    ['the eve of the day of leaving', '2026-11-27', '2026-11-27T00:00:00.000Z'],
    ['the eve, in summer time', '2026-07-02', '2026-07-01T23:00:00.000Z'],
    ['the eve, when the clocks go forward that day', '2026-03-30', '2026-03-29T23:00:00.000Z'],
    ['the eve, when the clocks go back that day', '2026-10-26', '2026-10-26T00:00:00.000Z'],
    ['unknown while there is no EDD', null, null],
  ])('transport: %s', (_what, edd, dueAt) => {
    expect(
      dueAtFor({ kind: 'day_before' }, 'ward', { now: NOW, timeZone: LONDON, edd, settings }),
    ).toBe(dueAt);
  });
});

describe('the official reasons for delay', () => {
  it('are 37 in five groups', () => {
    const keys = Object.keys(DELAY_REASONS);
    const count = (group: string) => keys.filter((key) => key.startsWith(group)).length;
    expect(Object.keys(REASON_GROUPS).map((group) => [group, count(group)])).toEqual([
      ['H', 7],
      ['W', 4],
      ['T', 3],
      ['I', 12],
      ['C', 11],
    ]);
    expect(keys).toHaveLength(37);
    expect(new Set(Object.values(DELAY_REASONS)).size).toBe(37);
  });
});
