import type { Actor } from '../domain/actor.ts';
import type { Provider } from '../domain/reports/places.ts';
import type {
  ReturnVersion,
  ReturnVersionHead,
  ReturnWhich,
} from '../domain/reports/return-versions.ts';
import type { Month } from '../domain/reports/months.ts';
import type { StoredNationalFile } from '../domain/reports/take-national-file.ts';
import type { TrendMark } from '../domain/reports/trend-marks.ts';
import type { TrendTarget } from '../domain/reports/trend-targets.ts';
import type { CalendarDay } from '../domain/time.ts';

/** As what somebody acted, beside who they are. */
export type ActedAs = Pick<Actor, 'role' | 'organisation'>;

/** What people decide about reports. Nothing of it is ever changed or deleted. */
export type ReportRecordStore = {
  /** The organisations that have wards. */
  providers(): Promise<Provider[]>;
  /**
   * What national files know us by on a day: the codes of trusts and integrated care boards, and the
   * names of their regions.
   */
  knownAs(day: CalendarDay): Promise<{ codes: string[]; regions: string[] }>;

  /** Every mark, those that were taken back too, in the order in which they were made. */
  trendMarks(): Promise<TrendMark[]>;
  /** False when a mark of this id is there already. */
  addTrendMark(mark: TrendMark, as: ActedAs): Promise<boolean>;
  /** False when somebody took it back before. `mark` says by whom, when and why now. */
  takeBackTrendMark(mark: TrendMark, by: ActedAs & { commandId: string }): Promise<boolean>;

  /** Every target of a trend that was ever set, in that order. */
  trendTargets(): Promise<TrendTarget[]>;
  /** False when a target of this id is there already. */
  addTrendTarget(target: TrendTarget, as: ActedAs): Promise<boolean>;

  /** The versions of one return, the first one first. */
  returnVersions(which: ReturnWhich): Promise<ReturnVersion[]>;
  /** The last version of every return, the latest day first, at most `limit`. */
  lastReturnVersions(limit: number): Promise<ReturnVersionHead[]>;
  /** The last version of each return of a day. */
  returnsOfDay(day: CalendarDay): Promise<ReturnVersionHead[]>;
  /** The last file of a month's national statistics. */
  nationalFile(month: Month): Promise<StoredNationalFile | null>;
  /** False when this file was taken already. */
  addNationalFile(file: StoredNationalFile, as: ActedAs): Promise<boolean>;

  /** False when there is such a version already: somebody else was first, or it is a repeat. */
  addReturnVersion(version: ReturnVersion): Promise<boolean>;
};
