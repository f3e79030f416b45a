import { Link, useSearchParams } from '@remix-run/react';
import type { ReactNode } from 'react';
import { reviewBandOf, type ReviewBand } from '../../domain/review/long-stays.ts';
import type { Lookups } from '../../domain/protocol.ts';
import type { CalendarDay } from '../../domain/time.ts';
import { formatInstant } from '../../domain/time.ts';
import type { LongStayRow } from '../../server/services.ts';
import { EmptyState } from '../components/empty-state.tsx';
import { PrintHeader } from '../components/print-header.tsx';
import { useBoardState } from '../live/board-context.ts';
import { LiveList, useAsOf } from '../live/live-list.tsx';
import type { BandCount, FirstLongStays } from './first-long-stays.ts';
import { reviewFilePath } from './review-links.ts';
import './review.scss';
import { useLongStays } from './use-long-stays.ts';

/** What the table of long stays is drawn from. The route gives the drawing: features do not know each other. */
export type LongStaysShown = {
  caption: string;
  rows: readonly LongStayRow[];
  band: ReviewBand;
  lookups: Lookups;
  asOfDay: CalendarDay;
  timeZone: string;
};

type LiveReviewProps = {
  first: FirstLongStays;
  renderRows: (shown: LongStaysShown) => ReactNode;
};

/** The live list of long stays, for the meeting that reviews them. */
export function LiveReview({ first, renderRows }: LiveReviewProps) {
  return (
    <LiveList first={first}>
      <Review {...{ first, renderRows }} />
    </LiveList>
  );
}

function Review({ first, renderRows }: LiveReviewProps) {
  const [params] = useSearchParams();
  const band = reviewBandOf(params.get('nights'));
  const { rows, counts, isWhole } = useLongStays(first, band);
  const lookups = useBoardState((state) => state.lookups);
  const asOfDay = useBoardState((state) => state.asOfDay);
  const { timeZone } = first;
  const caption = `Patients here for ${band} nights and more`;
  return (
    <>
      <h1 className="nhsuk-heading-l">Long stays</h1>
      <PrintHeader words={`Discharge Hub, long stays: ${caption.toLowerCase()}`} />
      <ReviewHead band={band} timeZone={timeZone} />
      <BandTabs {...{ band, counts }} />
      {rows.length > 0 && renderRows({ caption, rows, band, lookups, asOfDay, timeZone })}
      {!isWhole && <p className="hub-quiet">Loading…</p>}
      {rows.length === 0 && isWhole && (
        <EmptyState title={`Nobody has been here for ${band} nights`}>
          <p>Whoever stays that long appears here by themselves.</p>
        </EmptyState>
      )}
    </>
  );
}

/** Of when the list is, and what it can be taken away as. */
function ReviewHead({ band, timeZone }: { band: ReviewBand; timeZone: string }) {
  const asOf = useAsOf();
  return (
    <div className="hub-review__head">
      <p className="hub-quiet">
        Of the patients that you see, the longest delay first: why not home, and who is waited for.
        As of {formatInstant(asOf, timeZone)}.
      </p>
      <ul className="hub-lines hub-cluster hub-review__files">
        {(['xlsx', 'csv'] as const).map((format) => (
          <li key={format}>
            <a href={reviewFilePath({ band, format })} download>
              {FORMAT_NAMES[format]}
              <span className="nhsuk-u-visually-hidden"> of {band} nights and more</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}

const FORMAT_NAMES = { xlsx: 'Excel file', csv: 'CSV' } as const;

function BandTabs({ band, counts }: { band: ReviewBand; counts: readonly BandCount[] }) {
  return (
    <nav className="hub-tabs" aria-label="Nights in hospital">
      <ul className="hub-lines hub-tabs__list">
        {counts.map(({ nights, count }) => (
          <li key={nights}>
            <Link
              to={`?nights=${nights}`}
              aria-current={nights === band ? 'page' : undefined}
              preventScrollReset
            >
              {nights} nights and more ({count})
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
