import type { Pathway } from '../../domain/spell/pathway.ts';
import { PATHWAY_NAMES } from '../../domain/spell/pathway.ts';
import { PathwayForm } from './pathway-form.tsx';
import { usePlan } from './plan-context.ts';
import { PlanSection } from './plan-section.tsx';
import { SetByLine } from './set-by-line.tsx';

/** The recommended and the agreed pathway, kept apart, and what is returned nationally. */
export function PathwaySection() {
  const { view, forms } = usePlan();
  const { pathway, pathwayAgreed, pathwayRecommended, nationalPathway, dischargedOn } = view.card;
  if (pathway === undefined || pathwayAgreed === undefined || pathwayRecommended === undefined) {
    return null;
  }
  const before = {
    ...{ recommended: pathwayRecommended, agreed: pathwayAgreed },
    national: nationalPathway ?? null,
  };
  const isFound = pathwayAgreed !== 'none_set' && pathwayAgreed !== pathwayRecommended;
  return (
    <PlanSection id="pathway" title="Pathway" digest={PATHWAY_NAMES[pathway]} isOpenInPanel>
      <dl className="hub-facts hub-plan__block">
        <Row name="Agreed" pathway={pathwayAgreed} />
        <Row name="Recommended" pathway={pathwayRecommended} />
        <div>
          <dt>National pathway</dt>
          <dd>
            {nationalPathway ?? 'None yet'}
            {view.stay !== undefined && <SetByLine {...view.stay.pathwaySet} />}
          </dd>
        </div>
      </dl>
      {isFound && <p className="hub-quiet">The agreed pathway is not the recommended one.</p>}
      {forms.pathways.length > 0 && <PathwayForm shown={pathway} before={before} />}
      {forms.pathways.length === 0 && dischargedOn === null && (
        <p className="hub-quiet">The ward recommends the pathway and the hub agrees it.</p>
      )}
    </PlanSection>
  );
}

type RowProps = { name: string; pathway: Pathway };

function Row({ name, pathway }: RowProps) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        {pathway === 'none_set' ? (
          PATHWAY_NAMES[pathway]
        ) : (
          <strong>{PATHWAY_NAMES[pathway]}</strong>
        )}
      </dd>
    </div>
  );
}
