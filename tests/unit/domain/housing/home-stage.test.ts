import { describe, expect, it } from 'vitest';
import { appointmentsOf, homeStage } from '../../../../domain/housing/home-stage.ts';
import type { HousingStepKey, StepDates } from '../../../../domain/housing/housing-steps.ts';
import { authorityOf, datesInText } from '../../../../domain/housing/housing-steps.ts';

const done = (step: HousingStepKey, plannedFor: string | null = null): StepDates => ({
  ...{ step, plannedFor, doneOn: '2026-11-20', rooms: [] },
});
const planned = (step: HousingStepKey, plannedFor: string): StepDates => ({
  ...{ step, plannedFor, doneOn: null, rooms: [] },
});

describe('how far a home has come', () => {
  it.each([
    ['nothing has happened', [], 'not_started'],
    ['the referral is there', [done('referred')], 'referred'],
    ['a visit is booked', [done('referred'), done('visit_booked', '2026-11-24')], 'visit_booked'],
    ['it was visited', [done('visit_booked'), done('visited')], 'visited'],
    ['it was visited, whoever booked it', [done('visited')], 'visited'],
    ['a clearance is booked', [done('agreed'), done('clearance_booked')], 'booked'],
    ['it is cleared', [done('clearance_booked'), done('clearance_done')], 'done'],
    ['it is cleared, and a rail is booked', [done('clearance_done'), done('work_booked')], 'booked'],
    ['the rail is there, the clearance not', [done('clearance_booked'), done('work_done')], 'booked'],
    ['the bed came before the clearance', [done('clearance_booked'), done('equipment_delivered')], 'booked'],
    ['the bed is there', [done('work_done'), done('equipment_delivered')], 'equipment_delivered'],
    ['the bed is only expected', [done('visited'), planned('equipment_delivered', '2026-11-25')], 'visited'],
    ['it is ready, whatever is booked', [done('work_booked'), done('home_ready')], 'home_ready'],
    ['it is expected to be ready', [planned('home_ready', '2026-11-27')], 'not_started'],
    ['a grant alone is no station', [done('grant_applied'), done('duty_to_refer')], 'not_started'],
  ] as const)('%s', (_what, steps, stage) => {
    expect(homeStage(steps)).toBe(stage);
  }); // prettier-ignore
});

describe('what is to come at a home', () => {
  it('bookings that were not kept yet, and what is expected, the earliest first', () => {
    const steps = [
      done('visit_booked', '2026-11-23'),
      done('visited'),
      done('clearance_booked', '2026-11-26'),
      planned('equipment_delivered', '2026-11-25'),
      planned('home_ready', '2026-11-27'),
    ];
    expect(appointmentsOf(steps)).toEqual([
      { step: 'equipment_delivered', day: '2026-11-25' },
      { step: 'clearance_booked', day: '2026-11-26' },
      { step: 'home_ready', day: '2026-11-27' },
    ]);
  });

  it('equipment is expected on the day that the home’s details give, until it is delivered', () => {
    expect(appointmentsOf([], '2026-11-25')).toEqual([
      { step: 'equipment_delivered', day: '2026-11-25' },
    ]);
    expect(appointmentsOf([done('equipment_delivered')], '2026-11-25')).toEqual([]);
  });
});

describe('the dates of a step as a text', () => {
  it.each([
    [null, null],
    [{ plannedFor: '2026-11-27', doneOn: null }, '2026-11-27/'],
    [{ plannedFor: null, doneOn: '2026-11-20' }, '/2026-11-20'],
    [{ plannedFor: '2026-11-27', doneOn: '2026-11-20' }, '2026-11-27/2026-11-20'],
  ])('%j', (dates, text) => {
    expect(datesInText(dates)).toBe(text);
  });
});

describe('who takes a duty to refer', () => {
  it.each([
    ['the city', { place: 'leicester', district: null }, 'leicester'],
    ['Rutland', { place: 'rutland', district: null }, 'rutland'],
    ['a district of the county', { place: 'leicestershire', district: 'melton' }, 'melton'],
    ['the county, district not known', { place: 'leicestershire', district: null }, null],
    ['somewhere else', { place: 'out_of_area', district: null }, 'elsewhere'],
    ['nobody knows', { place: 'unknown', district: null }, null],
  ] as const)('%s', (_what, home, authority) => {
    expect(authorityOf(home)).toBe(authority);
  });
});
