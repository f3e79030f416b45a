import type { ReportReader } from '../../db/report-reader.ts';
import { primaryReason } from '../../domain/delay/primary-reason.ts';
import { isCountedDischarge, isCountedHere } from '../../domain/reports/population.ts';
import type { Population } from '../../domain/reports/population.ts';
import type { ReportPlaces } from '../../domain/reports/places.ts';
import type { Standing } from '../../domain/reports/standing.ts';
import { standingOn } from '../../domain/reports/standing.ts';
import type { StayFacts } from '../../domain/reports/stay-facts.ts';
import { factsOfSpell, isFinished } from '../../domain/reports/stay-facts.ts';
import type { Spell } from '../../domain/spell/state.ts';
import { isOpenState } from '../../domain/tasks/task-types.ts';
import type { CalendarDay } from '../../domain/time.ts';
import { addDays, startOfDay } from '../../domain/time.ts';
import type { AskedAt } from './report-request.ts';

type Asked = AskedAt & { day: CalendarDay; population: Population; places: ReportPlaces };

/**
 * How everybody who was in hospital on a day stood, and their stays as they were by the end of it.
 * Admission, ready dates and discharge are as they are known today; ward, tasks, forecast and the
 * task catalogue are what they were then.
 */
export function dayStandings(
  reader: ReportReader,
  asked: Asked,
): { standings: Standing[]; spells: Spell[] } {
  const { day, today, population, places, timeZone } = asked;
  const spells = day === today ? reader.asNow(today) : spellsThen(reader, day, timeZone);
  // A reason is what the catalogue said then: a day that is over does not change with it.
  const until = day === today ? undefined : startOfDay(addDays(day, 1), timeZone);
  const context = { catalogue: reader.catalogue(until), timeZone };
  const isCounted = (stay: StayFacts) =>
    isFinished(stay) && stay.discharge.on === day
      ? isCountedDischarge(stay, population, places)
      : isCountedHere(stay, population, places);
  const counted = spells.filter((spell) => isCounted(factsOfSpell(spell)));
  const standings = counted.flatMap((spell) => {
    const hasBlockingTask = spell.tasks.some(
      ({ state, blocking }) => blocking && isOpenState(state),
    );
    const chosen = spell.chosenReason?.reason ?? null;
    const reason = primaryReason({ tasks: spell.tasks, chosen }, context);
    const standing = standingOn(factsOfSpell(spell), day, { reason, hasBlockingTask, timeZone });
    return standing === null ? [] : [standing];
  });
  return { standings, spells: counted };
}

function spellsThen(reader: ReportReader, day: CalendarDay, timeZone: string): Spell[] {
  const then = reader.asOf(day, startOfDay(addDays(day, 1), timeZone));
  const known = new Map(reader.presentOn(day).map((facts) => [facts.spellId, facts]));
  return then.flatMap((spell) => {
    const facts = known.get(spell.id);
    if (facts === undefined) return [];
    const { nctrPeriods, discharge, admittedOn, isMaternity, patientClass } = facts;
    const person = { ...spell.person, ...facts.person };
    return [{ ...spell, nctrPeriods, discharge, admittedOn, isMaternity, patientClass, person }];
  });
}
