import { HOME_STAGE_NAMES, homeStage } from '../../domain/housing/home-stage.ts';
import type { SpellView } from '../../domain/spell/spell-view.ts';
import { GrantLines } from './grant-lines.tsx';
import { HomeFacts } from './home-facts.tsx';
import { HomeStepForm } from './home-step-form.tsx';
import { HomeStepList } from './home-step-list.tsx';
import { InterimPlan } from './interim-plan.tsx';
import { usePlan } from './plan-context.ts';
import { PlanSection } from './plan-section.tsx';

/** The home that the person is to go back to: what has been done to make it ready, and what is to come. */
export function HomeSection() {
  const { view, me, forms } = usePlan();
  const isHousing = me.role === 'housing';
  if (!isHousing && !isHomeAtStake(view)) return null;
  return (
    <PlanSection
      id="home"
      title="Home"
      digest={HOME_STAGE_NAMES[homeStage(view.home.steps)]}
      isOpenInPanel={isHousing}
    >
      <p className="hub-plan__value">{HOME_STAGE_NAMES[homeStage(view.home.steps)]}</p>
      <HomeStepList />
      {forms.recordHousingStep && <HomeStepForm />}
      <GrantLines />
      <HomeFacts />
      <InterimPlan />
    </PlanSection>
  );
}

/** Whether there is, or was, anything to do about the home. */
function isHomeAtStake({ home, card, tasks }: SpellView): boolean {
  return (
    home.steps.length > 0 ||
    home.details.setAt !== null ||
    home.interimPlan.plan !== null ||
    card.pathway === 'lightbulb' ||
    tasks.some(({ owner, type }) => owner === 'lightbulb' || type === 'major_adaptation')
  );
}
