import type { Store } from '../../db/store.ts';
import type { Actor } from '../../domain/actor.ts';
import type { ReportFile } from '../../domain/reports/report-answer.ts';
import { readBy } from '../read-by.ts';
import type { Clock } from '../services.ts';
import type { Reading } from './ask-desk.ts';
import { BUSY, NOT_THERE, failure, refused } from './ask-desk.ts';
import type { ReportDesk } from './report-desk.ts';
import type { ReportRequest } from './report-request.ts';

/** A file that somebody may have: that was decided before. */
export type AskedFile = {
  /** The same file has the same key, whenever it is asked for. */
  key: string;
  request: ReportRequest;
  /** What the audit of reads says that it is. */
  about: string;
};

/** Where files are made and fetched: each for whoever asked, and nobody else. */
export type FileDesk = {
  /**
   * A file to take away, noted before it is handed over. What takes longer than a few seconds is
   * made meanwhile, and can be fetched for some minutes.
   */
  take(actor: Actor, asked: AskedFile): Promise<Reading<ReportFile>>;
  /** How far such a file is. */
  prepare(actor: Actor, asked: AskedFile): Promise<Reading<{ name: string }>>;
  cancel(actor: Actor, key: string): void;
};

type Deps = {
  desk: ReportDesk;
  store: Pick<Store, 'recordRead'>;
  clock: Pick<Clock, 'now'>;
  /** So long a file is waited for before it is said how far it is. */
  fileWaitMs?: number;
};

const FILE_WAIT_MS = 5_000;
const FILE_KEEP_MS = 5 * 60_000;

export function createFileDesk({ desk, store, clock, fileWaitMs = FILE_WAIT_MS }: Deps): FileDesk {
  const keyOf = ({ id }: Actor, key: string) => `${id} ${key}`;

  async function note(actor: Actor, about: string) {
    await store.recordRead({ ...readBy(actor, clock), kind: 'export', spellId: null, about });
  }

  /** A file, or how far it is; that one is made that takes a while is noted. */
  async function fileOf(
    actor: Actor,
    { key, request, about }: AskedFile,
    waitMs?: number,
  ): Promise<Reading<ReportFile>> {
    const times = { keepMs: FILE_KEEP_MS, ...(waitMs === undefined ? {} : { waitMs }) };
    try {
      const asked = await desk.ask(keyOf(actor, key), request, times);
      if (asked.state === 'busy') return refused(BUSY);
      if (asked.state === 'ready') {
        const { result } = asked;
        return result.kind === 'file'
          ? { state: 'ready', answer: result.file }
          : refused(NOT_THERE);
      }
      const { isNew, ...working } = asked;
      if (isNew) await note(actor, `${about} being made`);
      return working;
    } catch (error) {
      return refused(failure(error));
    }
  }

  return {
    async take(actor, asked) {
      const reading = await fileOf(actor, asked, fileWaitMs);
      if (reading.state === 'ready') await note(actor, `${asked.about} as ${reading.answer.name}`);
      return reading;
    },
    async prepare(actor, asked) {
      const reading = await fileOf(actor, asked);
      return reading.state === 'ready'
        ? { state: 'ready', answer: { name: reading.answer.name } }
        : reading;
    },
    cancel(actor, key) {
      desk.cancel(keyOf(actor, key));
    },
  };
}
