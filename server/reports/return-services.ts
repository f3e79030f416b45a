import type { PersonBehind } from '../../db/queries/people-behind.ts';
import { changedVersions, returnHashOf } from '../../db/return-hash.ts';
import type { ReportRecordStore } from '../../db/report-record-store.ts';
import type { Actor } from '../../domain/actor.ts';
import type { ReportFile } from '../../domain/reports/report-answer.ts';
import type { ReturnComparison } from '../../domain/reports/return-content.ts';
import { compareReturns } from '../../domain/reports/return-content.ts';
import type {
  ReturnContent,
  ReturnPart,
  ReturnVersion,
  ReturnVersionHead,
  ReturnWhich,
} from '../../domain/reports/return-versions.ts';
import { decideReturn, parseReturnCommand } from '../../domain/reports/sign-return.ts';
import { mayReadReports } from '../../domain/reports/who-may-read.ts';
import type { Refusal } from '../../domain/result.ts';
import { refuse } from '../../domain/result.ts';
import type { Clock } from '../services.ts';
import { nationalCsvOf } from './report-file.ts';
import type { Instant } from '../../domain/time.ts';
import type { Reading } from './ask-desk.ts';
import { askDesk, keyOf, refused } from './ask-desk.ts';
import type { ReportDesk } from './report-desk.ts';
import type { ReportRequest, ReportResult } from './report-request.ts';
import { askedNow } from './report-request.ts';

/** A return with all its versions, as it would be signed now or would have been, and what differs. */
export type ReturnReading = {
  versions: ReturnVersion[];
  /** The numbers of versions that are not any more as they were written. */
  changed: number[];
  current: ReturnContent;
  /**
   * The last version that was signed, beside what is recorded now; null where none was. Of the past,
   * where `version` is null: what was recorded then, beside what is recorded now.
   */
  comparison: (ReturnComparison & { version: number | null }) | null;
  /** Who the stays that count otherwise are of; null where that was not asked. */
  people: PersonBehind[] | null;
};

/** `recorded`: by when what counts had been recorded; null for what is recorded now. */
export type ReturnWanted = { withNames: boolean; recorded: Instant | null };

export type ReturnServices = {
  /** `withNames` is noted, where there is a name to see. */
  read(actor: Actor, which: ReturnWhich, wanted: ReturnWanted): Promise<Reading<ReturnReading>>;
  /** Gives it up while it is being worked out. */
  cancel(actor: Actor, which: ReturnWhich, recorded: Instant | null): void;
  /** Signs a return, or opens it again. */
  change(actor: Actor, body: unknown): Promise<{ ok: true } | Refusal>;
  /** The last version of each return, the latest day first; null for whom they are not for. */
  list(actor: Actor): Promise<ReturnVersionHead[] | null>;
  /** How the returns of a day stand; null where nobody signed one. */
  ofDay(actor: Actor, day: string): Promise<Record<ReturnPart, ReturnVersionHead | null>>;
  /** What was signed, as the national file has it; noted before it is handed over. */
  file(actor: Actor, which: ReturnWhich & { version: number }): Promise<ReportFile | Refusal>;
};

type Deps = {
  records: ReportRecordStore;
  clock: Clock;
  desk: ReportDesk;
  /** Works something out afresh: what is signed is never kept from before. */
  workOut: (request: ReportRequest) => Promise<ReportResult | Refusal>;
  note: (actor: Actor, kind: 'figure_opened' | 'export', about: string) => Promise<void>;
};

const LISTED = 400;
const NOT_FOR_YOU = refuse('NOT_ALLOWED', 'Returns are for the discharge hub.');
const NOT_THERE = refuse('NOT_FOUND', 'There is no such version of this return.');
const NOT_YET = refuse('INVALID', 'Choose a moment that has passed.');
const MEANWHILE = refuse('CONFLICT', 'Somebody else was first. Look at the return again.');
const FAILED = refuse('UNAVAILABLE', 'The return could not be worked out. Try again.');

/** The door for returns: shape, permission, worked out afresh, decision, one version that stands. */
export function createReturnServices(deps: Deps): ReturnServices {
  const { records, clock, desk, workOut, note } = deps;

  const request = ({ part, day }: ReturnWhich, recorded: Instant | null) => {
    return { ...askedNow(clock), kind: 'return' as const, which: { part, day }, recorded };
  };

  async function contentOf(which: ReturnWhich) {
    const result = await workOut(request(which, null));
    if ('ok' in result) return result;
    return result.kind === 'return' ? { ok: true as const, content: result.content } : FAILED;
  }

  async function peopleOf(actor: Actor, which: ReturnWhich, spellIds: readonly string[]) {
    const result = await workOut({ ...askedNow(clock), kind: 'names', spellIds });
    if ('ok' in result || result.kind !== 'names') return [];
    await note(actor, 'figure_opened', `return?part=${which.part}&day=${which.day}&changed`);
    return result.people;
  }

  return {
    async read(actor, which, { withNames, recorded }) {
      if (!mayReadReports(actor)) return refused(NOT_FOR_YOU);
      if ((recorded ?? '') > clock.now()) return refused(NOT_YET);
      // Whoever looks again after somebody was quicker must not be shown what was before.
      const worked = await askDesk(desk, request(which, recorded), contentsIn, { isOnce: true });
      if (worked.state !== 'ready') return worked;
      const { content: current, now } = worked.answer;
      const versions = await records.returnVersions(which);
      const before = now === null ? lastSigned(versions) : { content: current, version: null };
      const comparison = before && {
        ...compareReturns(which.part, before.content, now ?? current),
        version: before.version,
      };
      const ids = comparison?.stays.map(({ spellId }) => spellId) ?? [];
      const people = withNames && ids.length > 0 ? await peopleOf(actor, which, ids) : null;
      const changed = changedVersions(versions).map(({ version }) => version);
      const answer = { versions, changed, current, comparison, people };
      return { state: 'ready', answer };
    },
    cancel(actor, which, recorded) {
      if (mayReadReports(actor)) desk.cancel(keyOf(request(which, recorded)));
    },
    async change(actor, body) {
      if (!mayReadReports(actor)) return NOT_FOR_YOU;
      const parsed = parseReturnCommand(body);
      if (!parsed.ok) return parsed;
      const { command } = parsed;
      const worked = await contentOf(command);
      if (!worked.ok) return worked;
      const versions = await records.returnVersions(command);
      const context = { ...askedNow(clock), actor, content: worked.content };
      const decision = decideReturn(versions, command, context);
      if (!decision.ok) return decision;
      const { draft } = decision;
      if (draft === null) return { ok: true };
      const isKept = await records.addReturnVersion({ ...draft, hash: returnHashOf(draft) });
      return isKept ? { ok: true } : MEANWHILE;
    },
    list: async (actor) => (mayReadReports(actor) ? records.lastReturnVersions(LISTED) : null),
    async ofDay(actor, day) {
      if (!mayReadReports(actor)) return { daily: null, weekly: null };
      const last = await records.returnsOfDay(day);
      const of = (part: ReturnPart) => last.find((version) => version.part === part) ?? null;
      return { daily: of('daily'), weekly: of('weekly') };
    },
    async file(actor, which) {
      if (!mayReadReports(actor)) return NOT_FOR_YOU;
      const versions = await records.returnVersions(which);
      const content = versions.find(({ version }) => version === which.version)?.content;
      if (!content) return NOT_THERE;
      const { part, day, version } = which;
      const file = nationalCsvOf(`discharge-hub-${part}-return-${day}-v${version}`, content.rows);
      await note(actor, 'export', `return as ${file.name}`);
      return file;
    },
  };
}

function contentsIn(result: ReportResult) {
  return result.kind === 'return' ? result : null;
}

function lastSigned(versions: readonly ReturnVersion[]) {
  const signed = versions.findLast(({ standing }) => standing === 'signed');
  return signed?.content ? { content: signed.content, version: signed.version } : null;
}
