import type { PersonDetails } from '../persons/person.ts';
import { isSameFact } from '../persons/person.ts';
import type { SpellEvent } from './events.ts';
import type { SetBy } from './state.ts';

/** Something that is set again and again, of which the stay keeps the value and not who set it. */
export type SetThing =
  | { kind: 'person'; field: keyof PersonDetails }
  | { kind: 'blocking' | 'dueAt' | 'startsAt'; taskId: string };

/**
 * Who set the value that stands, and when, from the stay's history (oldest first); both null when
 * the history does not say, as where a fact came with another stay of the person.
 */
export function lastSet(history: readonly SpellEvent[], thing: SetThing): SetBy {
  const event = history.findLast((candidate) => sets(candidate, thing));
  return event === undefined
    ? { setBy: null, setAt: null }
    : { setBy: event.by, setAt: event.occurredAt };
}

function sets(event: SpellEvent, thing: SetThing): boolean {
  switch (thing.kind) {
    case 'person':
      return setsFact(event, thing.field);
    case 'blocking':
      return isOfTask(event, thing.taskId) && isOneOf(event, ['TaskAdded', 'TaskBlockingSet']);
    case 'dueAt':
      return isOfTask(event, thing.taskId) && isOneOf(event, ['TaskAdded', 'TaskDueSet']);
    case 'startsAt':
      return isOfTask(event, thing.taskId) && event.type === 'TaskStartSet';
    default:
      return thing satisfies never;
  }
}

/** A merge of two records sets what it makes different; taking one back, everything. */
function setsFact(event: SpellEvent, field: keyof PersonDetails): boolean {
  switch (event.type) {
    case 'PersonUpdated':
      return event.data.fields.includes(field);
    case 'PersonsMerged': {
      if (event.details === null) return false;
      const before = event.details[event.data.side];
      return !isSameFact(before[field], event.details.after[field]);
    }
    case 'MergeUndone':
      return true;
    default:
      return false;
  }
}

function isOfTask({ taskId }: SpellEvent, id: string): boolean {
  return taskId === id;
}

function isOneOf({ type }: SpellEvent, types: readonly SpellEvent['type'][]): boolean {
  return types.includes(type);
}
