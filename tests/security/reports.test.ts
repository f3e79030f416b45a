import { describe, expect, it } from 'vitest';
import type { Actor } from '../../domain/actor.ts';
import { readFigure, readQuestion } from '../../domain/reports/report-question.ts';
import {
  administrator,
  broker,
  housingOfficer,
  hubManager,
  wardCoordinator,
} from '../factories/actor.ts';
import { TODAY } from '../factories/clock.ts';
import { aStayOn } from '../factories/hub-stays.ts';
import { startHub } from '../factories/running-hub.ts';

const OTHERS: readonly [string, Actor][] = [
  ['a ward coordinator', wardCoordinator()],
  ['a ward’s team lead', wardCoordinator({ isTeamLead: true })],
  ['a broker', broker({ isTeamLead: true })],
  ['Lightbulb', housingOfficer()],
  ['an administrator', administrator()],
];

const question = readQuestion('now', new URLSearchParams(), TODAY);
const waiting = new URLSearchParams('report=now&figure=here&group=all');
const wanted = { format: 'csv', tableId: null } as const;

function figure(params = waiting) {
  const behind = readFigure(params, TODAY);
  if (behind === null) throw new Error('The test names no figure');
  return behind;
}

describe('reports', () => {
  it.each(OTHERS)(
    'are refused to %s, with the names behind them and the files',
    async (_who, actor) => {
      const hub = await startHub();
      const { spellId } = await aStayOn(hub);
      const { reports } = hub.hub.services;
      const refused = { state: 'refused', refusal: { code: 'NOT_ALLOWED' } };
      expect(await reports.read(actor, question)).toMatchObject(refused);
      expect(await reports.people(actor, figure())).toMatchObject(refused);
      expect(await reports.stay(actor, spellId, null)).toMatchObject(refused);
      expect(await reports.file(actor, question, wanted)).toMatchObject(refused);
      expect(await reports.prepareFile(actor, question, wanted)).toMatchObject(refused);
      expect(readsOf(hub)).toEqual([]);
    },
  );

  it('hold no name, number or id of a person until a figure is opened', async () => {
    const hub = await startHub();
    await aStayOn(hub, { person: { familyName: 'Secretname' } });
    const reading = await hub.hub.services.reports.read(hubManager(), question);
    expect(reading.state).toBe('ready');
    expect(JSON.stringify(reading)).not.toMatch(/secretname|999/i);
  });

  it('open into the names behind a figure, on record', async () => {
    const hub = await startHub();
    await aStayOn(hub, { person: { familyName: 'Secretname' } });
    const reading = await hub.hub.services.reports.people(hubManager(), figure());
    expect(reading).toMatchObject({
      state: 'ready',
      answer: { total: 1, people: [{ name: 'SECRETNAME, Asha' }] },
    });
    expect(readsOf(hub)).toEqual([
      {
        actor_id: 'user-hub',
        kind: 'figure_opened',
        about: 'now?population=everybody&by=provider&figure=here&group=all',
      },
    ]);
  });

  it('tell whom one person waited for, on record as a look at them', async () => {
    const hub = await startHub();
    const { spellId } = await aStayOn(hub, { person: { familyName: 'Secretname' } });
    const reading = await hub.hub.services.reports.stay(hubManager(), spellId, null);
    expect(reading).toMatchObject({
      state: 'ready',
      answer: { name: 'SECRETNAME, Asha', days: [] },
    });
    expect(readsOf(hub)).toEqual([{ actor_id: 'user-hub', kind: 'spell_viewed', about: null }]);
    expect(await hub.hub.services.reports.stay(hubManager(), 'nobody', null)).toMatchObject({
      state: 'refused',
      refusal: { code: 'NOT_FOUND' },
    });
  });

  it.each(['equity', 'why'])('open no figure of %s into names, whoever asks', async (report) => {
    const hub = await startHub();
    await aStayOn(hub);
    for (const named of ['discharged', 'delayed', 'here', 'delay_none', 'band']) {
      const asked = figure(new URLSearchParams({ report, figure: named, group: 'all' }));
      expect(await hub.hub.services.reports.people(hubManager(), asked)).toMatchObject({
        refusal: { code: 'NOT_FOUND' },
      });
    }
    expect(readsOf(hub)).toEqual([]);
  });

  it('leave a record when one is taken away', async () => {
    const hub = await startHub();
    const file = await hub.hub.services.reports.file(hubManager(), question, wanted);
    expect(file).toMatchObject({ answer: { name: 'discharge-hub-now-groups.csv' } });
    expect(readsOf(hub)).toMatchObject([{ kind: 'export', actor_id: 'user-hub' }]);
  });

  it('have no figure of another name, and record none', async () => {
    const hub = await startHub();
    const asked = figure(new URLSearchParams('report=now&figure=constructor&group=all'));
    expect(await hub.hub.services.reports.people(hubManager(), asked)).toMatchObject({
      state: 'refused',
      refusal: { code: 'NOT_FOUND' },
    });
    expect(readsOf(hub)).toEqual([]);
  });

  it('show no names when the record cannot be written', async () => {
    const hub = await startHub({
      breakStore: () => ({
        recordRead: async () => {
          throw new Error('The disk is full');
        },
      }),
    });
    await aStayOn(hub);
    await expect(hub.hub.services.reports.people(hubManager(), figure())).rejects.toThrow('full');
  });
});

function readsOf(hub: Awaited<ReturnType<typeof startHub>>) {
  return hub.db.prepare('SELECT actor_id, kind, about FROM read_audit ORDER BY id').all();
}
