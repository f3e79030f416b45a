import type { ReportReader } from '../../db/report-reader.ts';
import { delayDays, dischargeReadyDate } from '../../domain/delay/delay-days.ts';
import { DELAY_REASONS } from '../../domain/delay/delay-reasons.ts';
import { behindDayFigure, behindDischargeFigure } from '../../domain/reports/behind-figure.ts';
import type { ReportPlaces } from '../../domain/reports/places.ts';
import type { PeopleAnswer, PersonBehindFigure } from '../../domain/reports/report-answer.ts';
import { MOST_PEOPLE } from '../../domain/reports/report-answer.ts';
import type { FigureQuestion } from '../../domain/reports/report-question.ts';
import { figureName, groupName } from '../../domain/reports/figure-names.ts';
import type { Standing } from '../../domain/reports/standing.ts';
import type { StayFacts } from '../../domain/reports/stay-facts.ts';
import { displayName } from '../../domain/persons/display-name.ts';
import { dischargesOfMonth } from './counted-discharges.ts';
import { dayStandings } from './day-standings.ts';
import type { AskedAt } from './report-request.ts';

type Found = Omit<PersonBehindFigure, 'name' | 'dateOfBirth' | 'nhsNumber'>;

/** Who is behind a figure, the longest delayed first; null where there is no such figure. */
export function workOutPeople(
  reader: ReportReader,
  behind: FigureQuestion,
  asked: AskedAt,
): PeopleAnswer | null {
  const places = reader.places();
  const found = foundBehind(reader, behind, asked, places);
  if (found === null) return null;
  const shown = [...found].sort((a, b) => b.delayDays - a.delayDays).slice(0, MOST_PEOPLE);
  const known = new Map(
    reader.people(shown.map(({ spellId }) => spellId)).map((person) => [person.spellId, person]),
  );
  return {
    ...behind,
    asOf: asked.now,
    figureName: figureName(behind.figure, behind.group),
    groupName: groupName(behind.group, places),
    total: found.length,
    people: shown.flatMap((stay) => {
      const person = known.get(stay.spellId);
      if (person === undefined) return [];
      const { dateOfBirth, nhsNumber } = person;
      return [{ ...stay, name: displayName(person), dateOfBirth, nhsNumber }];
    }),
  };
}

function foundBehind(
  reader: ReportReader,
  { question, ...behind }: FigureQuestion,
  asked: AskedAt,
  places: ReportPlaces,
): Found[] | null {
  switch (question.report) {
    case 'discharges': {
      const stays = dischargesOfMonth(reader, question, places);
      const found = behindDischargeFigure(stays, behind, { by: question.by, places });
      return found?.map((stay) => ofDischarge(stay, places)) ?? null;
    }
    case 'now':
    case 'situation': {
      const day = question.report === 'now' ? asked.today : question.day;
      const { population } = question;
      const { standings } = dayStandings(reader, { ...asked, day, population, places });
      const by = question.report === 'now' ? question.by : byOf(behind.figure);
      return (
        behindDayFigure(standings, behind, { by, places })?.map((standing) =>
          ofStanding(standing, places),
        ) ?? null
      );
    }
    case 'trends':
    case 'why':
    case 'equity':
      return null;
    default:
      return question satisfies never;
  }
}

/** The situation report is by trust, its list of what to mend by ward. */
function byOf(figure: string): 'provider' | 'ward' {
  return figure === 'no_reason' || figure === 'no_ready_date' ? 'ward' : 'provider';
}

function ofDischarge(stay: StayFacts, places: ReportPlaces): Found {
  const readyDate = dischargeReadyDate(stay.nctrPeriods);
  const leftOn = stay.discharge?.on ?? stay.admittedOn;
  return {
    ...ofStay(stay, places),
    readyDate,
    delayDays: delayDays(readyDate, leftOn, leftOn),
    reason: null,
  };
}

function ofStanding(standing: Standing, places: ReportPlaces): Found {
  const { stay, readyDate, delayDays: days, reason } = standing;
  return {
    ...ofStay(stay, places),
    readyDate,
    delayDays: days,
    reason: reason === null ? null : DELAY_REASONS[reason],
  };
}

function ofStay(stay: StayFacts, places: ReportPlaces) {
  const ward = places.get(stay.wardId);
  return {
    spellId: stay.spellId,
    ward: ward === undefined ? 'Not known' : `${ward.name}, ${ward.site}`,
    admittedOn: stay.admittedOn,
    dischargedOn: stay.discharge?.on ?? null,
  };
}
