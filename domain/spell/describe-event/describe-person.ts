import { FIELD_NAMES } from '../../persons/person.ts';
import type { PersonEvent } from '../events.ts';
import { reasonText } from './words.ts';

export function describePerson(event: PersonEvent): string {
  switch (event.type) {
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
    default:
      return event satisfies never;
  }
}
