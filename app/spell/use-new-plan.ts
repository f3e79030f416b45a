import { useState } from 'react';
import type { Lookups, Viewer } from '../../domain/protocol.ts';
import type { SpellCommandInput } from '../../domain/spell/commands.ts';
import type { PlanPart } from '../../domain/spell/plan-parts.ts';
import type { SpellView } from '../../domain/spell/spell-view.ts';
import type { CalendarDay, Instant } from '../../domain/time.ts';
import type { PlanReader } from './allowed-forms.ts';
import { allowedForms, formKeysOf } from './allowed-forms.ts';
import type { FormFailure, PageFailure, RefusedCommand } from './form-failure.ts';
import { failureOfCommand, failureOfPage } from './form-failure.ts';
import type { Plan } from './plan-context.ts';

export type SpellPlanProps = {
  view: SpellView;
  me: PlanReader;
  lookups: Lookups;
  asOfDay: CalendarDay;
  timeZone: string;
  now: Instant;
  layout: 'panel' | 'page';
  /** Where forms are posted that no script sends; the patient's own page unless it says otherwise. */
  postTo?: string;
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
  /** The task that it is opened at. */
  atTaskId?: string | null;
};

const NOBODY: readonly Viewer[] = [];
const tellNobody = () => {};
const NOTHING_PENDING: ReadonlySet<string> = new Set();

/** What the parts of one patient's plan share, from what its page or panel knows. */
export function useNewPlan(props: SpellPlanProps): Plan {
  const { view, me, lookups, timeZone, failure, refusals, onDismissRefusal } = props;
  const [foundHere, setFoundHere] = useState<readonly FormFailure[]>([]);
  const keys = formKeysOf(me, view, lookups.catalogue);
  return {
    ...{ view, me, lookups, timeZone },
    ...{ asOfDay: props.asOfDay, now: props.now, layout: props.layout },
    postTo: props.postTo ?? `/spells/${view.card.id}`,
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
    atTaskId: props.atTaskId ?? null,
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
