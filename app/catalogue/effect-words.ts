import type { CatalogueEffects } from '../../domain/catalogue/effects.ts';
import { TASK_OWNER_NAMES } from '../../domain/tasks/task-types.ts';

function counted(count: number, one: string, several = `${one}s`): string {
  return `${count} ${count === 1 ? one : several}`;
}

/** What a change means for those who are in hospital now, whatever is ticked. */
export function effectLines({ openTasks, patients, reasons }: CatalogueEffects): string[] {
  return [
    openTasks === 0
      ? 'No open task has another target or team by this.'
      : `${counted(openTasks, 'open task')} of ${counted(patients, 'patient')} could follow; tasks added from now on do.`,
    reasons === 0
      ? 'The main reason for delay stays what it is for every patient.'
      : `The main reason for delay becomes another at once for ${counted(reasons, 'patient')}. Past days keep the reason they had.`,
  ];
}

export function targetLines({ targets }: CatalogueEffects): string[] {
  const { changed, passed, kept } = targets;
  return [
    `${counted(changed, 'task')} would be due at another time.`,
    ...(passed === 0 ? [] : [`${passed} of them would be past the target at once.`]),
    ...(kept === 0
      ? []
      : [
          `${kept} ${kept === 1 ? 'keeps its' : 'keep their'} time: it is the same, or somebody set it.`,
        ]),
  ];
}

export function ownerLines({ owners }: CatalogueEffects): string[] {
  return owners.moves.map(({ from, to, tasks, held }) => {
    const who = `${TASK_OWNER_NAMES[from]} to ${TASK_OWNER_NAMES[to]}`;
    const letGo = held === 0 ? '' : `, of which somebody has ${held} and lets go`;
    return `${who}: ${counted(tasks, 'task')}${letGo}.`;
  });
}
