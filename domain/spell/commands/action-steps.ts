import * as z from 'zod/mini';
import type { Action } from '../../actions/action.ts';
import { ACTION_OUTCOMES, actionState, findAction } from '../../actions/action.ts';
import { isChaseDue } from '../../actions/chase-due.ts';
import type { Refusal } from '../../result.ts';
import { refuse, ruleBroken } from '../../result.ts';
import { TASK_OWNER_NAMES } from '../../tasks/task-types.ts';
import { teamRole } from '../../tasks/teams.ts';
import { formatDay, formatInstant } from '../../time.ts';
import type { DecideContext, Decision } from '../decision.ts';
import { NOTHING_NEW, NO_SUCH_ACTION, cameFirst, happened, noteDetails } from '../decision.ts';
import type { Spell } from '../state.ts';
import { assigneeId, personOf, refuseDay } from './action-parts.ts';
import { day, instant, lines, note, spellCommand, uuid } from './shape.ts';

const about = <const Type extends string>(type: Type) => ({
  ...spellCommand(type),
  actionId: uuid,
});

/** Both its day and who of the team has it, as they are to be. `seen`: when they were set last. */
export const changeAction = z.strictObject({
  ...about('ChangeAction'),
  dueOn: day,
  assigneeId,
  note,
  seen: instant,
});
export const finishAction = z.strictObject({
  ...about('FinishAction'),
  outcome: z.enum(ACTION_OUTCOMES, 'Choose what became of it'),
  words: lines.check(z.minLength(1, 'Say what came of it, or why it is no longer needed')),
});
/** People say something with it; the timer chases without words. */
export const chaseAction = z.strictObject({ ...about('ChaseAction'), words: z.optional(lines) });

type ActionStep =
  z.infer<typeof changeAction> | z.infer<typeof finishAction> | z.infer<typeof chaseAction>;

/**
 * Moves the day of an action or hands it on within its team, says what became of it, or chases it
 * (handbook 16). What has ended, by itself too, does not move any more.
 */
export function decideActionStep(
  spell: Spell,
  command: ActionStep,
  context: DecideContext,
): Decision {
  const action = findAction(spell, command.actionId);
  if (action === undefined) return NO_SUCH_ACTION;
  switch (command.type) {
    case 'ChangeAction':
      return change(spell, action, command, context);
    case 'FinishAction':
      return finish(spell, action, command, context);
    case 'ChaseAction':
      return context.actor.role === 'timer'
        ? chaseInTime(spell, action, context)
        : chase(spell, action, command.words ?? '', context);
    default:
      return command satisfies never;
  }
}

function change(
  spell: Spell,
  action: Action,
  command: z.infer<typeof changeAction>,
  context: DecideContext,
): Decision {
  const { id: actionId, owner, dueOn: previous, person: from } = action;
  const { dueOn, seen } = command;
  const ended = refuseIfEnded(spell, action, context);
  if (ended !== null) return ended;
  // Whoever has it may have left the team; their name stays until another is chosen.
  const isKept = command.assigneeId === from?.id;
  const person = isKept
    ? { ok: true as const, ref: from }
    : personOf(spell, owner, command, context);
  if (!person.ok) return person;
  if (isKept && dueOn === previous) return NOTHING_NEW;
  if (seen !== action.setAt) {
    const field = { field: 'action', value: action.setAt };
    const what = `set this to ${whoAndWhen(action)}`;
    return cameFirst(field, action, what, context.timeZone);
  }
  // An action that is overdue may be handed on as it is.
  const past = dueOn === previous ? null : refuseDay(dueOn, context);
  if (past !== null) return past;
  const data = { actionId, owner, dueOn, previous, person: person.ref, from };
  const details = noteDetails(command.note);
  return happened(context, spell.id, { type: 'ActionChanged', data, details });
}

function finish(
  spell: Spell,
  action: Action,
  { outcome, words }: z.infer<typeof finishAction>,
  context: DecideContext,
): Decision {
  const { ended } = action;
  if (ended?.outcome === outcome && ended.words === words) return NOTHING_NEW;
  const refused = refuseIfEnded(spell, action, context);
  if (refused !== null) return refused;
  const { id: actionId, owner } = action;
  const byTeam = context.actor.role === teamRole(owner);
  const data = { actionId, owner, outcome, byTeam };
  return happened(context, spell.id, { type: 'ActionFinished', data, details: { words } });
}

const HOUR_MS = 3_600_000;

function chase(spell: Spell, action: Action, words: string, context: DecideContext): Decision {
  const ended = refuseIfEnded(spell, action, context);
  if (ended !== null) return ended;
  if (words === '') return ruleBroken('Say what you are waiting for.', 'words');
  const { actor, now, timeZone } = context;
  const last = action.chases.findLast(({ by }) => by.id === actor.id);
  if (last !== undefined && Date.parse(now) - Date.parse(last.at) < HOUR_MS) {
    const again = new Date(Date.parse(last.at) + HOUR_MS).toISOString();
    const when = formatInstant(last.at, timeZone);
    return ruleBroken(
      `You chased this already (${when}). You can again from ${formatInstant(again, timeZone)}.`,
    );
  }
  return chased(spell, action, { because: 'person', words }, context);
}

/** The same question that the timer asked before it gave the order: it may be done since. */
function chaseInTime(spell: Spell, action: Action, context: DecideContext): Decision {
  if (!isChaseDue(spell, action, context)) return NOTHING_NEW;
  return chased(spell, action, { because: 'day_passed', words: null }, context);
}

function chased(
  spell: Spell,
  { id: actionId, owner, dueOn }: Action,
  { because, words }: { because: 'person' | 'day_passed'; words: string | null },
  context: DecideContext,
): Decision {
  const data = { actionId, owner, because, dueOn };
  const details = words === null ? null : { words };
  return happened(context, spell.id, { type: 'ActionChased', data, details });
}

function refuseIfEnded(
  spell: Spell,
  action: Action,
  { timeZone }: Pick<DecideContext, 'timeZone'>,
): Refusal | null {
  const { ended } = action;
  if (ended !== null) {
    const what = ended.outcome === 'done' ? 'did this' : 'said that this is no longer needed';
    const message = `${ended.by.name} ${what} already (${formatInstant(ended.at, timeZone)}).`;
    return refuse('CONFLICT', message);
  }
  if (actionState(action, spell) === 'open') return null;
  return ruleBroken('This ended with the stay, as the patient has left the hospital.');
}

function whoAndWhen({ owner, person, dueOn }: Action): string {
  return `${person?.name ?? TASK_OWNER_NAMES[owner]}, by ${formatDay(dueOn)}`;
}
