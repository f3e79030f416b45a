import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, it, vi } from 'vitest';
import type { PatientCardProps } from '../../../app/board/patient-card.tsx';
import { PatientCard } from '../../../app/board/patient-card.tsx';
import type { Actor } from '../../../domain/actor.ts';
import { DEFAULT_CATALOGUE } from '../../../domain/tasks/default-catalogue.ts';
import { broker, housingOfficer, wardCoordinator } from '../../factories/actor.ts';
import { NOW, TODAY } from '../../factories/clock.ts';
import { DELAYED, SPELL_ID, playSteps, viewOf } from '../../factories/spell-view.ts';

const delayed = playSteps(DELAYED);

function showTo(reader: Actor, more: Partial<PatientCardProps> = {}) {
  const props: PatientCardProps = {
    card: viewOf(delayed, reader).card,
    asOfDay: TODAY,
    catalogue: DEFAULT_CATALOGUE,
    meId: reader.id,
    now: NOW,
    timeZone: 'Europe/London',
    planPath: `/spells/${SPELL_ID}`,
    viewers: null,
    isPending: false,
    isSelected: false,
    news: null,
    isMovable: false,
    isSiteShown: true,
    isNamedByColumn: true,
    isAmongPathways: true,
    isTabStop: true,
    onOpen: vi.fn(),
    onMove: vi.fn(),
    ...more,
  };
  render(<PatientCard {...props} />);
  return props;
}

const card = () => screen.getByRole('article');

it('a ward sees who it is, when they should leave, and what stands in the way', () => {
  showTo(wardCoordinator(), { isMovable: true });
  expect(screen.getByRole('link', { name: 'TESTCASE, Asha' })).toHaveAttribute(
    'href',
    `/spells/${SPELL_ID}`,
  );
  for (const words of [
    ...['85 years old', 'NHS number 999 000 0115', 'Born 04-Mar-1941'],
    ...['Ward 23, bed B4, Leicester Royal Infirmary', 'EDD overdue 1 day'],
    ...['Delayed 2 days', 'Stay 6 days'],
  ]) {
    expect(card()).toHaveTextContent(words);
  }
  const tasks = within(screen.getByRole('list', { name: 'Waiting for' }));
  expect(tasks.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'Ward: Medicines to take home and discharge letter. Nobody has it yet. 3 days late',
    'Social care: Care Act assessment. Bella Brown',
  ]);
  const flags = within(screen.getByRole('list', { name: 'Take care' }));
  expect(flags.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'Risk to staff',
    'Interpreter: Gujarati',
    'Large print',
  ]);
  expect(
    screen.getByRole('button', { name: /Move to… another pathway: TESTCASE, Asha/ }),
  ).toBeVisible();
});

it('a broker sees the same, and has nothing to move', () => {
  showTo(broker());
  expect(card()).toHaveTextContent('Delayed 2 days');
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

it('housing sees the address and its own tasks, and nothing of care', () => {
  showTo(housingOfficer());
  expect(card()).toHaveTextContent(/Leicester/);
  expect(card()).toHaveTextContent('Lightbulb: Home clearance / deep clean. Nobody has it yet');
  for (const hidden of ['NHS', '999', 'Delayed', 'Stay', 'Reablement', 'bed', 'Care Act']) {
    expect(card()).not.toHaveTextContent(hidden);
  }
});

it('says what is not saved yet, and who else is looking', () => {
  showTo(wardCoordinator(), { isPending: true, viewers: 'Ben Broker is looking' });
  expect(card()).toHaveTextContent('Not saved yet');
  expect(card()).toHaveTextContent('Ben Broker is looking');
});

it('opens beside the board on a click, and is left to the browser with Ctrl', async () => {
  const user = userEvent.setup();
  const { onOpen } = showTo(wardCoordinator());
  await user.click(screen.getByRole('link'));
  expect(onOpen).toHaveBeenCalledExactlyOnceWith(SPELL_ID);
  // jsdom follows no links; it would say so.
  screen.getByRole('link').addEventListener('click', (event) => event.preventDefault());
  await user.keyboard('{Control>}');
  await user.click(screen.getByRole('link'));
  expect(onOpen).toHaveBeenCalledTimes(1);
});

it('without script, every card is reached by Tab and none can be moved here', () => {
  showTo(wardCoordinator(), { isMovable: true, isTabStop: null });
  expect(screen.getByRole('link')).not.toHaveAttribute('tabindex');
  expect(screen.queryByRole('button')).not.toBeInTheDocument();
});

it('says in a word that it changed, and says nothing otherwise', () => {
  showTo(wardCoordinator(), { news: 7 });
  expect(card()).toHaveTextContent('Changed');
  cleanup();
  showTo(wardCoordinator());
  expect(card()).not.toHaveTextContent('Changed');
});

it('says beside a task how late it is and to whom it is escalated, in words', () => {
  const { card: shown } = viewOf(delayed, wardCoordinator());
  const escalation = { level: 'hub', at: NOW, isTakenOn: false } as const;
  const tasks = shown.tasks.map((task) =>
    task.type === 'medicines' ? { ...task, dueAt: '2026-11-19T12:00:00.000Z', escalation } : task,
  );
  showTo(wardCoordinator(), { card: { ...shown, tasks } });
  const list = within(screen.getByRole('list', { name: 'Waiting for' }));
  expect(list.getAllByRole('listitem')[0]).toHaveTextContent(
    'Medicines to take home and discharge letter. Nobody has it yet. 3 days late, escalated to the hub',
  );
});
