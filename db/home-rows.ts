import { NO_HOME_DETAILS, UNKNOWN_HOME } from '../domain/housing/home.ts';
import type { Home, HomeDetails } from '../domain/housing/home.ts';
import type { HousingStep, Room } from '../domain/housing/housing-steps.ts';
import { HOUSING_STEPS, findStep } from '../domain/housing/housing-steps.ts';
import type { SetBy } from '../domain/spell/state.ts';
import { refOf } from './actor-ref.ts';
import type { homes, housingSteps } from './schema/homes.ts';

export type HomeRow = typeof homes.$inferSelect;
export type HousingStepRow = typeof housingSteps.$inferSelect;

export function homeRows(spellId: string, { details, interimPlan }: Home): HomeRow[] {
  if (details.setAt === null && interimPlan.setAt === null) return [];
  return [
    {
      spellId,
      keys: details.keys,
      landlord: details.landlord,
      roomsToClear: JSON.stringify(details.roomsToClear),
      equipment: details.equipment,
      equipmentDue: details.equipmentDue,
      isGrantUrgent: details.isGrantUrgent,
      detailsSetById: details.setBy?.id ?? null,
      detailsSetByName: details.setBy?.name ?? null,
      detailsSetAt: details.setAt,
      interimPlan: interimPlan.plan?.text ?? null,
      leavesWhen: interimPlan.plan?.leavesWhen ?? null,
      interimPlanSetById: interimPlan.setBy?.id ?? null,
      interimPlanSetByName: interimPlan.setBy?.name ?? null,
      interimPlanSetAt: interimPlan.setAt,
    },
  ];
}

export function housingStepRows(spellId: string, { steps }: Home): HousingStepRow[] {
  return steps.map(({ setBy, rooms, completedTaskIds, ...step }) => ({
    spellId,
    ...step,
    rooms: JSON.stringify(rooms),
    completedTaskIds: JSON.stringify(completedTaskIds),
    setById: setBy.id,
    setByName: setBy.name,
  }));
}

/** The home that rows hold; steps may come in any order. */
export function homeFromRows([row]: readonly HomeRow[], stepRows: readonly HousingStepRow[]): Home {
  const held = stepRows.map(stepFromRow);
  const steps = HOUSING_STEPS.flatMap((key) => findStep(held, key) ?? []);
  if (row === undefined) return { ...UNKNOWN_HOME, steps };
  return { steps, details: detailsFromRow(row), interimPlan: planFromRow(row) };
}

function detailsFromRow(row: HomeRow): HomeDetails & SetBy {
  return {
    ...NO_HOME_DETAILS,
    keys: row.keys,
    landlord: row.landlord,
    roomsToClear: JSON.parse(row.roomsToClear) as Room[], // only `homeRows` writes it
    equipment: row.equipment,
    equipmentDue: row.equipmentDue,
    isGrantUrgent: row.isGrantUrgent,
    setBy: refOf(row.detailsSetById, row.detailsSetByName),
    setAt: row.detailsSetAt,
  };
}

function planFromRow(row: HomeRow): Home['interimPlan'] {
  const { interimPlan: text, leavesWhen } = row;
  return {
    plan: text === null || leavesWhen === null ? null : { text, leavesWhen },
    setBy: refOf(row.interimPlanSetById, row.interimPlanSetByName),
    setAt: row.interimPlanSetAt,
  };
}

function stepFromRow(row: HousingStepRow): HousingStep {
  const { step, plannedFor, doneOn, authority, note, who, setAt } = row;
  return {
    ...{ step, plannedFor, doneOn, authority, note, who, setAt },
    // Only `housingStepRows` writes these two.
    rooms: JSON.parse(row.rooms) as Room[],
    completedTaskIds: JSON.parse(row.completedTaskIds) as string[],
    setBy: { id: row.setById, name: row.setByName },
  };
}
