import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { SpellPlan } from '../../../app/spell/spell-plan.tsx';
import type { SpellCommandInput } from '../../../domain/spell/commands.ts';
import type { Refusal } from '../../../domain/result.ts';
import { refuse, ruleBroken } from '../../../domain/result.ts';
import { broker, housingOfficer, hubManager, wardCoordinator } from '../../factories/actor.ts';
import { idOf } from '../../factories/ids.ts';
import {
  CARE_ACT_TASK,
  GONE_HOME,
  MEDICINES_TASK,
  playSteps,
  SPELL_ID,
  viewOf,
} from '../../factories/spell-view.ts';
import { delayed, panelFor, propsFor, showTo } from './show-plan.tsx';

const NHS_NUMBER = '999 000 0115';

/** Content of closed details is there, and not to be seen. */
const anywhere = { hidden: true };

function sectionTitles() {
  return screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent);
}

describe('what each role sees of a patient', () => {
  it('a ward sees everything in its order', () => {
    showTo(wardCoordinator());
    expect(screen.getByRole('heading', { level: 1, name: 'TESTCASE, Asha' })).toBeVisible();
    expect(screen.getByText('Born 04-Mar-1941 (85)')).toBeVisible();
    expect(screen.getByText(NHS_NUMBER)).toBeVisible();
    expect(screen.getByText('Ward 23, bed B4, Leicester Royal Infirmary')).toBeVisible();
    expect(screen.getByText(/Large dog in the home/)).toBeVisible();
    expect(screen.getByText(/Interpreter: Gujarati; Large print/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Copy social care ID' })).toBeVisible();
    expect(sectionTitles()).toEqual([
      ...['Estimated discharge date (EDD)', 'Pathway', 'Criteria to reside', 'Tasks', 'Home'],
      ...['Board round', 'Actions', 'Notes', 'Ward and bed', 'Discharge', 'History'],
    ]);
    expect(screen.getByText('Overdue 1 day')).toBeVisible();
    expect(screen.getByText('Recommend another pathway')).toBeVisible();
    expect(screen.getByText(/Claimed by Bella Brown/)).toBeVisible();
  });

  it('the hub agrees a pathway, a ward recommends one', () => {
    showTo(hubManager());
    expect(screen.getByRole('button', { name: 'Agree pathway', ...anywhere })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: 'Recommend pathway', ...anywhere })).toBeNull();
  });

  it('a broker sees no ward’s note and sets nothing clinical', () => {
    showTo(broker());
    expect(screen.getByText(NHS_NUMBER)).toBeVisible();
    expect(screen.queryByText(/meet the consultant/)).toBeNull();
    expect(screen.getByText(/two visits a day/)).toBeVisible();
    expect(screen.getByText('The ward sets the EDD.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Set EDD' })).toBeNull();
    expect(sectionTitles()).not.toContain('Discharge');
    expect(screen.getByRole('radio', { name: 'The ward, the hub and social care' })).toBeChecked();
    expect(
      screen.getByRole('button', { name: 'Take over from Bella Brown Care Act assessment' }),
    ).toBeVisible();
  });

  it('housing sees the home and its own tasks, no NHS number, pathway or delay', () => {
    const { container } = showTo(housingOfficer());
    expect(screen.getByText('1 Example Street, Leicester, LE1 1AA')).toBeVisible();
    expect(screen.getByText('Daughter Meera, 0116 496 0123')).toBeVisible();
    expect(sectionTitles()).toEqual([
      ...['Home', 'Estimated discharge date (EDD)', 'Tasks', 'Actions', 'Notes', 'History'],
    ]);
    expect(container).not.toHaveTextContent(/NHS number|999|Days delayed|Ready since|bed B4/);
    expect(container).not.toHaveTextContent('Care Act assessment');
    expect(
      screen.getByRole('button', { name: 'Complete Home clearance / deep clean' }),
    ).toBeVisible();
    expect(screen.getByRole('radio', { name: 'Everyone, with housing too' })).toBeChecked();
  });

  it('a person without an NHS number is flagged', () => {
    const view = viewOf(delayed, wardCoordinator());
    const person = { ...view.card.person, nhsNumber: null };
    showTo(wardCoordinator(), { view: { ...view, card: { ...view.card, person } } });
    expect(screen.getByText('NHS number not known')).toBeVisible();
  });

  it('somebody who has left can only be written about', () => {
    showTo(wardCoordinator(), { view: viewOf(playSteps(GONE_HOME), wardCoordinator()) });
    expect(screen.getByText(/Left the hospital on Sun 22 Nov, 08:30/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Add note' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Set EDD' })).toBeNull();
    expect(screen.queryByRole('button', { name: /Medicines/, ...anywhere })).toBeNull();
  });
});

describe('the page without script', () => {
  it('posts each form to the patient’s own address with its command, id and what was seen', () => {
    const commandIds = Array.from({ length: 60 }, (_, index) => idOf(900 + index));
    showTo(wardCoordinator(), { commandIds });
    const form = screen.getByRole('button', { name: 'Set EDD' }).closest('form');
    expect(form).toHaveAttribute('action', `/spells/${SPELL_ID}#plan-edd`);
    expect(form).toHaveFormValues({ type: 'SetEdd', seen: '2026-11-21', spellId: SPELL_ID });
    const ids = [...document.querySelectorAll<HTMLInputElement>('input[name="id"]')];
    expect(new Set(ids.map(({ value }) => value)).size).toBe(ids.length);
    expect(ids.length).toBe(document.querySelectorAll('form').length);
  });

  it('comes back with what was typed, its sentence and a way to the field', () => {
    const values = { type: ['SetEdd'], edd: ['2026-11-01'], reason: ['Scan moved'], seen: [''] };
    const refusal = ruleBroken('The estimated discharge date cannot be in the past.', 'edd');
    showTo(wardCoordinator(), { failure: { values, refusal } });
    const summary = screen.getByRole('alert');
    expect(summary.parentElement).toHaveFocus();
    expect(within(summary).getByRole('link')).toHaveAttribute('href', '#plan-set-edd-edd');
    expect(screen.getByLabelText('New EDD')).toHaveValue('2026-11-01');
    expect(screen.getByLabelText('New EDD')).toBeInvalid();
    expect(screen.getByLabelText('Reason for the EDD (optional)')).toHaveValue('Scan moved');
  });

  it('offers both values after a conflict, as forms', () => {
    const values = { type: ['SetEdd'], edd: ['2026-11-28'], seen: ['2026-11-21'] };
    showTo(wardCoordinator(), {
      commandIds: [idOf(900)],
      failure: { values, refusal: eddConflict },
    });
    const mine = screen.getByRole('button', { name: 'Use mine (Sat 28 Nov)' }).closest('form');
    expect(mine).toHaveFormValues({
      ...{ type: 'SetEdd', edd: '2026-11-28', seen: '2026-11-27', id: idOf(900) },
    });
    expect(screen.getByRole('button', { name: 'Keep that (Fri 27 Nov)' })).toBeVisible();
  });
});

const eddConflict: Refusal = refuse(
  'CONFLICT',
  'Hana Hub set the EDD to Fri 27 Nov (Sun 22 Nov, 14:10) after you opened it. Keep that, or use yours?',
  {
    current: {
      field: 'edd',
      value: '2026-11-27',
      by: { id: 'user-hub', name: 'Hana Hub' },
      at: '2026-11-22T14:10:00.000Z',
    },
  },
);

describe('the panel beside the board', () => {
  it('sends what the form says with an id of its own, and empties the form', async () => {
    const { user, last, onCommand } = panelFor(wardCoordinator());
    await user.type(screen.getByLabelText('New EDD'), '2026-11-28');
    await user.type(screen.getByLabelText('Reason for the EDD (optional)'), 'Package starts');
    await user.click(screen.getByRole('button', { name: 'Set EDD' }));
    expect(onCommand).toHaveBeenCalledOnce();
    expect(last()).toEqual({
      type: 'SetEdd',
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      spellId: SPELL_ID,
      edd: '2026-11-28',
      seen: '2026-11-21',
      reason: 'Package starts',
    });
    expect(screen.getByLabelText('Reason for the EDD (optional)')).toHaveValue('');
  });

  it('claims a task', async () => {
    const { user, last } = panelFor(wardCoordinator());
    await user.click(
      screen.getByRole('button', { name: 'Claim Medicines to take home and discharge letter' }),
    );
    expect(last()).toMatchObject({ type: 'ClaimTask', taskId: MEDICINES_TASK });
  });

  it('takes a task over from a colleague by name', async () => {
    const { user, last } = panelFor(broker());
    await user.click(screen.getByRole('button', { name: /^Take over from Bella Brown/ }));
    expect(last()).toMatchObject({
      ...{ type: 'ClaimTask', taskId: CARE_ACT_TASK, takeOverFrom: 'user-broker-2' },
    });
  });

  it('warns before a task is added that is open already', async () => {
    const { user, last } = panelFor(wardCoordinator());
    const select = screen.getByLabelText('Task to add');
    await user.selectOptions(select, 'care_act_assessment');
    expect(screen.getByText(/This task is open already/)).toBeInTheDocument();
    await user.selectOptions(select, 'key_safe');
    expect(screen.queryByText(/This task is open already/)).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Add task', ...anywhere }));
    expect(last()).toMatchObject({ type: 'AddTask', taskType: 'key_safe', blocking: true });
  });

  it('has it ticked that somebody left although tasks that block are open', async () => {
    const { user } = panelFor(wardCoordinator());
    await user.click(screen.getByText('Discharge', { selector: 'h3' }));
    const label = 'This person has left the hospital, with 2 blocking tasks still open';
    expect(screen.getByRole('checkbox', { name: label, ...anywhere })).not.toBeChecked();
  });

  it('says what is missing without sending anything', async () => {
    const { user, onCommand } = panelFor(wardCoordinator());
    await user.click(screen.getByText('Discharge', { selector: 'h3' }));
    await user.click(screen.getByRole('button', { name: 'Record discharge', ...anywhere }));
    expect(onCommand).not.toHaveBeenCalled();
    const links = within(screen.getByRole('alert')).getAllByRole('link');
    expect(links.map(({ textContent }) => textContent)).toEqual([
      'Choose where the person went',
      'Confirm that this person has left the hospital',
    ]);
    await user.click(screen.getByRole('link', { name: 'Choose where the person went' }));
    expect(screen.getByLabelText('Destination')).toHaveFocus();
  });

  it('brings a refused note back into its form, with the reason', async () => {
    const { user, refuseLast, last, onDismissRefusal } = panelFor(wardCoordinator());
    await user.type(screen.getByLabelText('New note'), 'Transport at four');
    await user.click(
      screen.getByRole('radio', { name: 'Everyone, with housing too', ...anywhere }),
    );
    await user.click(screen.getByRole('button', { name: 'Add note', ...anywhere }));
    expect(screen.getByLabelText('New note')).toHaveValue('');
    refuseLast(refuse('UNAVAILABLE', 'The hub is busy. Try again.'));
    expect(screen.getByRole('alert')).toHaveTextContent('The hub is busy. Try again.');
    expect(screen.getByRole('alert').parentElement).toHaveFocus();
    expect(screen.getByLabelText('New note')).toHaveValue('Transport at four');
    expect(screen.getByRole('radio', { name: 'Everyone, with housing too' })).toBeChecked();
    const { id } = last();
    await user.click(screen.getByRole('button', { name: 'Discard what I entered' }));
    expect(onDismissRefusal).toHaveBeenCalledWith(id);
    expect(screen.getByLabelText('New note')).toHaveValue('');
  });

  it('leaves alone what is being typed when an earlier text comes back', async () => {
    const { user, refuseLast } = panelFor(wardCoordinator());
    const note = screen.getByLabelText('New note');
    await user.type(note, 'First note');
    await user.click(screen.getByRole('button', { name: 'Add note', ...anywhere }));
    // The typing machine does not notice that the form was emptied.
    await user.clear(note);
    await user.type(note, 'Second no');
    refuseLast(refuse('UNAVAILABLE', 'The hub is busy. Try again.'));
    expect(note).toHaveValue('Second no');
    expect(note).toHaveFocus();
    expect(await screen.findByText('First note')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Put it back in the form' }));
    expect(note).toHaveValue('First note');
  });

  it('settles a conflict by keeping what stands', async () => {
    const { user, refuseLast, last, onCommand, onDismissRefusal } = panelFor(wardCoordinator());
    await user.type(screen.getByLabelText('New EDD'), '2026-11-28');
    await user.click(screen.getByRole('button', { name: 'Set EDD' }));
    refuseLast(eddConflict);
    expect(screen.getByText(/Hana Hub set the EDD to Fri 27 Nov/)).toBeVisible();
    expect(screen.getByRole('group', { name: 'Not saved yet' })).toHaveFocus();
    const { id } = last();
    await user.click(screen.getByRole('button', { name: 'Keep that (Fri 27 Nov)' }));
    expect(onDismissRefusal).toHaveBeenCalledWith(id);
    expect(onCommand).toHaveBeenCalledOnce();
  });

  it('settles a conflict by sending it again, knowing what stands', async () => {
    const { user, refuseLast, last, onDismissRefusal } = panelFor(wardCoordinator());
    await user.type(screen.getByLabelText('New EDD'), '2026-11-28');
    await user.click(screen.getByRole('button', { name: 'Set EDD' }));
    const { id } = last();
    refuseLast(eddConflict);
    await user.click(screen.getByRole('button', { name: 'Use mine (Sat 28 Nov)' }));
    expect(last()).toMatchObject({ type: 'SetEdd', edd: '2026-11-28', seen: '2026-11-27' });
    expect(last().id).not.toBe(id);
    expect(onDismissRefusal).toHaveBeenCalledWith(id);
  });

  it('says so where the form of a refused command is gone', () => {
    const view = viewOf(playSteps(GONE_HOME), wardCoordinator());
    const command: SpellCommandInput = {
      ...{ id: idOf(77), spellId: SPELL_ID, seen: null },
      ...{ type: 'SetEdd', edd: '2026-11-28', reason: 'Scan moved' },
    };
    const refusal = ruleBroken('This person already left the hospital on Sun 22 Nov.');
    showTo(wardCoordinator(), {
      ...{ view, layout: 'panel', onCommand: vi.fn(), refusals: [{ command, refusal }] },
    });
    expect(screen.getByRole('alert')).toHaveTextContent('This person already left');
    expect(screen.getByText('Scan moved')).toBeVisible();
  });

  it('keeps one patient’s mistakes out of the next one’s plan', async () => {
    const onCommand = vi.fn();
    const ward = wardCoordinator();
    const more = { layout: 'panel', onCommand } as const;
    const { rerender } = showTo(ward, more);
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: 'Set EDD' }));
    expect(screen.getByRole('alert')).toBeVisible();
    const view = viewOf(delayed, ward);
    const other = { ...view, card: { ...view.card, id: idOf(101) } };
    rerender(<SpellPlan {...propsFor(ward, { ...more, view: other })} />);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('marks what is on its way', async () => {
    const ward = wardCoordinator();
    showTo(ward, {
      ...{ layout: 'panel', onCommand: vi.fn(), pendingIds: new Set([MEDICINES_TASK]) },
    });
    await waitFor(() => expect(screen.getByText('Not saved yet')).toBeVisible());
    // Without a connection people go on: what is unsent may build on what is unsent.
    expect(screen.getByRole('button', { name: /^Complete Medicines/ })).toBeVisible();
  });
});

describe('somebody else who writes in the same plan', () => {
  const tom = { id: 'tom', name: 'Tom Ellis' };

  it('is named beside what they write in, and nowhere else', () => {
    showTo(wardCoordinator(), { layout: 'panel', others: [{ ...tom, editing: 'edd' }] });
    const edd = screen.getByRole('region', { name: /^Estimated discharge date/ });
    expect(within(edd).getByText('Tom Ellis is writing here')).toBeVisible();
    expect(screen.getAllByText(/is writing here/)).toHaveLength(1);
  });

  it('is told the same of the reader, while a field of theirs has the focus', async () => {
    const onEditing = vi.fn();
    showTo(wardCoordinator(), { layout: 'panel', onCommand: vi.fn(), others: [tom], onEditing });
    expect(screen.queryByText(/is writing here/)).toBeNull();
    await userEvent.click(screen.getByLabelText('Reason for the EDD (optional)'));
    expect(onEditing).toHaveBeenLastCalledWith('edd');
    await userEvent.click(document.body);
    expect(onEditing).toHaveBeenLastCalledWith(null);
  });
});
