import type { Home } from '../../housing/home.ts';
import type { HousingStep } from '../../housing/housing-steps.ts';
import { withStep } from '../../housing/housing-steps.ts';
import { ERASED } from '../erased.ts';
import type { EventOf, HomeEvent } from '../events.ts';
import type { Spell } from '../state.ts';

export function evolveHome(spell: Spell, event: HomeEvent): Spell {
  switch (event.type) {
    case 'HousingStepRecorded':
      return {
        ...spell,
        home: {
          ...spell.home,
          steps: withStep(spell.home.steps, event.data.step, stepOf(event)),
        },
      };
    case 'InterimPlanSet':
      return {
        ...spell,
        home: {
          ...spell.home,
          interimPlan: { plan: planOf(event), setBy: event.by, setAt: event.occurredAt },
        },
      };
    case 'HomeDetailsSet': {
      const { details } = spell.home;
      const changed = { ...details, ...event.details?.after };
      return {
        ...spell,
        home: { ...spell.home, details: { ...changed, setBy: event.by, setAt: event.occurredAt } },
      };
    }
    default:
      return event satisfies never;
  }
}

function stepOf(event: EventOf<'HousingStepRecorded'>): HousingStep | null {
  const { plannedFor, doneOn } = event.data;
  if (plannedFor === null && doneOn === null) return null;
  const { note = null, who = null } = event.details ?? {};
  return { ...event.data, note, who, setBy: event.by, setAt: event.occurredAt };
}

function planOf({ data, details }: EventOf<'InterimPlanSet'>): Home['interimPlan']['plan'] {
  if (!data.isSet) return null;
  return details === null ? { text: ERASED, leavesWhen: ERASED } : details.plan;
}
