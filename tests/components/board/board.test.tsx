import { createRemixStub } from '@remix-run/testing';
import { act, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { BoardProvider } from '../../../app/live/board-provider.tsx';
import { BoardPage } from '../../../app/board/board-page.tsx';
import { readBoardUrl } from '../../../app/board/board-url.ts';
import { firstScreen } from '../../../app/board/first-screen.ts';
import type { PlanProps } from '../../../app/live/live-plan.tsx';
import { createPageLock } from '../../../app/live/page-lock.ts';
import { createBoardEngine } from '../../../app/live/start-live-board.ts';
import type { SpellOutcome } from '../../../app/realtime/board-api.ts';
import {
  applyChanges,
  applyCommandAnswer,
  applySnapshot,
} from '../../../app/stores/board-store.ts';
import { heard, lost } from '../../../app/stores/connection-store.ts';
import type { Actor } from '../../../domain/actor.ts';
import { refuse } from '../../../domain/result.ts';
import type { Card } from '../../../domain/spell/card.ts';
import { broker, hubManager, wardCoordinator } from '../../factories/actor.ts';
import { aBoardAnswer, aCard, setEdd } from '../../factories/board.ts';
import { NOW, TODAY } from '../../factories/clock.ts';
import { idOf } from '../../factories/ids.ts';
import { DELAYED, LOOKUPS, SPELL_ID, meOf, playSteps, viewOf } from '../../factories/spell-view.ts';

beforeEach(() => {
  // jsdom has no layout and no modal dialogs: a tall list, and a dialog that only opens.
  vi.spyOn(Element.prototype, 'clientHeight', 'get').mockReturnValue(800);
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(160);
  HTMLElement.prototype.scrollTo = () => {};
  HTMLElement.prototype.scrollIntoView = () => {};
  HTMLDialogElement.prototype.showModal = function (this: HTMLDialogElement) {
    this.open = true;
    this.querySelector('input')?.focus();
  };
});

const reablement = { pathway: 'reablement', pathwayRecommended: 'reablement' } as const;
const CARDS = [
  aCard(1, { edd: '2026-11-20' }),
  aCard(2, { edd: '2026-11-25' }),
  aCard(3, { ...reablement, dischargeReadyDate: '2026-11-20', delayDays: 2 }),
];

type Options = {
  cards?: Card[];
  reader?: Actor;
  path?: string;
  spell?: () => Promise<SpellOutcome>;
  plan?: (plan: PlanProps) => ReactNode;
};

function showBoard(options: Options = {}) {
  const { cards = CARDS, reader = hubManager(), path = '/board', spell } = options;
  const me = meOf(reader);
  const { searchParams } = new URL(path, 'http://hub.test');
  const url = readBoardUrl(searchParams, me, { wards: LOOKUPS.wards, asOfDay: TODAY });
  const first = firstScreen(aBoardAnswer({ cards }), {
    me,
    url,
    now: NOW,
    timeZone: 'Europe/London',
  });
  const { board } = createBoardEngine(first, { lock: createPageLock() });
  if (spell) board.api.spell = spell;
  board.newId = () => idOf(999);
  board.store.setState((state) => applySnapshot(state, aBoardAnswer({ cards })));
  board.connection.setState((state) => heard(state, NOW));
  const renderPlan =
    options.plan ?? (({ view }: PlanProps) => <p>The plan of {view.card.person.name}</p>);
  const Stub = createRemixStub([
    {
      path: '/board',
      Component: () => (
        <BoardProvider value={board}>
          <BoardPage first={first} renderPlan={renderPlan} />
        </BoardProvider>
      ),
    },
  ]);
  render(<Stub initialEntries={[path]} />);
  return { board, user: userEvent.setup() };
}

const link = (patient: number) => screen.getByRole('link', { name: `PATIENT-${patient}, Asha` });
const pending = (board: ReturnType<typeof showBoard>['board']) =>
  board.store.getState().pending.map(({ command }) => command);

describe('the columns', () => {
  it('are lists that say how many they hold, in the order of urgency', async () => {
    showBoard();
    const list = await screen.findByRole('list', { name: 'Not yet decided, 2 patients' });
    const items = within(list).getAllByRole('listitem');
    expect(items[0]).toHaveAttribute('aria-setsize', '2');
    expect(items[0]).toHaveAttribute('aria-posinset', '1');
    expect(
      within(list)
        .getAllByRole('link')
        .map(({ textContent }) => textContent),
    ).toEqual(['PATIENT-1, Asha', 'PATIENT-2, Asha']);
    expect(screen.getByRole('list', { name: 'Reablement, 1 patient' })).toBeVisible();
  });

  it('hold only what is on screen, of however many', async () => {
    showBoard({ cards: Array.from({ length: 500 }, (_none, index) => aCard(index + 1)) });
    await screen.findByRole('list', { name: 'Not yet decided, 500 patients' });
    expect(screen.getAllByRole('article').length).toBeLessThan(20);
  });
});

describe('the keyboard', () => {
  it('reaches one card by Tab and the others by arrows', async () => {
    const { user } = showBoard();
    await waitFor(() => expect(link(2)).toHaveAttribute('tabindex', '-1'));
    act(() => link(1).focus());
    await user.keyboard('{ArrowDown}');
    expect(link(2)).toHaveFocus();
    expect(link(1)).toHaveAttribute('tabindex', '-1');
    await user.keyboard('{ArrowRight}');
    expect(link(3)).toHaveFocus();
    await user.keyboard('{ArrowLeft}{End}');
    expect(link(2)).toHaveFocus();
    await user.keyboard('{Home}');
    expect(link(1)).toHaveFocus();
  });

  it('goes to the search with /, and shows its keys with ?', async () => {
    const { user } = showBoard();
    act(() => link(1).focus());
    await user.keyboard('?');
    expect(screen.getByRole('dialog', { name: 'Keys on the board' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Close' }));
    act(() => link(1).focus());
    await user.keyboard('/');
    expect(screen.getByRole('searchbox')).toHaveFocus();
    await user.keyboard('m?/');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
    expect(screen.getByRole('searchbox')).toHaveValue('m?/');
  });

  it('moves a patient with m: one command that says what was seen, and the focus stays with them', async () => {
    const { user, board } = showBoard();
    act(() => link(2).focus());
    await user.keyboard('m');
    const dialog = within(screen.getByRole('dialog', { name: 'Move PATIENT-2, Asha' }));
    expect(dialog.getAllByRole('radio')).toHaveLength(8);
    await user.click(dialog.getByRole('radio', { name: 'Long-term care placement' }));
    expect(dialog.getByText(/The national pathway will be P3/)).toBeVisible();
    await user.click(dialog.getByRole('button', { name: 'Agree Long-term care placement' }));
    expect(pending(board)).toEqual([
      {
        id: idOf(999),
        type: 'SetPathway',
        spellId: idOf(2),
        pathway: 'long_term_care',
        seen: 'none_set',
      },
    ]);
    const moved = screen.getByRole('list', { name: 'Long-term and end of life, 1 patient' });
    expect(moved).toHaveTextContent('Not saved yet');
    await waitFor(() => expect(link(2)).toHaveFocus());
  });
});

describe('a national pathway that would become another', () => {
  const moveThree = async () => {
    const shown = showBoard({ cards: [aCard(3, { ...reablement, nationalPathway: 'P1' })] });
    act(() => link(3).focus());
    await shown.user.keyboard('m');
    const dialog = within(screen.getByRole('dialog', { name: 'Move PATIENT-3, Asha' }));
    return { ...shown, dialog };
  };

  it('is confirmed before the patient is moved, each change for itself', async () => {
    const { user, board, dialog } = await moveThree();
    await user.click(dialog.getByRole('radio', { name: 'Intermediate care bed' }));
    await user.click(dialog.getByRole('checkbox', { name: /changes from P1 to P2/ }));
    await user.click(dialog.getByRole('radio', { name: 'Long-term care placement' }));
    const confirmation = dialog.getByRole('checkbox', { name: /changes from P1 to P3/ });
    expect(confirmation).not.toBeChecked();
    const agree = dialog.getByRole('button', { name: 'Agree Long-term care placement' });
    await user.click(agree);
    expect(pending(board)).toEqual([]);
    await user.click(confirmation);
    await user.click(agree);
    expect(pending(board)).toMatchObject([{ pathway: 'long_term_care', seen: 'reablement' }]);
  });

  it('can be chosen where a pathway has more than one', async () => {
    const { user, board, dialog } = await moveThree();
    await user.click(dialog.getByRole('radio', { name: 'Lightbulb home adaptation' }));
    expect(dialog.queryByRole('checkbox')).toBeNull();
    await user.selectOptions(dialog.getByLabelText('National pathway'), 'P0');
    await user.click(dialog.getByRole('checkbox', { name: /changes from P1 to P0/ }));
    await user.click(dialog.getByRole('button', { name: 'Agree Lightbulb home adaptation' }));
    expect(pending(board)).toMatchObject([{ pathway: 'lightbulb', national: 'P0' }]);
  });
});

describe('who may not move patients', () => {
  it('has no button and no key for it', async () => {
    const { user } = showBoard({ reader: broker() });
    expect(screen.queryByRole('button', { name: /Move to/ })).not.toBeInTheDocument();
    act(() => link(1).focus());
    await user.keyboard('m');
    expect(screen.queryByRole('dialog')).not.toBeInTheDocument();
  });
});

describe('filters', () => {
  it('a count shows its patients, and everyone when it is pressed again', async () => {
    const { user } = showBoard();
    const passed = screen.getByRole('button', { name: '1 EDD passed' });
    expect(passed).toHaveAttribute('aria-pressed', 'false');
    await user.click(passed);
    expect(passed).toHaveAttribute('aria-pressed', 'true');
    expect(screen.getByText('1 of 3 patients')).toBeVisible();
    await user.click(passed);
    expect(screen.getByText('3 patients')).toBeVisible();
  });

  it('the search finds the medically fit, and says when there is nobody', async () => {
    const { user } = showBoard();
    await user.type(screen.getByRole('searchbox'), 'MFFD');
    expect(await screen.findByText('1 of 3 patients')).toBeVisible();
    await user.type(screen.getByRole('searchbox'), ' nobody');
    expect(await screen.findByText('Nobody on the board matches')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Clear filters' }));
    expect(screen.getByText('3 patients')).toBeVisible();
    expect(screen.getByRole('searchbox')).toHaveFocus();
  });

  it('the columns are grouped another way at a click', async () => {
    const { user } = showBoard();
    await user.click(screen.getByRole('link', { name: 'EDD' }));
    expect(screen.getByRole('list', { name: 'Overdue, 1 patient' })).toBeVisible();
    expect(screen.getByRole('link', { name: 'EDD' })).toHaveAttribute('aria-current', 'true');
    const buttons = screen.getAllByRole('button', { name: /^Pathway…/ });
    expect(buttons).toHaveLength(CARDS.length);
    expect(screen.queryByRole('button', { name: /^Move to/ })).toBeNull();
  });

  it('a choice narrows the board, is told in words, and is taken back with all others', async () => {
    const { user } = showBoard();
    const filters = screen.getByRole('button', { name: 'Filters' });
    expect(filters).toHaveAttribute('aria-expanded', 'false');
    await user.click(filters);
    expect(filters).toHaveAttribute('aria-expanded', 'true');
    await user.selectOptions(screen.getByLabelText('Delayed'), '2 to 3 days');
    expect(screen.getByText('1 of 3 patients')).toBeVisible();
    expect(screen.getByText('Delayed: 2 to 3 days')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Filters (1)' })).toBe(filters);
    expect(screen.getByRole('button', { name: '0 EDD passed' })).toBeVisible();
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent('1 of 3 patients shown'),
    );
    await user.click(screen.getByRole('link', { name: 'Clear filters' }));
    expect(screen.getByText('3 patients')).toBeVisible();
    expect(screen.getByRole('searchbox')).toHaveFocus();
  });

  it('a choice is shown as chosen also where nobody is any more', async () => {
    const { user } = showBoard({ path: '/board?ward=gh-24&site=gh' });
    await user.click(screen.getByRole('button', { name: 'Filters (2)' }));
    expect(screen.getByLabelText('Ward')).toHaveDisplayValue('Ward 24');
    expect(screen.getByText('Nobody on the board matches')).toBeVisible();
    await user.selectOptions(screen.getByLabelText('Hospital'), 'Leicester Royal Infirmary');
    expect(screen.getByLabelText('Ward')).toHaveDisplayValue('All wards');
    expect(screen.getByText('3 patients')).toBeVisible();
  });

  it('a coordinator of two wards has the choice of ward in reach', () => {
    showBoard({ reader: wardCoordinator(), path: '/board?ward=lri-31' });
    const ward = within(screen.getByRole('combobox', { name: 'Ward' }));
    expect(ward.getAllByRole('option').map(({ textContent }) => textContent)).toEqual([
      ...['All wards', 'Ward 23', 'Ward 31'],
    ]);
    expect(screen.getByText('0 of 3 patients')).toBeVisible();
  });

  it('the order within the columns is chosen, too', async () => {
    const { user } = showBoard();
    await user.selectOptions(screen.getByLabelText('Sort by'), 'Name');
    const list = screen.getByRole('list', { name: 'Not yet decided, 2 patients' });
    const names = within(list).getAllByRole('link');
    expect(names.map(({ textContent }) => textContent)).toEqual([
      ...['PATIENT-1, Asha', 'PATIENT-2, Asha'],
    ]);
  });
});

it('says in the reader’s words that there is nobody', () => {
  showBoard({ cards: [], reader: broker() });
  expect(screen.getByText('No one from Leicester needs social care now')).toBeVisible();
});

describe('the plan beside the board', () => {
  const reader = hubManager();
  const view = viewOf(playSteps(DELAYED), reader);
  const cards = [view.card];
  const answered: SpellOutcome = { kind: 'answered', view };

  it('opens on the card, and Escape leads back to it', async () => {
    const { user } = showBoard({ cards, reader, spell: async () => answered });
    const name = screen.getByRole('link', { name: 'TESTCASE, Asha' });
    await user.click(name);
    const panel = screen.getByRole('complementary', { name: 'Plan of TESTCASE, Asha' });
    expect(panel).toHaveFocus();
    expect(await within(panel).findByText('The plan of TESTCASE, Asha')).toBeVisible();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('complementary')).not.toBeInTheDocument();
    expect(name).toHaveFocus();
  });

  it('is read again when the card moves on', async () => {
    const spell = vi.fn(async () => answered);
    const { board } = showBoard({ cards, reader, spell, path: `/board?patient=${SPELL_ID}` });
    await screen.findByText('The plan of TESTCASE, Asha');
    expect(spell).toHaveBeenCalledTimes(1);
    const card = { ...view.card, seq: 101 };
    await act(async () => {
      board.store.setState((state) =>
        applyChanges(state, { seq: 101, cards: [card], removed: [] }),
      );
    });
    expect(spell).toHaveBeenCalledTimes(2);
  });

  it.each<[SpellOutcome, string]>([
    [{ kind: 'missing' }, 'This patient is not there, or is not yours to see.'],
    [{ kind: 'later' }, 'This plan could not be read just now.'],
  ])('says so when it is not to be had', async (outcome, words) => {
    showBoard({ spell: async () => outcome, path: `/board?patient=${idOf(77)}` });
    expect(await screen.findByText(words)).toBeVisible();
  });
});

describe('what went wrong', () => {
  it('a refused change is listed with the patient and the reason until it is dismissed', async () => {
    const { user, board } = showBoard();
    const command = setEdd(998, 1);
    act(() => board.send(command));
    expect(screen.getByText('1 change not saved yet')).toBeVisible();
    act(() => {
      const refusal = refuse('CONFLICT', 'Priya set 26 Nov two minutes ago.');
      board.store.setState((state) => applyCommandAnswer(state, command, refusal));
    });
    const list = within(screen.getByRole('region', { name: 'Changes that were not made' }));
    expect(list.getByText(/not changed. Priya set 26 Nov two minutes ago./)).toBeVisible();
    expect(await screen.findByRole('status')).toHaveTextContent('PATIENT-1, Asha: not changed.');
    await user.click(list.getByRole('button', { name: 'Dismiss' }));
    expect(screen.queryByRole('region', { name: /not made/ })).not.toBeInTheDocument();
  });

  it('a lost connection is told with the age of the board, also aloud', async () => {
    const { board } = showBoard();
    act(() => {
      board.connection.setState((state) => lost(state, 'reconnecting', NOW));
    });
    expect(screen.getByText('Showing the board as of 09:00')).toBeVisible();
    await waitFor(() =>
      expect(screen.getByRole('status')).toHaveTextContent(
        'Reconnecting. Showing the board as of 09:00',
      ),
    );
  });

  it('after the session has ended no patient is shown', () => {
    const { board } = showBoard();
    act(() => {
      board.connection.setState({ signedOut: 'Your session has ended.' });
    });
    expect(screen.getByText('Your session has ended.')).toBeVisible();
    for (const name of screen.getAllByText(/PATIENT-1/)) expect(name).not.toBeVisible();
    expect(screen.queryByRole('link', { name: /PATIENT/ })).not.toBeInTheDocument();
  });

  it('what was being typed is there again, with the focus, once the same person is back', async () => {
    const reader = hubManager();
    const view = viewOf(playSteps(DELAYED), reader);
    const { board, user } = showBoard({
      ...{ reader, cards: [view.card], path: `/board?patient=${SPELL_ID}` },
      spell: async () => ({ kind: 'answered', view }),
      plan: () => <input aria-label="Reason" />,
    });
    const field = await screen.findByRole('textbox', { name: 'Reason' });
    await user.type(field, 'Awaiting the family');
    act(() => board.connection.setState({ signedOut: 'Your session has ended.' }));
    expect(field).not.toBeVisible();
    expect(screen.getByRole('alert')).toHaveFocus();
    act(() => board.connection.setState({ signedOut: null }));
    expect(field).toHaveValue('Awaiting the family');
    expect(field).toBeVisible();
    expect(field).toHaveFocus();
  });
});
