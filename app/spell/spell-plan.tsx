import { InsetText } from '../components/inset-text.tsx';
import { isLookingOnly } from './allowed-forms.ts';
import { ActionsSection } from './actions-section.tsx';
import { CriteriaSection } from './criteria-section.tsx';
import { DischargeSection } from './discharge-section.tsx';
import { EddSection } from './edd-section.tsx';
import { HistorySection } from './history-section.tsx';
import { HomeSection } from './home-section.tsx';
import { HomelessFailures } from './homeless-failures.tsx';
import { IdentityHeader } from './identity-header.tsx';
import { NotesSection } from './notes-section.tsx';
import { PathwaySection } from './pathway-section.tsx';
import { PlanProvider } from './plan-context.ts';
import { ReviewSection } from './review-section.tsx';
import { RoundSection } from './round-section.tsx';
import { StayFacts } from './stay-facts.tsx';
import { TasksSection } from './tasks-section.tsx';
import { TransferSection } from './transfer-section.tsx';
import type { SpellPlanProps } from './use-new-plan.ts';
import { useNewPlan } from './use-new-plan.ts';
import './spell-plan.scss';

/** Everything about one stay that its reader may see, with the forms that they may use. */
export function SpellPlan(props: SpellPlanProps) {
  // Another patient's plan starts afresh: nothing typed for one may end up with the other.
  return <PlanOfOne key={props.view.card.id} {...props} />;
}

function PlanOfOne(props: SpellPlanProps) {
  const plan = useNewPlan(props);
  // For them the home comes first; for the others it is one thing among many.
  const isHousing = plan.me.role === 'housing';
  return (
    <PlanProvider value={plan}>
      <div className={`hub-plan hub-plan--${plan.layout}`}>
        <IdentityHeader />
        {isLookingOnly(plan.me, plan.view.card) && (
          <InsetText>
            You found this person by NHS number. They are on a ward that you do not cover, so you
            may look but change nothing, and that you looked is on record.
          </InsetText>
        )}
        <HomelessFailures />
        <StayFacts />
        <div className="hub-plan__columns">
          <div className="hub-plan__column">
            {isHousing && <HomeSection />}
            <EddSection />
            <PathwaySection />
            <CriteriaSection />
            <TasksSection />
            {!isHousing && <HomeSection />}
          </div>
          <div className="hub-plan__column">
            <RoundSection />
            <ReviewSection />
            <ActionsSection />
            <NotesSection />
            <TransferSection />
            <DischargeSection />
            <HistorySection />
          </div>
        </div>
      </div>
    </PlanProvider>
  );
}
