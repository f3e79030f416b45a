import { useState } from 'react';
import type { Lookups, Me, Viewer } from '../../domain/protocol.ts';
import type { SpellCommandInput } from '../../domain/spell/commands.ts';
import type { PlanPart } from '../../domain/spell/plan-parts.ts';
import type { SpellView } from '../../domain/spell/spell-view.ts';
import type { CalendarDay, Instant } from '../../domain/time.ts';
import { InsetText } from '../components/inset-text.tsx';
import { allowedForms, formKeysOf, isLookingOnly } from './allowed-forms.ts';
import { CriteriaSection } from './criteria-section.tsx';
import { DischargeSection } from './discharge-section.tsx';
import { EddSection } from './edd-section.tsx';
import type { FormFailure, PageFailure, RefusedCommand } from './form-failure.ts';
import { failureOfCommand, failureOfPage } from './form-failure.ts';
import { HistorySection } from './history-section.tsx';
import { HomeSection } from './home-section.tsx';
import { HomelessFailures } from './homeless-failures.tsx';
import { IdentityHeader } from './identity-header.tsx';
import { NotesSection } from './notes-section.tsx';
import { PathwaySection } from './pathway-section.tsx';
import type { Plan } from './plan-context.ts';
import { PlanProvider } from './plan-context.ts';
import { StayFacts } from './stay-facts.tsx';
import { TasksSection } from './tasks-section.tsx';
import { TransferSection } from './transfer-section.tsx';
import './spell-plan.scss';

export type SpellPlanProps = {
  view: SpellView;
  me: Me;
  lookups: Lookups;
  asOfDay: CalendarDay;
  timeZone: string;
  now: Instant;
  layout: 'panel' | 'page';
  /** For the page: one id for each of `formKeysOf`, so that a double submit is one command. */
  commandIds?: readonly string[];
  /** For the page: the form that the server did not accept. */
  failure?: PageFailure | undefined;
  /** For the panel: takes each form's command; without it the forms are posted. */
  onCommand?: (command: SpellCommandInput) => void;
  /** Ids of commands that have no answer yet. */
  pendingIds?: ReadonlySet<string>;
  refusals?: readonly RefusedCommand[];
  onDismissRefusal?: (commandId: string) => void;
  /** Who else has it open; told to them in turn by `onEditing`. */
  others?: readonly Viewer[];
  onEditing?: (part: PlanPart | null) => void;
};

const NOBODY: readonly Viewer[] = [];
const tellNobody = () => {};
const NOTHING_PENDING: ReadonlySet<string> = new Set();

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

function useNewPlan(props: SpellPlanProps): Plan {
  const { view, me, lookups, timeZone, failure, refusals, onDismissRefusal } = props;
  const [foundHere, setFoundHere] = useState<readonly FormFailure[]>([]);
  const keys = formKeysOf(me, view, lookups.catalogue);
  return {
    ...{ view, me, lookups, timeZone },
    ...{ asOfDay: props.asOfDay, now: props.now, layout: props.layout },
    pendingIds: props.pendingIds ?? NOTHING_PENDING,
    forms: allowedForms(me, view, lookups.catalogue),
    failures: [
      ...foundHere,
      ...(failure === undefined ? [] : [failureOfPage(failure)]),
      ...(refusals ?? [])
        .filter(({ command }) => 'spellId' in command && command.spellId === view.card.id)
        .map((refused) => failureOfCommand(refused, timeZone)),
    ],
    commandIds: new Map(keys.flatMap((key, index) => pairOf(key, props.commandIds?.[index]))),
    send: props.onCommand ?? null,
    others: props.others ?? NOBODY,
    onEditing: props.onEditing ?? tellNobody,
    failHere: (found) => setFoundHere((others) => [...others, found]),
    dismiss: (settled) => {
      setFoundHere((others) => others.filter(({ id }) => id !== settled.id));
      if (settled.origin === 'sent') onDismissRefusal?.(settled.id);
    },
  };
}

function pairOf(key: string, id: string | undefined): [string, string][] {
  return id === undefined ? [] : [[key, id]];
}
