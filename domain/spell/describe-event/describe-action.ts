import type { ActionSource } from '../../actions/action.ts';
import { findAction } from '../../actions/action.ts';
import type { ActorRef } from '../../actor.ts';
import type { TaskOwner } from '../../tasks/task-types.ts';
import { TASK_OWNER_NAMES } from '../../tasks/task-types.ts';
import { formatDay } from '../../time.ts';
import { ERASED } from '../erased.ts';
import type { ActionEvent } from '../events.ts';
import type { Spell } from '../state.ts';
import type { DescribeContext } from './describe-context.ts';
import { noteText } from './words.ts';

export function describeAction(
  event: ActionEvent,
  spell: Pick<Spell, 'actions'>,
  { withoutReasons = false }: Pick<DescribeContext, 'withoutReasons'>,
): string {
  const { owner, actionId } = event.data;
  const action = inBrief(findAction(spell, actionId)?.what ?? ERASED);
  switch (event.type) {
    case 'ActionAdded': {
      const { person, dueOn, source } = event.data;
      // That there was a review or an escalation tells of the delay.
      const from = withoutReasons ? '' : SOURCES[source];
      const what = event.details?.what ?? ERASED;
      return `Action${from} for ${whose(owner, person)}, by ${formatDay(dueOn)}: ${what}`;
    }
    case 'ActionChanged': {
      const { dueOn, previous, person, from } = event.data;
      const day = dueOn === previous ? [] : [`to be done by ${formatDay(dueOn)}`];
      const who = person?.id === from?.id ? [] : [`now with ${whose(owner, person)}`];
      return `Action ${action} ${[...day, ...who].join(', ')}${noteText(event)}`;
    }
    case 'ActionChased': {
      const { because, dueOn } = event.data;
      if (because === 'day_passed') {
        return `Chased the action ${action}, which was to be done by ${formatDay(dueOn)}`;
      }
      return `Chased the action ${action}${wordsOf(event)}`;
    }
    case 'ActionFinished': {
      if (event.data.outcome === 'done') return `Did the action ${action}${wordsOf(event)}`;
      // Why another team needs it no more is a clinical reason.
      return `Action ${action} is no longer needed${withoutReasons ? '' : wordsOf(event)}`;
    }
    default:
      return event satisfies never;
  }
}

const MOST = 80;

/** Which action a line is about, where its own line tells all of it. */
function inBrief(what: string): string {
  const [line = ''] = what.split('\n');
  return `“${line.length > MOST ? `${line.slice(0, MOST).trimEnd()}…` : line}”`;
}

function wordsOf({ details }: { details: { words: string } | null }): string {
  return details === null ? '' : `: ${details.words}`;
}

const SOURCES: Record<ActionSource, string> = {
  plan: '',
  review: ' from the long-stay review',
  round: ' from the board round',
  escalation: ' from an escalation',
};

function whose(owner: TaskOwner, person: ActorRef | null): string {
  const team = TASK_OWNER_NAMES[owner];
  return person === null ? team : `${person.name} (${team})`;
}
