import type { MergeChoice } from '../../domain/persons/merge-records.ts';
import { MERGE_CHOICES } from '../../domain/persons/merge-records.ts';
import type { Refusal } from '../../domain/result.ts';
import { refuse } from '../../domain/result.ts';
import type { SpellCommand } from '../../domain/spell/commands.ts';
import { parseCommand } from '../../domain/spell/parse-command.ts';
import { OUT_OF_DATE } from './command-from-form.ts';
import { textOf } from './read-field.ts';

export const MERGE_SEEN = 'seen';
export function standingField(choice: MergeChoice): string {
  return `standing-${choice}`;
}

type Parsed = { ok: true; command: SpellCommand } | Refusal;
type Context = { spellId: string; newId: () => string };

const NOT_CONFIRMED = 'Tick the box once you have checked that both records are of the same person';
const NO_REASON = 'Say why these are two records of one person, in at most 400 characters';
const NO_UNDO_REASON = 'Say why the merge is taken back, in at most 400 characters';

/** The merge that the form asks for: which record's facts stand, and what was shown of both. */
export function mergeFromForm(form: FormData, { spellId, newId }: Context): Parsed {
  const seen = seenOf(form);
  if (seen === null) return refuse('INVALID', OUT_OF_DATE);
  const reason = textOf(form, 'reason') ?? '';
  const fields = {
    ...(isReason(reason) ? {} : { reason: NO_REASON }),
    ...(form.get('confirmed') === 'yes' ? {} : { confirmed: NOT_CONFIRMED }),
  };
  const [message] = Object.values(fields);
  if (message !== undefined) return refuse('INVALID', message, { fields });
  const choices = Object.keys(MERGE_CHOICES) as MergeChoice[]; // its own keys
  const standing = choices.map((choice) => [choice, textOf(form, standingField(choice))] as const);
  return parseCommand({
    type: 'MergePersons',
    id: textOf(form, 'id') ?? newId(),
    spellId,
    mergedSpellId: textOf(form, 'person') ?? '',
    standing: Object.fromEntries(standing.filter(([, side]) => side !== undefined)),
    seen,
    reason,
  });
}

export function undoFromForm(form: FormData, { spellId, newId }: Context): Parsed {
  const reason = textOf(form, 'undoReason') ?? '';
  if (!isReason(reason)) {
    return refuse('INVALID', NO_UNDO_REASON, { fields: { undoReason: NO_UNDO_REASON } });
  }
  return parseCommand({
    type: 'UndoMerge',
    id: textOf(form, 'id') ?? newId(),
    spellId,
    mergeId: textOf(form, 'mergeId') ?? '',
    reason,
  });
}

function isReason(text: string): boolean {
  return text.length > 0 && text.length <= 400;
}

function seenOf(form: FormData): unknown {
  const text = form.get(MERGE_SEEN);
  try {
    return typeof text === 'string' ? (JSON.parse(text) as unknown) : null;
  } catch {
    // Not written by our page: the same answer as for a form without it.
    return null;
  }
}
