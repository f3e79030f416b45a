import { DELAY_REASONS } from '../delay/delay-reasons.ts';
import { levelInWords } from '../escalation/escalation.ts';
import type { TaskCatalogue } from '../tasks/catalogue.ts';
import { taskTypeName } from '../tasks/catalogue.ts';
import { HOME_FIELD_NAMES } from '../housing/home.ts';
import {
  HOUSING_AUTHORITY_NAMES,
  HOUSING_STEP_NAMES,
  ROOM_NAMES,
} from '../housing/housing-steps.ts';
import { FIELD_NAMES } from '../persons/person.ts';
import { NOT_SEEN_REASON_NAMES } from '../rounds/board-round.ts';
import type { Task } from '../tasks/task.ts';
import type { TaskOwner } from '../tasks/task-types.ts';
import {
  ASKED_OF_NAMES,
  CANCEL_REASON_NAMES,
  DECLINE_REASON_NAMES,
  PROVIDER_ANSWER_NAMES,
  TASK_OWNER_NAMES,
  WAITING_FOR_NAMES,
} from '../tasks/task-types.ts';
import { formatDay, formatInstant } from '../time.ts';
import { CRITERIA_TO_RESIDE } from './criteria.ts';
import { DESTINATION_NAMES } from './discharge.ts';
import type { SpellEvent } from './events.ts';
import { PATHWAY_NAMES } from './pathway.ts';
import type { Spell, Wards } from './state.ts';

const NOT_RECORDED_WHICH = '12';

type DescribeContext = {
  catalogue: TaskCatalogue;
  wards: Wards;
  timeZone: string;
  /** For readers whom the clinical reason of somebody else is not for. */
  withoutReasons?: boolean;
};

/** An event as a line of the history: what was done, without who and when, which stand beside it. */
export function describeEvent(event: SpellEvent, spell: Spell, context: DescribeContext): string {
  const task = () => taskName(spell.tasks, event.taskId, context.catalogue);
  switch (event.type) {
    case 'PatientAdmitted':
      return `Admitted to ${context.wards.get(event.data.wardId)?.name ?? event.data.wardId}`;
    case 'PatientTransferred': {
      const { wardId, bed } = event.data;
      const ward = context.wards.get(wardId)?.name ?? wardId;
      return `Moved to ${ward}${bed === null ? '' : `, bed ${bed}`}`;
    }
    case 'PersonUpdated':
      return `Corrected details: ${event.data.fields.map((field) => FIELD_NAMES[field]).join(', ')}`;
    case 'PersonsMerged': {
      const what =
        event.data.side === 'merged'
          ? 'Merged this record into another one of the same person'
          : 'Merged another record of the same person into this one';
      return `${what}${reasonText(event)}`;
    }
    case 'MergeUndone':
      return `Took the merge with another record back${reasonText(event)}`;
    case 'ClinicalCriteriaSet': {
      const text = event.details?.text ?? null;
      return text === null
        ? 'Took the clinical criteria for discharge away'
        : `Set clinical criteria for discharge: ${text}`;
    }
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
    case 'TaskAdded': {
      const { taskType, fromSet } = event.data;
      // The name of a set tells of the rest of it.
      const isHidden = fromSet === undefined || context.withoutReasons === true;
      const from = isHidden ? '' : `, of the set “${fromSet}”`;
      return `Added task: ${taskTypeName(context.catalogue, taskType)}${from}${noteText(event)}`;
    }
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
    case 'TaskWaitingSet': {
      const { waiting } = event.data;
      const what =
        waiting === null ? 'no longer waiting' : startingSmall(WAITING_FOR_NAMES[waiting]);
      return `${capital(task())}: ${waiting === null ? what : `waiting for ${what}`}${noteText(event)}`;
    }
    case 'TaskCancelled': {
      if (context.withoutReasons === true) return `Cancelled ${task()}`;
      const reason = CANCEL_REASON_NAMES[event.data.reason];
      return `Cancelled ${task()}: ${startingSmall(reason)}${noteText(event)}`;
    }
    case 'TaskDeclined':
      return `Declined ${task()}, back to the hub: ${startingSmall(DECLINE_REASON_NAMES[event.data.reason])}${noteText(event)}`;
    case 'TaskReopened':
      return `Opened ${task()} again${noteText(event)}`;
    case 'TaskBlockingSet':
      return `${capital(task())} ${event.data.blocking ? 'blocks' : 'no longer blocks'} the discharge${noteText(event)}`;
    case 'TaskDueSet': {
      const { dueAt, because } = event.data;
      const when = dueAt === null ? 'none' : formatInstant(dueAt, context.timeZone);
      if (because === 'edd_moved') return `Moved the target of ${task()}: ${when}`;
      if (because !== undefined)
        return `${capital(task())}: target ${when}, as the catalogue changed`;
      return `Set the target of ${task()}: ${when}${noteText(event)}`;
    }
    case 'TaskAssigned': {
      const { owner, assignee, because } = event.data;
      if (because !== undefined) {
        const team = startingSmall(TASK_OWNER_NAMES[owner]);
        const what = because === 'council_changed' ? 'council' : 'catalogue';
        return `Sent ${task()} to ${team}, as the ${what} changed`;
      }
      const to = assignee === null ? TASK_OWNER_NAMES[owner] : assignee.name;
      return `Assigned ${task()} to ${to}${noteText(event)}`;
    }
    case 'TaskEscalated': {
      const { level, owner, because } = event.data;
      const whom = levelInWords(level, owner);
      if (because === 'target_passed') {
        return `Escalated ${task()} to ${whom}: its target passed long ago`;
      }
      const need = event.details === null ? '' : `: ${event.details.need}`;
      return `Escalated ${task()} to ${whom}${need}`;
    }
    case 'EscalationAcknowledged': {
      const { reviewOn } = event.data;
      const by = reviewOn === null ? '' : `, by ${formatDay(reviewOn)}`;
      const action = event.details === null ? '' : `: ${event.details.action}`;
      return `Took on the escalation of ${task()}${action}${by}`;
    }
    case 'EscalationResolved': {
      const outcome = event.details === null ? '' : `: ${event.details.outcome}`;
      return `Resolved the escalation of ${task()}${outcome}`;
    }
    case 'BoardRoundRecorded':
      return describeRound(event);
    case 'LongStayReviewed': {
      if (event.details === null) return 'Reviewed the long stay';
      const { whyNotHome, whyNotToday } = event.details;
      const today = whyNotToday === null ? '' : ` Why not today: ${whyNotToday}`;
      return `Reviewed the long stay. Why not home: ${whyNotHome}${today}`;
    }
    case 'PrimaryReasonSet': {
      const { reason } = event.data;
      const what =
        reason === null
          ? 'Took the chosen main reason for delay back'
          : `Chose the main reason for delay: ${DELAY_REASONS[reason]}`;
      return `${what}${noteText(event)}`;
    }
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
    case 'TaskQuestionAsked': {
      const whom = startingSmall(ASKED_OF_NAMES[event.data.askedOf]);
      return `Asked ${whom} about ${task()}${textOf(event)}`;
    }
    case 'TaskQuestionAnswered':
      return `Answered the question about ${task()}${textOf(event)}`;
    case 'TaskProviderRecorded': {
      const { details } = event;
      const note = details === null || details.note === null ? '' : ` (${details.note})`;
      const answer = startingSmall(PROVIDER_ANSWER_NAMES[event.data.answer]);
      return `Provider for ${task()}: ${details?.name ?? 'name erased'}, ${answer}${note}`;
    }
    case 'TaskStartSet': {
      const { startsAt } = event.data;
      const when = startsAt === null ? 'not known' : formatInstant(startsAt, context.timeZone);
      return `Set the start of ${task()}: ${when}${noteText(event)}`;
    }
    case 'NoteAdded':
      return 'Added a note';
    case 'PatientDischarged':
      return `Discharged ${formatInstant(event.data.at, context.timeZone)}: ${DESTINATION_NAMES[event.data.destination]}`;
    case 'DischargeCancelled':
      return `Took the discharge back${noteText(event)}`;
    case 'SpellLeftBoard':
      return 'Left the board';
    case 'FollowUpEnded':
      return 'No longer followed up: a year after the discharge';
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
}: Extract<SpellEvent, { type: 'HousingStepRecorded' }>['data']): string {
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

function describeRound({
  data: { notSeen, owner, edd },
  details,
}: Extract<SpellEvent, { type: 'BoardRoundRecorded' }>): string {
  const seen =
    notSeen === null ? 'seen' : `not seen, ${startingSmall(NOT_SEEN_REASON_NAMES[notSeen])}`;
  const who = owner === null ? '' : ` (${withPerson(owner, details?.person ?? null)})`;
  const next = details === null ? '' : `. Next: ${details.action}${who}`;
  const day = edd === null ? 'none' : formatDay(edd);
  return `Board round: ${seen}, EDD ${day}${next}`;
}

function withPerson(owner: TaskOwner, person: string | null): string {
  const team = TASK_OWNER_NAMES[owner];
  return person === null ? team : `${person}, ${startingSmall(team)}`;
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

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** `NHS` stays as it is. */
function startingSmall(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

function noteText(event: { details: { note?: string } | null }): string {
  const note = event.details?.note;
  return note === undefined ? '' : ` (${note})`;
}

function whoText(event: { details: { who?: string } | null }): string {
  const who = event.details?.who;
  return who === undefined ? '' : `, by ${who}`;
}

function reasonText(event: { details: { reason: string } | null }): string {
  return event.details === null ? '' : `: ${event.details.reason}`;
}

function textOf(event: { details: { text: string } | null }): string {
  return event.details === null ? '' : `: ${event.details.text}`;
}

/** What a task is called; without a name where the stay has it no more. */
export function taskName(
  tasks: readonly Pick<Task, 'id' | 'type'>[],
  taskId: string | null,
  catalogue: TaskCatalogue,
): string {
  const task = tasks.find(({ id }) => id === taskId);
  return task === undefined ? 'a task' : taskTypeName(catalogue, task.type);
}
