import type { Migration } from './migration.ts';

export const homes: Migration = {
  name: '0004-homes',
  sql: `
CREATE TABLE homes (
  spell_id TEXT PRIMARY KEY REFERENCES spells (id),
  keys TEXT,
  landlord TEXT,
  rooms_to_clear TEXT NOT NULL CHECK (json_valid(rooms_to_clear)),
  equipment TEXT,
  equipment_due TEXT CHECK (equipment_due GLOB '????-??-??'),
  is_grant_urgent INTEGER NOT NULL CHECK (is_grant_urgent IN (0, 1)),
  details_set_by_id TEXT,
  details_set_by_name TEXT,
  details_set_at TEXT,
  interim_plan TEXT,
  leaves_when TEXT,
  interim_plan_set_by_id TEXT,
  interim_plan_set_by_name TEXT,
  interim_plan_set_at TEXT,
  CHECK ((details_set_by_id IS NULL) = (details_set_by_name IS NULL)),
  CHECK ((interim_plan_set_by_id IS NULL) = (interim_plan_set_by_name IS NULL)),
  CHECK ((interim_plan IS NULL) = (leaves_when IS NULL))
) STRICT, WITHOUT ROWID;

CREATE TABLE housing_steps (
  spell_id TEXT NOT NULL REFERENCES spells (id),
  step TEXT NOT NULL
    CHECK (step IN ('referred', 'visit_booked', 'visited', 'agreed', 'clearance_booked', 'clearance_done', 'work_booked', 'work_done', 'equipment_delivered', 'home_ready', 'grant_enquiry', 'grant_assessed', 'grant_applied', 'grant_approved', 'grant_completed', 'duty_to_refer', 'followed_up')),
  planned_for TEXT CHECK (planned_for GLOB '????-??-??'),
  done_on TEXT CHECK (done_on GLOB '????-??-??'),
  rooms TEXT NOT NULL CHECK (json_valid(rooms)),
  authority TEXT
    CHECK (authority IN ('leicester', 'rutland', 'blaby', 'charnwood', 'harborough', 'hinckley_and_bosworth', 'melton', 'north_west_leicestershire', 'oadby_and_wigston', 'elsewhere')),
  note TEXT,
  completed_task_ids TEXT NOT NULL CHECK (json_valid(completed_task_ids)),
  set_by_id TEXT NOT NULL,
  set_by_name TEXT NOT NULL,
  set_at TEXT NOT NULL,
  PRIMARY KEY (spell_id, step),
  CHECK (planned_for IS NOT NULL OR done_on IS NOT NULL)
) STRICT, WITHOUT ROWID;
`,
};
