import type { Migration } from './migration.ts';

export const stayEscalations: Migration = {
  name: '0018-stay-escalations',
  sql: `
-- The last time in its delay that a stay itself was raised.
CREATE TABLE stay_escalations (
  spell_id TEXT PRIMARY KEY REFERENCES spells (id),
  level TEXT NOT NULL CHECK (level IN ('hub', 'duty_director')),
  reached TEXT NOT NULL CHECK (reached IN ('hub', 'duty_director')),
  because TEXT NOT NULL CHECK (because IN ('delayed', 'nothing_blocks', 'person')),
  need TEXT,
  raised_by_id TEXT NOT NULL,
  raised_by_name TEXT NOT NULL,
  raised_at TEXT NOT NULL,
  acknowledged_by_id TEXT,
  acknowledged_by_name TEXT,
  acknowledged_at TEXT,
  action TEXT,
  review_on TEXT,
  resolved_by_id TEXT,
  resolved_by_name TEXT,
  resolved_at TEXT,
  outcome TEXT,
  CHECK ((need IS NOT NULL) = (because = 'person')),
  CHECK ((acknowledged_at IS NULL) = (acknowledged_by_id IS NULL)),
  CHECK ((acknowledged_at IS NULL) = (action IS NULL)),
  CHECK ((resolved_at IS NULL) = (resolved_by_id IS NULL)),
  CHECK ((resolved_at IS NULL) = (outcome IS NULL))
) STRICT;

-- Since when somebody who is ready has had nothing open that blocks the discharge: for those of whom
-- that is so now, when the last thing happened that can have begun it.
ALTER TABLE spells ADD COLUMN nothing_blocks_since TEXT;
UPDATE spells SET nothing_blocks_since = (
  SELECT occurred_at FROM events
  WHERE events.spell_id = spells.id AND (
    type IN ('NoCriteriaToResideRecorded', 'DischargeCancelled')
    OR (type = 'TaskBlockingSet' AND json_extract(data, '$.blocking') = 0)
    OR (type IN ('TaskCompleted', 'TaskCancelled') AND task_id IN (
      SELECT id FROM tasks WHERE tasks.spell_id = spells.id AND is_blocking = 1))
  )
  ORDER BY seq DESC LIMIT 1
)
WHERE discharged_at IS NULL
  AND EXISTS (SELECT 1 FROM nctr_periods WHERE spell_id = spells.id AND ended_on IS NULL)
  AND NOT EXISTS (
    SELECT 1 FROM tasks
    WHERE tasks.spell_id = spells.id AND is_blocking = 1 AND state NOT IN ('done', 'cancelled'));
`,
};
