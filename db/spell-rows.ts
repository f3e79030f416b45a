import type { Person } from '../domain/persons/person.ts';
import type { CriterionCode } from '../domain/spell/criteria.ts';
import type { Note } from '../domain/spell/notes.ts';
import type { Spell } from '../domain/spell/state.ts';
import type { ActionRows } from './action-rows.ts';
import { actionsFromRows, rowsOfActions } from './action-rows.ts';
import { refOf } from './actor-ref.ts';
import type { StayEscalationRow } from './escalation-rows.ts';
import { stayEscalationFromRows, stayEscalationRows } from './escalation-rows.ts';
import type { HomeRow, HousingStepRow } from './home-rows.ts';
import { homeFromRows, homeRows, housingStepRows } from './home-rows.ts';
import type { personIdentifiers, persons } from './schema/persons.ts';
import type { nctrPeriods, notes, spells } from './schema/spells.ts';
import type { TaskRows } from './task-rows.ts';
import { rowsOfTasks, tasksFromRows } from './task-rows.ts';

export type PersonRow = typeof persons.$inferSelect;
export type IdentifierRow = typeof personIdentifiers.$inferSelect;
export type SpellRow = typeof spells.$inferSelect;
export type NctrPeriodRow = typeof nctrPeriods.$inferSelect;
export type NoteRow = typeof notes.$inferSelect;

/** All rows that hold the state of one stay, parents before children. */
export type SpellRows = {
  persons: [PersonRow];
  person_identifiers: IdentifierRow[];
  spells: [SpellRow];
  nctr_periods: NctrPeriodRow[];
  stay_escalations: StayEscalationRow[];
  notes: NoteRow[];
  homes: HomeRow[];
  housing_steps: HousingStepRow[];
} & TaskRows &
  ActionRows;

/** The rows of a stay whose last event has this seq. */
export function rowsOfSpell(spell: Spell, seq: number): SpellRows {
  return {
    persons: [personRow(spell.person)],
    person_identifiers: identifierRows(spell.person),
    spells: [spellRow(spell, seq)],
    nctr_periods: spell.nctrPeriods.map((period, position) => ({
      spellId: spell.id,
      position,
      ...period,
    })),
    ...rowsOfTasks(spell.id, spell.tasks),
    stay_escalations: stayEscalationRows(spell),
    ...rowsOfActions(spell.id, spell.actions),
    notes: spell.notes.map((note, position) => noteRow(spell.id, note, position)),
    homes: homeRows(spell.id, spell.home),
    housing_steps: housingStepRows(spell.id, spell.home),
  };
}

/** The stay that rows hold; lists come in order of position. */
export function spellFromRows(rows: SpellRows): Spell {
  const [row] = rows.spells;
  return {
    id: row.id,
    person: personFromRows(rows.persons[0], rows.person_identifiers),
    wardId: row.wardId,
    bed: row.bed,
    specialty: row.specialty,
    patientClass: row.patientClass,
    isMaternity: row.isMaternity,
    admittedAt: row.admittedAt,
    admittedOn: row.admittedOn,
    continuesSpellId: row.continuesSpellId,
    edd: { day: row.edd, setBy: refOf(row.eddSetById, row.eddSetByName), setAt: row.eddSetAt },
    clinicalCriteria: {
      text: row.clinicalCriteria,
      setBy: refOf(row.clinicalCriteriaSetById, row.clinicalCriteriaSetByName),
      setAt: row.clinicalCriteriaSetAt,
    },
    pathway: {
      recommended: row.pathwayRecommended,
      agreed: row.pathwayAgreed,
      national: row.pathwayNational,
      setBy: refOf(row.pathwaySetById, row.pathwaySetByName),
      setAt: row.pathwaySetAt,
    },
    nctrPeriods: rows.nctr_periods.map(({ startedOn, endedOn, endedBy }) => ({
      startedOn,
      endedOn,
      endedBy,
    })),
    chosenReason: chosenReasonOf(row),
    nothingBlocksSince: row.nothingBlocksSince,
    escalation: stayEscalationFromRows(rows.stay_escalations),
    lastReview: lastReviewOf(row),
    lastRound: lastRoundOf(row),
    longStayReview: longStayReviewOf(row),
    tasks: tasksFromRows(rows),
    actions: actionsFromRows(rows),
    notes: rows.notes.map(noteFromRow),
    home: homeFromRows(rows.homes, rows.housing_steps),
    discharge: dischargeOf(row),
    leftBoardAt: row.leftBoardAt,
    followUpEndedAt: row.followUpEndedAt,
  };
}

function spellRow(spell: Spell, seq: number): SpellRow {
  const { edd, clinicalCriteria, pathway, lastReview, discharge, chosenReason } = spell;
  const { lastRound, longStayReview } = spell;
  return {
    id: spell.id,
    seq,
    personId: spell.person.id,
    wardId: spell.wardId,
    bed: spell.bed,
    specialty: spell.specialty,
    patientClass: spell.patientClass,
    isMaternity: spell.isMaternity,
    admittedAt: spell.admittedAt,
    admittedOn: spell.admittedOn,
    edd: edd.day,
    eddSetById: edd.setBy?.id ?? null,
    eddSetByName: edd.setBy?.name ?? null,
    eddSetAt: edd.setAt,
    pathwayRecommended: pathway.recommended,
    pathwayAgreed: pathway.agreed,
    pathwayNational: pathway.national,
    pathwaySetById: pathway.setBy?.id ?? null,
    pathwaySetByName: pathway.setBy?.name ?? null,
    pathwaySetAt: pathway.setAt,
    lastReviewAt: lastReview?.at ?? null,
    lastReviewFinding:
      lastReview === null ? null : lastReview.hasCriteria ? 'criteria' : 'no_criteria',
    lastReviewCriteria: lastReview === null ? null : JSON.stringify(lastReview.criteria),
    dischargedAt: discharge?.at ?? null,
    dischargedOn: discharge?.on ?? null,
    destination: discharge?.destination ?? null,
    leftBoardAt: spell.leftBoardAt,
    followUpEndedAt: spell.followUpEndedAt,
    clinicalCriteria: clinicalCriteria.text,
    clinicalCriteriaSetById: clinicalCriteria.setBy?.id ?? null,
    clinicalCriteriaSetByName: clinicalCriteria.setBy?.name ?? null,
    clinicalCriteriaSetAt: clinicalCriteria.setAt,
    continuesSpellId: spell.continuesSpellId,
    nothingBlocksSince: spell.nothingBlocksSince,
    chosenReason: chosenReason?.reason ?? null,
    chosenReasonNote: chosenReason?.note ?? null,
    chosenReasonSetById: chosenReason?.setBy.id ?? null,
    chosenReasonSetByName: chosenReason?.setBy.name ?? null,
    chosenReasonSetAt: chosenReason?.setAt ?? null,
    lastRoundAt: lastRound?.at ?? null,
    lastRoundById: lastRound?.by.id ?? null,
    lastRoundByName: lastRound?.by.name ?? null,
    lastRoundWardId: lastRound?.wardId ?? null,
    lastRoundNotSeen: lastRound?.notSeen ?? null,
    lastRoundAction: lastRound?.action ?? null,
    lastRoundOwner: lastRound?.owner ?? null,
    lastRoundPerson: lastRound?.person ?? null,
    longStayReviewAt: longStayReview?.at ?? null,
    longStayReviewById: longStayReview?.by.id ?? null,
    longStayReviewByName: longStayReview?.by.name ?? null,
    whyNotHome: longStayReview?.whyNotHome ?? null,
    whyNotToday: longStayReview?.whyNotToday ?? null,
  };
}

function lastReviewOf(row: SpellRow): Spell['lastReview'] {
  const { lastReviewAt: at, lastReviewFinding: finding, lastReviewCriteria: text } = row;
  if (at === null || finding === null || text === null) return null;
  const criteria = JSON.parse(text) as CriterionCode[]; // only `spellRow` writes this column
  return { at, hasCriteria: finding === 'criteria', criteria };
}

function chosenReasonOf(row: SpellRow): Spell['chosenReason'] {
  const { chosenReason: reason, chosenReasonNote: note, chosenReasonSetAt: setAt } = row;
  const setBy = refOf(row.chosenReasonSetById, row.chosenReasonSetByName);
  return reason === null || note === null || setBy === null || setAt === null
    ? null
    : { reason, note, setBy, setAt };
}

function lastRoundOf(row: SpellRow): Spell['lastRound'] {
  const { lastRoundAt: at, lastRoundWardId: wardId } = row;
  const by = refOf(row.lastRoundById, row.lastRoundByName);
  if (at === null || wardId === null || by === null) return null;
  const [notSeen, action] = [row.lastRoundNotSeen, row.lastRoundAction];
  const [owner, person] = [row.lastRoundOwner, row.lastRoundPerson];
  return { at, by, wardId, notSeen, action, owner, person };
}

function longStayReviewOf(row: SpellRow): Spell['longStayReview'] {
  const { longStayReviewAt: at, whyNotHome, whyNotToday } = row;
  const by = refOf(row.longStayReviewById, row.longStayReviewByName);
  return at === null || by === null || whyNotHome === null
    ? null
    : { at, by, whyNotHome, whyNotToday };
}

function dischargeOf(row: SpellRow): Spell['discharge'] {
  const { dischargedAt: at, dischargedOn: on, destination } = row;
  return at === null || on === null || destination === null ? null : { at, on, destination };
}

function personRow(person: Person): PersonRow {
  return {
    id: person.id,
    familyName: person.familyName,
    givenName: person.givenName,
    dateOfBirth: person.dateOfBirth,
    sex: person.sex,
    ethnicCategory: person.ethnicCategory,
    addressLine: person.address?.line ?? null,
    addressTown: person.address?.town ?? null,
    addressPostcode: person.address?.postcode ?? null,
    place: person.place,
    district: person.district,
    imdQuintile: person.imdQuintile,
    language: person.language,
    needsInterpreter: person.needsInterpreter,
    communicationNeeds: JSON.stringify(person.communicationNeeds),
    riskToStaff: person.riskToStaff,
    accessContact: person.accessContact,
  };
}

function identifierRows(person: Person): IdentifierRow[] {
  const values = [
    ['nhs', person.nhsNumber],
    ['hospital', person.hospitalNumber],
    ['social_care', person.socialCareId],
  ] as const;
  return values.flatMap(([kind, value]) =>
    value === null ? [] : [{ personId: person.id, kind, value }],
  );
}

export function personFromRows(row: PersonRow, identifiers: readonly IdentifierRow[]): Person {
  const { addressLine: line, addressTown: town, addressPostcode: postcode, ...rest } = row;
  const valueOf = (kind: IdentifierRow['kind']) =>
    identifiers.find((identifier) => identifier.kind === kind)?.value ?? null;
  return {
    ...rest,
    nhsNumber: valueOf('nhs'),
    hospitalNumber: valueOf('hospital'),
    socialCareId: valueOf('social_care'),
    address: line === null || town === null ? null : { line, town, postcode },
    communicationNeeds: JSON.parse(row.communicationNeeds) as string[], // only `personRow` writes it
  };
}

function noteRow(spellId: string, note: Note, position: number): NoteRow {
  return {
    id: note.id,
    spellId,
    position,
    visibleTo: note.visibleTo,
    text: note.text,
    authorId: note.author.id,
    authorName: note.author.name,
    writtenAt: note.writtenAt,
  };
}

function noteFromRow(row: NoteRow): Note {
  return {
    id: row.id,
    text: row.text,
    visibleTo: row.visibleTo,
    author: { id: row.authorId, name: row.authorName },
    writtenAt: row.writtenAt,
  };
}
