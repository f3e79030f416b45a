import { firstTables } from './0001-first-tables.ts';
import { changingTasksAndStays } from './0002-changing-tasks-and-stays.ts';
import { mergingRecords } from './0003-merging-records.ts';
import { homes } from './0004-homes.ts';
import { reports } from './0005-reports.ts';
import { wardLooks } from './0006-ward-looks.ts';
import { questionsAndProviders } from './0007-questions-and-providers.ts';
import { catalogueEditions } from './0008-catalogue-editions.ts';
import { notices } from './0009-notices.ts';
import { timers } from './0010-timers.ts';
import { reportRecords } from './0012-report-records.ts';
import { followUps } from './0013-follow-ups.ts';
import { boardRounds } from './0015-board-rounds.ts';
import { reportsOfYears } from './0016-reports-of-years.ts';
import { longStayReviews } from './0017-long-stay-reviews.ts';
import { stayEscalations } from './0018-stay-escalations.ts';
import { actions } from './0019-actions.ts';
import { trendTargets } from './0020-trend-targets.ts';
import type { Migration } from './migration.ts';

/** In the order in which they run. SQL in modules, so that tsx, vitest and the bundle all find it. */
export const MIGRATIONS: readonly Migration[] = [
  firstTables,
  changingTasksAndStays,
  mergingRecords,
  homes,
  reports,
  wardLooks,
  questionsAndProviders,
  catalogueEditions,
  notices,
  timers,
  reportRecords,
  followUps,
  boardRounds,
  reportsOfYears,
  longStayReviews,
  stayEscalations,
  actions,
  trendTargets,
];
