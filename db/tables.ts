import { actionChases, actions } from './schema/actions.ts';
import { catalogueEditions, catalogueFollowUps } from './schema/catalogue.ts';
import { commandAnswers, eventDetails, events, sightChanges } from './schema/events.ts';
import { boardRounds, ctrReviews, eddHistory, taskStateHistory } from './schema/histories.ts';
import { homes, housingSteps } from './schema/homes.ts';
import { readAudit, settings, wardLooks } from './schema/hub.ts';
import { mutedNotices, noticeCursor, notices } from './schema/notices.ts';
import { organisations, sites, wards } from './schema/places.ts';
import { personIdentifiers, persons } from './schema/persons.ts';
import { nctrPeriods, notes, spells } from './schema/spells.ts';
import { taskProviders, taskQuestions, tasks, taskTypes } from './schema/tasks.ts';
import {
  nationalFiles,
  organisationAreas,
  returnVersions,
  trendMarks,
  trendTargets,
  trendMarksTakenBack,
} from './schema/report-records.ts';
import { escalations, jobRuns, stayEscalations, targetSettings } from './schema/timers.ts';
import { accountEvents, loginAttempts, sessions, userScopes, users } from './schema/accounts.ts';

/** Every table by its name in the database, parents before children. */
export const TABLES = {
  settings,
  organisations,
  sites,
  wards,
  task_types: taskTypes,
  catalogue_editions: catalogueEditions,
  catalogue_follow_ups: catalogueFollowUps,
  users,
  user_scopes: userScopes,
  sessions,
  login_attempts: loginAttempts,
  account_events: accountEvents,
  persons,
  person_identifiers: personIdentifiers,
  spells,
  nctr_periods: nctrPeriods,
  tasks,
  task_questions: taskQuestions,
  task_providers: taskProviders,
  escalations,
  stay_escalations: stayEscalations,
  actions,
  action_chases: actionChases,
  notes,
  homes,
  housing_steps: housingSteps,
  events,
  event_details: eventDetails,
  command_answers: commandAnswers,
  sight_changes: sightChanges,
  edd_history: eddHistory,
  ctr_reviews: ctrReviews,
  board_rounds: boardRounds,
  task_state_history: taskStateHistory,
  read_audit: readAudit,
  ward_looks: wardLooks,
  notice_cursor: noticeCursor,
  notices,
  muted_notices: mutedNotices,
  target_settings: targetSettings,
  organisation_areas: organisationAreas,
  trend_marks: trendMarks,
  trend_targets: trendTargets,
  trend_marks_taken_back: trendMarksTakenBack,
  return_versions: returnVersions,
  national_files: nationalFiles,
  job_runs: jobRuns,
};

export type TableName = keyof typeof TABLES;
export type RowOf<Name extends TableName> = (typeof TABLES)[Name]['$inferSelect'];
