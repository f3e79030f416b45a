import * as z from 'zod/mini';
import type { EscalationLevel } from '../../escalation/escalation.ts';
import {
  ESCALATION_LEVELS,
  escalatedTo,
  levelInWords,
  levelsAbove,
  openEscalation,
} from '../../escalation/escalation.ts';
import { levelDue } from '../../escalation/level-due.ts';
import { refuse, ruleBroken } from '../../result.ts';
import type { Task } from '../../tasks/task.ts';
import { formatInstant } from '../../time.ts';
import type { DecideContext, Decision } from '../decision.ts';
import {
  NOTHING_NEW,
  NO_SUCH_TASK,
  cameFirst,
  findTask,
  happened,
  refuseIfDischarged,
  refuseIfFinished,
  todayOf,
} from '../decision.ts';
import type { Spell } from '../state.ts';
import { day, instant, lines, spellCommand, uuid } from './shape.ts';

const about = <const Type extends string>(type: Type) => ({ ...spellCommand(type), taskId: uuid });

/** People say what is needed; a timer raises what has waited too long, without words. */
export const escalate = z.strictObject({
  ...about('Escalate'),
  to: z.enum(ESCALATION_LEVELS, 'Choose whom it goes to'),
  need: z.optional(lines),
});
/** `seen`: when it had been taken on, as shown; null where nobody had. */
export const acknowledgeEscalation = z.strictObject({
  ...about('AcknowledgeEscalation'),
  action: lines.check(z.minLength(1, 'Say what happens next')),
  reviewOn: z._default(z.nullable(day), null),
  seen: z.nullable(instant),
});
export const resolveEscalation = z.strictObject({
  ...about('ResolveEscalation'),
  outcome: lines.check(z.minLength(1, 'Say what came of it')),
});

type EscalationCommand =
  | z.infer<typeof escalate>
  | z.infer<typeof acknowledgeEscalation>
  | z.infer<typeof resolveEscalation>;

/**
 * Raises a task above those who do it, takes that on with an action, or settles it (handbook 5).
 * Nothing is raised about a task that is finished, or about somebody who has left.
 */
export function decideEscalation(
  spell: Spell,
  command: EscalationCommand,
  context: DecideContext,
): Decision {
  const task = findTask(spell, command.taskId);
  if (task === undefined) return NO_SUCH_TASK;
  const refused = refuseIfDischarged(spell) ?? refuseIfFinished(task);
  if (refused !== null) return refused;
  switch (command.type) {
    case 'Escalate':
      return context.actor.role === 'timer'
        ? raiseInTime(spell, task, command.to, context)
        : raise(spell, task, command, context);
    case 'AcknowledgeEscalation':
      return acknowledge(spell, task, command, context);
    case 'ResolveEscalation':
      return resolve(spell, task, command.outcome, context);
    default:
      return command satisfies never;
  }
}

function raise(
  spell: Spell,
  task: Task,
  { to, need = '' }: z.infer<typeof escalate>,
  context: DecideContext,
): Decision {
  if (need === '') return ruleBroken('Say what is needed, and why now.', 'need');
  if (to === 'duty_director' && context.actor.role !== 'hub') {
    return refuse('NOT_ALLOWED', 'Only the hub escalates to the duty director.');
  }
  if (!levelsAbove(task.owner, escalatedTo(task)).includes(to))
    return cannotGoTo(task, to, context);
  return raised(spell, task, to, { because: 'person', need }, context);
}

/** The same question that the timer asked before it gave the order: it may have been settled since. */
function raiseInTime(
  spell: Spell,
  task: Task,
  to: EscalationLevel,
  context: DecideContext,
): Decision {
  if (levelDue(spell, task, context) !== to) return NOTHING_NEW;
  return raised(spell, task, to, { because: 'target_passed', need: null }, context);
}

function raised(
  spell: Spell,
  task: Task,
  level: EscalationLevel,
  { because, need }: { because: NonNullable<Task['escalation']>['because']; need: string | null },
  context: DecideContext,
): Decision {
  const data = { level, from: escalatedTo(task), owner: task.owner, because };
  const details = need === null ? null : { need };
  return happened(context, spell.id, { type: 'TaskEscalated', data, details }, { taskId: task.id });
}

function cannotGoTo(task: Task, to: EscalationLevel, { timeZone }: DecideContext): Decision {
  const level = escalatedTo(task);
  const escalation = openEscalation(task);
  if (level === null || escalation === null) {
    return ruleBroken('This team has no lead here: escalate to the hub.', 'to');
  }
  const { raisedBy, raisedAt } = escalation;
  const where = level === to ? 'already with' : 'past that, with';
  const when = `${raisedBy.name}, ${formatInstant(raisedAt, timeZone)}`;
  return ruleBroken(`This is ${where} ${levelInWords(level, task.owner)} (${when}).`, 'to');
}

function acknowledge(
  spell: Spell,
  task: Task,
  { action, reviewOn, seen }: z.infer<typeof acknowledgeEscalation>,
  context: DecideContext,
): Decision {
  const escalation = openEscalation(task);
  if (escalation === null) return NOT_ESCALATED;
  if (context.actor.role !== 'hub' && escalatedTo(task) !== 'team_lead') {
    return ruleBroken('This is with the hub now, which takes it on.');
  }
  if (reviewOn !== null && reviewOn < todayOf(context)) {
    return ruleBroken('The day to look at it again cannot be in the past.', 'reviewOn');
  }
  const { acknowledged } = escalation;
  const at = acknowledged?.at ?? null;
  if (acknowledged?.action === action && acknowledged.reviewOn === reviewOn) return NOTHING_NEW;
  if (seen !== at) {
    const by = { setBy: acknowledged?.by ?? null, setAt: at };
    return cameFirst({ field: 'acknowledgement', value: at }, by, 'took this on', context.timeZone);
  }
  const data = { level: escalation.level, reviewOn };
  const details = { action };
  return happened(
    context,
    spell.id,
    { type: 'EscalationAcknowledged', data, details },
    { taskId: task.id },
  );
}

function resolve(spell: Spell, task: Task, outcome: string, context: DecideContext): Decision {
  const escalation = openEscalation(task);
  if (escalation === null) return NOT_ESCALATED;
  const data = { level: escalation.level };
  return happened(
    context,
    spell.id,
    { type: 'EscalationResolved', data, details: { outcome } },
    { taskId: task.id },
  );
}

const NOT_ESCALATED = ruleBroken('Nothing is escalated here any more.');
