import type { Migration } from './migration.ts';

export const mergingRecords: Migration = {
  name: '0003-merging-records',
  sql: `
-- Two records of one person may each have an open stay when they are merged; an admission and a
-- discharge that is taken back still look for another one.
DROP INDEX one_open_spell_per_person;
CREATE INDEX open_spells_of_person ON spells (person_id) WHERE discharged_at IS NULL;

-- For finding who is known already by family name, of any case, and date of birth.
CREATE INDEX persons_by_birth_date ON persons (date_of_birth);

-- A table of its own kinds cannot take another one: it is made anew.
CREATE TABLE new_read_audit (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor_id TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  role TEXT NOT NULL,
  kind TEXT NOT NULL
    CHECK (kind IN ('spell_viewed', 'found_by_nhs_number', 'person_found', 'export')),
  spell_id TEXT
) STRICT;
INSERT INTO new_read_audit SELECT id, at, actor_id, actor_name, role, kind, spell_id FROM read_audit;
DROP TABLE read_audit;
ALTER TABLE new_read_audit RENAME TO read_audit;
CREATE INDEX read_audit_of_spell ON read_audit (spell_id, at);
CREATE TRIGGER read_audit_is_kept BEFORE DELETE ON read_audit
BEGIN SELECT RAISE(ABORT, 'the audit of reads is append-only'); END;
CREATE TRIGGER read_audit_is_final BEFORE UPDATE ON read_audit
BEGIN SELECT RAISE(ABORT, 'the audit of reads is append-only'); END;
`,
};
