import type { Actor } from '../domain/actor.ts';
import type { ReportFile } from '../domain/reports/report-answer.ts';
import { refuse } from '../domain/result.ts';
import { longStayTable } from '../domain/review/long-stay-table.ts';
import type { ReviewBand } from '../domain/review/long-stays.ts';
import { isLongStay, mayReview } from '../domain/review/long-stays.ts';
import { formatInstant } from '../domain/time.ts';
import type { Reading } from './reports/ask-desk.ts';
import { refused } from './reports/ask-desk.ts';
import type { AskedFile, FileDesk } from './reports/file-desk.ts';
import type { TablesFile } from './reports/report-request.ts';
import type { Services } from './services.ts';

/** Which long stays, and as what. */
export type LongStayFile = { band: ReviewBand; format: TablesFile['format'] };

/** The long stays in somebody's sight as a file to take away (`FileDesk`). */
export type LongStayFiles = {
  take(actor: Actor, wanted: LongStayFile): Promise<Reading<ReportFile>>;
  prepare(actor: Actor, wanted: LongStayFile): Promise<Reading<{ name: string }>>;
  cancel(actor: Actor, wanted: LongStayFile): void;
};

const NOT_FOR_YOU = refuse('NOT_ALLOWED', 'Long stays are for wards, councils and the hub.');

type Deps = Pick<Services, 'longStays' | 'lookups' | 'clock'> & { files: FileDesk };

export function createLongStayFiles({ longStays, lookups, clock, files }: Deps): LongStayFiles {
  function asked(actor: Actor, { band, format }: LongStayFile): AskedFile {
    const { timeZone } = clock;
    const [now, today] = [clock.now(), clock.today()];
    const rows = (longStays(actor) ?? []).filter(({ card }) => isLongStay(card, band));
    const table = longStayTable(rows, { catalogue: lookups().catalogue, timeZone, band });
    const file: TablesFile = {
      name: `discharge-hub-long-stays-${band}-nights-${today}`,
      format,
      about: [
        ['List', table.title],
        ['As of', formatInstant(now, timeZone)],
        ['Of the patients in sight of', actor.name],
      ],
      tables: [table],
    };
    return {
      key: keyOf({ band, format }),
      request: { now, today, timeZone, kind: 'tables', file },
      about: `review?nights=${band}`,
    };
  }

  return {
    async take(actor, wanted) {
      return mayReview(actor) ? files.take(actor, asked(actor, wanted)) : refused(NOT_FOR_YOU);
    },
    async prepare(actor, wanted) {
      return mayReview(actor) ? files.prepare(actor, asked(actor, wanted)) : refused(NOT_FOR_YOU);
    },
    cancel(actor, wanted) {
      files.cancel(actor, keyOf(wanted));
    },
  };
}

function keyOf({ band, format }: LongStayFile): string {
  return `long stays ${band} ${format}`;
}
