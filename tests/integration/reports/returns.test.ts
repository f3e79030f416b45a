import { parse } from 'csv-parse/sync';
import { expect, it } from 'vitest';
import { changedVersions } from '../../../db/return-hash.ts';
import { verifyReturns } from '../../../db/verify-returns.ts';
import { figuresSeen } from '../../../domain/reports/return-content.ts';
import type { ReturnWhich } from '../../../domain/reports/return-versions.ts';
import { RETURN_COLUMNS } from '../../../domain/reports/situation-return.ts';
import { administrator, broker, hubManager, wardCoordinator } from '../../factories/actor.ts';
import { movingClock } from '../../factories/clock.ts';
import { aStayOn, mustDo } from '../../factories/hub-stays.ts';
import { idOf } from '../../factories/ids.ts';
import type { ReturnWanted } from '../../../server/reports/return-services.ts';
import type { RunningHub } from '../../factories/running-hub.ts';
import { startHub } from '../../factories/running-hub.ts';

const DAILY: ReturnWhich = { part: 'daily', day: '2026-11-21' };
const NAMELESS = { withNames: false, recorded: null };
const NAMED = { withNames: true, recorded: null };

/** Somebody who is ready, with a task that says why they wait. */
async function aReadyStay(hub: RunningHub) {
  const stay = await aStayOn(hub, { person: { familyName: 'Secretname' } });
  await mustDo(hub, wardCoordinator(), {
    type: 'RecordNoCriteriaToReside',
    spellId: stay.spellId,
    readyDate: '2026-11-20',
  });
  return stay;
}

async function reading(hub: RunningHub, which = DAILY, wanted: ReturnWanted = NAMELESS) {
  const read = await hub.hub.services.reports.returns.read(hubManager(), which, wanted);
  if (read.state !== 'ready') throw new Error(read.state);
  return read.answer;
}

async function sign(hub: RunningHub, id: number, which = DAILY) {
  const { versions, current } = await reading(hub, which);
  return hub.hub.services.reports.returns.change(hubManager(), {
    ...{ id: idOf(id), type: 'SignReturn', ...which, acceptance: 'Their reason comes today' },
    ...{ seenVersion: versions.length, seenFigures: figuresSeen(current) },
  });
}

const valueOf = (rows: readonly (readonly unknown[])[], metric: RegExp) =>
  rows.find((row) => metric.test(String(row[6])))?.at(-1);

it('a return is signed, stays as it was signed, and shows what was recorded later and of whom', async () => {
  const hub = await startHub();
  const { returns } = hub.hub.services.reports;
  const { spellId } = await aReadyStay(hub);
  expect(await sign(hub, 1)).toEqual({ ok: true });
  expect((await reading(hub)).comparison).toMatchObject({ version: 1, stays: [] });

  // They had left on that evening, as is recorded on the next day.
  await mustDo(hub, wardCoordinator(), {
    ...{ type: 'DischargePatient', spellId, at: '2026-11-21T18:30:00.000Z' },
    ...{ destination: 'usual_residence' },
  });
  const { comparison, versions, people } = await reading(hub);
  expect(comparison?.stays).toEqual([
    { spellId, signed: 'remaining, uhl', now: 'discharged after 17:00, uhl' },
  ]);
  expect(comparison?.figures.filter(({ signed, now }) => signed !== now)).toMatchObject([
    { metric: 'Number of patients discharged', signed: 0, now: 1 },
    { metric: 'Number of patients discharged between 17:01 and 23:59', signed: 0, now: 1 },
    { metric: /remaining in hospital/, signed: 1, now: 0 },
  ]);
  expect(people).toBeNull();
  expect(changedVersions(versions)).toEqual([]);

  const file = await returns.file(hubManager(), { ...DAILY, version: 1 });
  if ('ok' in file) throw new Error(file.message);
  const [head, ...rows] = parse(Buffer.from(file.body));
  expect(head).toEqual([...RETURN_COLUMNS]);
  expect(file.name).toBe('discharge-hub-daily-return-2026-11-21-v1.csv');
  expect(valueOf(rows, /remaining in hospital/)).toBe('1');

  const named = await reading(hub, DAILY, NAMED);
  expect(named.people).toMatchObject([{ familyName: 'Secretname' }]);
  expect(readsOf(hub)).toEqual([
    'export: return as discharge-hub-daily-return-2026-11-21-v1.csv',
    'figure_opened: return?part=daily&day=2026-11-21&changed',
  ]);
});

it('a return is opened again with a reason, and signed anew; the weekly one is on its own', async () => {
  const hub = await startHub();
  const { returns } = hub.hub.services.reports;
  await aReadyStay(hub);
  await sign(hub, 1);
  expect(await sign(hub, 2)).toMatchObject({ code: 'RULE_BROKEN' });
  const open = { id: idOf(3), type: 'ReopenReturn', ...DAILY, seenVersion: 1, reason: 'Too early' };
  expect(await returns.change(hubManager(), open)).toEqual({ ok: true });
  expect(await returns.change(hubManager(), open)).toEqual({ ok: true });
  expect(await sign(hub, 4)).toEqual({ ok: true });
  const { versions } = await reading(hub);
  expect(versions.map(({ standing }) => standing)).toEqual(['signed', 'reopened', 'signed']);
  expect(await sign(hub, 5, { ...DAILY, part: 'weekly' })).toEqual({ ok: true });
  expect(await returns.list(hubManager())).toMatchObject([
    { part: 'daily', version: 3 },
    { part: 'weekly', version: 1 },
  ]);
  expect(await returns.ofDay(hubManager(), DAILY.day)).toMatchObject({ daily: { version: 3 } });
  expect(await returns.file(hubManager(), { ...DAILY, version: 2 })).toMatchObject({
    code: 'NOT_FOUND',
  });
});

it('what a return would have said at a moment stands beside what is recorded now', async () => {
  const clock = movingClock();
  const hub = await startHub({ clock });
  const { returns } = hub.hub.services.reports;
  const { spellId } = await aReadyStay(hub);
  await sign(hub, 1);
  const recorded = '2026-11-22T10:00:00.000Z';
  const asked = { withNames: false, recorded };
  expect(await returns.read(hubManager(), DAILY, asked)).toMatchObject({
    refusal: { code: 'INVALID' },
  });
  clock.pass(24 * 60);
  await mustDo(hub, wardCoordinator(), {
    ...{ type: 'DischargePatient', spellId, at: '2026-11-21T18:30:00.000Z' },
    ...{ destination: 'usual_residence' },
  });
  const { current, comparison, versions } = await reading(hub, DAILY, asked);
  expect(valueOf(current.rows, /remaining in hospital/)).toBe(1);
  expect(current.asOf).toBe(recorded);
  expect(comparison).toMatchObject({
    version: null,
    stays: [{ spellId, signed: 'remaining, uhl', now: 'discharged after 17:00, uhl' }],
  });
  expect(versions).toHaveLength(1);
});

it('nobody but the hub sees or signs returns', async () => {
  const hub = await startHub();
  const { returns } = hub.hub.services.reports;
  const command = { id: idOf(1), type: 'SignReturn', ...DAILY, seenVersion: 0, seenFigures: '' };
  for (const actor of [wardCoordinator(), broker(), administrator()]) {
    expect(await returns.read(actor, DAILY, NAMELESS)).toMatchObject({
      refusal: { code: 'NOT_ALLOWED' },
    });
    expect(await returns.change(actor, command)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await returns.list(actor)).toBeNull();
    expect(await returns.file(actor, { ...DAILY, version: 1 })).toMatchObject({
      code: 'NOT_ALLOWED',
    });
  }
  expect(readsOf(hub)).toEqual([]);
});

it('a version that somebody changed in the database is told from its hash', async () => {
  const hub = await startHub();
  await aReadyStay(hub);
  await sign(hub, 1);
  const write = () =>
    hub.db.exec("UPDATE return_versions SET content = replace(content, '1', '2')");
  expect(write).toThrow('append-only');
  hub.db.exec('DROP TRIGGER return_versions_are_final');
  write();
  expect((await reading(hub)).changed).toEqual([1]);
  const changed = ['daily of 2026-11-21, version 1'];
  expect(verifyReturns(hub.db)).toEqual({ total: 1, changed });
});

function readsOf(hub: RunningHub) {
  return hub.db.prepare("SELECT kind || ': ' || about FROM read_audit ORDER BY id").pluck().all();
}
