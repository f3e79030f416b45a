import type { PersonBehind } from '../../db/queries/people-behind.ts';
import type {
  FileFormat,
  PeopleAnswer,
  ReportAnswer,
  ReportFile,
  StayWaits,
} from '../../domain/reports/report-answer.ts';
import type { FigureQuestion, ReportQuestion } from '../../domain/reports/report-question.ts';
import type { ReturnContent, ReturnWhich } from '../../domain/reports/return-versions.ts';
import type { Month } from '../../domain/reports/months.ts';
import type { NationalRow } from '../../domain/reports/national-file.ts';
import type { TrendMark } from '../../domain/reports/trend-marks.ts';
import type { TrendTarget } from '../../domain/reports/trend-targets.ts';
import type { Actor, Audience } from '../../domain/actor.ts';
import type { PastBoard, PastPlan } from '../../domain/past/past-view.ts';
import type { CalendarDay, Instant } from '../../domain/time.ts';
import type { ReportTable } from '../../domain/reports/report-table.ts';
import type { Clock } from '../services.ts';
import type { AboutFile } from './table-files.ts';
import type { CodeFigures } from './work-out-by-code.ts';

/** When and where a report is asked: the server's clock, as reports have none of their own. */
export type AskedAt = {
  now: Instant;
  today: CalendarDay;
  timeZone: string;
  /** What people marked on the trend that is asked for. */
  marks?: readonly TrendMark[];
  /** What it is to reach, where somebody set that. */
  target?: TrendTarget | null;
};

export function askedNow(clock: Pick<Clock, 'now' | 'today' | 'timeZone'>): AskedAt {
  return { now: clock.now(), today: clock.today(), timeZone: clock.timeZone };
}

/** A file of tables that were worked out elsewhere; `name` is without what kind of file it is. */
export type TablesFile = {
  name: string;
  /** The first of the tables as CSV, or all of them as Excel's. */
  format: 'csv' | 'xlsx';
  about: AboutFile;
  tables: readonly ReportTable[];
};

/** A month of the national file beside ours, to take away. */
export type NationalFileAsked = {
  month: Month;
  recorded: Instant | null;
  rows: readonly NationalRow[];
  format: TablesFile['format'];
};

/** What a report's engine can be asked for. */
export type ReportRequest = AskedAt &
  (
    | { kind: 'answer'; question: ReportQuestion }
    | { kind: 'people'; behind: FigureQuestion }
    | { kind: 'stay'; spellId: string; recorded: Instant | null }
    | { kind: 'by_code'; month: Month; recorded: Instant | null }
    | { kind: 'national_file'; file: NationalFileAsked }
    | { kind: 'return'; which: ReturnWhich; recorded: Instant | null }
    | { kind: 'names'; spellIds: readonly string[] }
    | { kind: 'file'; question: ReportQuestion; format: FileFormat; tableId: string | null }
    | { kind: 'tables'; file: TablesFile }
    | { kind: 'past_board'; reader: Audience; at: Instant }
    | { kind: 'past_plan'; actor: Actor; spellId: string; at: Instant }
  );

/** `nothing`: there is no such figure, group or table. `now`: what is recorded now, of a return of the past. */
export type ReportResult =
  | { kind: 'answer'; answer: ReportAnswer }
  | { kind: 'people'; people: PeopleAnswer }
  | { kind: 'stay'; stay: StayWaits }
  | { kind: 'by_code'; figures: CodeFigures[] }
  | { kind: 'return'; content: ReturnContent; now: ReturnContent | null }
  | { kind: 'names'; people: PersonBehind[] }
  | { kind: 'file'; file: ReportFile }
  | { kind: 'past_board'; board: PastBoard }
  | { kind: 'past_plan'; plan: PastPlan }
  | { kind: 'nothing' };

/** Told of while a report is worked on; throws `Cancelled` when nobody wants it any more. */
export type Progress = (done: number, of: number) => void;

export class Cancelled extends Error {
  override name = 'Cancelled';
}

/** Works reports out: in a thread of its own, or for tests in this one. */
export type ReportEngine = {
  /** Rejects with `Cancelled` after an abort, and with a fault when the work failed. */
  run(request: ReportRequest, onProgress: Progress, signal: AbortSignal): Promise<ReportResult>;
  close(): Promise<void>;
};
