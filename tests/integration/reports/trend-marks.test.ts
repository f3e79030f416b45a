import { expect, it } from 'vitest';
import type { Actor } from '../../../domain/actor.ts';
import { readQuestion } from '../../../domain/reports/report-question.ts';
import { administrator, broker, hubManager, wardCoordinator } from '../../factories/actor.ts';
import { TODAY } from '../../factories/clock.ts';
import { aStayOn } from '../../factories/hub-stays.ts';
import { idOf } from '../../factories/ids.ts';
import { startHub } from '../../factories/running-hub.ts';

const mark = {
  ...{ id: idOf(1), type: 'MarkTrend', kind: 'note', measure: 'remaining', provider: '' },
  ...{ day: '2026-11-21', words: 'A ward closed' },
};
const question = readQuestion('trends', new URLSearchParams(), TODAY);

it('the hub marks a trend, on the chart at once, and takes it back; nobody else does', async () => {
  const hub = await startHub();
  await aStayOn(hub);
  const { reports } = hub.hub.services;
  const markedOn = async () => {
    const reading = await reports.read(hubManager(), question);
    return reading.state === 'ready' ? reading.answer.trend?.marks.map(({ words }) => words) : null;
  };
  expect(await markedOn()).toEqual([]);
  for (const actor of [wardCoordinator(), broker(), administrator()]) {
    expect(await reports.marks.change(actor, mark)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await reports.marks.all(actor)).toBeNull();
  }
  expect(await reports.marks.change(hubManager(), mark)).toEqual({ ok: true });
  expect(await reports.marks.change(hubManager(), mark)).toEqual({ ok: true });
  expect(await markedOn()).toEqual(['A ward closed']);

  const back = { id: idOf(2), type: 'TakeBackTrendMark', markId: idOf(1), reason: 'Another ward' };
  const by = (actor: Actor) => reports.marks.change(actor, back);
  expect(await by(wardCoordinator())).toMatchObject({ code: 'NOT_ALLOWED' });
  expect(await by(hubManager())).toEqual({ ok: true });
  expect(await markedOn()).toEqual([]);
  expect(await reports.marks.all(hubManager())).toMatchObject({
    marks: [
      { words: 'A ward closed', by: { id: 'user-hub' }, takenBack: { reason: 'Another ward' } },
    ],
  });
});

it('what was marked can be neither changed nor deleted', async () => {
  const hub = await startHub();
  await hub.hub.services.reports.marks.change(hubManager(), mark);
  const run = (sql: string) => () => hub.db.prepare(sql).run();
  expect(run("UPDATE trend_marks SET words = 'Nothing'")).toThrow('append-only');
  expect(run('DELETE FROM trend_marks')).toThrow('append-only');
});

it('a target is set, drawn and taken away, each on record; one in the address goes before it', async () => {
  const hub = await startHub();
  await aStayOn(hub);
  const { reports } = hub.hub.services;
  const target = {
    ...{ id: idOf(1), type: 'SetTrendTarget', measure: 'on_ready_date', provider: '' },
    ...{ value: '90', words: 'Agreed for the winter', seen: '' },
  };
  const asked = (params: string) =>
    readQuestion('trends', new URLSearchParams(`measure=on_ready_date&${params}`), TODAY);
  const targetOn = async (params: string) => {
    const reading = await reports.read(hubManager(), asked(params));
    const trend = reading.state === 'ready' ? reading.answer.trend : null;
    return [trend?.target, trend?.targetSet?.words];
  };
  for (const actor of [wardCoordinator(), broker(), administrator()]) {
    expect(await reports.targets.set(actor, target)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await reports.targets.all(actor)).toBeNull();
  }
  expect(await targetOn('')).toEqual([null, undefined]);
  expect(await reports.targets.set(hubManager(), target)).toEqual({ ok: true });
  expect(await targetOn('')).toEqual([0.9, 'Agreed for the winter']);
  expect(await targetOn('target=80')).toEqual([0.8, undefined]);
  expect(await targetOn('provider=uhl')).toEqual([null, undefined]);
  const none = { ...target, id: idOf(2), value: '', words: 'Agreed anew', seen: idOf(1) };
  expect(await reports.targets.set(hubManager(), none)).toEqual({ ok: true });
  expect(await targetOn('')).toEqual([null, 'Agreed anew']);
  expect(await reports.targets.all(hubManager())).toHaveLength(2);
  expect(() => hub.db.prepare('DELETE FROM trend_targets').run()).toThrow('append-only');
});
