import type { Migration } from './migration.ts';

export const reportsOfYears: Migration = {
  name: '0016-reports-of-years',
  sql: `
-- Who was here on a day: those who left on it or after, and had come. Of years of stays only the
-- index is looked through, not the rows; those who are here still have no day of discharge.
DROP INDEX spells_by_discharge;
CREATE INDEX spells_by_discharge ON spells (discharged_on, admitted_on);
-- Periods that had begun, and ended on a day or after.
DROP INDEX nctr_periods_by_start;
CREATE INDEX nctr_periods_by_end ON nctr_periods (ended_on, started_on);
`,
};
