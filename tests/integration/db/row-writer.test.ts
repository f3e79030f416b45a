import { drizzle } from 'drizzle-orm/better-sqlite3';
import { expect, it } from 'vitest';
import { rowWriter } from '../../../db/row-writer.ts';
import { persons } from '../../../db/schema/persons.ts';
import type { RowOf } from '../../../db/tables.ts';
import { aDatabase } from '../../factories/database.ts';

const ROW: RowOf<'persons'> = {
  id: 'p1',
  familyName: 'Testcase',
  givenName: 'Asha',
  dateOfBirth: '1941-03-04',
  sex: 'female',
  ethnicCategory: 'H',
  addressLine: '1 Example Street',
  addressTown: 'Leicester',
  addressPostcode: 'LE1 1AA',
  place: 'leicester',
  district: null,
  imdQuintile: null,
  language: null,
  needsInterpreter: false,
  communicationNeeds: '[]',
  riskToStaff: null,
  accessContact: null,
};
const TEXTS = [
  ...(['familyName', 'givenName', 'addressLine', 'addressTown', 'addressPostcode'] as const),
  ...(['language', 'riskToStaff', 'accessContact', 'communicationNeeds'] as const),
];

it('writes what is changed, whichever columns that is, also once it has forgotten how', () => {
  const orm = drizzle(aDatabase());
  const writer = rowWriter(orm);
  writer.insert('persons', ROW);
  let row = ROW;
  // Twice every set of these: more statements than are kept.
  for (let turn = 0; turn < 2 * 2 ** TEXTS.length; turn += 1) {
    const changed = TEXTS.filter((_, bit) => (turn & (2 ** bit)) > 0);
    if (changed.length === 0) continue;
    row = { ...row, ...Object.fromEntries(changed.map((column) => [column, `${turn}`])) };
    writer.update('persons', row, changed);
  }
  expect(orm.select().from(persons).all()).toEqual([row]);
});
