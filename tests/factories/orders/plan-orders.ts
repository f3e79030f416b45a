import fc from 'fast-check';
import { NOT_SEEN_REASONS } from '../../../domain/rounds/board-round.ts';
import { CRITERION_CODES } from '../../../domain/spell/criteria.ts';
import { NOTE_READERS } from '../../../domain/spell/notes.ts';
import { NATIONAL_PATHWAYS, PATHWAYS } from '../../../domain/spell/pathway.ts';
import { TASK_OWNERS } from '../../../domain/tasks/task-types.ts';
import { addDays } from '../../../domain/time.ts';
import type { Order } from './given.ts';
import { dayOffset, maybe, text } from './given.ts';

export const setEdd: fc.Arbitrary<Order> = fc
  .record({ offset: dayOffset, isStale: fc.nat(5), reason: maybe(text) })
  .map(({ offset, isStale, reason }) => (id, spell, today) => ({
    type: 'SetEdd',
    id,
    spellId: spell.id,
    edd: addDays(today, offset),
    seen: isStale === 0 ? today : spell.edd.day,
    reason,
  }));

export const setPathway: fc.Arbitrary<Order> = fc
  .record({
    pathway: fc.constantFrom(...PATHWAYS),
    isStale: fc.nat(5),
    as: maybe(fc.constantFrom('recommended' as const, 'agreed' as const)),
    national: maybe(fc.constantFrom(...NATIONAL_PATHWAYS)),
  })
  .map(({ pathway, isStale, as, national }) => (id, spell) => {
    const { recommended, agreed } = spell.pathway;
    const shown = agreed === 'none_set' ? recommended : agreed;
    const seen = isStale === 0 ? 'end_of_life' : shown;
    return { type: 'SetPathway', id, spellId: spell.id, pathway, seen, as, national };
  });

export const setClinicalCriteria: fc.Arbitrary<Order> = fc
  .record({ text: fc.constantFrom('SECRET eats', 'SECRET\r\nwalks', null), isStale: fc.nat(5) })
  .map(({ text: wish, isStale }) => (id, spell) => ({
    type: 'SetClinicalCriteria',
    id,
    spellId: spell.id,
    text: wish,
    seen: isStale === 0 ? 'SECRET old' : spell.clinicalCriteria.text,
  }));

export const ready: fc.Arbitrary<Order> = fc
  .record({ offset: fc.integer({ min: -4, max: 1 }), note: maybe(text) })
  .map(({ offset, note }) => (id, spell, today) => ({
    type: 'RecordNoCriteriaToReside',
    id,
    spellId: spell.id,
    readyDate: addDays(today, offset),
    note,
  }));

export const ill: fc.Arbitrary<Order> = fc
  .record({
    offset: maybe(fc.integer({ min: -4, max: 1 })),
    criteria: maybe(fc.uniqueArray(fc.constantFrom(...CRITERION_CODES), { minLength: 1 })),
    note: maybe(text),
  })
  .map(({ offset, criteria, note }) => (id, spell, today) => ({
    type: 'RecordCriteriaToReside',
    id,
    spellId: spell.id,
    metOn: offset === undefined ? undefined : addDays(today, offset),
    criteria,
    note,
  }));

export const primaryReason: fc.Arbitrary<Order> = fc
  .record({
    reason: fc.constantFrom('C1' as const, 'W2' as const, null),
    isStale: fc.nat(5),
    note: maybe(text),
  })
  .map(({ reason, isStale, note }) => (id, spell) => ({
    ...{ type: 'SetPrimaryReason', id, spellId: spell.id, reason, note },
    seen: isStale === 0 ? 'H1' : (spell.chosenReason?.reason ?? null),
  }));

export const boardRound: fc.Arbitrary<Order> = fc
  .record({
    notSeen: fc.constantFrom(null, null, ...NOT_SEEN_REASONS),
    owner: fc.constantFrom(null, ...TASK_OWNERS),
    isStale: fc.nat(5),
    action: maybe(text),
  })
  .map(({ notSeen, owner, isStale, action = '' }) => (id, spell, _today, now) => ({
    ...{ type: 'RecordBoardRound', id, spellId: spell.id, notSeen, owner, action },
    person: 'SECRET Dr Shah',
    seen: isStale === 0 ? now : (spell.lastRound?.at ?? null),
  }));

export const longStayReview: fc.Arbitrary<Order> = fc
  .record({ isStale: fc.nat(5), whyNotHome: text, whyNotToday: maybe(text) })
  .map(({ isStale, whyNotHome, whyNotToday }) => (id, spell, _today, now) => ({
    ...{ type: 'ReviewLongStay', id, spellId: spell.id, whyNotHome, whyNotToday },
    seen: isStale === 0 ? now : (spell.longStayReview?.at ?? null),
  }));

export const addNote: fc.Arbitrary<Order> = fc
  .record({
    text: fc.constantFrom('SECRET note', 'SECRET \u0000 🙂'),
    visibleTo: maybe(fc.constantFrom(...NOTE_READERS)),
  })
  .map((body) => (id, spell) => ({ type: 'AddNote', id, spellId: spell.id, ...body }));
