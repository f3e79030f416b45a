import type { ReportReader } from '../../db/report-reader.ts';
import type { DayContext, DelayDay } from '../../domain/reports/delay-day-reasons.ts';
import {
  delayDaysOf,
  delayReasonsTable,
  delayTeamsTable,
} from '../../domain/reports/delay-day-reasons.ts';
import { dischargeHoursTable } from '../../domain/reports/discharge-hours.ts';
import type { EddCourse } from '../../domain/reports/edd-accuracy.ts';
import { eddCourse, eddTable, specialtyOf } from '../../domain/reports/edd-accuracy.ts';
import { groupOf } from '../../domain/reports/grouping.ts';
import { longestDelaysTable } from '../../domain/reports/longest-delays.ts';
import type { DayRange } from '../../domain/reports/months.ts';
import { daysOfMonth } from '../../domain/reports/months.ts';
import { pathwayTable } from '../../domain/reports/pathway-agreement.ts';
import { isCountedHere } from '../../domain/reports/population.ts';
import type { ReferralCourse } from '../../domain/reports/referral-times.ts';
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
import type { TaskLife } from '../../domain/reports/task-times.ts';
import { taskLives } from '../../domain/reports/task-times.ts';
import { addDays } from '../../domain/time.ts';
import { dayContext } from './day-context.ts';
import { dischargesOfMonth } from './counted-discharges.ts';
import { boardRoundsTables } from './work-out-rounds.ts';
import type { AskedAt, Progress } from './report-request.ts';

/** Stays between two times of telling how far the work is. */
const STAYS_AT_ONCE = 250;

/** Why people waited in a month, and how the work for them went. */
export function workOutWhy(
  reader: ReportReader,
  question: QuestionOf<'why'>,
  asked: AskedAt,
  progress: Progress,
): ReportTable[] {
  const places = reader.places();
  const range = daysThatAreOver(question.month, asked);
  const ready = reader
    .readyDuring(range)
    .filter((stay) => isCountedHere(stay, question.population, places));
  const left = dischargesOfMonth(reader, question, places);
  const context = dayContext(reader, asked.timeZone);
  const { days, forecasts, lives, referrals } = courses(
    reader,
    { ready, left, range, context },
    progress,
  );
  return [
    delayReasonsTable(days),
    delayTeamsTable(days),
    longestDelaysTable(days, ready, places),
    taskStatesTable(lives),
    taskTeamsTable(lives),
    taskTypesTable(lives, reader.catalogue()),
    referralTable(referrals),
    pathwayTable(left),
    dischargeHoursTable(left, asked.timeZone),
    eddTable(forecasts, EDD_BY_WARD, (stay) => groupOf(stay, 'ward', places)),
    eddTable(forecasts, EDD_BY_SPECIALTY, specialtyOf),
    ...boardRoundsTables(reader, {
      ...{ range, places, population: question.population },
      timeZone: asked.timeZone,
    }),
  ];
}

type Stays = {
  ready: readonly StayFacts[];
  left: readonly FinishedStay[];
  range: DayRange;
  context: DayContext;
};

type Courses = {
  days: DelayDay[];
  forecasts: EddCourse[];
  lives: TaskLife[];
  referrals: ReferralCourse[];
};

/** What the courses of a month's stays say. Each is read once, and let go of. */
function courses(
  reader: ReportReader,
  { ready, left, range, context }: Stays,
  progress: Progress,
): Courses {
  const readyOf = new Map(ready.map((stay) => [stay.spellId, stay]));
  const leftOf = new Map(left.map((stay) => [stay.spellId, stay]));
  const spellIds = [...new Set([...readyOf.keys(), ...leftOf.keys()])];
  const found: Courses = { days: [], forecasts: [], lives: [], referrals: [] };
  let done = 0;
  for (const { spellId, events } of reader.coursesOf(spellIds)) {
    if (done % STAYS_AT_ONCE === 0) progress(done, spellIds.length);
    done += 1;
    const waiting = readyOf.get(spellId);
    if (waiting !== undefined) {
      found.days.push(...delayDaysOf({ stay: waiting, events }, range, context));
    }
    const gone = leftOf.get(spellId);
    if (gone === undefined) continue;
    const story = { stay: gone, events };
    found.forecasts.push(eddCourse(story));
    found.lives.push(...livesUntilDischarge(story));
    found.referrals.push(referralCourse(story));
  }
  return found;
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

/** Of the month that is not over, the days until yesterday: how today ends nobody knows. */
function daysThatAreOver(month: string, { today }: AskedAt): DayRange {
  const { from, to } = daysOfMonth(month);
  return { from, to: to < today ? to : addDays(today, -1) };
}

/** What goes on after somebody is home delays nobody. */
function livesUntilDischarge({ stay, events }: StayStory<FinishedStay>) {
  const { at } = stay.discharge;
  return taskLives(
    events.filter(({ occurredAt }) => occurredAt <= at),
    at,
  );
}
