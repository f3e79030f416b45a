import { ActionsSection } from './actions-section.tsx';
import { EddSection } from './edd-section.tsx';
import { HomelessFailures } from './homeless-failures.tsx';
import { IdentityHeader } from './identity-header.tsx';
import { PlanProvider } from './plan-context.ts';
import { ReviewSection } from './review-section.tsx';
import { StayFacts } from './stay-facts.tsx';
import { TasksSection } from './tasks-section.tsx';
import type { SpellPlanProps } from './use-new-plan.ts';
import { useNewPlan } from './use-new-plan.ts';
import './spell-plan.scss';

/** One patient in the review of long stays: who it is, what stands, and why not home (handbook 14). */
export function ReviewPlan(props: Omit<SpellPlanProps, 'layout'>) {
  return <PlanOfOne key={props.view.card.id} {...props} />;
}

function PlanOfOne(props: Omit<SpellPlanProps, 'layout'>) {
  const plan = useNewPlan({ ...props, layout: 'page' });
  return (
    <PlanProvider value={plan}>
      <div className="hub-plan hub-plan--page">
        <IdentityHeader />
        <HomelessFailures />
        <StayFacts />
        <div className="hub-plan__columns">
          <div className="hub-plan__column">
            <ReviewSection />
            <ActionsSection source="review" />
            <EddSection />
          </div>
          <div className="hub-plan__column">
            <TasksSection />
          </div>
        </div>
      </div>
    </PlanProvider>
  );
}
