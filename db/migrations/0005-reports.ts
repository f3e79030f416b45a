import type { Migration } from './migration.ts';

export const reports: Migration = {
  name: '0005-reports',
  sql: `
CREATE INDEX spells_by_discharge ON spells (discharged_on) WHERE discharged_on IS NOT NULL;
CREATE INDEX nctr_periods_by_start ON nctr_periods (started_on);

-- Anew, as SQLite cannot change a CHECK; whoever opens a figure sees the names behind it.
CREATE TABLE read_audit_next (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor_id TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  role TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('spell_viewed', 'found_by_nhs_number', 'person_found', 'figure_opened', 'export')),
  spell_id TEXT,
  about TEXT
) STRICT;
INSERT INTO read_audit_next (id, at, actor_id, actor_name, role, kind, spell_id)
  SELECT id, at, actor_id, actor_name, role, kind, spell_id FROM read_audit;
DROP TABLE read_audit;
ALTER TABLE read_audit_next RENAME TO read_audit;
CREATE INDEX read_audit_of_spell ON read_audit (spell_id, at);
CREATE TRIGGER read_audit_is_kept BEFORE DELETE ON read_audit
BEGIN SELECT RAISE(ABORT, 'the audit of reads is append-only'); END;
CREATE TRIGGER read_audit_is_final BEFORE UPDATE ON read_audit
BEGIN SELECT RAISE(ABORT, 'the audit of reads is append-only'); END;
`,
};
