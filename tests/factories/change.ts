import type { Change, LoadedSpell, Store } from '../../db/store.ts';
import type { SpellCommand } from '../../domain/spell/commands.ts';
import type { DecideContext } from '../../domain/spell/decision.ts';
import { evolve } from '../../domain/spell/evolve.ts';
import type { Spell } from '../../domain/spell/state.ts';
import { aContext, decideAllowed } from './command.ts';

/** What a command changes, as the door for change hands it to the store; throws if it is refused. */
export function changeBy(
  before: Spell | null,
  command: SpellCommand,
  context: DecideContext = aContext(),
): Change {
  const decision = decideAllowed(before, command, context);
  if (!decision.ok) throw new Error(`${command.type} was refused: ${decision.message}`);
  const own = decision.events.filter(({ spellId }) => spellId === spellIdOf(command));
  const after = own.reduce<Spell | null>(evolve, before);
  if (after === null) throw new Error(`${command.type} left no stay`);
  return {
    before,
    after,
    events: own,
    actor: context.actor,
    recordedAt: context.now,
    answer: { commandId: command.id, bodyHash: `hash of ${command.type}` },
  };
}

function spellIdOf(command: SpellCommand): string {
  return command.type === 'AdmitPatient' ? command.id : command.spellId;
}

/** Loads, decides and commits, and answers the stay as the store then has it. */
export async function carryOut(
  store: Store,
  command: SpellCommand,
  context: DecideContext = aContext(),
): Promise<LoadedSpell> {
  const spellId = spellIdOf(command);
  const before = await store.loadSpell(spellId);
  const result = await store.commit(
    changeBy(before?.spell ?? null, command, context),
    before?.seq ?? 0,
  );
  if (!result.ok) throw new Error(`${command.type} was not committed: ${result.reason}`);
  const after = await store.loadSpell(spellId);
  if (after === null) throw new Error(`${spellId} is not there after ${command.type}`);
  return after;
}
