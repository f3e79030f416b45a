import { parse } from 'csv-parse/sync';
import readXlsxFile from 'read-excel-file/node';
import { expect, it } from 'vitest';
import { administrator, broker, hubManager, wardCoordinator } from '../../factories/actor.ts';
import { aStayOn, mustDo } from '../../factories/hub-stays.ts';
import { clockAt } from '../../factories/clock.ts';
import { idOf } from '../../factories/ids.ts';
import { startHub } from '../../factories/running-hub.ts';

const MONTH = '2026-11';
const NOVEMBER = { month: MONTH, recorded: null };
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
  expect(await national.beside(hubManager(), NOVEMBER)).toMatchObject({
    answer: { file: null, comparison: [] },
  });
  for (const [id, bytes] of [
    [1, windows],
    [2, new TextEncoder().encode(`\ufeff${CSV}`)],
  ] as const) {
    expect(await national.take(hubManager(), body(id), bytes)).toEqual({ ok: true });
    const beside = await national.beside(hubManager(), NOVEMBER);
    if (beside.state !== 'ready') throw new Error(beside.state);
    expect(beside.answer).toMatchObject({
      file: { fileName: 'drd.csv', by: { id: 'user-hub' }, content: { problems: [] } },
      comparison: [{ code: 'uhl', name: '“Our” hospitals' }],
    });
    const { measures } = beside.answer.comparison[0] ?? {};
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
    const no = { state: 'refused', refusal: { code: 'NOT_ALLOWED' } };
    expect(await national.beside(actor, NOVEMBER)).toMatchObject(no);
    expect(await national.file(actor, { ...NOVEMBER, format: 'csv' })).toMatchObject(no);
    expect(await national.prepareFile(actor, { ...NOVEMBER, format: 'csv' })).toMatchObject(no);
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
  expect(await national.beside(hubManager(), NOVEMBER)).toMatchObject({ answer: { file: null } });
});

it('the comparison is taken away on record, and ours as recorded at a moment that has passed', async () => {
  const hub = await startHub({ clock: december });
  const { national } = hub.hub.services.reports;
  const manager = hubManager();
  const { spellId } = await aStayOn(hub);
  const at = '2026-11-25T11:00:00.000Z';
  const leave = { type: 'DischargePatient', spellId, at, destination: 'usual_residence' };
  await mustDo(hub, wardCoordinator(), leave);
  const csv = { ...NOVEMBER, format: 'csv' } as const;
  expect(await national.file(manager, csv)).toMatchObject({ refusal: { code: 'NOT_FOUND' } });
  const lines = `${CSV}\r\n-,ENGLAND,"1,234",86%\r\nX,=cmd(),1,1`;
  expect(await national.take(manager, body(1), new TextEncoder().encode(lines))).toEqual({
    ok: true,
  });

  const file = await national.file(manager, csv);
  if (file.state !== 'ready') throw new Error(file.state);
  expect(file.answer.name).toBe('discharge-hub-national-2026-11.csv');
  const rows: string[][] = parse(Buffer.from(file.answer.body), { bom: true });
  expect(rows.map((row) => row.slice(0, 3))).toEqual([
    ['Organisation or area', 'Figures', 'Patients discharged'],
    ['“Our” hospitals (uhl)', 'National file', '1002'],
    ['“Our” hospitals (uhl)', 'Ours', '1'],
    ['“Our” hospitals (uhl)', 'Difference', '-1001'],
    ['England (ENGLAND)', 'National file', '1234'],
  ]);

  const recorded = '2026-12-01T00:00:00.000Z';
  const sheet = await national.file(manager, { month: MONTH, recorded, format: 'xlsx' });
  if (sheet.state !== 'ready') throw new Error(sheet.state);
  expect(sheet.answer.name).toBe(
    'discharge-hub-national-2026-11-as-recorded-2026-12-01-00-00.xlsx',
  );
  const sheets = await readXlsxFile(Buffer.from(sheet.answer.body));
  // That they had left is recorded on 10 December.
  expect(sheets[1]?.data[2]?.slice(1, 3)).toEqual(['Ours', 0]);
  const past = await national.beside(manager, { month: MONTH, recorded });
  expect(past).toMatchObject({ answer: { comparison: [{ code: 'uhl' }, { name: 'England' }] } });
  expect(hub.db.prepare('SELECT kind, about FROM read_audit ORDER BY id').all()).toMatchObject([
    {
      kind: 'export',
      about: 'discharges/national?month=2026-11 as discharge-hub-national-2026-11.csv',
    },
    { kind: 'export' },
  ]);
  const tomorrow = { month: MONTH, recorded: '2026-12-11T00:00:00.000Z' };
  expect(await national.beside(manager, tomorrow)).toMatchObject({ refusal: { code: 'INVALID' } });
});
