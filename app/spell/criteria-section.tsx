import type { NctrPeriod } from '../../domain/delay/delay-days.ts';
import type { CriterionCode } from '../../domain/spell/criteria.ts';
import { formatDay, formatInstant } from '../../domain/time.ts';
import { Tag } from '../components/tag.tsx';
import { ClinicalCriteria } from './clinical-criteria.tsx';
import { countDays } from '../count-words.ts';
import { CriteriaMetForm } from './criteria-met-form.tsx';
import { NoCriteriaForm } from './no-criteria-form.tsx';
import { usePlan } from './plan-context.ts';
import { PlanSection } from './plan-section.tsx';
import { StayEscalation } from './stay-escalation.tsx';

/** Whether the person still needs an acute bed: a decision with a date, which can be taken back. */
export function CriteriaSection() {
  const { view, forms } = usePlan();
  const { dischargeReadyDate, dischargedOn } = view.card;
  if (dischargeReadyDate === undefined || view.stay === undefined) return null;
  const isReady = dischargeReadyDate !== null;
  return (
    <PlanSection
      id="criteria"
      title="Criteria to reside"
      digest={isReady ? `None since ${formatDay(dischargeReadyDate)}` : 'Met'}
    >
      <CriteriaState />
      <StayEscalation />
      <EarlierPeriods periods={view.stay.nctrPeriods} hasLeft={dischargedOn !== null} />
      {forms.recordNoCriteria && <NoCriteriaForm />}
      {forms.recordCriteria && <CriteriaMetForm />}
      <ClinicalCriteria />
    </PlanSection>
  );
}

function CriteriaState() {
  const { view, timeZone } = usePlan();
  const { dischargeReadyDate = null, delayDays = 0 } = view.card;
  const reviewedAt = view.stay?.lastReviewAt ?? null;
  return (
    <p className="hub-plan__value">
      {dischargeReadyDate === null ? (
        'Meets the criteria to reside'
      ) : (
        <span className="hub-cluster">
          <Tag colour="purple">No criteria to reside</Tag>
          <span>
            Ready since {formatDay(dischargeReadyDate)}
            {delayDays > 0 && `, ${countDays(delayDays)} delayed`}
          </span>
        </span>
      )}
      <span className="hub-facts__by">
        {reviewedAt === null
          ? 'No review recorded yet'
          : `Last reviewed ${formatInstant(reviewedAt, timeZone)}`}
      </span>
      <ReviewDue />
    </p>
  );
}

/** Some criteria run out by themselves: that asks for a review, and decides nothing. */
function ReviewDue() {
  const { view, now, timeZone } = usePlan();
  const { reviewDueAt = null, lastReviewCriteria = [] } = view.stay ?? {};
  if (reviewDueAt === null) return null;
  const names = lastReviewCriteria.flatMap((code) => CLOCKS[code] ?? []).join('; ');
  const when = formatInstant(reviewDueAt, timeZone);
  return (
    <span className={reviewDueAt <= now ? 'hub-plan__warning' : 'hub-facts__by'}>
      {reviewDueAt <= now ? `Review due since ${when}` : `Review due ${when}`}
      {names !== '' && `: ${names}`}
    </span>
  );
}

const CLOCKS: Partial<Record<CriterionCode, string>> = {
  '09': 'lower limb surgery counts for 48 hours',
  '10': 'thorax, abdominal or pelvic surgery counts for 72 hours',
  '11': 'an invasive procedure counts for 24 hours',
};

type EarlierPeriodsProps = { periods: readonly NctrPeriod[]; hasLeft: boolean };

function EarlierPeriods({ periods, hasLeft }: EarlierPeriodsProps) {
  const earlier = periods.filter(
    ({ endedBy, startedOn, endedOn }) =>
      endedOn !== null && startedOn !== endedOn && (endedBy === 'criteria_met' || hasLeft),
  );
  if (earlier.length === 0) return null;
  return (
    <ul className="hub-lines hub-plan__block hub-quiet">
      {earlier.map(({ startedOn, endedOn, endedBy }) => (
        <li key={`${startedOn} ${endedOn}`}>
          No criteria to reside {formatDay(startedOn)} to {endedOn !== null && formatDay(endedOn)}
          {endedBy === 'discharge' ? ': left the hospital' : ': criteria met again'}
        </li>
      ))}
    </ul>
  );
}
