import type { ActorRole } from '../../domain/actor.ts';
import type { Note, NoteReaders } from '../../domain/spell/notes.ts';
import { NOTE_READERS, NOTE_READER_NAMES } from '../../domain/spell/notes.ts';
import { formatInstant } from '../../domain/time.ts';
import { Button } from '../components/button.tsx';
import { RadiosField } from '../components/radios-field.tsx';
import { TextAreaField } from '../components/text-area-field.tsx';
import { TimeText } from '../components/time-text.tsx';
import { usePlan, usePlanFields } from './plan-context.ts';
import { PlanForm } from './plan-form.tsx';
import { PlanSection } from './plan-section.tsx';

const READER_OPTIONS = NOTE_READERS.map((value) => ({ value, label: NOTE_READER_NAMES[value] }));

export function NotesSection() {
  const { view, forms } = usePlan();
  const newestFirst = [...view.notes].sort((a, b) => (a.writtenAt < b.writtenAt ? 1 : -1));
  return (
    <PlanSection
      id="notes"
      title="Notes"
      digest={view.notes.length === 0 ? 'None' : String(view.notes.length)}
    >
      {newestFirst.length === 0 && <p className="hub-quiet">No notes yet.</p>}
      {newestFirst.length > 0 && (
        <ul className="hub-notes">
          {newestFirst.map((note) => (
            <NoteItem key={note.id} note={note} />
          ))}
        </ul>
      )}
      {forms.addNote && <NoteForm />}
    </PlanSection>
  );
}

type NoteItemProps = { note: Note };

function NoteItem({ note }: NoteItemProps) {
  const { timeZone, pendingIds } = usePlan();
  return (
    <li className="hub-note">
      <p className="hub-note__text">{note.text}</p>
      <p className="hub-note__meta">
        {note.author.name},{' '}
        <TimeText dateTime={note.writtenAt}>{formatInstant(note.writtenAt, timeZone)}</TimeText>
        {'. '}
        Read by: {NOTE_READER_NAMES[note.visibleTo]}
        {pendingIds.has(note.id) && '. Not saved yet'}
      </p>
    </li>
  );
}

function NoteForm() {
  const { me } = usePlan();
  const { field, value } = usePlanFields('AddNote');
  return (
    <PlanForm type="AddNote">
      <TextAreaField {...field('text')} label="New note" defaultValue={value('text')} />
      <RadiosField
        {...field('visibleTo')}
        label="Who will read it"
        options={READER_OPTIONS}
        defaultValue={value('visibleTo', usualReaders(me.role))}
        size="small"
      />
      <Button size="small">Add note</Button>
    </PlanForm>
  );
}

/** Those who work outside of the hospital would not be heard by their own with the ward's default. */
function usualReaders(role: ActorRole): NoteReaders {
  if (role === 'broker') return 'care_roles';
  return role === 'housing' ? 'everyone' : 'ward_and_hub';
}
