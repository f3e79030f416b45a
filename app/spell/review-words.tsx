import type { LongStayReview } from '../../domain/review/long-stay-review.ts';
import { formatInstant } from '../../domain/time.ts';

type ReviewWordsProps = { review: LongStayReview; timeZone: string };

/** What a review of a long stay came to, and who says so. */
export function ReviewWords({ review, timeZone }: ReviewWordsProps) {
  const { whyNotHome, whyNotToday, by, at } = review;
  return (
    <>
      <p className="hub-note__text">
        <strong>Why not home:</strong> {whyNotHome}
      </p>
      {whyNotToday !== null && (
        <p className="hub-note__text">
          <strong>Why not today:</strong> {whyNotToday}
        </p>
      )}
      <p className="hub-facts__by">
        Reviewed by {by.name}, {formatInstant(at, timeZone)}
      </p>
    </>
  );
}
