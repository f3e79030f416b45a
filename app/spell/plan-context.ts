import { createContext, useContext } from 'react';
import type { Lookups, Viewer } from '../../domain/protocol.ts';
import type { SpellCommandInput } from '../../domain/spell/commands.ts';
import type { PlanPart } from '../../domain/spell/plan-parts.ts';
import type { SpellView } from '../../domain/spell/spell-view.ts';
import type { CalendarDay, Instant } from '../../domain/time.ts';
import type { AllowedForms, PlanReader } from './allowed-forms.ts';
import type { FormFailure } from './form-failure.ts';
import { formIdOf, formKeyOf } from './form-key.ts';

/** What every part of one patient's plan knows. */
export type Plan = {
  view: SpellView;
  me: PlanReader;
  lookups: Lookups;
  asOfDay: CalendarDay;
  timeZone: string;
  now: Instant;
  layout: 'panel' | 'page';
  /** Where forms are posted that no script sends. */
  postTo: string;
  forms: AllowedForms;
  failures: readonly FormFailure[];
  /** Ids that the page made for its forms, by form key; empty where the browser makes them. */
  commandIds: ReadonlyMap<string, string>;
  pendingIds: ReadonlySet<string>;
  /** Null on the page that works without script: its forms are posted. */
  send: ((command: SpellCommandInput) => void) | null;
  failHere: (failure: FormFailure) => void;
  dismiss: (failure: FormFailure) => void;
  /** Who else has this plan open, and where they write. */
  others: readonly Viewer[];
  onEditing: (part: PlanPart | null) => void;
  /** The task that it is opened at; null where it is opened as a whole. */
  atTaskId: string | null;
};

const PlanContext = createContext<Plan | null>(null);

export const PlanProvider = PlanContext.Provider;

export function usePlan(): Plan {
  const plan = useContext(PlanContext);
  if (plan === null) throw new Error('Part of a plan was rendered outside of SpellPlan');
  return plan;
}

/** The fields of one form: their ids, what to say of them, and what the page was sent in them. */
export function usePlanFields(type: string, taskId?: string) {
  const { failures } = usePlan();
  const formKey = formKeyOf(type, taskId);
  const failure = failures.find((one) => one.formKey === formKey);
  const typed = failure?.origin === 'page' ? failure.values : null;
  return {
    hasFailed: failure !== undefined,
    field: (name: string) => ({
      id: `${formIdOf(formKey)}-${name}`,
      name,
      error: failure?.refusal.fields?.[name],
    }),
    value: (name: string, initial?: string) =>
      typed === null ? initial : (typed[name]?.[0] ?? ''),
    isTicked: (name: string, initial: boolean, value = 'yes') =>
      typed === null ? initial : (typed[name]?.includes(value) ?? false),
  };
}
