import type { PatientClass } from '../../domain/spell/state.ts';
import type { DayNumber } from './calendar.ts';
import { minutes } from './calendar.ts';
import type { Making } from './finished-spells.ts';
import { arrivalAfter, isSupported, personBack } from './finished-spells.ts';
import type { OpenSlot } from './open-slots.ts';
import { openSlots } from './open-slots.ts';
import { SPECIALTIES } from './specialties.ts';
import type { SpellPlan } from './spell-plan.ts';
import { admissionAt, admissionBefore, writePlan } from './write-plan.ts';

/** Everybody who is in a bed now. */
export function openSpells(
  making: Making,
  moment: { openSpells: number; today: DayNumber; now: number },
): SpellPlan[] {
  const random = making.random.fork('open');
  return openSlots(making.wards, moment.openSpells, moment, random).map((slot) =>
    openSpell(slot, making, moment.today, moment.now),
  );
}

function openSpell(slot: OpenSlot, making: Making, today: DayNumber, now: number): SpellPlan {
  const { ward, random, scenario } = slot;
  const profile = SPECIALTIES[ward.specialty];
  const pathway = slot.pathway ?? 'none_set';
  const admittedDay = today - slot.nights;
  const moved =
    ward.provider === 'lpt' && slot.nights > 0 ? making.transfers.take(admittedDay) : null;
  const elective = random.chance(profile.electiveShare) ? 'elective' : 'emergency';
  const patientClass: PatientClass = moved !== null ? 'transfer' : elective;
  const admittedAt = moved !== null ? arrivalAfter(moved.leftAt, random) : arrival();
  const wish = {
    profile,
    place: slot.place,
    admittedAt,
    admittedDay,
    isComplex: slot.cause !== null || isSupported(pathway),
    needsAccess: pathway === 'lightbulb',
    random,
  };
  const back = scenario === null ? personBack(making, wish) : null;
  return writePlan({
    id: random.uuid(admittedAt),
    stay: {
      random,
      ward,
      person: moved?.person ?? back ?? making.makePerson(wish),
      admittedAt,
      admittedDay,
      until: now,
      isOpen: true,
      readyDay: slot.daysReady === null ? null : today - slot.daysReady,
      leavingDay: Math.max(today, slot.edd.day ?? today + slot.nightsToCome),
      pathway,
      cause: slot.cause,
      edd: slot.edd.day,
    },
    today,
    bed: slot.bed,
    patientClass,
    continuesSpellId: moved?.spellId ?? null,
    destination: null,
    choices: scenario?.unclaimed === true ? { mainUnclaimed: true } : {},
  });

  function arrival(): number {
    const usual = admissionAt(admittedDay, patientClass, random);
    return usual < now - minutes(90) ? usual : admissionBefore(admittedDay, now, random);
  }
}
