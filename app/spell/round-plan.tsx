import { ActionsSection } from './actions-section.tsx';
import { CriteriaSection } from './criteria-section.tsx';
import { EddSection } from './edd-section.tsx';
import { HomelessFailures } from './homeless-failures.tsx';
import { IdentityHeader } from './identity-header.tsx';
import { NotesSection } from './notes-section.tsx';
import { PathwaySection } from './pathway-section.tsx';
import { PlanProvider } from './plan-context.ts';
import { RoundSection } from './round-section.tsx';
import { StayFacts } from './stay-facts.tsx';
import { TasksSection } from './tasks-section.tsx';
import type { SpellPlanProps } from './use-new-plan.ts';
import { useNewPlan } from './use-new-plan.ts';
import './spell-plan.scss';

type RoundPlanProps = Omit<SpellPlanProps, 'layout'>;

/** One patient in a board round: who it is, what stands, and what happens next (handbook 13). */
export function RoundPlan(props: RoundPlanProps) {
  return <PlanOfOne key={props.view.card.id} {...props} />;
}

function PlanOfOne(props: RoundPlanProps) {
  const plan = useNewPlan({ ...props, layout: 'panel' });
  return (
    <PlanProvider value={plan}>
      <div className="hub-plan hub-plan--panel hub-plan--round">
        <div className="hub-plan__round-who">
          <IdentityHeader />
          <HomelessFailures />
          <StayFacts />
          <RoundSection isRound />
          <ActionsSection source="round" />
        </div>
        <div className="hub-plan__round-what">
          <EddSection />
          <CriteriaSection />
          <PathwaySection />
          <TasksSection />
          <NotesSection />
        </div>
      </div>
    </PlanProvider>
  );
}
