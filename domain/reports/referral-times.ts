import type { SpellEvent } from '../spell/events.ts';
import type { Instant } from '../time.ts';
import type { NationalPathway } from '../spell/pathway.ts';
import { NATIONAL_PATHWAYS } from '../spell/pathway.ts';
import { quantile } from './quantile.ts';
import type { ReportTable } from './report-table.ts';
import type { FinishedStay } from './stay-facts.ts';
import type { StayStory } from './stay-story.ts';

/** When the hub was first told of somebody, and when a pathway was first agreed; null: never. */
export type ReferralCourse = {
  national: NationalPathway | null;
  referredAt: Instant | null;
  agreedAt: Instant | null;
};

/**
 * The hub is told by a referral task that is done (handbook 3); a pathway is agreed when one is
 * first set as agreed.
 */
export function referralCourse({ stay, events }: StayStory<FinishedStay>): ReferralCourse {
  const referrals = new Set(
    events.flatMap((event) =>
      event.type === 'TaskAdded' && event.data.taskType === 'hub_referral' ? event.taskId : [],
    ),
  );
  const first = (isWanted: (event: SpellEvent) => boolean) =>
    events.find((event) => isWanted(event) && event.occurredAt <= stay.discharge.at)?.occurredAt;
  const referredAt = first(({ type, taskId }) => type === 'TaskCompleted' && referrals.has(taskId));
  const agreedAt = first(
    (event) => event.type === 'PathwaySet' && event.data.agreed !== 'none_set',
  );
  const { national } = stay;
  return { national, referredAt: referredAt ?? null, agreedAt: agreedAt ?? null };
}

const HOUR_MS = 3_600_000;

/** From the first referral to the first agreed pathway, for all and by national pathway. */
export function referralTable(courses: readonly ReferralCourse[]): ReportTable {
  const rowOf = (id: string, name: string, own: readonly ReferralCourse[]) => {
    const referred = own.filter(({ referredAt }) => referredAt !== null);
    const hours = referred.flatMap(hoursToPathway);
    const waited = hours.filter((each) => each >= 0);
    const unagreed = referred.filter(({ agreedAt }) => agreedAt === null).length;
    const times = [quantile(waited, 0.5), quantile(waited, 0.9)];
    const cells = [own.length, referred.length, waited.length, ...times];
    return { id, name, cells: [...cells, hours.length - waited.length, unagreed] };
  };
  return {
    id: 'referrals',
    title: 'From referral to agreed pathway',
    rowsAre: 'Pathway',
    columns: [
      { key: 'discharged', name: 'Patients discharged', kind: 'count' },
      { key: 'referred', name: 'Referred to the hub', kind: 'count' },
      { key: 'agreed_after', name: 'Pathway agreed after it', kind: 'count' },
      { key: 'median', name: 'Median hours to it', kind: 'decimal' },
      { key: 'p90', name: '90th percentile, hours', kind: 'decimal' },
      { key: 'agreed_before', name: 'Pathway agreed before it', kind: 'count' },
      { key: 'never', name: 'None agreed', kind: 'count' },
    ],
    rows: [
      rowOf('all', 'All', courses),
      ...[...NATIONAL_PATHWAYS, null].map((pathway) => {
        const name = pathway ?? 'No pathway';
        const own = courses.filter(({ national }) => national === pathway);
        return rowOf(pathway ?? 'none', name, own);
      }),
    ],
  };
}

/** Hours from referral to agreement, negative where it was agreed before; empty where either is missing. */
function hoursToPathway({ referredAt, agreedAt }: ReferralCourse): number[] {
  if (referredAt === null || agreedAt === null) return [];
  return [(Date.parse(agreedAt) - Date.parse(referredAt)) / HOUR_MS];
}
