import type { MergeSide } from '../../persons/merge-records.ts';
import type { Person, PersonDetails } from '../../persons/person.ts';

/** Who the patient is. */
export type PersonEventBody =
  | {
      type: 'PersonUpdated';
      /** Which facts changed; what they were and became is in the details. */
      data: { fields: (keyof PersonDetails)[] };
      details: { after: Partial<PersonDetails>; before: Partial<PersonDetails> } | null;
    }
  | {
      type: 'PersonsMerged';
      /** One event for each stay of both records; `side`: whose stay it was. */
      data: { mergeId: string; remainingId: string; mergedId: string; side: MergeSide };
      /** Both records as they were, and the person that they became. */
      details: { remaining: Person; merged: Person; after: Person; reason: string } | null;
    }
  | {
      type: 'MergeUndone';
      data: { mergeId: string; personId: string };
      details: { person: Person; reason: string } | null;
    };
