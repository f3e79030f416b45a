import type { ReportRecordStore } from '../../db/report-record-store.ts';
import type { Actor } from '../../domain/actor.ts';
import type { Provider } from '../../domain/reports/places.ts';
import type { TrendMark } from '../../domain/reports/trend-marks.ts';
import { decideTrendMark, parseTrendMarkCommand } from '../../domain/reports/trend-marks.ts';
import { mayReadReports } from '../../domain/reports/who-may-read.ts';
import type { Refusal } from '../../domain/result.ts';
import { refuse } from '../../domain/result.ts';
import type { Clock } from '../services.ts';

export type TrendMarkServices = {
  /**
   * Every mark, those that were taken back too, and the trusts that there are; null for those whom
   * reports are not for.
   */
  all(actor: Actor): Promise<{ marks: TrendMark[]; providers: Provider[] } | null>;
  /** Makes a mark, or takes one back. */
  change(actor: Actor, body: unknown): Promise<{ ok: true } | Refusal>;
};

type Deps = { records: ReportRecordStore; clock: Clock };

const DONE = { ok: true } as const;
const NOT_FOR_YOU = refuse('NOT_ALLOWED', 'Only the discharge hub marks trends.');
const MEANWHILE = refuse('CONFLICT', 'Somebody changed this mark meanwhile. Look at it again.');

/** The door for marks on trends: shape, permission, decision, one row that stands. */
export function createTrendMarkServices({ records, clock }: Deps): TrendMarkServices {
  const readAll = async () => {
    const [marks, providers] = await Promise.all([records.trendMarks(), records.providers()]);
    return { marks, providers };
  };
  return {
    all: async (actor) => (mayReadReports(actor) ? readAll() : null),
    async change(actor, body) {
      if (!mayReadReports(actor)) return NOT_FOR_YOU;
      const parsed = parseTrendMarkCommand(body);
      if (!parsed.ok) return parsed;
      const { command } = parsed;
      const { marks, providers } = await readAll();
      const decision = decideTrendMark(marks, command, {
        actor,
        now: clock.now(),
        today: clock.today(),
        providers: providers.map(({ id }) => id),
      });
      if (!decision.ok) return decision;
      const { mark } = decision;
      if (mark === null) return DONE;
      const as = { role: actor.role, organisation: actor.organisation };
      const isKept =
        command.type === 'MarkTrend'
          ? await records.addTrendMark(mark, as)
          : await records.takeBackTrendMark(mark, { ...as, commandId: command.id });
      return isKept ? DONE : MEANWHILE;
    },
  };
}
