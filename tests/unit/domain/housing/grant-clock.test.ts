import { describe, expect, it } from 'vitest';
import { grantClock } from '../../../../domain/housing/grant-clock.ts';
import type { GrantStep, StepDates } from '../../../../domain/housing/housing-steps.ts';

const stage = (step: GrantStep, doneOn: string): StepDates => ({
  ...{ step, plannedFor: null, doneOn, rooms: [] },
});
const URGENT = { isUrgent: true, today: '2026-11-23' };

describe('the clock of a Disabled Facilities Grant', () => {
  it('has not started while no stage has a date', () => {
    expect(grantClock([], URGENT)).toBeNull();
    const planned = { ...stage('grant_enquiry', ''), doneOn: null, plannedFor: '2026-11-30' };
    expect(grantClock([planned], URGENT)).toBeNull();
  });

  it('counts working days, bank holidays left out, from stage to stage and in all', () => {
    const steps = [
      stage('grant_enquiry', '2026-12-21'),
      stage('grant_assessed', '2026-12-30'),
      stage('grant_applied', '2027-01-04'),
    ];
    expect(grantClock(steps, { isUrgent: true, today: '2027-01-05' })).toEqual({
      stages: [
        { step: 'grant_enquiry', on: '2026-12-21', workingDays: 0 },
        { step: 'grant_assessed', on: '2026-12-30', workingDays: 5 },
        { step: 'grant_applied', on: '2027-01-04', workingDays: 2 },
      ],
      workingDays: 8,
      targetDays: 55,
      dueOn: '2027-03-11',
      isCompleted: false,
      isPassed: false,
      decisionDueOn: '2027-07-04',
    });
  });

  it.each([
    ['urgent', true, '2026-11-23', 55, '2027-02-11'],
    ['not urgent', false, '2026-11-23', 150, '2027-06-30'],
  ])('%s: the target', (_what, isUrgent, from, targetDays, dueOn) => {
    const clock = grantClock([stage('grant_enquiry', from)], { isUrgent, today: from });
    expect(clock).toMatchObject({ targetDays, dueOn, workingDays: 0 });
  });

  it.each([
    ['on the last day', '2027-02-11', false],
    ['on the day after', '2027-02-12', true],
  ])('%s', (_what, today, isPassed) => {
    const steps = [stage('grant_enquiry', '2026-11-23')];
    expect(grantClock(steps, { isUrgent: true, today })).toMatchObject({ isPassed });
  });

  it('stops with the works, and no longer waits for a decision', () => {
    const steps = [stage('grant_applied', '2026-11-23'), stage('grant_completed', '2026-11-27')];
    expect(grantClock(steps, { isUrgent: true, today: '2027-11-01' })).toMatchObject({
      ...{ workingDays: 4, isCompleted: true, isPassed: false, decisionDueOn: null },
    });
  });

  it.each([
    ['2026-08-31', '2027-02-28'],
    ['2027-08-31', '2028-02-29'],
    ['2026-11-23', '2027-05-23'],
  ])('an application of %s is decided by %s', (applied, decisionDueOn) => {
    const steps = [stage('grant_applied', applied)];
    expect(grantClock(steps, URGENT)).toMatchObject({ decisionDueOn });
    const approved = [...steps, stage('grant_approved', applied)];
    expect(grantClock(approved, URGENT)).toMatchObject({ decisionDueOn: null });
  });
});
