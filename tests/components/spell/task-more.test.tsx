import { screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Actor } from '../../../domain/actor.ts';
import { refuse, ruleBroken } from '../../../domain/result.ts';
import { broker, hubManager, wardCoordinator } from '../../factories/actor.ts';
import { idOf } from '../../factories/ids.ts';
import type { Step } from '../../factories/spell-view.ts';
import {
  CARE_ACT_TASK,
  CLEARANCE_TASK,
  DELAYED,
  MEDICINES_TASK,
  playSteps,
  RESULTS_TASK,
  SPELL_ID,
  viewOf,
} from '../../factories/spell-view.ts';
import { panelFor, showTo } from './show-plan.tsx';

const CARE_ACT = 'Care Act assessment';
const MEDICINES = 'Medicines to take home and discharge letter';
const RESULTS = 'Decision to discharge / results';
const bella = broker({ id: 'user-broker-2', name: 'Bella Brown' });
const anywhere = { hidden: true };

function itemOf(name: string) {
  const title = screen.getAllByText(name, { selector: '.hub-task__title' })[0];
  const item = title?.closest('li') ?? null;
  if (item === null) throw new Error(`No task ${name}`);
  return within(item);
}

function afterwards(by: Actor, ...commands: object[]) {
  const steps = commands.map((command, index) => ({
    ...{ by, at: `2026-11-22T08:0${index}:00.000Z` },
    command: { id: idOf(400 + index), spellId: SPELL_ID, ...command },
  })) as Step[];
  return playSteps([...DELAYED, ...steps]);
}

describe('who is offered what behind "More"', () => {
  const summariesOf = (name: string) =>
    itemOf(name)
      .queryAllByText(/./, { selector: '.hub-task__more summary' })
      .map(({ textContent }) => textContent);

  it('a team may change, decline and cancel its own tasks', () => {
    showTo(wardCoordinator());
    expect(summariesOf(MEDICINES)).toEqual([
      `More for ${MEDICINES}`,
      `Waiting for something (${MEDICINES})`,
      `Ask for more information (${MEDICINES})`,
      `Change the target (${MEDICINES})`,
      `Escalate (${MEDICINES})`,
      `Decline: back to the hub (${MEDICINES})`,
      `Cancel this task (${MEDICINES})`,
    ]);
  });

  it('the hub gives tasks to other teams, and declines none', () => {
    showTo(hubManager());
    expect(summariesOf(CARE_ACT)).toEqual([
      `More for ${CARE_ACT}`,
      `Change the target (${CARE_ACT})`,
      `Escalate (${CARE_ACT})`,
      `Give to another team or colleague (${CARE_ACT})`,
      `Cancel this task (${CARE_ACT})`,
    ]);
    const teams = itemOf(CARE_ACT).getByLabelText('Team', { selector: 'select' });
    const [social] = within(teams).getAllByRole('option', { name: /^Social care/, ...anywhere });
    expect(social).toHaveTextContent('Social care (as now)');
  });

  it('what is done can be opened again by its team, with a reason', async () => {
    const { user, last } = panelFor(wardCoordinator());
    await user.click(screen.getByText('Done (1)'));
    expect(summariesOf(RESULTS)).toEqual([`Open again (${RESULTS})`]);
    await user.click(screen.getByText(/^Open again/, { selector: 'summary' }));
    const button = screen.getByRole('button', { name: `Open again ${RESULTS}` });
    await user.click(button);
    expect(screen.getByRole('alert')).toHaveTextContent('Say why it is opened again');
    await user.type(screen.getByLabelText('Why it is opened again'), 'Scan was another’s');
    await user.click(button);
    expect(last()).toMatchObject({
      ...{ type: 'ReopenTask', taskId: RESULTS_TASK, note: 'Scan was another’s' },
    });
  });

  it('a broker of another team may only escalate the tasks of others', () => {
    showTo(broker());
    const escalate = [`More for ${MEDICINES}`, `Escalate (${MEDICINES})`];
    expect(summariesOf(MEDICINES)).toEqual(escalate);
    expect(summariesOf(RESULTS)).toEqual([]);
  });
});

describe('a task in words', () => {
  it('says who declined it, of which team, and why', () => {
    const declined = { type: 'DeclineTask', taskId: CARE_ACT_TASK, reason: 'not_our_resident' };
    showTo(hubManager(), { view: viewOf(afterwards(bella, declined), hubManager()) });
    const task = itemOf(CARE_ACT);
    expect(task.getByText('Declined by Bella Brown, social care: not our resident')).toBeVisible();
    expect(task.getByText('Nobody has it yet')).toBeVisible();
  });

  it('says what it is waiting for, and who has it', () => {
    const waiting = { type: 'SetTaskWaiting', taskId: CARE_ACT_TASK, waiting: 'capacity' };
    showTo(bella, { view: viewOf(afterwards(bella, waiting), bella) });
    expect(itemOf(CARE_ACT).getByText(/Waiting: no capacity yet, you have it/)).toBeVisible();
    expect(
      itemOf(CARE_ACT).getByRole('radio', { name: 'Nothing: at work again', ...anywhere }),
    ).not.toBeChecked();
  });

  it('counts what was cancelled apart from what was done', () => {
    const cancelled = { type: 'CancelTask', taskId: CLEARANCE_TASK, reason: 'own_arrangements' };
    showTo(hubManager(), { view: viewOf(afterwards(hubManager(), cancelled), hubManager()) });
    expect(screen.getByText('Done (1), Cancelled (1)')).toBeVisible();
  });
});

describe('changing a task', () => {
  it('sends what was shown with a new target', async () => {
    const { user, last } = panelFor(wardCoordinator());
    const task = itemOf(MEDICINES);
    await user.click(task.getByText(/^More/, { selector: 'summary' }));
    await user.click(task.getByText(/^Change the target/, { selector: 'summary' }));
    await user.clear(task.getByLabelText('To be done by'));
    await user.type(task.getByLabelText('To be done by'), '2026-11-23T12:00');
    await user.click(task.getByRole('button', { name: `Set target of ${MEDICINES}` }));
    expect(last()).toMatchObject({
      ...{ type: 'SetTaskDue', taskId: MEDICINES_TASK, dueAt: '2026-11-23T12:00:00.000Z' },
      seen: '2026-11-19T12:00:00.000Z',
    });
  });

  it('switches blocking off with one button', async () => {
    const { user, last } = panelFor(wardCoordinator());
    const task = itemOf(MEDICINES);
    await user.click(task.getByText(/^More/, { selector: 'summary' }));
    await user.click(task.getByRole('button', { name: `Mark as not blocking ${MEDICINES}` }));
    expect(last()).toMatchObject({ type: 'SetTaskBlocking', blocking: false, seen: true });
  });

  it('keeps what was written where declining is refused, and says so at the form', async () => {
    const { user, last, refuseLast } = panelFor(wardCoordinator());
    const task = itemOf(MEDICINES);
    await user.click(task.getByText(/^More/, { selector: 'summary' }));
    await user.click(task.getByText(/^Decline/, { selector: 'summary' }));
    await user.click(task.getByRole('radio', { name: 'More information needed' }));
    await user.type(task.getAllByLabelText('In words')[0] ?? document.body, 'Which pharmacy?');
    await user.click(task.getByRole('button', { name: `Decline ${MEDICINES}` }));
    expect(last()).toMatchObject({
      ...{ type: 'DeclineTask', reason: 'more_information_needed', note: 'Which pharmacy?' },
    });
    refuseLast(ruleBroken('This task is done already.'));
    expect(screen.getByRole('alert')).toHaveTextContent('This task is done already.');
    expect(screen.getAllByRole('alert')).toHaveLength(1);
    expect(task.getByDisplayValue('Which pharmacy?')).toBeVisible();
    expect(task.getByRole('radio', { name: 'More information needed' })).toBeChecked();
  });

  it('comes back to the page with the disclosure open at what was not accepted', () => {
    const values = {
      ...{ type: ['CancelTask'], taskId: [MEDICINES_TASK] },
      ...{ reason: ['other'], note: [''] },
    };
    const refusal = ruleBroken('Say in words what the other reason is.', 'note');
    showTo(wardCoordinator(), { failure: { values, refusal } });
    const link = screen.getByRole('link', { name: 'Say in words what the other reason is.' });
    expect(link).toHaveAttribute('href', `#plan-cancel-task-${MEDICINES_TASK}-note`);
    const select = itemOf(MEDICINES).getByLabelText('Why it is cancelled');
    expect(select).toHaveValue('other');
    expect(select).toBeVisible();
  });

  it('offers both targets where somebody else set one', async () => {
    const theirs = { field: 'dueAt', value: '2026-11-24T09:00:00.000Z', by: null, at: null };
    const values = {
      ...{ type: ['SetTaskDue'], taskId: [MEDICINES_TASK], spellId: [SPELL_ID] },
      ...{ dueAt: ['2026-11-23T12:00'], seen: [''] },
    };
    const refusal = refuse('CONFLICT', 'Somebody set the target meanwhile.', { current: theirs });
    showTo(wardCoordinator(), { failure: { values, refusal }, commandIds: [idOf(900)] });
    const mine = screen.getByRole('button', { name: 'Use mine (Mon 23 Nov, 12:00)' });
    expect(mine.closest('form')).toHaveFormValues({
      seen: theirs.value,
      dueAt: '2026-11-23T12:00',
    });
    expect(screen.getByRole('button', { name: 'Keep that (Tue 24 Nov, 09:00)' })).toBeVisible();
  });

  it('tells what was written in a form that is gone', () => {
    const view = viewOf(
      afterwards(wardCoordinator(), { type: 'CompleteTask', taskId: MEDICINES_TASK }),
      wardCoordinator(),
    );
    const command = {
      ...{ id: idOf(77), spellId: SPELL_ID, taskId: MEDICINES_TASK },
      ...({ type: 'DeclineTask', reason: 'other', note: 'Not from here' } as const),
    };
    const refusal = ruleBroken('This task is done already.');
    showTo(wardCoordinator(), {
      ...{ view, layout: 'panel', onCommand: vi.fn(), refusals: [{ command, refusal }] },
    });
    expect(screen.getByRole('alert')).toHaveTextContent('This task is done already.');
    expect(screen.getByText('Not from here')).toBeVisible();
  });
});
