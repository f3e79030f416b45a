import * as z from 'zod/mini';
import type { DecideContext, Decision } from '../decision.ts';
import { happened } from '../decision.ts';
import { NOTE_READERS } from '../notes.ts';
import type { Spell } from '../state.ts';
import { spellCommand } from './shape.ts';

/** The command's id becomes the note's id. Read by the ward and the hub unless it says otherwise. */
export const addNote = z.strictObject({
  ...spellCommand('AddNote'),
  text: z
    .string()
    .check(
      z.trim(),
      z.minLength(1, 'Write the note'),
      z.maxLength(4000, 'Write at most 4,000 characters'),
    ),
  visibleTo: z.optional(z.enum(NOTE_READERS)),
});

/** Adds a note, also to a stay that has ended: what people learn afterwards counts too. */
export function decideAddNote(
  spell: Spell,
  command: z.infer<typeof addNote>,
  context: DecideContext,
): Decision {
  return happened(context, spell.id, {
    type: 'NoteAdded',
    data: { noteId: command.id, visibleTo: command.visibleTo ?? 'ward_and_hub' },
    details: { text: command.text },
  });
}
