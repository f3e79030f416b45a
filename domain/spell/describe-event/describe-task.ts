import { capital, startingSmall } from '../../first-letter.ts';
import { taskTypeName } from '../../tasks/catalogue.ts';
import {
  ASKED_OF_NAMES,
  CANCEL_REASON_NAMES,
  DECLINE_REASON_NAMES,
  PROVIDER_ANSWER_NAMES,
  TASK_OWNER_NAMES,
  WAITING_FOR_NAMES,
} from '../../tasks/task-types.ts';
import { formatInstant } from '../../time.ts';
import type { TaskEvent } from '../events.ts';
import type { DescribeContext } from './describe-context.ts';
import { noteText, textOf } from './words.ts';

export function describeTask(event: TaskEvent, task: string, context: DescribeContext): string {
  switch (event.type) {
    case 'TaskAdded': {
      const { taskType, fromSet } = event.data;
      // The name of a set tells of the rest of it.
      const isHidden = fromSet === undefined || context.withoutReasons === true;
      const from = isHidden ? '' : `, of the set “${fromSet}”`;
      return `Added task: ${taskTypeName(context.catalogue, taskType)}${from}${noteText(event)}`;
    }
    case 'TaskClaimed': {
      const from = event.data.from === null ? '' : ` from ${event.data.from.name}`;
      return `${from === '' ? 'Claimed' : 'Took over'} ${task}${from}${noteText(event)}`;
    }
    case 'TaskReleased':
      return `Released ${task}${noteText(event)}`;
    case 'TaskStarted':
      return `Started ${task}${noteText(event)}`;
    case 'TaskCompleted':
      return `Completed ${task}${noteText(event)}`;
    case 'TaskWaitingSet': {
      const { waiting } = event.data;
      const what =
        waiting === null ? 'no longer waiting' : startingSmall(WAITING_FOR_NAMES[waiting]);
      return `${capital(task)}: ${waiting === null ? what : `waiting for ${what}`}${noteText(event)}`;
    }
    case 'TaskCancelled': {
      if (context.withoutReasons === true) return `Cancelled ${task}`;
      const reason = CANCEL_REASON_NAMES[event.data.reason];
      return `Cancelled ${task}: ${startingSmall(reason)}${noteText(event)}`;
    }
    case 'TaskDeclined':
      return `Declined ${task}, back to the hub: ${startingSmall(DECLINE_REASON_NAMES[event.data.reason])}${noteText(event)}`;
    case 'TaskReopened':
      return `Opened ${task} again${noteText(event)}`;
    case 'TaskBlockingSet':
      return `${capital(task)} ${event.data.blocking ? 'blocks' : 'no longer blocks'} the discharge${noteText(event)}`;
    case 'TaskDueSet': {
      const { dueAt, because } = event.data;
      const when = dueAt === null ? 'none' : formatInstant(dueAt, context.timeZone);
      if (because === 'edd_moved') return `Moved the target of ${task}: ${when}`;
      if (because !== undefined)
        return `${capital(task)}: target ${when}, as the catalogue changed`;
      return `Set the target of ${task}: ${when}${noteText(event)}`;
    }
    case 'TaskAssigned': {
      const { owner, assignee, because } = event.data;
      if (because !== undefined) {
        const team = startingSmall(TASK_OWNER_NAMES[owner]);
        const what = because === 'council_changed' ? 'council' : 'catalogue';
        return `Sent ${task} to ${team}, as the ${what} changed`;
      }
      const to = assignee === null ? TASK_OWNER_NAMES[owner] : assignee.name;
      return `Assigned ${task} to ${to}${noteText(event)}`;
    }
    case 'TaskQuestionAsked': {
      const whom = startingSmall(ASKED_OF_NAMES[event.data.askedOf]);
      return `Asked ${whom} about ${task}${textOf(event)}`;
    }
    case 'TaskQuestionAnswered':
      return `Answered the question about ${task}${textOf(event)}`;
    case 'TaskProviderRecorded': {
      const { details } = event;
      const note = details === null || details.note === null ? '' : ` (${details.note})`;
      const answer = startingSmall(PROVIDER_ANSWER_NAMES[event.data.answer]);
      return `Provider for ${task}: ${details?.name ?? 'name erased'}, ${answer}${note}`;
    }
    case 'TaskStartSet': {
      const { startsAt } = event.data;
      const when = startsAt === null ? 'not known' : formatInstant(startsAt, context.timeZone);
      return `Set the start of ${task}: ${when}${noteText(event)}`;
    }
    default:
      return event satisfies never;
  }
}
