import type { HomeDetails, InterimPlan } from '../../housing/home.ts';
import type { HousingAuthority, HousingStepKey, Room } from '../../housing/housing-steps.ts';
import type { CalendarDay } from '../../time.ts';

/** What is arranged about the home. */
export type HomeEventBody =
  | {
      type: 'HousingStepRecorded';
      /** Without any day: the step was taken back. */
      data: {
        step: HousingStepKey;
        plannedFor: CalendarDay | null;
        doneOn: CalendarDay | null;
        rooms: Room[];
        authority: HousingAuthority | null;
        completedTaskIds: string[];
      };
      details: { note?: string; who?: string } | null;
    }
  | {
      type: 'InterimPlanSet';
      data: { isSet: boolean };
      details: { plan: InterimPlan | null } | null;
    }
  | {
      type: 'HomeDetailsSet';
      /** Which facts changed; what they were and became is in the details. */
      data: { fields: (keyof HomeDetails)[] };
      details: { after: Partial<HomeDetails>; before: Partial<HomeDetails> } | null;
    };
