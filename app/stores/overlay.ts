import type { Me } from '../../domain/protocol.ts';
import type { Card } from '../../domain/spell/card.ts';
import type { SpellCommandInput } from '../../domain/spell/commands.ts';
import type { ForeseeContext } from '../../domain/spell/foresee.ts';
import { foresee } from '../../domain/spell/foresee.ts';
import type { TaskCatalogue, TaskSet } from '../../domain/tasks/catalogue.ts';
import type { WorkingTimes } from '../../domain/tasks/working-hours.ts';
import type { CalendarDay, Instant } from '../../domain/time.ts';

/** A change on its way to the server, of the person who made it. `at` is when, by the hub's clock. */
export type PendingCommand = {
  command: SpellCommandInput;
  userId: string;
  at: Instant;
  state: 'waiting' | 'sending';
};

/** What foreseeing needs to know besides the command. */
export type OverlayContext = {
  me: Me;
  asOfDay: CalendarDay;
  timeZone: string;
  catalogue: TaskCatalogue;
  settings: WorkingTimes;
  taskSets: readonly TaskSet[];
};

/** The stay a command is about; an admission's own id becomes the stay's. */
export function spellIdOf(command: SpellCommandInput): string {
  return command.type === 'AdmitPatient' ? command.id : command.spellId;
}

/** The card as it will be once what is on its way has arrived; the same object when nothing is. */
export function foreseeAll(
  card: Card,
  pending: readonly PendingCommand[],
  context: OverlayContext,
): Card {
  return pending
    .filter(({ command }) => spellIdOf(command) === card.id)
    .reduce((shown, { command, at }) => foresee(shown, command, foreseeAt(at, context)), card);
}

function foreseeAt(now: Instant, context: OverlayContext): ForeseeContext {
  return { ...context, now };
}
