import { createHash } from 'node:crypto';
import type { ReportRecordStore } from '../../db/report-record-store.ts';
import type { Actor } from '../../domain/actor.ts';
import { refuseShape } from '../../domain/refuse-shape.ts';
import type { NationalComparison } from '../../domain/reports/national-file.ts';
import { compareWithNational, readNationalFile } from '../../domain/reports/national-file.ts';
import type { Month } from '../../domain/reports/months.ts';
import { daysOfMonth, monthOf } from '../../domain/reports/months.ts';
import type { ReportFile } from '../../domain/reports/report-answer.ts';
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
import type { Instant } from '../../domain/time.ts';
import type { Reading } from './ask-desk.ts';
import { NOT_THERE, askDesk, keyOf, refused } from './ask-desk.ts';
import type { AskedFile, FileDesk } from './file-desk.ts';
import type { ReportDesk } from './report-desk.ts';
import { askedNow } from './report-request.ts';

/** A month's file beside our figures; null where none was taken. */
export type BesideNational = { file: StoredNationalFile | null; comparison: NationalComparison[] };

/** Which month, and by when what is ours had been recorded. */
export type NationalWhich = { month: Month; recorded: Instant | null };
export type NationalWanted = NationalWhich & { format: 'csv' | 'xlsx' };

export type NationalServices = {
  /** Reads a file of the national statistics and keeps what is of our organisations. */
  take(actor: Actor, body: unknown, bytes: Uint8Array): Promise<{ ok: true } | Refusal>;
  beside(actor: Actor, which: NationalWhich): Promise<Reading<BesideNational>>;
  /** Gives it up while it is being worked out. */
  cancel(actor: Actor, which: NationalWhich): void;
  /** The same to take away (`FileDesk`). */
  file(actor: Actor, wanted: NationalWanted): Promise<Reading<ReportFile>>;
  prepareFile(actor: Actor, wanted: NationalWanted): Promise<Reading<{ name: string }>>;
  cancelFile(actor: Actor, wanted: NationalWanted): Promise<void>;
};

type Deps = {
  records: ReportRecordStore;
  clock: Clock;
  desk: ReportDesk;
  files: FileDesk;
};

const NOT_FOR_YOU = refuse('NOT_ALLOWED', 'The national file is for the discharge hub.');
const ID_USED = refuse('RULE_BROKEN', 'This file was sent before. Open the page again.');
const NOT_YET = refuse('INVALID', 'Choose a moment that has passed.');

const TOO_MANY_LINES = 'The file has too many lines: send the sheet Provider alone.';

const refuseFile = (message: string) => refuse('INVALID', message, { fields: { file: message } });

/** The door for files of the national statistics: shape, permission, reading, one row that stands. */
export function createNationalServices({ records, clock, desk, files }: Deps): NationalServices {
  const request = (which: NationalWhich) => ({
    ...askedNow(clock),
    kind: 'by_code' as const,
    ...which,
  });

  function refusal(actor: Actor, { recorded }: NationalWhich): Refusal | null {
    if (!mayReadReports(actor)) return NOT_FOR_YOU;
    return (recorded ?? '') > clock.now() ? NOT_YET : null;
  }

  /** What is taken away is of the file that counts just then. */
  async function asked(wanted: NationalWanted): Promise<AskedFile | null> {
    const file = await records.nationalFile(wanted.month);
    if (file === null) return null;
    const { rows } = file.content;
    return {
      key: `${keyOfFile(wanted)} ${file.id}`,
      request: { ...askedNow(clock), kind: 'national_file', file: { ...wanted, rows } },
      about: `discharges/national?month=${wanted.month}`,
    };
  }

  async function withFile<Answer>(
    actor: Actor,
    wanted: NationalWanted,
    hand: (file: AskedFile) => Promise<Reading<Answer>>,
  ): Promise<Reading<Answer>> {
    const no = refusal(actor, wanted);
    if (no !== null) return refused(no);
    const file = await asked(wanted);
    return file === null ? refused(NOT_THERE) : hand(file);
  }

  return {
    async take(actor, body, bytes) {
      if (!mayReadReports(actor)) return NOT_FOR_YOU;
      const taken = await takeNationalFile({ records, clock }, actor, body, bytes);
      return taken.ok ? { ok: true } : taken;
    },
    async beside(actor, which) {
      const no = refusal(actor, which);
      if (no !== null) return refused(no);
      const file = await records.nationalFile(which.month);
      if (file === null) return { state: 'ready', answer: { file, comparison: [] } };
      const { rows } = file.content;
      return askDesk(desk, request(which), (result) =>
        result.kind === 'by_code'
          ? { file, comparison: compareWithNational(rows, result.figures) }
          : null,
      );
    },
    cancel(actor, which) {
      if (mayReadReports(actor)) desk.cancel(keyOf(request(which)));
    },
    file: (actor, wanted) => withFile(actor, wanted, (file) => files.take(actor, file)),
    prepareFile: (actor, wanted) => withFile(actor, wanted, (file) => files.prepare(actor, file)),
    async cancelFile(actor, wanted) {
      const file = await asked(wanted);
      if (file !== null) files.cancel(actor, file.key);
    },
  };
}

function keyOfFile({ month, recorded, format }: NationalWanted): string {
  return `national ${month} ${recorded ?? 'now'} ${format}`;
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
  const known = await records.knownAs(daysOfMonth(month).to);
  const read = readNationalFile(lines, { month, ...known });
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
