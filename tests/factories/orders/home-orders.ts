import fc from 'fast-check';
import { planInText } from '../../../domain/housing/home.ts';
import type { Room } from '../../../domain/housing/housing-steps.ts';
import {
  HOUSING_AUTHORITIES,
  HOUSING_STEPS,
  ROOMS,
  datesInText,
  findStep,
} from '../../../domain/housing/housing-steps.ts';
import { addDays } from '../../../domain/time.ts';
import type { Order } from './given.ts';
import { maybe, pick, text } from './given.ts';

export const housingStep: fc.Arbitrary<Order> = fc
  .record({
    step: fc.constantFrom(...HOUSING_STEPS, 'home_ready' as const, 'clearance_done' as const),
    planned: maybe(fc.integer({ min: -3, max: 20 })),
    done: maybe(fc.integer({ min: -9, max: 1 })),
    rooms: fc.uniqueArray(fc.constantFrom(...ROOMS), { maxLength: 3 }),
    authority: maybe(fc.constantFrom(...HOUSING_AUTHORITIES)),
    note: maybe(text),
    who: maybe(fc.constantFrom('SECRET Sam', '', ' SECRET Jo ')),
    isStale: fc.nat(5),
  })
  .map(({ step, planned, done, rooms, authority, note, who, isStale }) => (id, spell, today) => ({
    ...{ type: 'RecordHousingStep', id, spellId: spell.id, step, rooms, authority, note },
    who,
    plannedFor: planned === undefined ? null : addDays(today, planned),
    doneOn: done === undefined ? undefined : addDays(today, done),
    seen: isStale === 0 ? '2026-01-01/' : datesInText(findStep(spell.home.steps, step)),
  }));

export const stepTakenBack: fc.Arbitrary<Order> = fc
  .record({ at: pick, note: maybe(text) })
  .map(({ at, note }) => (id, spell) => {
    const { steps } = spell.home;
    const found =
      steps.find(({ step }) => step === 'home_ready') ?? steps[at % Math.max(1, steps.length)];
    return {
      ...{ type: 'RecordHousingStep', id, spellId: spell.id, note },
      ...{ step: found?.step ?? 'visited', plannedFor: null, doneOn: null },
      seen: datesInText(found ?? null),
    };
  });

const KITCHEN: Room[] = ['kitchen'];

export const homeDetails: fc.Arbitrary<Order> = fc
  .record({
    home: fc.constantFrom(
      { keys: 'SECRET neighbour' },
      { landlord: 'SECRET 07700 900111', equipmentDue: '2026-11-30' },
      { roomsToClear: KITCHEN, isGrantUrgent: true },
      { equipment: null, accessContact: 'Son, 07700 900999' },
    ),
    isStale: fc.nat(5),
  })
  .map(({ home, isStale }) => (id, spell) => {
    const { setBy: _by, setAt: _at, ...details } = spell.home.details;
    const seen = { ...details, accessContact: spell.person.accessContact };
    const stale = { ...seen, keys: 'SECRET old', accessContact: 'SECRET old' };
    return {
      type: 'SetHomeDetails',
      id,
      spellId: spell.id,
      home,
      seen: isStale === 0 ? stale : seen,
    };
  });

export const interimPlan: fc.Arbitrary<Order> = fc
  .record({ text: fc.constantFrom('SECRET bed', null), isStale: fc.nat(5) })
  .map(({ text: wish, isStale }) => (id, spell) => ({
    ...{ type: 'SetInterimPlan', id, spellId: spell.id, text: wish, leavesWhen: 'SECRET soon' },
    seen: isStale === 0 ? 'SECRET old' : planInText(spell.home.interimPlan.plan),
  }));
