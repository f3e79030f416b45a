import { expect, it } from 'vitest';
import { administrator, broker, hubManager, wardCoordinator } from '../../factories/actor.ts';
import { aStayOn, mustDo } from '../../factories/hub-stays.ts';
import { clockAt } from '../../factories/clock.ts';
import { idOf } from '../../factories/ids.ts';
import { startHub } from '../../factories/running-hub.ts';

const MONTH = '2026-11';
const december = clockAt('2026-12-10T09:00:00Z');
const body = (id: number, changes: object = {}) => ({
  ...{ id: idOf(id), type: 'TakeNationalFile', month: MONTH, fileName: 'drd.csv', ...changes },
});
const CSV = [
  'Discharge Ready Date \u2013 November 2026',
  'Org Code,Org Name,Total patients discharged,No delay between dates (%)',
  'uhl,\u201cOur\u201d hospitals,"1,002",91.5%',
].join('\r\n');
/** As a spreadsheet of Windows saves it. */
const WINDOWS_1252: Record<string, number> = { '\u2013': 0x96, '\u201c': 0x93, '\u201d': 0x94 };
const windows = Uint8Array.from([...CSV].map((one) => WINDOWS_1252[one] ?? one.charCodeAt(0)));

it('a file of the month is read, in either encoding, and stands beside what is recorded', async () => {
  const hub = await startHub({ clock: december });
  const { national } = hub.hub.services.reports;
  const { spellId } = await aStayOn(hub);
  const at = '2026-11-25T11:00:00.000Z';
  const leave = { type: 'DischargePatient', spellId, at, destination: 'usual_residence' };
  await mustDo(hub, wardCoordinator(), leave);
  expect(await national.beside(hubManager(), MONTH)).toMatchObject({ file: null, comparison: [] });
  for (const [id, bytes] of [
    [1, windows],
    [2, new TextEncoder().encode(`\ufeff${CSV}`)],
  ] as const) {
    expect(await national.take(hubManager(), body(id), bytes)).toEqual({ ok: true });
    const beside = await national.beside(hubManager(), MONTH);
    expect(beside).toMatchObject({
      file: { fileName: 'drd.csv', by: { id: 'user-hub' }, content: { problems: [] } },
      comparison: [{ code: 'uhl', name: '“Our” hospitals' }],
    });
    const measures = beside.ok ? beside.comparison[0]?.measures : [];
    expect(measures?.find(({ key }) => key === 'discharged')).toMatchObject({
      ...{ national: 1002, ours: 1, difference: -1001 },
    });
  }
});

it('what is no such file is refused in words, and nobody but the hub sends or sees one', async () => {
  const hub = await startHub({ clock: december });
  const { national } = hub.hub.services.reports;
  const bytes = new TextEncoder().encode(CSV);
  for (const actor of [wardCoordinator(), broker(), administrator()]) {
    expect(await national.take(actor, body(1), bytes)).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await national.beside(actor, MONTH)).toMatchObject({ code: 'NOT_ALLOWED' });
  }
  const refused = (sent: Uint8Array, changes: object = {}) =>
    national.take(hubManager(), body(1, changes), sent);
  expect(await refused(new Uint8Array())).toMatchObject({ fields: { file: 'Choose the file' } });
  expect(await refused(Uint8Array.from([80, 75, 3, 4, 34, 0]))).toMatchObject({
    fields: { file: 'This is not a CSV file. Save the sheet as CSV first.' },
  });
  const lines = new TextEncoder().encode(`${CSV}\r\n${'uhl,,1,1\r\n'.repeat(20_000)}`);
  expect(await refused(lines)).toMatchObject({
    fields: { file: 'The file has too many lines: send the sheet Provider alone.' },
  });
  expect(await refused(bytes, { month: '2026-12' })).toMatchObject({ code: 'INVALID' });
  expect(await refused(bytes, { month: 'soon' })).toMatchObject({ fields: { month: /./ } });
  expect(await refused(bytes, { month: '2026-10' })).toMatchObject({
    message: 'The file says that it is of November 2026.',
  });
  expect(await national.beside(hubManager(), MONTH)).toMatchObject({ file: null });
});
