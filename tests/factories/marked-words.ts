import type { Actor } from '../../domain/actor.ts';
import type { NoteReaders } from '../../domain/spell/notes.ts';
import type { Spell } from '../../domain/spell/state.ts';
import type { TaskOwner } from '../../domain/tasks/task-types.ts';

/**
 * Words that are written into one stay and can be told apart wherever they turn up, with who may
 * read them: handbook 10 in other words than the product's.
 */
export type WrittenIn =
  | { kind: 'person' }
  | { kind: 'care' }
  | { kind: 'home' }
  | { kind: 'task'; taskId: string; owner: TaskOwner | null }
  | { kind: 'action'; owner: TaskOwner | null }
  | { kind: 'note'; readers: NoteReaders; authorId: string };

export type Mark = { spellId: string; writtenIn: WrittenIn };

const MARK = /mark\d{6}x/gi;

export function createMarks() {
  const marks = new Map<string, Mark>();

  function mark(spellId: string, writtenIn: WrittenIn): string {
    const word = `Mark${String(marks.size).padStart(6, '0')}x`;
    marks.set(word.toLowerCase(), { spellId, writtenIn });
    return word;
  }

  /** The same value with every text that stands for a secret marked as this stay's. */
  function markSecrets<T>(value: T, spellId: string, writtenIn: WrittenIn): T {
    const json = JSON.stringify(value, (_key, given: unknown) =>
      typeof given === 'string' && /^secret/i.test(given) ? mark(spellId, writtenIn) : given,
    );
    return JSON.parse(json);
  }

  function marksIn(text: string): [word: string, mark: Mark][] {
    const words = new Set((text.match(MARK) ?? []).map((word) => word.toLowerCase()));
    return [...words].flatMap((word) => {
      const found = marks.get(word);
      return found === undefined ? [] : [[word, found]];
    });
  }

  return { mark, markSecrets, marksIn };
}

/** Whether a reader who sees a stay may read a word that was written into it. */
export function mayRead(reader: Actor, { writtenIn }: Mark, spell: Spell): boolean {
  const { role } = reader;
  if (writtenIn.kind === 'note') {
    const { readers, authorId } = writtenIn;
    if (role === 'ward' || role === 'hub' || reader.id === authorId) return true;
    return readers === 'everyone' || (role === 'broker' && readers === 'care_roles');
  }
  if (role !== 'housing' || writtenIn.kind === 'person' || writtenIn.kind === 'home') return true;
  if (writtenIn.kind === 'care') return false;
  if (writtenIn.kind === 'action') return writtenIn.owner === 'lightbulb';
  // Not what was written while the task was another team's.
  return (
    writtenIn.owner === 'lightbulb' &&
    spell.tasks.some(({ id, owner }) => id === writtenIn.taskId && owner === 'lightbulb')
  );
}

/**
 * What housing is never sent, by the names of its fields. A page's data has them as values beside
 * others, so that the short ones are looked for as keys alone.
 */
export const CARE_FIELD =
  /"(nhsNumber|hospitalNumber|socialCareId|pathway(Agreed|Recommended)|nationalPathway|dischargeReadyDate|delayDays|lengthOfStay|admittedOn|nctrPeriods|primaryReason|chosenReason|isReferred|longStayReview|whyNotHome|fromTaskId)"|"(pathway|stage|bed|stay|agreed)":/;
