import { formatInstant } from '../../domain/time.ts';
import { Button } from '../components/button.tsx';
import { TextAreaField } from '../components/text-area-field.tsx';
import { usePlan, usePlanFields } from './plan-context.ts';
import { PlanForm } from './plan-form.tsx';
import { PlanSection } from './plan-section.tsx';
import { ReviewWords } from './review-words.tsx';

/** The review of a long stay: what the last came to, and the form of the next. */
export function ReviewSection() {
  const { view, forms, timeZone } = usePlan();
  const review = view.stay?.longStayReview ?? null;
  if (review === null && !forms.reviewLongStay) return null;
  const digest = review === null ? 'None yet' : formatInstant(review.at, timeZone);
  return (
    <PlanSection id="review" title="Long-stay review" digest={digest}>
      {review === null ? (
        <p className="hub-quiet">Not reviewed yet.</p>
      ) : (
        <ReviewWords {...{ review, timeZone }} />
      )}
      {forms.reviewLongStay && <ReviewForm seen={review?.at ?? ''} />}
    </PlanSection>
  );
}

function ReviewForm({ seen }: { seen: string }) {
  const { field, value } = usePlanFields('ReviewLongStay');
  return (
    <PlanForm type="ReviewLongStay" hidden={{ seen }}>
      <TextAreaField
        {...field('whyNotHome')}
        label="Why not home?"
        hint="What keeps this person here, and who is waited for"
        defaultValue={value('whyNotHome')}
        maxLength={2000}
      />
      <TextAreaField
        {...field('whyNotToday')}
        label="Why not today? (optional)"
        defaultValue={value('whyNotToday')}
        maxLength={2000}
      />
      <Button size="small">Record the review</Button>
    </PlanForm>
  );
}
