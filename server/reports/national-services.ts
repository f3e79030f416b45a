import { createHash } from 'node:crypto';
import type { ReportRecordStore } from '../../db/report-record-store.ts';
import type { Actor } from '../../domain/actor.ts';
import { refuseShape } from '../../domain/refuse-shape.ts';
import type { NationalComparison } from '../../domain/reports/national-file.ts';
import { compareWithNational, readNationalFile } from '../../domain/reports/national-file.ts';
import { daysOfMonth, monthOf } from '../../domain/reports/months.ts';
import type {
  NationalContent,
  StoredNationalFile,
} from '../../domain/reports/take-national-file.ts';
import { nationalFileShape } from '../../domain/reports/take-national-file.ts';
import { mayReadReports } from '../../domain/reports/who-may-read.ts';
import type { Refusal } from '../../domain/result.ts';
import { refuse } from '../../domain/result.ts';
import { actorRef } from '../../domain/spell/decision.ts';
import { inWords } from '../../domain/spell/parse-command.ts';
import type { Clock } from '../services.ts';
import { MOST_LINES, linesOfCsv } from './read-national-csv.ts';
import type { ReportRequest, ReportResult } from './report-request.ts';
import { askedNow } from './report-request.ts';

/** A month's file beside our figures as they are recorded now; null where none was taken. */
export type BesideNational =
  { ok: true; file: StoredNationalFile | null; comparison: NationalComparison[] } | Refusal;

export type NationalServices = {
  /** Reads a file of the national statistics and keeps what is of our organisations. */
  take(actor: Actor, body: unknown, bytes: Uint8Array): Promise<{ ok: true } | Refusal>;
  beside(actor: Actor, month: string): Promise<BesideNational>;
};

type Deps = {
  records: ReportRecordStore;
  clock: Clock;
  workOut: (request: ReportRequest) => Promise<ReportResult | Refusal>;
};

const NOT_FOR_YOU = refuse('NOT_ALLOWED', 'The national file is for the discharge hub.');
const ID_USED = refuse('RULE_BROKEN', 'This file was sent before. Open the page again.');
const FAILED = refuse('UNAVAILABLE', 'Our figures could not be worked out. Try again.');

const TOO_MANY_LINES = 'The file has too many lines: send the sheet Provider alone.';

const refuseFile = (message: string) => refuse('INVALID', message, { fields: { file: message } });

/** The door for files of the national statistics: shape, permission, reading, one row that stands. */
export function createNationalServices({ records, clock, workOut }: Deps): NationalServices {
  return {
    async take(actor, body, bytes) {
      if (!mayReadReports(actor)) return NOT_FOR_YOU;
      const taken = await takeNationalFile({ records, clock }, actor, body, bytes);
      return taken.ok ? { ok: true } : taken;
    },
    async beside(actor, month) {
      if (!mayReadReports(actor)) return NOT_FOR_YOU;
      const file = await records.nationalFile(month);
      if (file === null) return { ok: true, file, comparison: [] };
      const result = await workOut({ ...askedNow(clock), kind: 'by_code', month });
      if ('ok' in result) return result;
      if (result.kind !== 'by_code') return FAILED;
      const comparison = compareWithNational(file.content.rows, result.figures);
      return { ok: true, file, comparison };
    },
  };
}

/** Reads a file and keeps it, for somebody who may. */
export async function takeNationalFile(
  { records, clock }: Pick<Deps, 'records' | 'clock'>,
  actor: Actor,
  body: unknown,
  bytes: Uint8Array,
): Promise<{ ok: true; content: NationalContent } | Refusal> {
  const parsed = nationalFileShape.safeParse(body, { error: inWords });
  if (!parsed.success) {
    return refuseShape(parsed.error.issues, ([field]) => String(field), 'Choose a file');
  }
  const { id, month, fileName } = parsed.data;
  if (month >= monthOf(clock.today())) return refuseFile('This month is not over yet.');
  if (bytes.length === 0) return refuseFile('Choose the file');
  const lines = linesOfCsv(bytes);
  if (lines === null) return refuseFile('This is not a CSV file. Save the sheet as CSV first.');
  if (lines.length > MOST_LINES) return refuseFile(TOO_MANY_LINES);
  const codes = await records.returnCodes(daysOfMonth(month).to);
  const read = readNationalFile(lines, { month, codes });
  if (!read.ok) return refuseFile(read.message);
  const { rows, problems, missing } = read;
  const content = { rows, problems, missing };
  const fileHash = createHash('sha256').update(bytes).digest('hex');
  const file = { id, month, fileName, content, fileHash };
  const { role, organisation } = actor;
  const stored = { ...file, by: actorRef(actor), at: clock.now() };
  const isKept = await records.addNationalFile(stored, { role, organisation });
  return isKept ? { ok: true, content } : ID_USED;
}
