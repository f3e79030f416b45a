import type { ReportRecordStore } from '../../db/report-record-store.ts';
import type { Actor } from '../../domain/actor.ts';
import type { TrendTarget } from '../../domain/reports/trend-targets.ts';
import { decideTrendTarget, parseTrendTarget } from '../../domain/reports/trend-targets.ts';
import { mayReadReports } from '../../domain/reports/who-may-read.ts';
import type { Refusal } from '../../domain/result.ts';
import { refuse } from '../../domain/result.ts';
import type { Clock } from '../services.ts';

export type TrendTargetServices = {
  /** Every target that was ever set; null for those whom reports are not for. */
  all(actor: Actor): Promise<TrendTarget[] | null>;
  /** Sets one, or says that there is none any more. */
  set(actor: Actor, body: unknown): Promise<{ ok: true } | Refusal>;
};

type Deps = { records: ReportRecordStore; clock: Clock };

const DONE = { ok: true } as const;
const NOT_FOR_YOU = refuse('NOT_ALLOWED', 'Only the discharge hub sets targets.');
const MEANWHILE = refuse('CONFLICT', 'Somebody set another target meanwhile. Look at it again.');

/** The door for targets of trends: shape, permission, decision, one row that stands. */
export function createTrendTargetServices({ records, clock }: Deps): TrendTargetServices {
  return {
    all: async (actor) => (mayReadReports(actor) ? records.trendTargets() : null),
    async set(actor, body) {
      if (!mayReadReports(actor)) return NOT_FOR_YOU;
      const parsed = parseTrendTarget(body);
      if (!parsed.ok) return parsed;
      const [targets, trusts] = await Promise.all([records.trendTargets(), records.providers()]);
      const providers = trusts.map(({ id }) => id);
      const context = { actor, now: clock.now(), providers };
      const decision = decideTrendTarget(targets, parsed.command, context);
      if (!decision.ok) return decision;
      const { target } = decision;
      if (target === null) return DONE;
      const { role, organisation } = actor;
      const isKept = await records.addTrendTarget(target, { role, organisation });
      return isKept ? DONE : MEANWHILE;
    },
  };
}
