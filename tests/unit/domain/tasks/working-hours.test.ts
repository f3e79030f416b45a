import { describe, expect, it } from 'vitest';
import { dueAtFor } from '../../../../domain/tasks/catalogue.ts';
import type { TaskTarget } from '../../../../domain/tasks/catalogue.ts';
import { DEFAULT_TARGET_SETTINGS } from '../../../../domain/tasks/target-settings.ts';
import type { TaskOwner } from '../../../../domain/tasks/task-types.ts';
import type { TeamHours } from '../../../../domain/tasks/working-hours.ts';
import { addTeamHours } from '../../../../domain/tasks/working-hours.ts';
import { formatInstant, instantOfWallClock } from '../../../../domain/time.ts';

const LONDON = 'Europe/London';
const at = (wall: string) => instantOfWallClock(wall, LONDON) ?? '';
const shown = (instant: string | null) => instant && formatInstant(instant, LONDON);

const NIGHTS: TeamHours = {
  ...{ kind: 'hours', days: [1, 2, 3, 4, 5, 6, 7], from: '00:30', until: '08:30' },
  worksBankHolidays: true,
};
const settings = {
  ...DEFAULT_TARGET_SETTINGS,
  teams: { ...DEFAULT_TARGET_SETTINGS.teams, community: NIGHTS },
};

describe('hours of work, for a team that works Monday to Friday, 9 to 17', () => {
  it.each([
    ['within a day', '2026-11-23T10:00', 4, 'Mon 23 Nov, 14:00'],
    ['up to the very end of the day', '2026-11-23T13:00', 4, 'Mon 23 Nov, 17:00'],
    ['over a night', '2026-11-23T15:00', 4, 'Tue 24 Nov, 11:00'],
    ['from before work', '2026-11-23T06:00', 4, 'Mon 23 Nov, 13:00'],
    ['from the moment when work ends', '2026-11-23T17:00', 4, 'Tue 24 Nov, 13:00'],
    ['from Friday evening', '2026-11-27T17:30', 4, 'Mon 30 Nov, 13:00'],
    ['from a Sunday', '2026-11-29T12:00', 4, 'Mon 30 Nov, 13:00'],
    ['over a weekend', '2026-11-27T15:00', 4, 'Mon 30 Nov, 11:00'],
    ['over Christmas', '2026-12-24T16:00', 2, 'Tue 29 Dec, 10:00'],
    ['two days are two days of work', '2026-11-26T11:00', 48, 'Mon 30 Nov, 11:00'],
    ['a day and some hours', '2026-11-26T15:00', 28, 'Mon 30 Nov, 11:00'],
    ['a day from Friday evening', '2026-11-27T17:30', 24, 'Tue 1 Dec, 09:00'],
    ['over the weekend of the spring clock change', '2026-03-27T16:00', 4, 'Mon 30 Mar, 12:00'],
    ['over the weekend of the autumn clock change', '2026-10-23T16:00', 4, 'Mon 26 Oct, 12:00'],
  ])('%s', (_what, from, hours, due) => {
    expect(shown(addTeamHours(at(from), hours, 'social_care', settings, LONDON))).toBe(due);
  });
});

describe('hours of work in the nights of the clock changes', () => {
  it.each([
    ['spring has an hour less', '2026-03-29T00:30', 4, 'Sun 29 Mar, 05:30'],
    ['autumn has one more', '2026-10-25T00:30', 4, 'Sun 25 Oct, 03:30'],
  ])('%s', (_what, from, hours, due) => {
    expect(shown(addTeamHours(at(from), hours, 'community', settings, LONDON))).toBe(due);
  });

  it.each(['2026-03-28T12:00', '2026-10-24T12:00'])(
    'round the clock they are plain: %s',
    (from) => {
      const due = addTeamHours(at(from), 48, 'ward', settings, LONDON);
      expect(Date.parse(due) - Date.parse(at(from))).toBe(48 * 3_600_000);
    },
  );
});

describe('targets by day', () => {
  it.each<[string, TaskTarget, TaskOwner, string, string]>([
    ['same day, while at work', { kind: 'same_day' }, 'lightbulb', '2026-11-27T10:00', 'Sat 28 Nov, 00:00'],
    ['same day, after work on a Friday', { kind: 'same_day' }, 'lightbulb', '2026-11-27T17:30', 'Tue 1 Dec, 00:00'],
    ['same day, for a ward at the same time', { kind: 'same_day' }, 'ward', '2026-11-27T17:30', 'Sat 28 Nov, 00:00'],
    ['seven days, to a day of work', { kind: 'days', days: 7 }, 'lightbulb', '2026-11-27T10:00', 'Sat 5 Dec, 00:00'],
    ['eight days, to a day that is none', { kind: 'days', days: 8 }, 'lightbulb', '2026-11-27T10:00', 'Tue 8 Dec, 00:00'],
    ['minutes are rounded up before they are counted', { kind: 'hours', hours: 2 }, 'ward', '2026-11-27T10:00', 'Fri 27 Nov, 12:00'],
  ])('%s', (_what, target, owner, from, due) => {
    const context = { now: at(from), timeZone: LONDON, edd: null, settings };
    expect(shown(dueAtFor(target, owner, context))).toBe(due);
  }); // prettier-ignore
});
