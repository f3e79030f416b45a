import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { DelayReason } from '../../domain/delay/delay-reasons.ts';
import { NOT_SEEN_REASONS } from '../../domain/rounds/board-round.ts';
import { DESTINATIONS } from '../../domain/spell/discharge.ts';
import { NOTE_READERS } from '../../domain/spell/notes.ts';
import { NATIONAL_PATHWAYS, PATHWAYS } from '../../domain/spell/pathway.ts';
import { PATIENT_CLASSES } from '../../domain/spell/state.ts';
import { TASK_OWNERS } from '../../domain/tasks/task-types.ts';

export const spells = sqliteTable('spells', {
  id: text('id').primaryKey(),
  /** That of the last event which touched the stay. */
  seq: integer('seq').notNull(),
  personId: text('person_id').notNull(),
  wardId: text('ward_id').notNull(),
  bed: text('bed'),
  specialty: text('specialty'),
  patientClass: text('patient_class', { enum: PATIENT_CLASSES }).notNull(),
  isMaternity: integer('is_maternity', { mode: 'boolean' }).notNull(),
  admittedAt: text('admitted_at').notNull(),
  admittedOn: text('admitted_on').notNull(),
  edd: text('edd'),
  eddSetById: text('edd_set_by_id'),
  eddSetByName: text('edd_set_by_name'),
  eddSetAt: text('edd_set_at'),
  pathwayRecommended: text('pathway_recommended', { enum: PATHWAYS }).notNull(),
  pathwayAgreed: text('pathway_agreed', { enum: PATHWAYS }).notNull(),
  pathwayNational: text('pathway_national', { enum: NATIONAL_PATHWAYS }),
  pathwaySetById: text('pathway_set_by_id'),
  pathwaySetByName: text('pathway_set_by_name'),
  pathwaySetAt: text('pathway_set_at'),
  lastReviewAt: text('last_review_at'),
  lastReviewFinding: text('last_review_finding', { enum: ['criteria', 'no_criteria'] }),
  /** A list of criterion codes, as JSON. */
  lastReviewCriteria: text('last_review_criteria'),
  dischargedAt: text('discharged_at'),
  dischargedOn: text('discharged_on'),
  destination: text('destination', { enum: DESTINATIONS }),
  leftBoardAt: text('left_board_at'),
  clinicalCriteria: text('clinical_criteria'),
  clinicalCriteriaSetById: text('clinical_criteria_set_by_id'),
  clinicalCriteriaSetByName: text('clinical_criteria_set_by_name'),
  clinicalCriteriaSetAt: text('clinical_criteria_set_at'),
  /** The earlier stay of the person that this one follows on from. */
  continuesSpellId: text('continues_spell_id'),
  /** Reasons change with the national return, so no CHECK lists them. */
  chosenReason: text('chosen_reason').$type<DelayReason>(),
  chosenReasonNote: text('chosen_reason_note'),
  chosenReasonSetById: text('chosen_reason_set_by_id'),
  chosenReasonSetByName: text('chosen_reason_set_by_name'),
  chosenReasonSetAt: text('chosen_reason_set_at'),
  followUpEndedAt: text('follow_up_ended_at'),
  lastRoundAt: text('last_round_at'),
  lastRoundById: text('last_round_by_id'),
  lastRoundByName: text('last_round_by_name'),
  lastRoundWardId: text('last_round_ward_id'),
  lastRoundNotSeen: text('last_round_not_seen', { enum: NOT_SEEN_REASONS }),
  lastRoundAction: text('last_round_action'),
  lastRoundOwner: text('last_round_owner', { enum: TASK_OWNERS }),
  lastRoundPerson: text('last_round_person'),
  longStayReviewAt: text('long_stay_review_at'),
  longStayReviewById: text('long_stay_review_by_id'),
  longStayReviewByName: text('long_stay_review_by_name'),
  whyNotHome: text('why_not_home'),
  whyNotToday: text('why_not_today'),
  /** Null unless they are ready and nothing open blocks the discharge. */
  nothingBlocksSince: text('nothing_blocks_since'),
});

export const nctrPeriods = sqliteTable(
  'nctr_periods',
  {
    spellId: text('spell_id').notNull(),
    position: integer('position').notNull(),
    startedOn: text('started_on').notNull(),
    endedOn: text('ended_on'),
    endedBy: text('ended_by', { enum: ['criteria_met', 'discharge'] }),
  },
  (table) => [primaryKey({ columns: [table.spellId, table.position] })],
);

export const notes = sqliteTable('notes', {
  id: text('id').primaryKey(),
  spellId: text('spell_id').notNull(),
  position: integer('position').notNull(),
  visibleTo: text('visible_to', { enum: NOTE_READERS }).notNull(),
  text: text('text').notNull(),
  authorId: text('author_id').notNull(),
  authorName: text('author_name').notNull(),
  writtenAt: text('written_at').notNull(),
});
