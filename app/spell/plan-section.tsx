import type { ReactNode } from 'react';
import { useState } from 'react';
import { partOf } from './form-key.ts';
import { usePlan } from './plan-context.ts';

type PlanSectionProps = {
  id: string;
  title: string;
  /** What the section says in a word or two, for when it is closed. */
  digest?: string | undefined;
  /** In the panel, sections that are not open fold away; the page shows everything. */
  isOpenInPanel?: boolean;
  children: ReactNode;
};

export function PlanSection(props: PlanSectionProps) {
  const { layout } = usePlan();
  return layout === 'page' ? <PageSection {...props} /> : <PanelSection {...props} />;
}

function PageSection({ id, title, children }: PlanSectionProps) {
  const titleId = `plan-${id}-title`;
  return (
    <section className="hub-section" id={`plan-${id}`} aria-labelledby={titleId} data-section={id}>
      <h2 className="nhsuk-heading-m hub-plan__section-title" id={titleId}>
        {title}
      </h2>
      <WhoWritesHere id={id} />
      {children}
    </section>
  );
}

function PanelSection(props: PlanSectionProps) {
  const { id, title, digest, isOpenInPanel = false, children } = props;
  const { failures } = usePlan();
  // Something in it needs an answer.
  const isUrgent = failures.some(({ formKey }) => partOf(formKey) === id);
  const [isOpen, setIsOpen] = useState(isOpenInPanel);
  const titleId = `plan-${id}-title`;
  return (
    <section className="hub-section hub-plan__fold" id={`plan-${id}`} aria-labelledby={titleId}>
      <details open={isOpen || isUrgent} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary className="hub-plan__summary">
          <h3 className="hub-section__title" id={titleId}>
            {title}
          </h3>
          {digest !== undefined && <span className="hub-quiet hub-plan__digest">{digest}</span>}
          <WhoWritesHere id={id} />
        </summary>
        {children}
      </details>
    </section>
  );
}

/** That somebody else is busy with the same: both are asked what counts if they differ. */
function WhoWritesHere({ id }: { id: string }) {
  const { others } = usePlan();
  const names = others.filter(({ editing }) => editing === id).map(({ name }) => name);
  if (names.length === 0) return null;
  return (
    <span className="hub-plan__writers">
      {names.join(' and ')} {names.length === 1 ? 'is' : 'are'} writing here
    </span>
  );
}
