import * as z from 'zod/mini';
import type { EscalationLevel } from '../../escalation/escalation.ts';
import { ESCALATION_LEVELS, levelInWords, levelsAbove } from '../../escalation/escalation.ts';
import { refuse, ruleBroken } from '../../result.ts';
import { formatInstant } from '../../time.ts';
import type { DecideContext, Decision } from '../decision.ts';
import { NOTHING_NEW, cameFirst, happened, todayOf } from '../decision.ts';
import type { Spell } from '../state.ts';
import type { EscalationSubject } from './escalation-subject.ts';
import { subjectOf } from './escalation-subject.ts';
import { day, instant, lines, spellCommand, uuid } from './shape.ts';

/** `taskId`: null where the stay itself is meant. */
const about = <const Type extends string>(type: Type) => ({
  ...spellCommand(type),
  taskId: z.nullable(uuid),
});

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
 * Raises a task, or a stay itself, above those who work on it, takes that on with an action, or
 * settles it (handbook 5). Nothing is raised about a task that is finished, about a stay whose person
 * is not ready, or about somebody who has left.
 */
export function decideEscalation(
  spell: Spell,
  command: EscalationCommand,
  context: DecideContext,
): Decision {
  const found = subjectOf(spell, command.taskId, context);
  if (!found.ok) return found;
  const { subject } = found;
  switch (command.type) {
    case 'Escalate':
      return context.actor.role === 'timer'
        ? raiseInTime(spell, subject, command.to, context)
        : raise(spell, subject, command, context);
    case 'AcknowledgeEscalation':
      return acknowledge(spell, subject, command, context);
    case 'ResolveEscalation':
      return resolve(spell, subject, command.outcome, context);
    default:
      return command satisfies never;
  }
}

function raise(
  spell: Spell,
  subject: EscalationSubject,
  { to, need = '' }: z.infer<typeof escalate>,
  context: DecideContext,
): Decision {
  if (need === '') return ruleBroken('Say what is needed, and why now.', 'need');
  if (to === 'duty_director' && context.actor.role !== 'hub') {
    return refuse('NOT_ALLOWED', 'Only the hub escalates to the duty director.');
  }
  const isAbove = levelsAbove(subject.owner, subject.level).includes(to);
  const event = isAbove ? subject.raisedByPerson(to, need) : null;
  if (event === null) return cannotGoTo(subject, to, context);
  return happened(context, spell.id, event, subject.about);
}

/** The same question that the timer asked before it gave the order: it may have been settled since. */
function raiseInTime(
  spell: Spell,
  subject: EscalationSubject,
  to: EscalationLevel,
  context: DecideContext,
): Decision {
  const event = subject.raisedByRule(to);
  return event === null ? NOTHING_NEW : happened(context, spell.id, event, subject.about);
}

function cannotGoTo(
  { owner, level, open }: EscalationSubject,
  to: EscalationLevel,
  { timeZone }: DecideContext,
): Decision {
  if (level === null || open === null) {
    const who = owner === null ? 'A stay is no team’s' : 'This team has no lead here';
    return ruleBroken(`${who}: escalate to the hub.`, 'to');
  }
  const { raisedBy, raisedAt } = open;
  const where = level === to ? 'already with' : 'past that, with';
  const when = `${raisedBy.name}, ${formatInstant(raisedAt, timeZone)}`;
  return ruleBroken(`This is ${where} ${levelInWords(level, owner)} (${when}).`, 'to');
}

function acknowledge(
  spell: Spell,
  { open, level, about: whose }: EscalationSubject,
  { action, reviewOn, seen }: z.infer<typeof acknowledgeEscalation>,
  context: DecideContext,
): Decision {
  if (open === null) return NOT_ESCALATED;
  if (context.actor.role !== 'hub' && level !== 'team_lead') {
    return ruleBroken('This is with the hub now, which takes it on.');
  }
  if (reviewOn !== null && reviewOn < todayOf(context)) {
    return ruleBroken('The day to look at it again cannot be in the past.', 'reviewOn');
  }
  const { acknowledged } = open;
  const at = acknowledged?.at ?? null;
  if (acknowledged?.action === action && acknowledged.reviewOn === reviewOn) return NOTHING_NEW;
  if (seen !== at) {
    const by = { setBy: acknowledged?.by ?? null, setAt: at };
    return cameFirst({ field: 'acknowledgement', value: at }, by, 'took this on', context.timeZone);
  }
  const data = { level: open.level, reviewOn };
  const details = { action };
  return happened(context, spell.id, { type: 'EscalationAcknowledged', data, details }, whose);
}

function resolve(
  spell: Spell,
  { open, about: whose }: EscalationSubject,
  outcome: string,
  context: DecideContext,
): Decision {
  if (open === null) return NOT_ESCALATED;
  const data = { level: open.level };
  const details = { outcome };
  return happened(context, spell.id, { type: 'EscalationResolved', data, details }, whose);
}

const NOT_ESCALATED = ruleBroken('Nothing is escalated here any more.');
