import type { Store } from '../../db/store.ts';
import type { Actor } from '../../domain/actor.ts';
import { mayLookBack } from '../../domain/past/past-sight.ts';
import type { PastBoard, PastPlan } from '../../domain/past/past-view.ts';
import { refuse } from '../../domain/result.ts';
import type { Instant } from '../../domain/time.ts';
import type { Reading } from '../reports/ask-desk.ts';
import { askDesk, refused } from '../reports/ask-desk.ts';
import type { ReportDesk } from '../reports/report-desk.ts';
import { askedNow } from '../reports/report-request.ts';
import { readBy } from '../read-by.ts';
import type { Clock } from '../services.ts';

/** What pages may ask of the past. Each answer is noted, before it is given, as a look at records. */
export type PastServices = {
  /** The actor's board as it was at a moment that has passed. */
  board(actor: Actor, at: Instant): Promise<Reading<PastBoard>>;
  plan(actor: Actor, spellId: string, at: Instant): Promise<Reading<PastPlan>>;
};

const NOT_FOR_YOU = refuse('NOT_ALLOWED', 'Looking back is for wards, councils and the hub.');
const NOT_YET = refuse('INVALID', 'Choose a moment that has passed.');

type Deps = { desk: ReportDesk; store: Pick<Store, 'recordRead'>; clock: Clock };

export function createPastServices({ desk, store, clock }: Deps): PastServices {
  function refusal(actor: Actor, at: Instant) {
    if (!mayLookBack(actor)) return NOT_FOR_YOU;
    return at > clock.now() ? NOT_YET : null;
  }

  async function note(actor: Actor, spellId: string | null, about: string) {
    await store.recordRead({ ...readBy(actor, clock), kind: 'spell_viewed', spellId, about });
  }

  return {
    async board(actor, at) {
      const no = refusal(actor, at);
      if (no !== null) return refused(no);
      const { role, wardIds, place } = actor;
      const reader = { role, wardIds, place };
      const request = { ...askedNow(clock), kind: 'past_board' as const, reader, at };
      const reading = await askDesk(desk, request, (result) =>
        result.kind === 'past_board' ? result.board : null,
      );
      if (reading.state === 'ready') await note(actor, null, `board as it was at ${at}`);
      return reading;
    },
    async plan(actor, spellId, at) {
      const no = refusal(actor, at);
      if (no !== null) return refused(no);
      const request = { ...askedNow(clock), kind: 'past_plan' as const, actor, spellId, at };
      const reading = await askDesk(desk, request, (result) =>
        result.kind === 'past_plan' ? result.plan : null,
      );
      if (reading.state === 'ready') await note(actor, spellId, `as it was at ${at}`);
      return reading;
    },
  };
}
