import type { JourneyStay } from '../../domain/spell/spell-view.ts';
import { STAGE_NAMES } from '../../domain/spell/stage.ts';
import { calendarDay, formatDay } from '../../domain/time.ts';
import { TimeText } from '../components/time-text.tsx';
import { countDays, countNights } from '../count-words.ts';
import { usePlan } from './plan-context.ts';
import { PrimaryReason } from './primary-reason.tsx';

/** Where the stay stands in short facts; absent for readers without care fields. */
export function StayFacts() {
  const { view, timeZone } = usePlan();
  const { card, stay } = view;
  if (stay === undefined || card.stage === undefined) return null;
  const { dischargeReadyDate = null, delayDays = 0, lengthOfStay = 0 } = card;
  const admittedOn = calendarDay(stay.admittedAt, timeZone);
  return (
    <section aria-label="The stay" className="hub-plan__stay">
      <dl className="hub-plan__figures">
        <div>
          <dt>Admitted</dt>
          <dd>
            <TimeText dateTime={stay.admittedAt}>{formatDay(admittedOn)}</TimeText>
            {stay.specialty !== null && <span className="hub-facts__by">{stay.specialty}</span>}
          </dd>
        </div>
        <div>
          <dt>Length of stay</dt>
          <dd>{countNights(lengthOfStay)}</dd>
        </div>
        <div>
          <dt>Days delayed</dt>
          <dd>
            {dischargeReadyDate === null ? 'Not delayed' : countDays(delayDays)}
            {dischargeReadyDate !== null && (
              <span className="hub-facts__by">Ready since {formatDay(dischargeReadyDate)}</span>
            )}
          </dd>
        </div>
        <PrimaryReason />
        <div>
          <dt>Stage</dt>
          <dd>
            {STAGE_NAMES[card.stage]}
            {card.dischargedOn !== null && (
              <span className="hub-facts__by">Left {formatDay(card.dischargedOn)}</span>
            )}
          </dd>
        </div>
      </dl>
      <Journey stays={stay.journey} />
    </section>
  );
}

type JourneyProps = { stays: readonly JourneyStay[] };

/** The stays elsewhere that led to this one; length of stay and delay are of this one alone. */
function Journey({ stays }: JourneyProps) {
  if (stays.length === 0) return null;
  return (
    <p className="hub-quiet hub-plan__journey">
      Follows on from{' '}
      {stays
        .map(({ wardName, site, admittedOn, dischargedOn }) => {
          const until = dischargedOn === null ? '' : ` to ${formatDay(dischargedOn)}`;
          return `${wardName}, ${site} (${formatDay(admittedOn)}${until})`;
        })
        .join(', then ')}
    </p>
  );
}
