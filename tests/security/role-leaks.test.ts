import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRandom } from '../../db/seed/random.ts';
import type { Actor } from '../../domain/actor.ts';
import { audienceKey } from '../../domain/audience.ts';
import type { Place } from '../../domain/persons/place.ts';
import { PLACES } from '../../domain/persons/place.ts';
import type { BoardAnswer } from '../../domain/protocol.ts';
import type { Card } from '../../domain/spell/card.ts';
import { NOTE_READERS } from '../../domain/spell/notes.ts';
import { PATHWAYS } from '../../domain/spell/pathway.ts';
import { DEFAULT_CATALOGUE } from '../../domain/tasks/default-catalogue.ts';
import { TASK_TYPES } from '../../domain/tasks/task-types.ts';
import {
  administrator,
  broker,
  housingOfficer,
  hubManager,
  wardCoordinator,
} from '../factories/actor.ts';
import { mustDo } from '../factories/hub-stays.ts';
import { aPersonDetails, nhsNumberOf } from '../factories/person.ts';
import type { RunningHub } from '../factories/running-hub.ts';
import { startHub } from '../factories/running-hub.ts';
import { TEST_WARDS } from '../factories/ward.ts';

/**
 * A few hundred invented stays, and everything that anybody can read of them: nothing outside the
 * reader's sight is in any answer, whatever cursor they make up.
 */
const STAYS = 240;
const SEED = 'role-leaks';

const READERS: readonly Actor[] = [
  wardCoordinator({ wardIds: ['lri-23'] }),
  wardCoordinator({ id: 'user-glenfield', wardIds: ['gh-24'] }),
  wardCoordinator({ id: 'user-two-wards' }),
  ...(['leicester', 'leicestershire', 'rutland'] as const).map((place) =>
    broker({ id: `user-${place}`, place }),
  ),
  housingOfficer(),
  hubManager({ id: 'user-hub-reader' }),
  administrator(),
];

/** What is put into a stay, to be found again wherever it does not belong. */
type Secrets = {
  spellId: string;
  nhsNumber: string;
  name: string;
  hospitalNumber: string;
  caseNumber: string;
  risk: string;
  eddReason: string | null;
  notes: { readers: (typeof NOTE_READERS)[number]; text: string }[];
};

const random = createRandom(SEED);
const manager = hubManager();
let hub: RunningHub;
let closeHub = () => Promise.resolve();
const stays: Secrets[] = [];
/** As the hub sees them, which is everything. */
let whole = new Map<string, Card>();
let seqHalfway = 0;
const cookies = new Map<string, { cookie: string }>();
/** Who could once see a stay, so may be told that it has gone. */
const onceSeen = new Map<string, Set<string>>();

const word = (kind: string, number: number) => `${kind}${String(number).padStart(4, '0')}x`;

async function admit(number: number): Promise<Secrets> {
  const spellId = randomUUID();
  const secrets = {
    spellId,
    nhsNumber: nhsNumberOf(number),
    name: word('FAMILY', number),
    hospitalNumber: word('Hosp', number),
    caseNumber: word('Case', number),
    risk: word('Risk', number),
    eddReason: random.chance(0.5) ? word('Reason', number) : null,
    notes: NOTE_READERS.map((readers) => ({ readers, text: word(`Note-${readers}-`, number) })),
  };
  await mustDo(hub, manager, {
    id: spellId,
    type: 'AdmitPatient',
    wardId: random.pick(TEST_WARDS).id,
    person: aPersonDetails({
      nhsNumber: secrets.nhsNumber,
      familyName: secrets.name,
      hospitalNumber: secrets.hospitalNumber,
      socialCareId: secrets.caseNumber,
      riskToStaff: secrets.risk,
      place: random.pick<Place>(PLACES),
    }),
    admittedAt: '2026-11-19T14:00:00.000Z',
  });
  for (const { readers, text } of secrets.notes) {
    await mustDo(hub, manager, { type: 'AddNote', spellId, text, visibleTo: readers });
  }
  if (secrets.eddReason !== null) {
    const reason = secrets.eddReason;
    await mustDo(hub, manager, { type: 'SetEdd', spellId, edd: '2026-11-27', seen: null, reason });
  }
  return secrets;
}

/** What happens to a stay afterwards: tasks and pathways, which change who sees it. */
async function live({ spellId }: Secrets): Promise<void> {
  let seen: string | null = null;
  for (let step = random.int(0, 3); step > 0; step -= 1) {
    if (random.chance(0.5)) {
      const taskType = random.pick(TASK_TYPES);
      await mustDo(hub, manager, { type: 'AddTask', spellId, taskType, blocking: true });
    } else {
      const pathway = random.pick(PATHWAYS);
      await mustDo(hub, manager, { type: 'SetPathway', spellId, pathway, seen, as: 'agreed' });
      seen = pathway;
    }
    noteWhoSees(spellId);
  }
  if (random.chance(0.15)) {
    const at = '2026-11-22T08:30:00.000Z';
    await mustDo(hub, manager, {
      ...{ type: 'DischargePatient', spellId, at, destination: 'usual_residence' },
    });
  }
}

function noteWhoSees(spellId: string): void {
  const card = hub.hub.services.board(manager).cards.find(({ id }) => id === spellId);
  if (card === undefined) throw new Error('The hub sees everybody');
  for (const reader of READERS) {
    const seen = onceSeen.get(reader.id) ?? new Set();
    if (maySee(reader, card)) seen.add(spellId);
    onceSeen.set(reader.id, seen);
  }
}

/** Handbook 10 in other words than the product's. */
function maySee({ role, wardIds, place }: Actor, card: Card): boolean {
  const owners = card.tasks.map(({ owner }) => owner);
  if (role === 'hub') return true;
  if (role === 'ward') return wardIds.includes(card.ward.id);
  if (role === 'housing') return owners.includes('lightbulb') || card.pathway === 'lightbulb';
  if (role !== 'broker' || card.place === 'unknown' || card.place !== place) return false;
  const isAgreed = card.pathwayAgreed !== 'none_set' && card.nationalPathway !== 'P0';
  return owners.includes('social_care') || isAgreed;
}

/** Every word that a reader must not read, in lower case. */
function hiddenFrom(reader: Actor): ReadonlySet<string> {
  const hidden: string[] = [];
  for (const { spellId, notes, name, eddReason, ...onlyForCare } of stays) {
    const card = whole.get(spellId);
    if (card === undefined) throw new Error('The hub sees everybody');
    const isSeen = maySee(reader, card);
    const isCare = isSeen && reader.role !== 'housing';
    if (!isSeen) hidden.push(name, ...(wasSeen(reader, spellId) ? [] : [spellId]));
    if (!isCare) hidden.push(...Object.values(onlyForCare), ...[eddReason ?? []].flat());
    const unread = notes.filter(({ readers }) => !isSeen || !readsNote(reader, readers));
    hidden.push(...unread.map(({ text }) => text));
  }
  return new Set(hidden.map((text) => text.toLowerCase()));
}

const hiddenOf = new Map<string, ReadonlySet<string>>();
const WORDS = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[a-z_-]+[0-9]{4}x|[0-9]{10}/g;

function leaksIn(answer: string, reader: Actor): string[] {
  const hidden = hiddenOf.get(reader.id) ?? hiddenFrom(reader);
  hiddenOf.set(reader.id, hidden);
  return (answer.toLowerCase().match(WORDS) ?? []).filter((word) => hidden.has(word));
}

const wasSeen = (reader: Actor, spellId: string) => onceSeen.get(reader.id)?.has(spellId) === true;

function readsNote({ role }: Actor, readers: (typeof NOTE_READERS)[number]): boolean {
  if (role === 'ward' || role === 'hub') return true;
  return readers === 'everyone' || (role === 'broker' && readers === 'care_roles');
}

const CARE_FIELDS =
  /"(nhsNumber|socialCareId|pathway\w*|nationalPathway|stage|dischargeReadyDate|delayDays|lengthOfStay|admittedOn|bed|stay|nctrPeriods)":/;

async function read(reader: Actor, path: string) {
  const response = await hub.get(path, cookies.get(reader.id));
  return { status: response.status, text: await response.text() };
}

beforeAll(async () => {
  hub = await startHub({
    endedBy: (close) => {
      closeHub = close;
    },
  });
  for (const reader of READERS) cookies.set(reader.id, await hub.signInAs(reader));
  for (let number = 1; number <= STAYS; number += 1) stays.push(await admit(number));
  for (const { spellId } of stays) noteWhoSees(spellId);
  seqHalfway = hub.hub.services.board(manager).seq;
  for (const stay of stays) await live(stay);
  whole = new Map(hub.hub.services.board(manager).cards.map((card) => [card.id, card]));
}, 60_000);

afterAll(() => closeHub());

describe.each(READERS.map((reader) => [audienceKey(reader), reader] as const))(
  '%s',
  (key, reader) => {
    const visible = () => [...whole.values()].filter((card) => maySee(reader, card));

    it('has exactly its own people on the board, without what it may not know of them', async () => {
      const { text } = await read(reader, '/api/board');
      const board = JSON.parse(text) as BoardAnswer;
      const ids = visible().map(({ id }) => id);
      expect(board.cards.map(({ id }) => id).sort()).toEqual(ids.sort());
      expect(board.removed).toEqual([]);
      expect(leaksIn(text, reader)).toEqual([]);
      if (reader.role === 'housing') expect(JSON.stringify(board.cards)).not.toMatch(CARE_FIELDS);
      if (reader.role === 'housing') {
        const owners = board.cards.flatMap(({ tasks }) => tasks.map(({ owner }) => owner));
        expect(owners.filter((owner) => owner !== 'lightbulb')).toEqual([]);
      }
    });

    it('learns nothing by a cursor that is made up', async () => {
      const { epoch, seq } = hub.hub.services.board(reader);
      const cursors = [0, 1, seqHalfway, seq - 1, seq, seq + 1, 999_999_999_999_999].flatMap(
        (since) => [
          ...['hub', 'ward:lri-23,gh-24', 'housing', key].map((of) => ({ since, epoch, key: of })),
          { since, epoch },
        ],
      );
      for (const cursor of [...cursors, { since: 0, epoch: 'another' }]) {
        const query = new URLSearchParams({ ...cursor, since: String(cursor.since) });
        const { status, text } = await read(reader, `/api/board?${query}`);
        expect(status).toBe(200);
        expect(leaksIn(text, reader)).toEqual([]);
        const { removed } = JSON.parse(text) as BoardAnswer;
        expect(removed.filter(({ id }) => !wasSeen(reader, id))).toEqual([]);
      }
    }, 60_000);

    it.each(['since=-1&epoch=x', 'since=1e3&epoch=x', 'since=1', 'since=1&since=2&epoch=x'])(
      'is told that %s is no cursor',
      async (query) => {
        expect((await read(reader, `/api/board?${query}`)).status).toBe(400);
      },
    );

    it('opens its own people and gets the same answer for others as for nobody', async () => {
      const nobody = await read(reader, `/api/spells/${randomUUID()}`);
      expect(nobody.status).toBe(404);
      for (const [spellId, card] of whole) {
        const answer = await read(reader, `/api/spells/${spellId}`);
        if (!maySee(reader, card)) expect(answer).toEqual(nobody);
        else expect(answer.status).toBe(200);
        expect(leaksIn(answer.text, reader)).toEqual([]);
        if (reader.role === 'housing') expect(answer.text).not.toMatch(CARE_FIELDS);
      }
    }, 60_000);

    it('reads of wards what is on its board, and no other ward', async () => {
      const { wards, wardCards } = hub.hub.services;
      const own = new Set([...visible().map(({ ward }) => ward.id), ...reader.wardIds]);
      expect(new Set(wards(reader).map(({ id }) => id))).toEqual(own);
      for (const { id } of TEST_WARDS) {
        const cards = wardCards(reader, id);
        expect(cards === null).toBe(!own.has(id));
        expect(leaksIn(JSON.stringify(cards), reader)).toEqual([]);
      }
    });
  },
);

it('the words looked for are those that answers hold, or nothing would be found', async () => {
  const everything = hubManager({ id: 'user-hub-reader' });
  const answers = [await read(everything, '/api/board')];
  for (const { spellId } of stays.slice(0, 5))
    answers.push(await read(everything, `/api/spells/${spellId}`));
  const text = answers.map((answer) => answer.text).join('');
  const found = new Set(leaksIn(text, administrator()));
  for (const { notes, eddReason, ...secrets } of stays.slice(0, 5)) {
    const texts = [...Object.values(secrets), ...notes.map((note) => note.text)];
    for (const secret of [...texts, ...[eddReason ?? []].flat()]) {
      expect(found).toContain(secret.toLowerCase());
    }
  }
});

it('the stays above are of every kind, or they would prove nothing', () => {
  const cards = [...whole.values()];
  for (const reader of READERS) {
    const seen = cards.filter((card) => maySee(reader, card)).length;
    expect([reader.id, seen > 0]).toEqual([reader.id, reader.role !== 'admin']);
    const isPartial = reader.role === 'hub' ? seen === cards.length : seen < cards.length;
    expect([reader.id, isPartial]).toEqual([reader.id, true]);
  }
  const owners = new Set(cards.flatMap(({ tasks }) => tasks.map(({ owner }) => owner)));
  expect(owners.size).toBe(new Set(TASK_TYPES.map((type) => DEFAULT_CATALOGUE[type].owner)).size);
});
