import type { Migration } from './migration.ts';

export const firstTables: Migration = {
  name: '0001-first-tables',
  sql: `
CREATE TABLE settings (
  key TEXT PRIMARY KEY,
  value TEXT NOT NULL
) STRICT;

CREATE TABLE organisations (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('acute', 'community', 'icb', 'council', 'housing', 'hub')),
  code TEXT,
  code_system TEXT CHECK (code_system IN ('ods', 'ons'))
) STRICT;

CREATE TABLE sites (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  organisation_id TEXT NOT NULL REFERENCES organisations (id)
) STRICT;

CREATE TABLE wards (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  site_id TEXT NOT NULL REFERENCES sites (id)
) STRICT;

CREATE TABLE task_catalogue (
  type TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  owner TEXT NOT NULL CHECK (owner IN ('ward', 'social_care', 'lightbulb', 'hub', 'community')),
  target_kind TEXT NOT NULL
    CHECK (target_kind IN ('hours', 'same_day', 'days', 'working_days', 'day_before')),
  target_amount INTEGER CHECK (target_amount > 0),
  process_reason TEXT NOT NULL,
  capacity_reason TEXT,
  CHECK ((target_amount IS NULL) = (target_kind IN ('same_day', 'day_before')))
) STRICT;

CREATE TABLE users (
  id TEXT PRIMARY KEY,
  email TEXT NOT NULL UNIQUE CHECK (email = lower(email)),
  name TEXT NOT NULL,
  organisation TEXT NOT NULL,
  role TEXT NOT NULL CHECK (role IN ('ward', 'broker', 'housing', 'hub', 'admin')),
  is_team_lead INTEGER NOT NULL CHECK (is_team_lead IN (0, 1)),
  place TEXT CHECK (place IN ('leicester', 'leicestershire', 'rutland', 'out_of_area', 'unknown')),
  password_hash TEXT,
  is_disabled INTEGER NOT NULL CHECK (is_disabled IN (0, 1))
) STRICT;

CREATE TABLE user_scopes (
  user_id TEXT NOT NULL REFERENCES users (id),
  position INTEGER NOT NULL,
  ward_id TEXT NOT NULL REFERENCES wards (id),
  PRIMARY KEY (user_id, position),
  UNIQUE (user_id, ward_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE sessions (
  token_hash TEXT PRIMARY KEY,
  user_id TEXT NOT NULL REFERENCES users (id),
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  ended_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_of_user ON sessions (user_id);
CREATE INDEX sessions_by_expiry ON sessions (expires_at);

CREATE TABLE login_attempts (
  id INTEGER PRIMARY KEY,
  user_id TEXT REFERENCES users (id),
  at TEXT NOT NULL,
  is_success INTEGER NOT NULL CHECK (is_success IN (0, 1))
) STRICT;
CREATE INDEX login_attempts_of_user ON login_attempts (user_id, at);

CREATE TABLE account_events (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  "by" TEXT NOT NULL,
  user_id TEXT NOT NULL REFERENCES users (id),
  type TEXT NOT NULL CHECK (type IN ('AccountAdded', 'AccountChanged')),
  fields TEXT NOT NULL
) STRICT;
CREATE INDEX account_events_of_user ON account_events (user_id, id);
CREATE TRIGGER account_events_are_kept BEFORE DELETE ON account_events
BEGIN SELECT RAISE(ABORT, 'account events are append-only'); END;
CREATE TRIGGER account_events_are_final BEFORE UPDATE ON account_events
BEGIN SELECT RAISE(ABORT, 'account events are append-only'); END;

CREATE TABLE persons (
  id TEXT PRIMARY KEY,
  family_name TEXT NOT NULL,
  given_name TEXT NOT NULL,
  date_of_birth TEXT NOT NULL CHECK (date_of_birth GLOB '????-??-??'),
  sex TEXT NOT NULL CHECK (sex IN ('female', 'male', 'indeterminate', 'not_known')),
  ethnic_category TEXT NOT NULL
    CHECK (ethnic_category IN ('A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'J', 'K', 'L', 'M', 'N', 'P', 'R', 'S', 'Z', '99')),
  address_line TEXT,
  address_town TEXT,
  address_postcode TEXT,
  place TEXT NOT NULL
    CHECK (place IN ('leicester', 'leicestershire', 'rutland', 'out_of_area', 'unknown')),
  district TEXT
    CHECK (district IN ('blaby', 'charnwood', 'harborough', 'hinckley_and_bosworth', 'melton', 'north_west_leicestershire', 'oadby_and_wigston')),
  imd_quintile INTEGER CHECK (imd_quintile BETWEEN 1 AND 5),
  language TEXT,
  needs_interpreter INTEGER NOT NULL CHECK (needs_interpreter IN (0, 1)),
  communication_needs TEXT NOT NULL CHECK (json_valid(communication_needs)),
  risk_to_staff TEXT,
  access_contact TEXT,
  CHECK ((address_line IS NULL) = (address_town IS NULL))
) STRICT;

CREATE TABLE person_identifiers (
  person_id TEXT NOT NULL REFERENCES persons (id),
  kind TEXT NOT NULL CHECK (kind IN ('nhs', 'hospital', 'social_care')),
  value TEXT NOT NULL,
  PRIMARY KEY (person_id, kind)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX one_person_per_nhs_number ON person_identifiers (value) WHERE kind = 'nhs';

CREATE TABLE spells (
  id TEXT PRIMARY KEY,
  seq INTEGER NOT NULL CHECK (seq > 0),
  person_id TEXT NOT NULL REFERENCES persons (id),
  ward_id TEXT NOT NULL REFERENCES wards (id),
  bed TEXT,
  specialty TEXT,
  patient_class TEXT NOT NULL
    CHECK (patient_class IN ('emergency', 'elective', 'day_case', 'transfer')),
  is_maternity INTEGER NOT NULL CHECK (is_maternity IN (0, 1)),
  admitted_at TEXT NOT NULL,
  admitted_on TEXT NOT NULL CHECK (admitted_on GLOB '????-??-??'),
  edd TEXT CHECK (edd GLOB '????-??-??'),
  edd_set_by_id TEXT,
  edd_set_by_name TEXT,
  edd_set_at TEXT,
  pathway_recommended TEXT NOT NULL
    CHECK (pathway_recommended IN ('none_set', 'no_onward_care', 'intermediate_care_home', 'intermediate_care_bed', 'reablement', 'lightbulb', 'long_term_care', 'end_of_life')),
  pathway_agreed TEXT NOT NULL
    CHECK (pathway_agreed IN ('none_set', 'no_onward_care', 'intermediate_care_home', 'intermediate_care_bed', 'reablement', 'lightbulb', 'long_term_care', 'end_of_life')),
  pathway_national TEXT CHECK (pathway_national IN ('P0', 'P1', 'P2', 'P3')),
  pathway_set_by_id TEXT,
  pathway_set_by_name TEXT,
  pathway_set_at TEXT,
  last_review_at TEXT,
  last_review_finding TEXT CHECK (last_review_finding IN ('criteria', 'no_criteria')),
  last_review_criteria TEXT CHECK (json_valid(last_review_criteria)),
  discharged_at TEXT,
  discharged_on TEXT CHECK (discharged_on GLOB '????-??-??'),
  destination TEXT
    CHECK (destination IN ('usual_residence', 'care_home', 'community_hospital', 'other_hospital', 'temporary_accommodation', 'hospice', 'died', 'other')),
  left_board_at TEXT,
  CHECK ((edd_set_by_id IS NULL) = (edd_set_by_name IS NULL)),
  CHECK ((pathway_set_by_id IS NULL) = (pathway_set_by_name IS NULL)),
  CHECK ((last_review_at IS NULL) = (last_review_finding IS NULL)),
  CHECK ((last_review_at IS NULL) = (last_review_criteria IS NULL)),
  CHECK ((discharged_at IS NULL) = (discharged_on IS NULL)),
  CHECK ((discharged_at IS NULL) = (destination IS NULL))
) STRICT;
CREATE UNIQUE INDEX one_open_spell_per_person ON spells (person_id) WHERE discharged_at IS NULL;
CREATE INDEX spells_of_person ON spells (person_id);
CREATE INDEX spells_of_ward ON spells (ward_id);
CREATE INDEX spells_on_board ON spells (id) WHERE left_board_at IS NULL;

CREATE TABLE nctr_periods (
  spell_id TEXT NOT NULL REFERENCES spells (id),
  position INTEGER NOT NULL,
  started_on TEXT NOT NULL CHECK (started_on GLOB '????-??-??'),
  ended_on TEXT CHECK (ended_on GLOB '????-??-??'),
  ended_by TEXT CHECK (ended_by IN ('criteria_met', 'discharge')),
  PRIMARY KEY (spell_id, position),
  CHECK ((ended_on IS NULL) = (ended_by IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE tasks (
  id TEXT PRIMARY KEY,
  spell_id TEXT NOT NULL REFERENCES spells (id),
  position INTEGER NOT NULL,
  type TEXT NOT NULL REFERENCES task_catalogue (type),
  owner TEXT NOT NULL CHECK (owner IN ('ward', 'social_care', 'lightbulb', 'hub', 'community')),
  state TEXT NOT NULL
    CHECK (state IN ('open', 'claimed', 'in_progress', 'waiting_capacity', 'waiting_information', 'waiting_family', 'done', 'cancelled')),
  is_blocking INTEGER NOT NULL CHECK (is_blocking IN (0, 1)),
  claimed_by_id TEXT,
  claimed_by_name TEXT,
  due_at TEXT,
  added_at TEXT NOT NULL,
  added_by_id TEXT NOT NULL,
  added_by_name TEXT NOT NULL,
  started_at TEXT,
  completed_at TEXT,
  completed_by_id TEXT,
  completed_by_name TEXT,
  UNIQUE (spell_id, position),
  CHECK ((claimed_by_id IS NULL) = (claimed_by_name IS NULL)),
  CHECK ((completed_by_id IS NULL) = (completed_by_name IS NULL))
) STRICT;

CREATE TABLE notes (
  id TEXT PRIMARY KEY,
  spell_id TEXT NOT NULL REFERENCES spells (id),
  position INTEGER NOT NULL,
  visible_to TEXT NOT NULL CHECK (visible_to IN ('ward_and_hub', 'care_roles', 'everyone')),
  text TEXT NOT NULL,
  author_id TEXT NOT NULL,
  author_name TEXT NOT NULL,
  written_at TEXT NOT NULL,
  UNIQUE (spell_id, position)
) STRICT;

CREATE TABLE events (
  seq INTEGER PRIMARY KEY CHECK (seq > 0),
  occurred_at TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  actor_id TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  role TEXT NOT NULL,
  organisation TEXT NOT NULL,
  command_id TEXT NOT NULL,
  spell_id TEXT NOT NULL,
  task_id TEXT,
  type TEXT NOT NULL,
  data TEXT NOT NULL CHECK (json_valid(data)),
  details_hash TEXT,
  hash TEXT NOT NULL
) STRICT;
CREATE INDEX events_of_spell ON events (spell_id, seq);
CREATE INDEX events_of_command ON events (command_id);
CREATE TRIGGER events_are_kept BEFORE DELETE ON events
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER events_are_final BEFORE UPDATE ON events
BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

CREATE TABLE event_details (
  seq INTEGER PRIMARY KEY REFERENCES events (seq),
  salt TEXT,
  body TEXT CHECK (json_valid(body)),
  CHECK ((salt IS NULL) = (body IS NULL))
) STRICT;
CREATE TRIGGER event_details_are_kept BEFORE DELETE ON event_details
BEGIN SELECT RAISE(ABORT, 'details may be erased, not deleted'); END;
CREATE TRIGGER event_details_are_final BEFORE UPDATE ON event_details
WHEN new.seq <> old.seq OR new.body IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'details may be erased, not changed'); END;

CREATE TABLE command_answers (
  command_id TEXT PRIMARY KEY,
  actor_id TEXT NOT NULL,
  body_hash TEXT NOT NULL,
  spell_id TEXT,
  answered_at TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (json_valid(outcome))
) STRICT, WITHOUT ROWID;
CREATE INDEX command_answers_by_age ON command_answers (answered_at);

CREATE TABLE sight_changes (
  seq INTEGER PRIMARY KEY REFERENCES events (seq),
  spell_id TEXT NOT NULL REFERENCES spells (id),
  at TEXT NOT NULL,
  before TEXT NOT NULL CHECK (json_valid(before))
) STRICT;
CREATE INDEX sight_changes_by_age ON sight_changes (at);

CREATE TABLE edd_history (
  seq INTEGER PRIMARY KEY REFERENCES events (seq),
  spell_id TEXT NOT NULL,
  occurred_at TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  actor_id TEXT NOT NULL,
  role TEXT NOT NULL,
  edd TEXT NOT NULL CHECK (edd GLOB '????-??-??'),
  previous_edd TEXT CHECK (previous_edd GLOB '????-??-??')
) STRICT;
CREATE INDEX edd_history_of_spell ON edd_history (spell_id, seq);

CREATE TABLE ctr_reviews (
  seq INTEGER PRIMARY KEY REFERENCES events (seq),
  spell_id TEXT NOT NULL,
  occurred_at TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  actor_id TEXT NOT NULL,
  role TEXT NOT NULL,
  finding TEXT NOT NULL CHECK (finding IN ('criteria', 'no_criteria')),
  criteria TEXT NOT NULL CHECK (json_valid(criteria)),
  from_day TEXT CHECK (from_day GLOB '????-??-??')
) STRICT;
CREATE INDEX ctr_reviews_of_spell ON ctr_reviews (spell_id, seq);

CREATE TABLE task_state_history (
  seq INTEGER PRIMARY KEY REFERENCES events (seq),
  spell_id TEXT NOT NULL,
  occurred_at TEXT NOT NULL,
  recorded_at TEXT NOT NULL,
  actor_id TEXT NOT NULL,
  role TEXT NOT NULL,
  task_id TEXT NOT NULL,
  state TEXT NOT NULL
    CHECK (state IN ('open', 'claimed', 'in_progress', 'waiting_capacity', 'waiting_information', 'waiting_family', 'done', 'cancelled')),
  claimed_by_id TEXT
) STRICT;
CREATE INDEX task_state_history_of_spell ON task_state_history (spell_id, seq);

CREATE TABLE read_audit (
  id INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  actor_id TEXT NOT NULL,
  actor_name TEXT NOT NULL,
  role TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('spell_viewed', 'found_by_nhs_number', 'export')),
  spell_id TEXT
) STRICT;
CREATE INDEX read_audit_of_spell ON read_audit (spell_id, at);
CREATE TRIGGER read_audit_is_kept BEFORE DELETE ON read_audit
BEGIN SELECT RAISE(ABORT, 'the audit of reads is append-only'); END;
CREATE TRIGGER read_audit_is_final BEFORE UPDATE ON read_audit
BEGIN SELECT RAISE(ABORT, 'the audit of reads is append-only'); END;
`,
};
