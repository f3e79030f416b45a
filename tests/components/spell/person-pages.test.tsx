import type { AppLoadContext } from '@remix-run/node';
import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import * as admitPage from '../../../app/routes/admit.tsx';
import * as detailsPage from '../../../app/routes/details.tsx';
import { AdmitForm } from '../../../app/spell/admit-form.tsx';
import { FoundPeopleForm } from '../../../app/spell/found-people-form.tsx';
import { PersonSearchForm } from '../../../app/spell/person-search-form.tsx';
import { DetailsForm } from '../../../app/spell/details-form.tsx';
import type { PageFailure } from '../../../app/spell/form-failure.ts';
import type { FormValues } from '../../../app/spell/form-values.ts';
import { formOfValues, valuesOfForm } from '../../../app/spell/form-values.ts';
import { valuesOfPerson } from '../../../app/spell/person-from-form.ts';
import type { Actor } from '../../../domain/actor.ts';
import type { CommandAnswer } from '../../../domain/protocol.ts';
import { refuse, ruleBroken } from '../../../domain/result.ts';
import type { FoundPerson, PeopleFound } from '../../../server/services.ts';
import { broker, hubManager, wardCoordinator } from '../../factories/actor.ts';
import { clockAt, TODAY } from '../../factories/clock.ts';
import { idOf } from '../../factories/ids.ts';
import { aPersonDetails, nhsNumberOf } from '../../factories/person.ts';
import { LOOKUPS, meOf, SPELL_ID, viewOf } from '../../factories/spell-view.ts';
import { delayed } from './show-plan.tsx';

const person = aPersonDetails({ language: 'Gujarati' });

const GONE_HOME: FoundPerson = {
  spellId: idOf(2),
  ...{ familyName: 'Testcase', givenName: 'Asha', dateOfBirth: '1941-03-04' },
  nhsNumber: nhsNumberOf(1),
  lastStay: {
    ...{ wardName: 'Ward 31', site: 'Leicester Royal Infirmary' },
    ...{ admittedOn: '2026-11-10', dischargedOn: '2026-11-20' },
  },
};

function formOf(button: string): FormValues {
  const form = screen.getByRole('button', { name: button }).closest('form');
  if (form === null) throw new Error('Not in a form');
  return valuesOfForm(new FormData(form));
}

const TOM = { id: 'tom', name: 'Tom Ellis' };

describe('the form of a person’s details', () => {
  const show = (known = person, failure?: PageFailure) =>
    render(
      <DetailsForm
        {...{ spellId: SPELL_ID, asOfDay: TODAY, commandId: idOf(900), failure }}
        person={known}
        personSet={{ language: { setBy: TOM, setAt: '2026-11-22T09:02:00.000Z' } }}
        timeZone="Europe/London"
      />,
    );

  it('groups the facts, each filled in with what is known', () => {
    show();
    const groups = screen.getAllByRole('group').map((group) => group.querySelector('h2'));
    expect(groups.map((title) => title?.textContent)).toEqual([
      ...['Name and numbers', 'Home', 'Communication', 'Safety'],
    ]);
    const home = within(screen.getByRole('group', { name: 'Home' }));
    expect(home.getByLabelText('Address')).toHaveValue('1 Example Street');
    expect(home.getByLabelText('Council')).toHaveValue('leicester');
    expect(screen.getByLabelText('Language (optional)')).toHaveValue('Gujarati');
    expect(screen.getByLabelText('NHS number (optional)')).toHaveValue('999 000 0115');
  });

  it('keeps what was typed when a fact is refused, and leads to it', () => {
    const values = { ...valuesOfPerson(person), seen: [JSON.stringify(person)] };
    const fields = { 'person.nhsNumber': 'Held by another person' };
    const refusal = refuse('CONFLICT', 'Another person has this NHS number.', { fields });
    show(person, { values: { ...values, nhsNumber: ['9990000123'] }, refusal });
    expect(screen.getByRole('link', { name: 'Held by another person' })).toHaveAttribute(
      ...(['href', '#details-nhsNumber'] as const),
    );
    expect(screen.getByLabelText('NHS number (optional)')).toHaveValue('999 000 0123');
    expect(screen.getByLabelText('NHS number (optional)')).toBeInvalid();
  });

  it('lets the person choose where somebody else corrected the same fact', async () => {
    const values = { ...valuesOfPerson(person), seen: [JSON.stringify(person)] };
    const refusal = refuse('CONFLICT', 'Somebody corrected this after you opened it.');
    const theirs = { ...person, language: 'Hindi', givenName: 'Aasha' };
    show(theirs, { values: { ...values, language: ['Polish'] }, refusal });
    const choice = within(
      screen.getByRole('group', {
        name: 'Language was corrected by Tom Ellis (Sun 22 Nov, 09:02) after you opened this page',
      }),
    );
    await userEvent.click(choice.getByRole('radio', { name: 'Use mine: Polish' }));
    expect(choice.getByRole('radio', { name: 'Keep theirs: Hindi' })).not.toBeChecked();
    // What only the other one changed is neither asked about nor undone.
    expect(screen.queryByText(/Given name was corrected/)).toBeNull();
    const sent = formOf('Save details');
    expect(sent['choice-language']).toEqual(['mine']);
    expect(JSON.parse(sent.seen?.[0] ?? '')).toMatchObject({
      ...{ language: 'Hindi', givenName: 'Asha' },
    });
  });
});

describe('the two steps of an admission', () => {
  it('ask for the NHS number first, or for a name and a date of birth', () => {
    render(
      <PersonSearchForm asOfDay={TODAY} values={{}} failure={undefined}>
        <button type="submit">Continue</button>
      </PersonSearchForm>,
    );
    expect(screen.getByLabelText('NHS number')).toHaveValue('');
    expect(screen.getByLabelText('Family name')).toHaveValue('');
    expect(screen.getByLabelText('Date of birth')).toHaveValue('');
  });

  it('show who was found, where they were, and that it may be none of them', () => {
    render(
      <FoundPeopleForm
        people={[GONE_HOME, { ...GONE_HOME, spellId: idOf(3), nhsNumber: null }]}
        legend="Is it one of these?"
        noneOfThese={{ value: 'none', label: 'None of these' }}
        searched={{ familyName: ['Testcase'] }}
        message="Choose one"
      />,
    );
    const [first, second] = screen.getAllByRole('radio');
    expect(first).toHaveAccessibleName(/^TESTCASE, Asha, born 04-Mar-1941, NHS number 999 000/);
    expect(first).toHaveAccessibleDescription(/^Last stay: Ward 31, Leicester/);
    expect(second).toHaveAccessibleName(/NHS number none recorded$/);
    expect(screen.getByRole('link', { name: 'Choose one' })).toHaveAttribute(
      'href',
      '#found-person',
    );
    expect(formOf('Continue')).toEqual({ step: ['choose'], familyName: ['Testcase'] });
  });

  it('keep everything that was typed when the admission is refused', () => {
    const values = {
      ...valuesOfPerson(person),
      ...{ bed: ['B4'], specialty: ['Stroke'], patientClass: ['elective'], isMaternity: ['yes'] },
      admittedAt: ['2026-11-22T08:00'],
    };
    const refusal = ruleBroken('This person is in hospital already.', 'person.nhsNumber');
    render(
      <AdmitForm
        {...{ wardName: 'Ward 23', asOfDay: TODAY, wallClockNow: '2026-11-22T09:00' }}
        {...{ commandId: idOf(900), values, failure: { values, refusal } }}
      />,
    );
    expect(screen.getByRole('alert')).toHaveTextContent('This person is in hospital already.');
    expect(screen.getByLabelText('NHS number (optional)')).toBeInvalid();
    const { id: _id, step, ...sent } = { ...formOf('Admit to Ward 23') };
    expect(step).toEqual(['admit']);
    const shown = { ...values, nhsNumber: ['999 000 0115'] };
    expect(sent).toEqual({ ...shown, needsInterpreter: undefined });
  });
});

type Fakes = { actor?: Actor; answer?: CommandAnswer; found?: PeopleFound; executed?: unknown[] };

/** As much of a request's context as these pages use. */
function argsFor(
  { actor = wardCoordinator(), answer, found, executed }: Fakes,
  values: FormValues,
) {
  const { card } = viewOf(delayed, hubManager());
  const services = {
    clock: clockAt(),
    lookups: () => LOOKUPS,
    spellView: () => Promise.resolve(viewOf(delayed, actor)),
    findPeople: () => Promise.resolve(found),
    execute: (_actor: Actor, command: unknown) => {
      executed?.push(command);
      return Promise.resolve(answer ?? { ok: true, seq: 9, card });
    },
  };
  const signedIn = { actor, user: { ...meOf(actor), scopeLabel: '' } };
  const body = new URLSearchParams();
  for (const [name, text] of formOfValues(values))
    if (typeof text === 'string') body.append(name, text);
  return {
    // The rest of the services is not called by these pages.
    context: { signedIn, services } as unknown as AppLoadContext,
    params: { wardId: 'lri-23', spellId: SPELL_ID },
    request: new Request('http://localhost/page', { method: 'POST', body }),
  };
}

/** Where a page sends people, or the status with which it turns them away. */
async function thrownBy(answering: () => unknown): Promise<string | number | null> {
  try {
    await answering();
  } catch (thrown) {
    if (thrown instanceof Response) return thrown.headers.get('location') ?? thrown.status;
    throw thrown;
  }
  return null;
}

const admission = {
  ...valuesOfPerson(person),
  ...{ step: ['admit'], bed: [''], patientClass: ['emergency'], id: [idOf(55)] },
  admittedAt: ['2026-11-22T08:00'],
};

describe('the page of an admission', () => {
  it.each([
    ['the ward’s coordinators', wardCoordinator(), null],
    ['the hub', hubManager(), null],
    ['nobody of another ward', wardCoordinator({ wardIds: ['gh-24'] }), 403],
    ['no broker', broker(), 403],
  ])('is for %s', async (_who, actor, status) => {
    expect(await thrownBy(() => admitPage.loader(argsFor({ actor }, {})))).toBe(status);
  });

  it('goes on to the form with a number that nobody has', async () => {
    const found = { ok: true, people: [] } as const;
    const answer = await admitPage.action(
      argsFor({ found: { ...found, people: [] } }, { nhsNumber: ['999 000 0115'] }),
    );
    expect(answer.data).toMatchObject({ step: 'admit', values: { nhsNumber: ['999 000 0115'] } });
  });

  it('lets choose among those who were found, and says what is wrong with a search', async () => {
    const found: PeopleFound = { ok: true, people: [GONE_HOME] };
    const shown = await admitPage.action(argsFor({ found }, {}));
    expect(shown.data).toMatchObject({ step: 'found', people: [GONE_HOME] });
    const wrong = refuse('INVALID', 'Enter the ten digits of the NHS number');
    const none = await admitPage.action(argsFor({ found: wrong }, { nhsNumber: ['12'] }));
    expect(none).toMatchObject({
      ...{ data: { step: 'search', values: { nhsNumber: ['12'] } }, init: { status: 400 } },
    });
  });

  it('fills in who was chosen, and offers the stay that this one may follow on from', async () => {
    const found: PeopleFound = { ok: true, people: [GONE_HOME] };
    const step = { step: ['choose'], person: [GONE_HOME.spellId] };
    const answer = await admitPage.action(argsFor({ found }, step));
    expect(answer.data).toMatchObject({
      step: 'admit',
      values: {
        ...{ knownSpellId: [GONE_HOME.spellId], familyName: ['Testcase'] },
        followsOnWords: [expect.stringContaining('Ward 31')],
      },
    });
    const executed: unknown[] = [];
    const chosen = { knownSpellId: [GONE_HOME.spellId], followsOn: ['yes'] };
    await thrownBy(() => admitPage.action(argsFor({ executed }, { ...admission, ...chosen })));
    expect(executed).toMatchObject([
      { knownSpellId: GONE_HOME.spellId, continuesSpellId: GONE_HOME.spellId },
    ]);
  });

  it.each([
    ['nobody is chosen', {}, 400, 'Choose the person, or that it is none of these'],
    ['they are in hospital', { person: [idOf(2)] }, 422, /in hospital already: Ward 31, Leicester/],
  ])('asks again where %s', async (_what, chosen, status, message) => {
    const lastStay = { ...GONE_HOME.lastStay, dischargedOn: null };
    const found: PeopleFound = { ok: true, people: [{ ...GONE_HOME, lastStay }] };
    const answer = await admitPage.action(argsFor({ found }, { step: ['choose'], ...chosen }));
    expect(answer).toMatchObject({
      ...{
        init: { status },
        data: { step: 'found', message: expect.stringMatching(message) as string },
      },
    });
  });

  it('sends the admission with the page’s own id, and goes to the new plan', async () => {
    const executed: unknown[] = [];
    const where = await thrownBy(() => admitPage.action(argsFor({ executed }, admission)));
    expect(where).toBe(`/spells/${SPELL_ID}`);
    expect(executed).toMatchObject([{ type: 'AdmitPatient', id: idOf(55), wardId: 'lri-23' }]);
  });

  it('comes back with what was typed and the hub’s own words', async () => {
    const refusal = ruleBroken('This person is in hospital already.', 'person.nhsNumber');
    const answer = await admitPage.action(argsFor({ answer: refusal }, admission));
    expect(answer).toMatchObject({
      init: { status: 422 },
      data: { step: 'admit', values: { familyName: ['Testcase'] }, failure: { refusal } },
    });
  });
});

describe('the page of details', () => {
  it.each([
    ['the ward', wardCoordinator(), null],
    ['the hub', hubManager(), null],
    ['no broker', broker(), 403],
    ['nobody who only found the person', wardCoordinator({ wardIds: ['gh-24'] }), 403],
  ])('is for %s', async (_who, actor, status) => {
    expect(await thrownBy(() => detailsPage.loader(argsFor({ actor }, {})))).toBe(status);
  });

  it('sends what changed, and goes back to the plan', async () => {
    const executed: unknown[] = [];
    const values = {
      ...valuesOfPerson(person),
      ...{ seen: [JSON.stringify(person)], givenName: ['Aisha'] },
    };
    const where = await thrownBy(() => detailsPage.action(argsFor({ executed }, values)));
    expect(where).toBe(`/spells/${SPELL_ID}`);
    expect(executed).toMatchObject([
      { type: 'UpdatePerson', person: { givenName: 'Aisha' }, seen: { givenName: 'Asha' } },
    ]);
  });
});
