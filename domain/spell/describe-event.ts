import type { CatalogueEntry, TaskCatalogue } from '../tasks/catalogue.ts';
import type { Task } from '../tasks/task.ts';
import { formatDay, formatInstant } from '../time.ts';
import { CRITERIA_TO_RESIDE } from './criteria.ts';
import { DESTINATION_NAMES } from './discharge.ts';
import type { SpellEvent } from './events.ts';
import { PATHWAY_NAMES } from './pathway.ts';
import type { Spell, Wards } from './state.ts';

const NOT_RECORDED_WHICH = '12';

type DescribeContext = { catalogue: TaskCatalogue; wards: Wards; timeZone: string };

/** An event as a line of the history: what was done, without who and when, which stand beside it. */
export function describeEvent(event: SpellEvent, spell: Spell, context: DescribeContext): string {
  const task = () => taskName(spell.tasks, event.taskId, context.catalogue);
  switch (event.type) {
    case 'PatientAdmitted':
      return `Admitted to ${context.wards.get(event.data.wardId)?.name ?? event.data.wardId}`;
    case 'EddSet': {
      const before = event.data.previous;
      const from = before === null ? '' : ` (was ${formatDay(before)})`;
      const reason = event.details === null ? '' : `: ${event.details.reason}`;
      return `Set EDD to ${formatDay(event.data.edd)}${from}${reason}`;
    }
    case 'PathwaySet':
      return describePathway(event.data);
    case 'NoCriteriaToResideRecorded':
      return `Recorded no criteria to reside, ready since ${formatDay(event.data.readyDate)}${noteText(event)}`;
    case 'CriteriaToResideRecorded': {
      const named = event.data.criteria.filter((code) => code !== NOT_RECORDED_WHICH);
      const names = named.map((code) => CRITERIA_TO_RESIDE[code].toLowerCase());
      const which = names.length === 0 ? '' : `: ${names.join('; ')}`;
      return `Recorded that criteria to reside are met${which}${noteText(event)}`;
    }
    case 'TaskAdded':
      return `Added task: ${context.catalogue[event.data.taskType].name}${noteText(event)}`;
    case 'TaskClaimed': {
      const from = event.data.from === null ? '' : ` from ${event.data.from.name}`;
      return `${from === '' ? 'Claimed' : 'Took over'} ${task()}${from}${noteText(event)}`;
    }
    case 'TaskReleased':
      return `Released ${task()}${noteText(event)}`;
    case 'TaskStarted':
      return `Started ${task()}${noteText(event)}`;
    case 'TaskCompleted':
      return `Completed ${task()}${noteText(event)}`;
    case 'NoteAdded':
      return 'Added a note';
    case 'PatientDischarged':
      return `Discharged ${formatInstant(event.data.at, context.timeZone)}: ${DESTINATION_NAMES[event.data.destination]}`;
    case 'SpellLeftBoard':
      return 'Left the board';
    default:
      return event satisfies never;
  }
}

/** A withdrawn agreement is told with the recommendation that withdrew it. */
function describePathway({
  recommended,
  agreed,
  national,
  previous,
}: Extract<SpellEvent, { type: 'PathwaySet' }>['data']): string {
  const isWithdrawn =
    agreed === 'none_set' && previous.agreed !== 'none_set' && recommended !== 'none_set';
  if (isWithdrawn) {
    const before = PATHWAY_NAMES[previous.agreed];
    return `Recommended pathway: ${PATHWAY_NAMES[recommended]} (${before} is no longer agreed)`;
  }
  if (agreed !== previous.agreed) return `Agreed pathway: ${PATHWAY_NAMES[agreed]}`;
  if (recommended !== previous.recommended) {
    return `Recommended pathway: ${PATHWAY_NAMES[recommended]}`;
  }
  return `Set national pathway: ${national ?? 'none'}`;
}

function noteText(event: { details: { note: string } | null }): string {
  return event.details === null ? '' : ` (${event.details.note})`;
}

function taskName(tasks: readonly Task[], taskId: string | null, catalogue: TaskCatalogue): string {
  const task = tasks.find(({ id }) => id === taskId);
  const entry: CatalogueEntry | undefined = task && catalogue[task.type];
  return entry?.name ?? 'a task';
}
