import { startingSmall } from '../../first-letter.ts';
import { HOME_FIELD_NAMES } from '../../housing/home.ts';
import {
  HOUSING_AUTHORITY_NAMES,
  HOUSING_STEP_NAMES,
  ROOM_NAMES,
} from '../../housing/housing-steps.ts';
import { formatDay } from '../../time.ts';
import type { EventOf, HomeEvent } from '../events.ts';
import { noteText, whoText } from './words.ts';

export function describeHome(event: HomeEvent): string {
  switch (event.type) {
    case 'HousingStepRecorded':
      return `${describeHousingStep(event.data)}${whoText(event)}${noteText(event)}`;
    case 'InterimPlanSet':
      if (!event.data.isSet) return 'Took the interim plan away';
      return event.details?.plan
        ? `Set interim plan: ${event.details.plan.text} Able to leave when: ${event.details.plan.leavesWhen}`
        : 'Set interim plan';
    case 'HomeDetailsSet': {
      const names = event.data.fields.map((field) => HOME_FIELD_NAMES[field]);
      return `Set details of the home: ${names.join(', ')}`;
    }
    default:
      return event satisfies never;
  }
}

function describeHousingStep({
  step,
  plannedFor,
  doneOn,
  rooms,
  authority,
}: EventOf<'HousingStepRecorded'>['data']): string {
  const name = HOUSING_STEP_NAMES[step];
  if (plannedFor === null && doneOn === null) return `Took back: ${startingSmall(name)}`;
  const parts = [
    ...(doneOn === null ? [] : [formatDay(doneOn)]),
    ...(plannedFor === null
      ? []
      : [`${doneOn === null ? 'expected ' : 'for '}${formatDay(plannedFor)}`]),
    ...rooms.map((room) => ROOM_NAMES[room].toLowerCase()),
    ...(authority === null ? [] : [HOUSING_AUTHORITY_NAMES[authority]]),
  ];
  return `${name}: ${parts.join(', ')}`;
}
