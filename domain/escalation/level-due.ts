import { dischargeReadyDate } from '../delay/delay-days.ts';
import type { Spell } from '../spell/state.ts';
import type { TargetSettings } from '../tasks/target-settings.ts';
import type { Task } from '../tasks/task.ts';
import { isOpenState } from '../tasks/task-types.ts';
import { addTeamHours } from '../tasks/working-hours.ts';
import type { Instant } from '../time.ts';
import type { EscalationLevel } from './escalation.ts';
import { escalatedTo, ladderOf, rankOf } from './escalation.ts';

export type DueContext = { now: Instant; timeZone: string; settings: TargetSettings };

/**
 * To whom a task is to be raised by now because its target passed long ago; null while to nobody.
 * Only what keeps in hospital somebody who is ready to leave is raised by itself, first to the team's
 * lead and then to the hub, never further (handbook 5): what is late for others is on their team's
 * list, and among it nobody would find what costs a day. What was settled since the target passed is not raised again
 * until it has another target.
 */
export function levelDue(
  spell: Pick<Spell, 'discharge' | 'nctrPeriods'>,
  task: Task,
  { now, timeZone, settings }: DueContext,
): EscalationLevel | null {
  const { dueAt, escalation, owner } = task;
  if (spell.discharge !== null || !isOpenState(task.state) || !task.blocking) return null;
  if (dueAt === null || dueAt >= now) return null;
  // Lightbulb's are raised either way: that one is raised must not tell them who is ready.
  if (owner !== 'lightbulb' && dischargeReadyDate(spell.nctrPeriods) === null) return null;
  if (escalation !== null && escalation.resolved !== null && escalation.raisedAt >= dueAt) {
    return null;
  }
  const standing = escalatedTo(task);
  // Asked before the hours are counted, as it is so of most that are late.
  if (standing !== null && standing !== 'team_lead') return null;
  const ages = { team_lead: settings.leadAfterHours, hub: settings.hubAfterHours };
  const reached = ladderOf(owner).findLast(
    (level) =>
      level !== 'duty_director' &&
      addTeamHours(dueAt, ages[level], owner, settings, timeZone) <= now,
  );
  if (reached === undefined) return null;
  return standing !== null && rankOf(standing) >= rankOf(reached) ? null : reached;
}
