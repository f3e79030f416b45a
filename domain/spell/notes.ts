import type { ActorRef, ActorRole } from '../actor.ts';
import type { Instant } from '../time.ts';

/** Who will read a note: the ward and the hub, all care roles, or everyone with housing too. */
export const NOTE_READERS = ['ward_and_hub', 'care_roles', 'everyone'] as const;
export type NoteReaders = (typeof NOTE_READERS)[number];

export const NOTE_READER_NAMES: Record<NoteReaders, string> = {
  ward_and_hub: 'The ward and the hub',
  care_roles: 'The ward, the hub and social care',
  everyone: 'Everyone, with housing too',
};

export type Note = {
  id: string;
  text: string;
  visibleTo: NoteReaders;
  author: ActorRef;
  writtenAt: Instant;
};

/** Whether a role reads notes of a kind (handbook 10). An author also reads their own: see spell-view.ts. */
export function canReadNote(role: ActorRole, visibleTo: NoteReaders): boolean {
  if (role === 'ward' || role === 'hub') return true;
  if (role === 'broker') return visibleTo !== 'ward_and_hub';
  return role === 'housing' && visibleTo === 'everyone';
}
