import { describe, expect, it } from 'vitest';
import type { HousingStepKey } from '../../../../../domain/housing/housing-steps.ts';
import { datesInText, findStep } from '../../../../../domain/housing/housing-steps.ts';
import type { SpellCommandInput } from '../../../../../domain/spell/commands.ts';
import type { Spell } from '../../../../../domain/spell/state.ts';
import { HANNAH, MO, SPELL_ID, GONE, aSpell, aTask, idOf, when } from '../../../../factories/domain-spell.ts'; // prettier-ignore

type Order = Partial<Extract<SpellCommandInput, { type: 'RecordHousingStep' }>>;

const record = (step: HousingStepKey, more: Order = {}) =>
  ({ id: idOf(60), type: 'RecordHousingStep', spellId: SPELL_ID, step, ...more }) as const;
const by = (spell: Spell | null, order: ReturnType<typeof record>, now?: string) =>
  when(spell, HANNAH, order, now === undefined ? {} : { now });
const after = (spell: Spell, ...orders: ReturnType<typeof record>[]): Spell =>
  orders.reduce((held, order) => {
    const { answer, after: then } = by(held, order);
    if (!answer.ok || then === null) throw new Error('The order was refused');
    return then;
  }, spell);
const clearance = aTask({ type: 'home_clearance', owner: 'lightbulb', state: 'claimed', claimedBy: MO }); // prettier-ignore

describe('recording a step of a home', () => {
  it('is done today, by whom, in which rooms, unless it says otherwise', () => {
    const { after: spell, events } = by(aSpell(), record('clearance_done', { rooms: ['bedroom', 'hallway'], note: 'Skip gone' })); // prettier-ignore
    expect(spell?.home.steps).toEqual([
      {
        ...{ step: 'clearance_done', plannedFor: null, doneOn: '2026-11-22' },
        ...{ rooms: ['hallway', 'bedroom'], authority: null, note: 'Skip gone' },
        ...{ setBy: { id: 'hannah', name: 'Hannah Reid' }, setAt: '2026-11-22T14:00:00.000Z' },
        completedTaskIds: [],
        who: null,
      },
    ]);
    expect(events).toHaveLength(1);
  });

  it.each<[string, HousingStepKey, Order, string | null]>([
    ['done today', 'visited', {}, '/2026-11-22'],
    ['done the day before yesterday', 'visited', { doneOn: '2026-11-20' }, '/2026-11-20'],
    ['booked today for Friday', 'visit_booked', { plannedFor: '2026-11-27' }, '2026-11-27/2026-11-22'],
    ['booked for Friday, however it was made', 'work_booked', { plannedFor: '2026-11-27', doneOn: null }, '2026-11-27/2026-11-22'],
    ['expected on Friday', 'home_ready', { plannedFor: '2026-11-27' }, '2026-11-27/'],
    ['expected on Friday, and there', 'equipment_delivered', { plannedFor: '2026-11-27', doneOn: '2026-11-22' }, '2026-11-27/2026-11-22'],
    ['a grant of two years ago', 'grant_enquiry', { doneOn: '2024-11-22' }, '/2024-11-22'],
    ['a duty to refer', 'duty_to_refer', { authority: 'melton' }, '/2026-11-22'],
  ])('%s', (_what, step, order, dates) => {
    const { after: spell } = by(aSpell(), record(step, order));
    expect(datesInText(findStep(spell?.home.steps ?? [], step))).toBe(dates);
  }); // prettier-ignore

  it.each([
    ['in the night of the spring clock change', '2026-03-28T23:59:00.000Z', '2026-03-28'],
    ['a minute later', '2026-03-29T00:00:00.000Z', '2026-03-29'],
    ['in summer, before midnight in London', '2026-10-24T22:59:00.000Z', '2026-10-24'],
    ['at the midnight of the autumn clock change', '2026-10-24T23:00:00.000Z', '2026-10-25'],
    ['after it, in the hour that was once later', '2026-10-25T23:30:00.000Z', '2026-10-25'],
  ])('today is London’s, %s', (_what, now, doneOn) => {
    const spell = aSpell({ admittedAt: '2026-03-01T09:00:00.000Z', admittedOn: '2026-03-01' });
    const then = by(spell, record('visited'), now).after;
    expect(findStep(then?.home.steps ?? [], 'visited')?.doneOn).toBe(doneOn);
  });

  it.each<[string, HousingStepKey, Order, string, string]>([
    ['done tomorrow', 'visited', { doneOn: '2026-11-23' }, 'doneOn', 'What is done cannot be in the future. Record it as planned.'],
    ['done in 2023', 'visited', { doneOn: '2023-11-22' }, 'doneOn', 'This date is more than three years ago. Check the year.'],
    ['booked without a day', 'clearance_booked', {}, 'plannedFor', 'Enter the day that it is booked for.'],
    ['booked for 2028', 'work_booked', { plannedFor: '2028-01-01' }, 'plannedFor', 'This date is more than a year ahead. Check the year.'],
    ['booked for 2024', 'work_booked', { plannedFor: '2024-11-27' }, 'plannedFor', 'This date is more than a year ago. Check the year.'],
    ['referred to nobody', 'duty_to_refer', {}, 'authority', 'Choose the council that it was referred to.'],
    ['followed up in hospital', 'followed_up', {}, 'step', 'This person is still in hospital: follow up after they have left.'],
  ])('is refused: %s', (_what, step, order, field, message) => {
    const { answer, events } = by(aSpell(), record(step, order));
    expect(answer).toEqual({ ok: false, code: 'RULE_BROKEN', message, fields: { [field]: message } });
    expect(events).toEqual([]);
  }); // prettier-ignore

  it('goes on after somebody has left, and they are followed up', () => {
    const { after: spell } = by(aSpell(GONE), record('followed_up'));
    expect(spell?.home.steps).toMatchObject([{ step: 'followed_up', doneOn: '2026-11-22' }]);
  });

  it('once more is nothing new; another day is a correction of what was seen', () => {
    const spell = after(aSpell(), record('visited', { rooms: ['kitchen'] }));
    expect(by(spell, record('visited', { rooms: ['kitchen'] }))).toMatchObject({ answer: { ok: true, events: [] } }); // prettier-ignore
    const seen = '/2026-11-22';
    const corrected = after(spell, record('visited', { doneOn: '2026-11-20', seen }));
    expect(corrected.home.steps).toMatchObject([{ doneOn: '2026-11-20', rooms: [] }]);
  });

  it('two people who say different things of one step are told of each other', () => {
    const spell = after(aSpell(), record('clearance_booked', { plannedFor: '2026-11-25' }));
    const { answer } = when(spell, MO, record('clearance_booked', { plannedFor: '2026-11-27' }));
    expect(answer).toMatchObject({
      code: 'CONFLICT',
      message:
        'Hannah Reid set the step “Clearance booked” to done on Sun 22 Nov, for Wed 25 Nov (Sun 22 Nov, 14:00) after you opened it. Keep that, or use yours?',
      current: {
        field: 'housingStep',
        value: '2026-11-25/2026-11-22',
        by: { name: 'Hannah Reid' },
      },
    });
  });

  it('two people who record different steps do not meet', () => {
    const spell = after(aSpell(), record('visited'));
    expect(when(spell, MO, record('agreed')).answer.ok).toBe(true);
  });
});

describe('home ready', () => {
  it('finishes the blocking housing tasks, whoever has them, and nothing else', () => {
    const tasks = [
      clearance,
      aTask({ id: idOf(51), type: 'minor_adaptation', owner: 'lightbulb' }),
      aTask({ id: idOf(52), type: 'key_safe', owner: 'lightbulb', blocking: false, blockingSince: null }),
      aTask({ id: idOf(53), type: 'homelessness', owner: 'lightbulb' }),
      aTask({ id: idOf(54), type: 'major_adaptation', owner: 'social_care' }),
      aTask({ id: idOf(55), type: 'medicines', owner: 'ward' }),
    ]; // prettier-ignore
    const { events, after: spell } = by(aSpell({ tasks }), record('home_ready'));
    expect(events.map(({ type, taskId }) => [type, taskId])).toEqual([
      ['HousingStepRecorded', null],
      ['TaskCompleted', idOf(50)],
      ['TaskCompleted', idOf(51)],
    ]);
    expect(spell?.tasks.map(({ state }) => state)).toEqual(['done', 'done', 'open', 'open', 'open', 'open']); // prettier-ignore
    expect(spell?.tasks[0]).toMatchObject({ claimedBy: { id: 'mo' }, completedBy: { id: 'hannah' } }); // prettier-ignore
  });

  it.each<[string, HousingStepKey, Order]>([
    ['cleared', 'clearance_done', {}],
    ['only expected', 'home_ready', { plannedFor: '2026-11-27' }],
  ])('a home that is %s finishes nothing', (_what, step, order) => {
    const { events } = by(aSpell({ tasks: [clearance] }), record(step, order));
    expect(events.map(({ type }) => type)).toEqual(['HousingStepRecorded']);
  });

  it('taken back needs a reason, and opens again what it had finished, also after a correction', () => {
    const ready = after(
      aSpell({ tasks: [clearance] }),
      record('home_ready'),
      record('home_ready', { doneOn: '2026-11-21', seen: '/2026-11-22' }),
    );
    const back = { plannedFor: null, doneOn: null, seen: '/2026-11-21' };
    expect(by(ready, record('home_ready', back)).answer).toMatchObject({
      message: 'Say why this is not done after all.',
      fields: { note: expect.any(String) },
    });
    const { after: spell, events } = by(ready, record('home_ready', { ...back, note: 'Bed is broken' })); // prettier-ignore
    expect(events.map(({ type }) => type)).toEqual(['HousingStepRecorded', 'TaskReopened']);
    expect(spell?.home.steps).toEqual([]);
    expect(spell?.tasks).toMatchObject([{ state: 'open', completedBy: null, blocking: true }]);
  });

  it('taken back leaves alone what was opened, or finished by somebody, since', () => {
    const ready = after(aSpell({ tasks: [clearance] }), record('home_ready'));
    const [task] = ready.tasks;
    const reopened = { ...ready, tasks: [{ ...clearance, ...task, state: 'open' as const }] };
    const back = record('home_ready', { doneOn: null, seen: '/2026-11-22', note: 'Not ready' });
    expect(by(reopened, back).events.map(({ type }) => type)).toEqual(['HousingStepRecorded']);
  });

  it('taking back what nobody recorded is nothing new', () => {
    const back = record('visited', { doneOn: null });
    expect(by(aSpell(), back).answer).toEqual({ ok: true, events: [] });
  });
});
