import * as z from 'zod/mini';
import { lastDayOf, mayBeFollowedUp } from '../../housing/follow-up.ts';
import { roomList } from '../../housing/home.ts';
import type { HousingStep } from '../../housing/housing-steps.ts';
import {
  HOUSING_AUTHORITIES,
  HOUSING_STEPS,
  HOUSING_STEP_NAMES,
  datesInText,
  findStep,
  isBooking,
} from '../../housing/housing-steps.ts';
import { stepRecorded, tasksFinishedBy } from '../../housing/step-recorded.ts';
import type { Refusal } from '../../result.ts';
import { ruleBroken } from '../../result.ts';
import type { CalendarDay } from '../../time.ts';
import { addDays, formatDay } from '../../time.ts';
import type { DecideContext, Decision } from '../decision.ts';
import {
  NOTHING_NEW,
  eventOf,
  findTask,
  noteDetails,
  refuseIfMoved,
  todayOf,
} from '../decision.ts';
import type { Spell } from '../state.ts';
import { day, note, spellCommand } from './shape.ts';

/**
 * `doneOn` left out means today, unless the step is only planned; both days null take the step back.
 * `seen` is what was shown of the step, as `planned/done` (`2026-11-27/`); null for nothing yet.
 */
export const recordHousingStep = z.strictObject({
  ...spellCommand('RecordHousingStep'),
  step: z.enum(HOUSING_STEPS, 'Choose a step from the list'),
  plannedFor: z._default(z.nullable(day), null),
  doneOn: z.optional(z.nullable(day)),
  rooms: z._default(roomList, []),
  authority: z._default(z.nullable(z.enum(HOUSING_AUTHORITIES, 'Choose a council')), null),
  note,
  /** Who follows up; kept for no other step. */
  who: z.optional(z.string().check(z.trim(), z.maxLength(100, 'Write at most 100 characters'))),
  seen: z._default(z.nullable(z.string().check(z.maxLength(21))), null),
});

type RecordHousingStep = z.infer<typeof recordHousingStep>;

const LONGEST_PLAN_DAYS = 365;
const LONGEST_PAST_DAYS = 3 * 365;

/**
 * Records a dated step of somebody's home, corrects it, or takes it back, which needs a reason once
 * it was done. "Home ready" finishes the blocking housing tasks; taking it back opens them again.
 * Steps go on after the discharge: an adaptation may outlast the stay (handbook 5).
 */
export function decideRecordHousingStep(
  spell: Spell,
  command: RecordHousingStep,
  context: DecideContext,
): Decision {
  const { step } = command;
  const before = findStep(spell.home.steps, step);
  const after = stepRecorded(command, todayOf(context));
  const note = noteDetails(command.note);
  const who = step === 'followed_up' ? command.who : undefined;
  if (stands(before, after, { note: note?.note, who })) return NOTHING_NEW;
  const refusal =
    refuseDates(spell, after, todayOf(context)) ??
    refuseIfMoved(
      {
        ...{ field: 'housingStep', name: `step “${HOUSING_STEP_NAMES[step]}”` },
        ...{ seen: command.seen, value: datesInText(before) },
        ...{ setBy: before?.setBy ?? null, setAt: before?.setAt ?? null },
      },
      showDates,
      context.timeZone,
    );
  if (refusal !== null) return refusal;
  const wasDone = before !== null && before.doneOn !== null;
  if (wasDone && after.doneOn === null && note === null) {
    return ruleBroken('Say why this is not done after all.', 'note');
  }
  const tasks = taskChanges(spell, before, after);
  const data = { ...after, completedTaskIds: tasks.completedTaskIds };
  const recorded = { type: 'HousingStepRecorded', data, details: detailsOf(note, who) } as const;
  return {
    ok: true,
    events: [
      eventOf(context, spell.id, recorded),
      ...tasks.completes.map((taskId) =>
        eventOf(context, spell.id, { type: 'TaskCompleted', data: {}, details: null }, { taskId }),
      ),
      ...tasks.reopens.map((taskId) =>
        eventOf(context, spell.id, { type: 'TaskReopened', data: {}, details: note }, { taskId }),
      ),
    ],
  };
}

type After = ReturnType<typeof stepRecorded>;

function detailsOf(note: { note: string } | null, who: string | undefined) {
  const named = who === undefined || who === '' ? null : { who };
  return note === null && named === null ? null : { ...note, ...named };
}

type Words = { note: string | undefined; who: string | undefined };

/** A note alone is news, too: but not the same one twice. */
function stands(before: HousingStep | null, after: After, { note, who }: Words): boolean {
  if (before === null) return after.plannedFor === null && after.doneOn === null;
  return (
    datesInText(before) === datesInText(after) &&
    before.authority === after.authority &&
    before.rooms.join() === after.rooms.join() &&
    (note === undefined || note === before.note) &&
    (who === undefined || who === (before.who ?? ''))
  );
}

function refuseDates(spell: Spell, after: After, today: CalendarDay): Refusal | null {
  const { step, plannedFor, doneOn, authority } = after;
  if (plannedFor === null && doneOn === null) return null;
  if (isBooking(step) && plannedFor === null) {
    return ruleBroken('Enter the day that it is booked for.', 'plannedFor');
  }
  if (step === 'duty_to_refer' && authority === null) {
    return ruleBroken('Choose the council that it was referred to.', 'authority');
  }
  if (step === 'followed_up') {
    const refusal = refuseFollowUp(spell, after);
    if (refusal !== null) return refusal;
  }
  if (doneOn !== null && doneOn > today) {
    return ruleBroken('What is done cannot be in the future. Record it as planned.', 'doneOn');
  }
  if (doneOn !== null && doneOn < addDays(today, -LONGEST_PAST_DAYS)) {
    return ruleBroken('This date is more than three years ago. Check the year.', 'doneOn');
  }
  if (plannedFor !== null && plannedFor > addDays(today, LONGEST_PLAN_DAYS)) {
    return ruleBroken('This date is more than a year ahead. Check the year.', 'plannedFor');
  }
  if (plannedFor !== null && plannedFor < addDays(today, -LONGEST_PLAN_DAYS)) {
    return ruleBroken('This date is more than a year ago. Check the year.', 'plannedFor');
  }
  return null;
}

/** Of somebody who died, housing is told no more than that nobody rings there (handbook 5). */
function refuseFollowUp(spell: Spell, { plannedFor, doneOn }: After): Refusal | null {
  const { discharge } = spell;
  if (!mayBeFollowedUp(spell)) {
    return ruleBroken('Do not follow up here: speak to the ward or the hub first.', 'step');
  }
  if (doneOn !== null && discharge === null) {
    return ruleBroken('This person is still in hospital: follow up after they have left.', 'step');
  }
  if (
    doneOn === null &&
    plannedFor !== null &&
    discharge !== null &&
    plannedFor > lastDayOf(discharge.on)
  ) {
    return ruleBroken(
      'Homes are followed up for a year after the discharge: choose an earlier day.',
      'plannedFor',
    );
  }
  return null;
}

/** What "home ready" finishes now, what it has finished in all, and what taking it back opens again. */
function taskChanges(spell: Spell, before: HousingStep | null, after: After) {
  const wasDone = before !== null && before.doneOn !== null;
  const finished = before?.completedTaskIds ?? [];
  if (wasDone && after.doneOn === null) {
    const reopens = finished.filter((id) => findTask(spell, id)?.state === 'done');
    return { completes: [], reopens, completedTaskIds: [] };
  }
  const completes = tasksFinishedBy(after, spell.home.steps, spell.tasks);
  return { completes, reopens: [], completedTaskIds: [...finished, ...completes] };
}

function showDates(value: string | null): string {
  const [planned = '', done = ''] = (value ?? '').split('/');
  if (done !== '')
    return `done on ${formatDay(done)}${planned === '' ? '' : `, for ${formatDay(planned)}`}`;
  return planned === '' ? 'not recorded' : `planned for ${formatDay(planned)}`;
}
