import { UNKNOWN_HOME } from '../../domain/housing/home.ts';
import type { Note } from '../../domain/spell/notes.ts';
import type { Spell } from '../../domain/spell/state.ts';
import type { Task } from '../../domain/tasks/task.ts';
import { hubManager, wardCoordinator } from './actor.ts';
import { idOf } from './ids.ts';
import { aPerson } from './person.ts';

const { id, name } = wardCoordinator();
const COORDINATOR = { id, name };

/** A stay on Ward 23 since Thursday 19 November 2026, with nothing decided yet. */
export function aSpell(changes: Partial<Spell> = {}): Spell {
  return {
    id: idOf(100),
    person: aPerson(),
    wardId: 'lri-23',
    bed: 'B4',
    specialty: 'Acute medicine',
    patientClass: 'emergency',
    isMaternity: false,
    admittedAt: '2026-11-19T14:00:00.000Z',
    admittedOn: '2026-11-19',
    continuesSpellId: null,
    edd: { day: null, setBy: null, setAt: null },
    clinicalCriteria: { text: null, setBy: null, setAt: null },
    pathway: {
      recommended: 'none_set',
      agreed: 'none_set',
      national: null,
      setBy: null,
      setAt: null,
    },
    nctrPeriods: [],
    chosenReason: null,
    nothingBlocksSince: null,
    escalation: null,
    lastReview: null,
    lastRound: null,
    longStayReview: null,
    tasks: [],
    actions: [],
    notes: [],
    home: UNKNOWN_HOME,
    discharge: null,
    leftBoardAt: null,
    followUpEndedAt: null,
    ...changes,
  };
}

/** A blocking care package task that nobody has yet. */
export function aTask(changes: Partial<Task> = {}): Task {
  return {
    id: idOf(200),
    type: 'care_package',
    owner: 'social_care',
    state: 'open',
    blocking: true,
    blockingSince: '2026-11-20T09:00:00.000Z',
    claimedBy: null,
    claimedAt: null,
    dueAt: '2026-11-24T10:00:00.000Z',
    addedAt: '2026-11-22T08:00:00.000Z',
    addedBy: COORDINATOR,
    startedAt: null,
    completedAt: null,
    completedBy: null,
    declined: null,
    questions: [],
    providers: [],
    startsAt: null,
    outcome: null,
    escalation: null,
    ...changes,
  };
}

export function aNote(changes: Partial<Note> = {}): Note {
  const author = hubManager();
  return {
    id: idOf(300),
    text: 'Daughter will be at home from Thursday.',
    visibleTo: 'ward_and_hub',
    author: { id: author.id, name: author.name },
    writtenAt: '2026-11-22T08:30:00.000Z',
    ...changes,
  };
}
