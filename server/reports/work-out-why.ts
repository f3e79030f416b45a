import type { ReportReader } from '../../db/report-reader.ts';
import {
  delayDays,
  delayReasonsTable,
  delayTeamsTable,
} from '../../domain/reports/delay-day-reasons.ts';
import { dischargeHoursTable } from '../../domain/reports/discharge-hours.ts';
import { eddCourse, eddTable, specialtyOf } from '../../domain/reports/edd-accuracy.ts';
import { groupOf } from '../../domain/reports/grouping.ts';
import { longestDelaysTable } from '../../domain/reports/longest-delays.ts';
import type { DayRange } from '../../domain/reports/months.ts';
import { daysOfMonth } from '../../domain/reports/months.ts';
import { pathwayTable } from '../../domain/reports/pathway-agreement.ts';
import type { ReportPlaces } from '../../domain/reports/places.ts';
import { isCountedHere } from '../../domain/reports/population.ts';
import { referralCourse, referralTable } from '../../domain/reports/referral-times.ts';
import type { QuestionOf } from '../../domain/reports/report-question.ts';
import type { ReportTable } from '../../domain/reports/report-table.ts';
import type { FinishedStay, StayFacts } from '../../domain/reports/stay-facts.ts';
import type { StayStory } from '../../domain/reports/stay-story.ts';
import {
  taskStatesTable,
  taskTeamsTable,
  taskTypesTable,
} from '../../domain/reports/task-time-tables.ts';
import { taskLives } from '../../domain/reports/task-times.ts';
import { addDays } from '../../domain/time.ts';
import type { SpellEvent } from '../../domain/spell/events.ts';
import { dayContext } from './day-context.ts';
import { dischargesOfMonth } from './counted-discharges.ts';
import type { AskedAt, Progress } from './report-request.ts';

type Asked = { question: QuestionOf<'why'>; places: ReportPlaces; asked: AskedAt };

/** Steps that the work is told in. */
const STEPS = 3;

/** Why people waited in a month, and how the work for them went. */
export function workOutWhy(
  reader: ReportReader,
  question: QuestionOf<'why'>,
  asked: AskedAt,
  progress: Progress,
): ReportTable[] {
  const places = reader.places();
  progress(0, STEPS);
  const waits = delayTables(reader, { question, places, asked });
  progress(1, STEPS);
  const stays = dischargesOfMonth(reader, question, places);
  const stories = storiesOf(stays, reader.eventsOfDischarged(daysOfMonth(question.month)));
  progress(2, STEPS);
  const courses = stories.map(eddCourse);
  const lives = stories.flatMap(livesUntilDischarge);
  return [
    ...waits,
    taskStatesTable(lives),
    taskTeamsTable(lives),
    taskTypesTable(lives, reader.catalogue()),
    referralTable(stories.map(referralCourse)),
    pathwayTable(stays),
    dischargeHoursTable(stays, asked.timeZone),
    eddTable(courses, EDD_BY_WARD, (stay) => groupOf(stay, 'ward', places)),
    eddTable(courses, EDD_BY_SPECIALTY, specialtyOf),
  ];
}

const EDD_BY_WARD = {
  id: 'edd_wards',
  title: 'Forecast against discharge, by ward',
  rowsAre: 'Ward',
};
const EDD_BY_SPECIALTY = {
  id: 'edd_specialties',
  title: 'Forecast against discharge, by specialty',
  rowsAre: 'Specialty',
};

function delayTables(reader: ReportReader, { question, places, asked }: Asked): ReportTable[] {
  const range = daysThatAreOver(question.month, asked);
  const ready = reader
    .readyDuring(range)
    .filter((stay) => isCountedHere(stay, question.population, places));
  const stories = storiesOf(ready, reader.eventsOfReady(range));
  const days = delayDays(stories, range, dayContext(reader, asked.timeZone));
  return [delayReasonsTable(days), delayTeamsTable(days), longestDelaysTable(days, ready, places)];
}

/** Of the month that is not over, the days until yesterday: how today ends nobody knows. */
function daysThatAreOver(month: string, { today }: AskedAt): DayRange {
  const { from, to } = daysOfMonth(month);
  return { from, to: to < today ? to : addDays(today, -1) };
}

function storiesOf<Stay extends StayFacts>(
  stays: readonly Stay[],
  events: ReadonlyMap<string, SpellEvent[]>,
): StayStory<Stay>[] {
  return stays.map((stay) => ({ stay, events: events.get(stay.spellId) ?? [] }));
}

/** What goes on after somebody is home delays nobody. */
function livesUntilDischarge({ stay, events }: StayStory<FinishedStay>) {
  const { at } = stay.discharge;
  return taskLives(
    events.filter(({ occurredAt }) => occurredAt <= at),
    at,
  );
}
