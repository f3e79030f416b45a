import type { Actor, ActorRef } from '../actor.ts';
import type { NctrPeriod } from '../delay/delay-days.ts';
import { isAllowed } from '../permissions.ts';
import type { PersonDetails } from '../persons/person.ts';
import type { TaskCatalogue } from '../tasks/catalogue.ts';
import type { Instant } from '../time.ts';
import type { Card, CardTask, ProjectionContext } from './card.ts';
import { addressLine, cardTask, projectCard } from './card.ts';
import { describeEvent } from './describe-event.ts';
import type { SpellEvent } from './events.ts';
import type { Note } from './notes.ts';
import { canReadNote } from './notes.ts';
import type { PatientClass, SetBy, Spell } from './state.ts';

export type HistoryLine = { seq: number; at: Instant; by: ActorRef; role: string; text: string };

export type SpellViewTask = CardTask & {
  addedAt: Instant;
  addedBy: ActorRef;
  completedAt: Instant | null;
  completedBy: ActorRef | null;
};

/** Everything about one stay that one reader may see: the panel and the page without script. */
export type SpellView = {
  card: Card;
  tasks: SpellViewTask[];
  notes: Note[];
  history: HistoryLine[];
  address: string | null;
  accessContact: string | null;
  riskToStaff: string | null;
  eddSet: SetBy;
  stay?: {
    admittedAt: Instant;
    specialty: string | null;
    patientClass: PatientClass;
    pathwaySet: SetBy;
    nctrPeriods: NctrPeriod[];
    lastReviewAt: Instant | null;
    dischargedAt: Instant | null;
    hospitalNumber: string | null;
    /** Every fact, for those who may correct them. */
    person?: PersonDetails;
  };
};

export type HistoryEvent = SpellEvent & { seq: number; role: string };

/** The stay as this actor may see it. An author also reads their own notes. */
export function projectSpellView(
  spell: Spell,
  seq: number,
  events: readonly HistoryEvent[],
  reader: Actor,
  context: ProjectionContext & { catalogue: TaskCatalogue; timeZone: string },
): SpellView {
  const isHousing = reader.role === 'housing';
  const card = projectCard(spell, seq, reader, context);
  const shownTasks = new Set(card.tasks.map((task) => task.id));
  return {
    card,
    tasks: spell.tasks
      .filter((task) => shownTasks.has(task.id))
      .map((task) => ({
        ...cardTask(task),
        addedAt: task.addedAt,
        addedBy: task.addedBy,
        completedAt: task.completedAt,
        completedBy: task.completedBy,
      })),
    notes: spell.notes.filter(
      (note) => canReadNote(reader.role, note.visibleTo) || note.author.id === reader.id,
    ),
    history: events
      .filter((event) => !isHousing || isForHousing(event, shownTasks))
      .map((event) => ({
        seq: event.seq,
        at: event.occurredAt,
        by: event.by,
        role: event.role,
        text: describeEvent(event, spell, context),
      })),
    address: addressLine(spell.person),
    accessContact: spell.person.accessContact,
    riskToStaff: isHousing ? riskFlag(spell) : spell.person.riskToStaff,
    eddSet: { setBy: spell.edd.setBy, setAt: spell.edd.setAt },
    ...(isHousing ? {} : { stay: stayOf(spell, reader) }),
  };
}

/** Housing is told that there is a risk, not what it is (handbook 10): the ward or the hub says more. */
function riskFlag(spell: Spell): string | null {
  return spell.person.riskToStaff === null
    ? null
    : 'Speak to the ward or the hub before anybody visits.';
}

function stayOf(spell: Spell, reader: Actor): NonNullable<SpellView['stay']> {
  const { id: _personId, ...person } = spell.person;
  const facts = { wardId: spell.wardId, taskOwner: null, pathway: null };
  return {
    admittedAt: spell.admittedAt,
    specialty: spell.specialty,
    patientClass: spell.patientClass,
    pathwaySet: { setBy: spell.pathway.setBy, setAt: spell.pathway.setAt },
    nctrPeriods: [...spell.nctrPeriods],
    lastReviewAt: spell.lastReview?.at ?? null,
    dischargedAt: spell.discharge?.at ?? null,
    hospitalNumber: spell.person.hospitalNumber,
    ...(isAllowed(reader, 'UpdatePerson', facts) ? { person } : {}),
  };
}

/** Housing reads the history of its own tasks only: the other lines hold clinical reasons. */
function isForHousing(event: SpellEvent, shownTasks: ReadonlySet<string>): boolean {
  return event.taskId !== null && shownTasks.has(event.taskId);
}
