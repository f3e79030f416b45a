import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect } from 'vitest';
import { createRandom } from '../../db/seed/random.ts';
import type { Actor, ActorRole } from '../../domain/actor.ts';
import { TIMER_ACTOR } from '../../domain/actor.ts';
import { PLACES } from '../../domain/persons/place.ts';
import { REPORTS } from '../../domain/reports/report-question.ts';
import type { SpellCommandInput } from '../../domain/spell/commands.ts';
import type { Spell } from '../../domain/spell/state.ts';
import type { Instant } from '../../domain/time.ts';
import { administrator, broker, housingOfficer, hubManager, wardCoordinator } from './actor.ts';
import { DEFAULT_CATALOGUE } from '../../domain/tasks/default-catalogue.ts';
import { minutesAfter, movingClock } from './clock.ts';
import type { Step } from './domain-histories.ts';
import { someStep } from './domain-histories.ts';
import { mustDo } from './hub-stays.ts';
import { createLeakFinder } from './leak-finder.ts';
import type { WrittenIn } from './marked-words.ts';
import { createMarks } from './marked-words.ts';
import { aPersonDetails, nhsNumberOf } from './person.ts';
import type { RunningHub, TestClient } from './running-hub.ts';
import { heard, startHub } from './running-hub.ts';
import { TEST_WARDS } from './ward.ts';

const STAYS = 16;

const PEOPLE: readonly Actor[] = [
  wardCoordinator({ wardIds: ['lri-23'], isTeamLead: true }),
  wardCoordinator({ id: 'user-glenfield', wardIds: ['gh-24'] }),
  ...(['leicester', 'leicestershire', 'rutland'] as const).map((place) =>
    broker({ id: `user-${place}`, place, isTeamLead: place === 'leicester' }),
  ),
  housingOfficer(),
  housingOfficer({ id: 'user-housing-lead', isTeamLead: true }),
  hubManager(),
  administrator(),
];

type Frame = { reader: Actor; text: string; seq: number };
/** How many words each role read, and how requests were answered. */
type Readings = { words: ReadonlyMap<ActorRole, number>; status: ReadonlySet<number> };

/**
 * One hub with invented stays, lived by random hands through the door for change; after each order
 * somebody reads something, and so does everybody who is connected. Nothing that anybody is sent
 * holds a word, a number or an id from outside their sight, at the moment it was sent.
 */
export async function proveReadings(seed: number, cases: number): Promise<Readings> {
  const random = createRandom(seed);
  const clock = movingClock();
  // Its clock moves faster than anybody reads: nobody is locked out for that.
  const config = { lockAfterMs: Infinity };
  const hub = await startHub({ remix: 'production', clock, config });
  const { mark, markSecrets, marksIn } = createMarks();
  const cookies = new Map<string, { cookie: string }>();
  for (const person of PEOPLE) cookies.set(person.id, await hub.signInAs(person));
  const listeners = await Promise.all(
    PEOPLE.map((reader) => listen(hub, reader, cookies.get(reader.id) ?? { cookie: '' })),
  );
  const { keep, spellAt, stayIds, lastSeq, leaksIn, words } = createLeakFinder(hub, marksIn);
  const status = new Set<number>();

  async function admit(number: number): Promise<void> {
    const spellId = randomUUID();
    const nhsNumber = nhsNumberOf(number);
    const person = aPersonDetails({
      nhsNumber,
      familyName: mark(spellId, { kind: 'person' }),
      address: { line: mark(spellId, { kind: 'person' }), town: 'Leicester', postcode: null },
      hospitalNumber: mark(spellId, { kind: 'care' }),
      socialCareId: mark(spellId, { kind: 'care' }),
      riskToStaff: mark(spellId, { kind: 'care' }),
      place: random.pick(PLACES),
    });
    const wardId = random.pick(TEST_WARDS).id;
    const admittedAt = '2026-11-19T14:00:00.000Z';
    const order = { id: spellId, type: 'AdmitPatient', wardId, person, admittedAt };
    await mustDo(hub, hubManager(), order);
    const taskType = random.pick(['home_clearance', 'care_package', 'medicines']);
    const task = { type: 'AddTask', spellId, taskType, blocking: true };
    const { seq } = await mustDo(hub, hubManager(), task);
    await keep(spellId, seq);
  }

  /** Somebody of the step's role does it; the answer is what they are sent. */
  async function take(step: Step, spellId: string): Promise<void> {
    clock.pass(1);
    const spell = spellAt(spellId, Infinity);
    if (spell === null) throw new Error('Nobody was admitted');
    const actor = random.pick([...PEOPLE, TIMER_ACTOR].filter(({ role }) => isOf(step, role)));
    const id = randomUUID();
    const drawn = step.order(id, spell, clock.today(), clock.now());
    const order = {
      ...markSecrets(drawn, spellId, writtenIn(drawn, spell, actor)),
      ...('wardId' in drawn ? { wardId: random.pick(TEST_WARDS).id } : {}),
      ...('assigneeId' in drawn ? { assigneeId: random.pick(PEOPLE).id } : {}),
    };
    const before = lastSeq();
    const answer = await hub.hub.services.execute(actor, order);
    const seq = answer.ok ? Math.max(before, answer.seq) : before;
    if (answer.ok) await keep(spellId, seq);
    if (actor.role === 'timer') return;
    const leaks = leaksIn(JSON.stringify(answer), actor, seq, spellId);
    expect(leaks, `seed ${seed}: ${drawn.type} answered to ${actor.id}`).toEqual([]);
  }

  async function readSomething(changed: string): Promise<void> {
    const reader = random.pick(PEOPLE);
    const asked = random.chance(0.7) ? changed : random.pick(stayIds());
    const then = minutesAfter(clock.now(), -random.int(0, cases));
    const address = random.pick(addresses(asked, then));
    const response = await hub.get(address, cookies.get(reader.id));
    const text = await response.text();
    status.add(response.status);
    expect(response.status, `seed ${seed}: ${address} for ${reader.id}`).toBeLessThan(500);
    const leaks = leaksIn(text, reader, Infinity, asked);
    expect(leaks, `seed ${seed}: ${address} for ${reader.id}`).toEqual([]);
  }

  async function hearEverything(): Promise<void> {
    for (const { client, reader, frames } of listeners) {
      // Frames come in order: whatever was sent before this answer has arrived by then.
      await client.emitWithAck('presence:view', { spellId: null });
      for (const frame of frames.splice(0)) {
        const leaks = leaksIn(frame.text, reader, frame.seq, null);
        expect(leaks, `seed ${seed}: frame ${frame.seq} to ${reader.id}`).toEqual([]);
      }
    }
  }

  for (let number = 1; number <= STAYS; number += 1) await admit(number);
  for (const [index, step] of fc.sample(someStep, { seed, numRuns: cases }).entries()) {
    const spellId = random.pick(stayIds());
    await take(step, spellId);
    await readSomething(spellId);
    if (index % 20 === 0) await hearEverything();
  }
  await hearEverything();
  return { words, status };
}

const isOf = (step: Step, role: Actor['role']) =>
  role === (step.actor.role === 'feed' ? 'timer' : step.actor.role);

function writtenIn(order: SpellCommandInput, spell: Spell, actor: Actor): WrittenIn {
  const { tasks, actions } = spell;
  const { id: authorId, role } = actor;
  switch (order.type) {
    case 'AddNote':
      return { kind: 'note', readers: order.visibleTo ?? 'ward_and_hub', authorId };
    case 'AddAction':
      return { kind: 'action', owner: order.owner };
    case 'FinishAction':
      // Why another team needs it no more is a clinical reason.
      if (order.outcome === 'not_needed' && role !== 'housing') return { kind: 'care' };
      return { kind: 'action', owner: ofAction(actions, order.actionId) };
    case 'ChangeAction':
    case 'ChaseAction':
      return { kind: 'action', owner: ofAction(actions, order.actionId) };
    case 'AssignTask':
      // Words that send a task to a team are for that team.
      return { kind: 'task', taskId: order.taskId, owner: order.owner };
    case 'AddTask':
      return { kind: 'task', taskId: order.id, owner: ownerOf(order.taskType) };
    case 'RecordHousingStep':
    case 'SetHomeDetails':
    case 'SetInterimPlan':
      return { kind: 'home' };
    default:
      if (!('taskId' in order) || order.taskId === null) return { kind: 'care' };
      const { taskId } = order;
      const owner = tasks.find(({ id }) => id === taskId)?.owner ?? null;
      return { kind: 'task', taskId, owner };
  }
}

const ofAction = (actions: Spell['actions'], actionId: string) =>
  actions.find(({ id }) => id === actionId)?.owner ?? null;

const ownerOf = (type: string) =>
  new Map(Object.entries(DEFAULT_CATALOGUE)).get(type)?.owner ?? null;

/** Whatever can be asked for, about everybody and about one stay, as it is and as it was. */
function addresses(spellId: string, then: Instant): string[] {
  const at = encodeURIComponent(then);
  const pages = [
    ...['/', '/board', '/board?group=ward', '/board?group=council', '/admin', '/escalations'],
    ...['unclaimed', 'mine', 'team', 'waiting', 'done'].map((tab) => `/tasks?tab=${tab}`),
    ...[`/tasks?patient=${spellId}`, `/board?patient=${spellId}`],
    ...['/lightbulb', '/lightbulb/week', '/notices', '/notices/today', '/wards', '/find'],
    ...TEST_WARDS.flatMap(({ id }) =>
      ['', '/changes', '/admit', '/round', `/round/${spellId}`].map((of) => `/wards/${id}${of}`),
    ),
    ...['', '/details', '/same-person'].map((of) => `/spells/${spellId}${of}`),
    ...REPORTS.map((name) => `/reports/${name}`),
    ...['/reports/people?report=now&figure=here&group=all', `/reports/why/stay?spell=${spellId}`],
    ...REPORTS.map((name) => `/reports/${name}?recorded=${at}`),
    ...['discharges/national', 'situation/returns', 'situation/return', 'trends/marks'].map(
      (name) => `/reports/${name}`,
    ),
    ...[`/as-it-was?at=${at}`, `/as-it-was?at=${at}&whole=yes`],
    `/as-it-was/spells/${spellId}?at=${at}`,
    ...['/actions', '/actions?whose=mine', '/actions?whose=all&overdue=yes'],
    ...['/review', '/review?nights=7', `/review/${spellId}`],
    ...['/catalogue', '/catalogue/editions', '/escalations/settings'],
  ];
  const data = pages.map((page) => page.replace(/(?<=\/\w[^?]*)(?=\?|$)/, '.data'));
  const files = REPORTS.flatMap((name) =>
    ['csv', 'xlsx'].map((format) => `/reports/file?report=${name}&format=${format}`),
  );
  const api = [
    `/as-it-was/cards?at=${at}`,
    ...['/review/file?nights=7&format=csv', '/review/file?nights=7&format=xlsx'],
    '/api/long-stays',
    '/api/escalations',
    '/api/actions',
    '/api/board',
    '/api/board?since=0&epoch=epoch-of-tests',
    `/api/spells/${spellId}`,
  ];
  return [...pages, ...data, ...files, ...api, ...api];
}

async function listen(hub: RunningHub, reader: Actor, cookie: { cookie: string }) {
  const client: TestClient = hub.connect(cookie);
  const frames: Frame[] = [];
  client.onAny((_name: string, payload: { seq?: number } | undefined) => {
    const seq = payload?.seq ?? Infinity;
    frames.push({ reader, text: JSON.stringify(payload ?? null), seq });
  });
  await heard(client, 'hello');
  return { reader, client, frames };
}
