import type { SQL } from 'drizzle-orm';
import { sql } from 'drizzle-orm';
import { spells } from '../schema/spells.ts';

/**
 * Stays on the board, and those that left with a home that is followed up, as `followedBy` decides
 * it. What is said of tasks and steps is word for word what their partial indexes say: SQLite uses
 * these for nothing else.
 */
export const IS_LIVE: SQL = sql`(
  ${spells.leftBoardAt} IS NULL
  OR (
    ${spells.followUpEndedAt} IS NULL AND ${spells.destination} <> 'died' AND ${spells.id} IN (
      SELECT spell_id FROM tasks
      WHERE state NOT IN ('done', 'cancelled')
        AND (owner = 'lightbulb' OR (owner = 'social_care' AND type = 'major_adaptation'))
      UNION
      SELECT spell_id FROM housing_steps WHERE step = 'followed_up' AND done_on IS NULL
    )
  )
)`;
