import { describe, expect, it } from 'vitest';
import { followUpState, followedBy, isDueToEndFollowUp } from '../../../../domain/housing/follow-up.ts'; // prettier-ignore
import type { HousingStep } from '../../../../domain/housing/housing-steps.ts';
import type { Spell } from '../../../../domain/spell/state.ts';
import { HANNAH, MO, TIMER, aSpell, aTask, when } from '../../../factories/domain-spell.ts';
import { idOf } from '../../../factories/ids.ts';

const LEFT: Partial<Spell> = {
  discharge: { at: '2026-11-20T12:00:00.000Z', on: '2026-11-20', destination: 'usual_residence' },
  leftBoardAt: '2026-11-21T12:00:00.000Z',
};
const rail = aTask({ owner: 'lightbulb', type: 'minor_adaptation', blocking: false });
const shower = aTask({ owner: 'social_care', type: 'major_adaptation', blocking: false });

function followUp(changes: Partial<HousingStep> = {}): Partial<Spell> {
  const step: HousingStep = {
    ...{ step: 'followed_up', plannedFor: '2026-12-01', doneOn: null, rooms: [], authority: null },
    ...{ note: null, who: 'Sam', setBy: { id: 'hannah', name: 'Hannah Reid' } },
    ...{ setAt: '2026-11-20T12:00:00.000Z', completedTaskIds: [], ...changes },
  };
  return { home: { ...aSpell().home, steps: [step] } };
}

describe('who keeps a home in sight after the board', () => {
  it.each<[string, Partial<Spell>, { housing: boolean; council: boolean }]>([
    ['nothing open', {}, { housing: false, council: false }],
    ['an open task of Lightbulb', { tasks: [rail] }, { housing: true, council: false }],
    ['one that is done', { tasks: [{ ...rail, state: 'done' }] }, { housing: false, council: false }],
    ['one that was cancelled', { tasks: [{ ...rail, state: 'cancelled' }] }, { housing: false, council: false }],
    ['the council’s adaptation', { tasks: [shower] }, { housing: false, council: true }],
    ['other social care', { tasks: [aTask({ owner: 'social_care' })] }, { housing: false, council: false }],
    ['an agreed follow-up', followUp(), { housing: true, council: false }],
    ['one that was done', followUp({ doneOn: '2026-11-21' }), { housing: false, council: false }],
    ['still on the board', { tasks: [rail], leftBoardAt: null }, { housing: false, council: false }],
    ['followed up for a year', { tasks: [rail], followUpEndedAt: '2027-11-21T12:00:00.000Z' }, { housing: false, council: false }],
    ['died in hospital', { ...followUp(), tasks: [rail, shower], discharge: { at: '2026-11-20T12:00:00.000Z', on: '2026-11-20', destination: 'died' } }, { housing: false, council: false }],
  ])('%s', (_what, changes, expected) => {
    expect(followedBy(aSpell({ ...LEFT, ...changes }))).toEqual(expected);
  }); // prettier-ignore
});

describe('the end of following up', () => {
  const leave = { id: idOf(8), type: 'LeaveBoard' as const, spellId: aSpell().id };

  it.each([
    ['a year after the discharge', '2027-11-20T12:00:00.000Z', false],
    ['on that day until midnight in London', '2027-11-20T23:59:59.000Z', false],
    ['on the day after', '2027-11-21T00:00:00.000Z', true],
  ])('%s', (_what, now, isDue) => {
    const spell = aSpell({ ...LEFT, tasks: [rail] });
    expect(isDueToEndFollowUp(spell, now.slice(0, 10))).toBe(isDue);
    const { answer, after } = when(spell, TIMER, leave, { now });
    expect(answer.ok).toBe(true);
    expect(after?.followUpEndedAt).toBe(isDue ? now : null);
    expect(after?.tasks).toEqual(spell.tasks);
  });

  it('is taken back with the discharge', () => {
    const ended = aSpell({ ...LEFT, tasks: [rail], followUpEndedAt: '2027-11-21T00:00:00.000Z' });
    const back = { id: idOf(9), type: 'CancelDischarge' as const, spellId: ended.id };
    expect(when(ended, MO, back).after).toMatchObject({ leftBoardAt: null, followUpEndedAt: null });
  });
});

describe('agreeing a follow-up', () => {
  const order = (more: object) => ({
    ...{ id: idOf(7), type: 'RecordHousingStep' as const, spellId: aSpell().id, rooms: [] },
    ...{ step: 'followed_up' as const, plannedFor: null, authority: null, seen: null, ...more },
  });

  it('says for when, who and what for; doing it says how it went', () => {
    const agreed = order({ plannedFor: '2026-12-01', who: 'Sam', note: 'Fetch the commode' });
    const { after } = when(aSpell(LEFT), HANNAH, agreed);
    expect(after?.home.steps).toMatchObject([
      { plannedFor: '2026-12-01', doneOn: null, who: 'Sam', note: 'Fetch the commode' },
    ]);
    const done = order({ id: idOf(6), seen: '2026-12-01/', note: 'All well', who: 'Sam' });
    expect(when(after, HANNAH, done).after?.home.steps).toMatchObject([
      { doneOn: '2026-11-22', note: 'All well', who: 'Sam' },
    ]);
  });

  it('is refused for later than a home is kept in sight', () => {
    const late = order({ plannedFor: '2027-11-21' });
    expect(when(aSpell(LEFT), HANNAH, late).answer).toMatchObject({
      message: 'Homes are followed up for a year after the discharge: choose an earlier day.',
    });
  });

  it('is refused where somebody died, without saying so', () => {
    const died = { ...LEFT.discharge, destination: 'died' } as Spell['discharge']; // of LEFT
    const spell = aSpell({ ...LEFT, discharge: died });
    expect(when(spell, HANNAH, order({ plannedFor: '2026-12-01' })).answer).toMatchObject({
      message: 'Do not follow up here: speak to the ward or the hub first.',
    });
  });

  it('names nobody for another step', () => {
    const visited = { ...order({ who: 'Sam' }), step: 'visited' as const };
    expect(when(aSpell(), HANNAH, visited).after?.home.steps[0]?.who).toBeNull();
  });
});

describe('where a follow-up stands', () => {
  it.each([
    ['2026-11-28', 'later', 3],
    ['2026-12-01', 'today', 0],
    ['2026-12-04', 'overdue', 3],
  ])('on %s it is %s', (today, kind, days) => {
    const { home } = followUp();
    expect(followUpState(home?.steps ?? [], today)).toEqual({ kind, days, day: '2026-12-01' });
  });
});
