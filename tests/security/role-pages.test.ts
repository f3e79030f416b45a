import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Actor } from '../../domain/actor.ts';
import {
  administrator,
  broker,
  housingOfficer,
  hubManager,
  wardCoordinator,
} from '../factories/actor.ts';
import { NOW } from '../factories/clock.ts';
import { aStayOn } from '../factories/hub-stays.ts';
import { idOf } from '../factories/ids.ts';
import type { RunningHub } from '../factories/running-hub.ts';
import { startHub } from '../factories/running-hub.ts';

/**
 * The pages themselves, as a browser asks for them and sends forms to them: whom they are not for,
 * and who is out of their sight. The stay is of somebody from Leicester, on Ward 23.
 */
const PEOPLE = {
  ward: wardCoordinator({ wardIds: ['lri-23'] }),
  otherWard: wardCoordinator({ id: 'user-other-ward', wardIds: ['gh-24'] }),
  broker: broker(),
  otherBroker: broker({ id: 'user-other-broker', place: 'rutland' }),
  housing: housingOfficer(),
  hub: hubManager(),
  admin: administrator(),
} satisfies Record<string, Actor>;
type Who = keyof typeof PEOPLE;
/** Whoever is not named is refused with 403; 404 is the answer for what is out of sight. */
type Statuses = Partial<Record<Who, number>>;

const AT = `at=${NOW}`;

const reviewers: Statuses = { ward: 200, broker: 200, hub: 200, otherWard: 200, otherBroker: 200 };
const ofTheStay: Statuses = { ward: 200, broker: 200, hub: 200, otherWard: 404, otherBroker: 404 };
const hubOnly: Statuses = { hub: 200 };

const READ: readonly [path: string, Statuses][] = [
  ['/actions', { ...reviewers, housing: 200 }],
  ['/actions?whose=all&team=ward&overdue=yes', { ...reviewers, housing: 200 }],
  ['/review', reviewers],
  ['/review/SPELL', ofTheStay],
  ['/review/file?nights=7&format=csv', reviewers],
  ['/review/file/preparing?nights=7&format=xlsx', reviewers],
  ['/escalations', { ...reviewers, housing: 200 }],
  ['/escalations?with=duty_director', { ...reviewers, housing: 200 }],
  ['/escalations/settings', hubOnly],
  ['/wards/lri-23/round', { ward: 200, hub: 200, otherWard: 404 }],
  ['/wards/lri-23/round/SPELL', { ward: 200, hub: 200, otherWard: 404 }],
  ['/wards/gh-24/round/SPELL', { ward: 404, hub: 200, otherWard: 404 }],
  [`/as-it-was?${AT}`, reviewers],
  ['/as-it-was?day=2026-11-21&time=x', reviewers],
  [`/as-it-was/cards?${AT}`, reviewers],
  [`/as-it-was/spells/SPELL?${AT}`, ofTheStay],
  ['/as-it-was/spells/SPELL?at=', reviewers],
  ['/reports/discharges/national', hubOnly],
  [`/reports/discharges/national?recorded=${NOW}`, hubOnly],
  ['/reports/discharges/national/file?format=csv', { hub: 404 }],
  ['/reports/discharges/national/file/preparing?format=xlsx', { hub: 404 }],
  ['/reports/situation/returns', hubOnly],
  [`/reports/situation/return?recorded=${NOW}`, hubOnly],
  ['/reports/situation/return', hubOnly],
  ['/reports/situation/return?names=yes', hubOnly],
  ['/reports/situation/return/file?part=daily&version=1', { hub: 404 }],
  ['/reports/trends/marks', hubOnly],
  ['/reports/file/preparing?report=now&format=csv', hubOnly],
  [`/reports/file?report=now&format=csv&recorded=${NOW}`, hubOnly],
  [`/reports/people?report=now&figure=here&group=all&recorded=${NOW}`, hubOnly],
  [`/reports/why/stay?spell=SPELL&recorded=${NOW}`, hubOnly],
];

const ROUND = { type: 'RecordBoardRound', action: 'Ring', owner: 'ward', seen: '' };
const REVIEW = { type: 'ReviewLongStay', whyNotHome: 'No provider yet', seen: '' };
const ACTION = { type: 'AddAction', what: 'Ring the son', owner: 'ward', dueOn: '2026-11-24' };
const MARK = { type: 'MarkTrend', kind: 'note', measure: 'remaining', provider: '', day: '2026-11-21', words: 'Closed' }; // prettier-ignore
const TARGET = { type: 'SetTrendTarget', measure: 'remaining', provider: '', value: '90', words: 'Agreed', seen: '' }; // prettier-ignore
const RETURN = { part: 'daily', day: '2026-11-21' };
const SIGN = { type: 'SignReturn', ...RETURN, seenVersion: '0', seenFigures: '' };

const outsiders: Statuses = { broker: 403, otherBroker: 403, housing: 403, admin: 403 };
const allButHub: Statuses = { ...outsiders, ward: 403, otherWard: 403 };

/** What is sent, and how each is refused whom it is not for. */
const SENT: readonly [path: string, fields: Record<string, string>, Statuses][] = [
  ['/review/SPELL', REVIEW, { ...outsiders, otherWard: 404, otherBroker: 404 }],
  ['/review/SPELL', ACTION, { housing: 403, admin: 403, otherWard: 404, otherBroker: 404 }],
  ['/wards/lri-23/round/SPELL', ROUND, { ...outsiders, otherWard: 404 }],
  ['/wards/gh-24/round/SPELL', ROUND, { ...outsiders, ward: 404, otherWard: 404 }],
  ['/reports/trends/marks', MARK, allButHub],
  ['/reports/trends/marks', TARGET, allButHub],
  [
    '/reports/trends/marks',
    { type: 'TakeBackTrendMark', markId: idOf(1), reason: 'Another ward' },
    allButHub,
  ],
  ['/reports/trends/marks', { type: 'Rubbish' }, allButHub],
  ['/reports/situation/return', SIGN, allButHub],
  [
    '/reports/situation/return',
    { type: 'ReopenReturn', ...RETURN, seenVersion: '1', reason: 'Too early' },
    allButHub,
  ],
];

let hub: RunningHub;
let closeHub = () => Promise.resolve();
const cookies = new Map<string, { cookie: string }>();

let spellId = '';
const pathOf = (path: string) => path.replace('SPELL', spellId);
const dataOf = (path: string) => path.replace(/(?=\?|$)/, '.data');
const everybody = Object.keys(PEOPLE) as Who[]; // the keys of PEOPLE are Who

function send(path: string, body: RequestInit['body'], headers: Record<string, string> = {}) {
  return fetch(hub.url + pathOf(path), {
    ...{ method: 'POST', redirect: 'manual', body: body ?? null },
    headers: { origin: hub.origin, ...headers },
  });
}

const kept = () =>
  [
    'events',
    'trend_marks',
    'trend_marks_taken_back',
    'trend_targets',
    'return_versions',
    'national_files',
  ].map((table) => hub.db.prepare(`SELECT count(*) FROM ${table}`).pluck().get());

beforeAll(async () => {
  hub = await startHub({
    remix: 'production',
    endedBy: (close) => {
      closeHub = close;
    },
  });
  for (const who of everybody) cookies.set(who, await hub.signInAs(PEOPLE[who]));
  ({ spellId } = await aStayOn(hub));
  await aStayOn(hub, { wardId: 'gh-24', person: { place: 'rutland' } });
}, 60_000);

afterAll(() => closeHub());

describe('a page', () => {
  it.each(READ)('%s is for its roles, within their sight', async (path, statuses) => {
    for (const who of everybody) {
      const status = async (of: string) => (await hub.get(pathOf(of), cookies.get(who))).status;
      const expected = statuses[who] ?? 403;
      expect([who, await status(path)]).toEqual([who, expected]);
      const isData = /cards|file\?/.test(path);
      if (!isData) expect([who, await status(dataOf(path))]).toEqual([who, expected]);
    }
    const stranger = await hub.get(pathOf(path));
    expect(stranger.status).toBe(302);
    expect(stranger.headers.get('location')).toContain('/login?next=');
  });

  it.each(SENT)('%s takes no form of others, such as %j', async (path, fields, statuses) => {
    const before = kept();
    const body = () => new URLSearchParams({ id: crypto.randomUUID(), ...fields });
    for (const who of everybody.filter((each) => each in statuses)) {
      for (const to of [path, dataOf(path)]) {
        const { status } = await send(to, body(), cookies.get(who));
        expect([who, status]).toEqual([who, statuses[who]]);
      }
    }
    expect((await send(path, body())).status).toBe(303);
    const fromElsewhere = { ...cookies.get('hub'), origin: 'https://evil.example' };
    expect((await send(path, body(), fromElsewhere)).status).toBe(403);
    expect(kept()).toEqual(before);
  });
});

describe('the page that takes a national file', () => {
  const PATH = '/reports/discharges/national';
  const CSV = 'Org Code,Total patients discharged,Delay\nuhl,5,1\n';

  function formWith(text: string): FormData {
    const form = new FormData();
    form.set('id', crypto.randomUUID());
    form.set('type', 'TakeNationalFile');
    form.set('month', '2026-10');
    form.set('file', new File([text], 'drd.csv', { type: 'text/csv' }));
    return form;
  }
  const manager = () => cookies.get('hub');

  it('takes it from the hub alone, of its own pages, and asks a stranger to sign in', async () => {
    const before = kept();
    for (const who of everybody.filter((each) => each !== 'hub')) {
      expect([who, (await send(PATH, formWith(CSV), cookies.get(who))).status]).toEqual([who, 403]);
    }
    expect((await send(PATH, formWith(CSV))).status).toBe(303);
    for (const origin of ['https://evil.example', 'null']) {
      expect((await send(PATH, formWith(CSV), { ...manager(), origin })).status).toBe(403);
    }
    expect(kept()).toEqual(before);
    expect((await send(PATH, formWith(CSV), manager())).status).toBe(303);
    expect(kept().at(-1)).toBe(1);
  });

  it('takes it up to 1 MB, as a form with a file and at this address alone', async () => {
    const before = kept();
    const large = formWith('x'.repeat(1024 * 1024));
    expect((await send(PATH, large, manager())).status).toBe(413);
    expect((await send(PATH, formWith('x'.repeat(1_000_000)), manager())).status).toBe(400);
    for (const elsewhere of [`${PATH}.data`, `${PATH}/`, '/reports/trends/marks', '/login']) {
      expect((await send(elsewhere, formWith(CSV), manager())).status).toBe(415);
      const status = (await send(elsewhere, formWith('x'.repeat(70_000)), manager())).status;
      expect([elsewhere, status]).toEqual([elsewhere, 413]);
    }
    const typed = (type: string, body: string) =>
      send(PATH, body, { ...manager(), 'content-type': type });
    expect((await typed('application/json', '{}')).status).toBe(415);
    expect((await typed('text/csv', CSV)).status).toBe(415);
    expect(kept()).toEqual(before);
  });

  it.each([
    ['no boundary', 'multipart/form-data'],
    ['nothing of what it says', 'multipart/form-data; boundary=x'],
  ])('refuses a form that has %s, in words', async (_what, type) => {
    const answer = await send(PATH, 'rubbish', { ...manager(), 'content-type': type });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('The file did not arrive whole.');
  });
});
