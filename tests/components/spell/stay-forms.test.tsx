import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { refuse, ruleBroken } from '../../../domain/result.ts';
import { broker, housingOfficer, hubManager, wardCoordinator } from '../../factories/actor.ts';
import { idOf } from '../../factories/ids.ts';
import type { Step } from '../../factories/spell-view.ts';
import {
  DELAYED,
  GONE_HOME,
  NEWLY_ADMITTED,
  playSteps,
  SPELL_ID,
  viewOf,
} from '../../factories/spell-view.ts';
import { delayed, panelFor, propsFor, showTo } from './show-plan.tsx';

const anywhere = { hidden: true };
const spell = { spellId: SPELL_ID };

describe('clinical criteria for discharge', () => {
  const written: Step = {
    ...{ by: wardCoordinator(), at: '2026-11-20T08:00:00.000Z' },
    command: {
      ...{ ...spell, id: idOf(401), type: 'SetClinicalCriteria', seen: null },
      text: 'Off oxygen for a night',
    },
  };
  const known = playSteps([...DELAYED, written]);

  it('stand beside the criteria to reside, with who wrote them; a broker only reads', () => {
    showTo(broker(), { view: viewOf(known, broker()) });
    expect(screen.getByRole('heading', { name: 'Clinical criteria for discharge' })).toBeVisible();
    expect(screen.getByText('Off oxygen for a night')).toBeVisible();
    expect(screen.queryByText('Change the clinical criteria')).toBeNull();
  });

  it('are not shown to housing', () => {
    showTo(housingOfficer(), { view: viewOf(known, housingOfficer()) });
    expect(screen.queryByText(/Clinical criteria|Off oxygen/)).toBeNull();
  });

  it('are sent with what was shown', async () => {
    const { user, last } = panelFor(wardCoordinator());
    await user.click(screen.getByRole('heading', { name: 'Criteria to reside' }));
    await user.click(screen.getByText('Write the clinical criteria'));
    await user.type(screen.getByLabelText(/must be true clinically/), 'Pain held by tablets');
    await user.click(screen.getByRole('button', { name: 'Save clinical criteria' }));
    expect(last()).toMatchObject({
      ...{ type: 'SetClinicalCriteria', text: 'Pain held by tablets', seen: null },
    });
  });

  it('that another wrote first are a choice, with both texts on the page', () => {
    const values = {
      ...{ type: ['SetClinicalCriteria'], text: ['Pain held by tablets'], seen: [''] },
    };
    const current = { field: 'clinicalCriteria', value: 'Off oxygen', by: null, at: null };
    const refusal = refuse('CONFLICT', 'Hana Hub set them to “Off oxygen”.', { current });
    showTo(wardCoordinator(), { failure: { values, refusal }, commandIds: [idOf(900)] });
    const mine = screen.getByRole('button', { name: 'Use mine' }).closest('form');
    expect(mine).toHaveFormValues({ text: 'Pain held by tablets', seen: 'Off oxygen' });
    expect(screen.getByLabelText(/must be true clinically/)).toHaveValue('Pain held by tablets');
  });
});

describe('moving to another ward or bed', () => {
  it('is for the ward and the hub', () => {
    showTo(broker());
    expect(screen.queryByRole('heading', { name: 'Ward and bed' })).toBeNull();
  });

  it('offers the wards of the trust by site, this one first, and marks those that are not one’s own', () => {
    showTo(wardCoordinator());
    const select = screen.getByLabelText('Ward');
    const groups = within(select).getAllByRole('group', anywhere);
    expect(groups.map((group) => group.getAttribute('label'))).toEqual([
      ...['Leicester Royal Infirmary', 'Glenfield Hospital'],
    ]);
    const wards = within(select).getAllByRole('option', anywhere);
    expect(wards.map(({ textContent }) => textContent)).toEqual([
      ...['Choose a ward', 'Ward 23 (here: another bed)', 'Ward 31'],
      'Ward 24 (not one of yours)',
    ]);
  });

  it('leaves out the wards of another trust', () => {
    const { lookups } = propsFor(hubManager());
    const other = {
      id: 'lpt-1',
      name: 'Beechwood',
      siteId: 'ev',
      site: 'Evington',
      provider: 'lpt',
    };
    showTo(hubManager(), { lookups: { ...lookups, wards: [...lookups.wards, other] } });
    expect(screen.queryByRole('option', { name: /Beechwood/, ...anywhere })).toBeNull();
  });

  it('says who will no longer see the patient, and sends ward, bed and time', async () => {
    const { user, last } = panelFor(wardCoordinator());
    await user.click(screen.getByRole('heading', { name: 'Ward and bed' }));
    await user.click(screen.getByText('Move to another ward or bed'));
    const select = screen.getByLabelText('Ward');
    await user.selectOptions(select, 'gh-24');
    expect(
      screen.getByText('You will no longer see this patient: Ward 24 is not one of your wards.'),
    ).toBeVisible();
    await user.selectOptions(select, 'lri-31');
    expect(screen.getByText(/Coordinators of Ward 23 who do not cover Ward 31/)).toBeVisible();
    await user.type(screen.getByLabelText('Bed'), 'C2');
    await user.click(screen.getByRole('button', { name: 'Move' }));
    expect(last()).toMatchObject({
      ...{ type: 'TransferPatient', wardId: 'lri-31', bed: 'C2', at: '2026-11-22T09:00:00.000Z' },
    });
  });

  it('keeps ward and bed where it is refused', () => {
    const values = { type: ['TransferPatient'], wardId: ['lri-31'], bed: ['C2'], at: [''] };
    const refusal = ruleBroken('The transfer cannot be in the future.', 'at');
    showTo(wardCoordinator(), { failure: { values, refusal } });
    expect(screen.getByLabelText('Ward')).toHaveValue('lri-31');
    expect(screen.getByLabelText('Bed')).toHaveValue('C2');
    expect(screen.getByLabelText('Date and time of the move')).toBeInvalid();
  });
});

describe('taking a discharge back', () => {
  it('is offered to the ward once somebody has left, and asks for a confirmation', () => {
    const view = viewOf(playSteps(GONE_HOME), wardCoordinator());
    const values = { type: ['CancelDischarge'], note: ['No transport came'] };
    const refusal = refuse('INVALID', 'Confirmation', {
      fields: { confirmed: 'Confirm that this person is still in hospital' },
    });
    showTo(wardCoordinator(), { view, failure: { values, refusal } });
    expect(screen.getByRole('button', { name: 'Take the discharge back' })).toBeVisible();
    expect(screen.getByLabelText('Why it is taken back (optional)')).toHaveValue(
      'No transport came',
    );
    expect(
      screen.getByRole('checkbox', { name: 'This person is still in hospital' }),
    ).toBeInvalid();
  });

  it('is not for a broker, nor while the person is here', () => {
    showTo(broker(), { view: viewOf(playSteps(GONE_HOME), broker()) });
    expect(screen.queryByText('Take the discharge back')).toBeNull();
    showTo(wardCoordinator());
    expect(screen.queryByText('Take the discharge back')).toBeNull();
  });
});

describe('what the plan says of a delay', () => {
  it('is the official name of the main reason', () => {
    showTo(wardCoordinator());
    expect(screen.getByText('Main reason for delay')).toBeVisible();
    expect(screen.getByText(/^Other home-based social care service arrangements/)).toBeVisible();
  });

  it('asks for a reason where nothing blocks', () => {
    const view = viewOf(delayed, wardCoordinator());
    showTo(wardCoordinator(), { view: { ...view, card: { ...view.card, primaryReason: null } } });
    expect(screen.getByText('No reason recorded')).toBeVisible();
    expect(screen.getByText(/Add the task that this person waits for/)).toBeVisible();
  });

  it('is nothing where nobody is delayed, and never for housing', () => {
    showTo(wardCoordinator(), { view: viewOf(playSteps(NEWLY_ADMITTED), wardCoordinator()) });
    showTo(housingOfficer());
    expect(screen.queryByText('Main reason for delay')).toBeNull();
  });
});

describe('what the plan says of a review', () => {
  it.each([
    ['2026-11-19T16:00:00.000Z', 'Review due since Sat 21 Nov, 16:00'],
    ['2026-11-21T16:00:00.000Z', 'Review due Mon 23 Nov, 16:00'],
  ])('names the criterion that runs out (%s)', (at, words) => {
    const reviewed: Step = {
      ...{ by: wardCoordinator(), at },
      command: { ...spell, id: idOf(402), type: 'RecordCriteriaToReside', criteria: ['09'] },
    };
    const view = viewOf(playSteps([...NEWLY_ADMITTED, reviewed]), wardCoordinator());
    showTo(wardCoordinator(), { view });
    expect(screen.getByText(`${words}: lower limb surgery counts for 48 hours`)).toBeVisible();
  });
});

describe('the way to the details', () => {
  it('is shown to those who may correct them', () => {
    showTo(wardCoordinator());
    expect(screen.getByRole('link', { name: 'Correct these details' })).toHaveAttribute(
      ...(['href', `/spells/${SPELL_ID}/details`] as const),
    );
  });

  it.each([broker(), housingOfficer(), wardCoordinator({ wardIds: ['gh-24'] })])(
    'is not shown to $name of other wards or councils',
    (reader) => {
      showTo(reader);
      expect(screen.queryByRole('link', { name: 'Correct these details' })).toBeNull();
      expect(viewOf(delayed, reader).stay?.person).toBeUndefined();
    },
  );
});
