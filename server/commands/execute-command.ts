import type { CommitResult, LoadedSpell, StoredAnswer } from '../../db/store.ts';
import { findAction } from '../../domain/actions/action.ts';
import { canSeeAction } from '../../domain/actions/action-sight.ts';
import type { Actor } from '../../domain/actor.ts';
import { canSee, isLiveFor, sightFacts } from '../../domain/audience.ts';
import { authorise } from '../../domain/permissions.ts';
import type { CommandAnswer } from '../../domain/protocol.ts';
import type { Refusal } from '../../domain/result.ts';
import { refuse } from '../../domain/result.ts';
import { canSeeTask } from '../../domain/spell/card-task.ts';
import { projectCard } from '../../domain/spell/card.ts';
import type { SpellCommand } from '../../domain/spell/commands.ts';
import { decide } from '../../domain/spell/decide.ts';
import {
  NO_SUCH_ACTION,
  NO_SUCH_STAY,
  NO_SUCH_TASK,
  findTask,
} from '../../domain/spell/decision.ts';
import type { SpellEvent } from '../../domain/spell/events.ts';
import { evolve } from '../../domain/spell/evolve.ts';
import { parseCommand } from '../../domain/spell/parse-command.ts';
import type { Spell } from '../../domain/spell/state.ts';
import type { Publisher } from '../realtime/publisher.ts';
import type { Services } from '../services.ts';
import { bodyHash } from './body-hash.ts';
import type { ContextDeps } from './command-context.ts';
import { contextFor, isAboutWho, staysReached } from './command-context.ts';
import { createSpellQueue } from './spell-queue.ts';
import { BUSY, ID_USED } from '../save-refusals.ts';

/** How often a change is tried again when another process got in between. */
const TRIES = 4;

const NOT_YOURS_TO_DO = refuse('NOT_ALLOWED', 'Your role may not do this for this patient.');

type Deps = ContextDeps & { publisher: Publisher };

/**
 * The one door for change (docs/architecture.md). Storage faults are thrown: nothing was written
 * then, and no answer is kept, so that the same command may be sent again.
 */
export function createExecute(deps: Deps): Services['execute'] {
  const inTurn = createSpellQueue();
  return async (actor, body) => {
    const parsed = parseCommand(body);
    if (!parsed.ok) return parsed;
    const { command } = parsed;
    const execute = () => executeInTurn(deps, actor, command);
    if (command.type !== 'AdmitPatient' && !isAboutWho(command)) {
      return inTurn([command.spellId], execute);
    }
    return inTurn(['persons'], async () =>
      inTurn(await staysReached(deps.store, command), execute),
    );
  };
}

async function executeInTurn(
  deps: Deps,
  actor: Actor,
  command: SpellCommand,
): Promise<CommandAnswer> {
  const key = { commandId: command.id, bodyHash: bodyHash(command) };
  for (let tries = 0; tries < TRIES; tries += 1) {
    const kept = await deps.store.findAnswer(command.id);
    if (kept !== null) return repeatAnswer(deps, actor, key.bodyHash, kept);
    const attempt = await attemptOnce(deps, actor, command, key, tries > 0);
    if (attempt !== 'again') return attempt;
  }
  return BUSY;
}

/** The same answer again; the card as it stands now, for somebody may have moved on since. */
function repeatAnswer(
  deps: Deps,
  actor: Actor,
  hash: string,
  { actorId, bodyHash: keptHash, outcome, spellId }: StoredAnswer,
): CommandAnswer {
  // Security: compared before anything of the kept answer is shown.
  if (actorId !== actor.id || keptHash !== hash) return ID_USED;
  if (!outcome.ok) return outcome;
  const card = spellId === null ? null : deps.projection.card(actor, spellId);
  return { ok: true, seq: outcome.seq, card };
}

async function attemptOnce(
  deps: Deps,
  actor: Actor,
  command: SpellCommand,
  key: { commandId: string; bodyHash: string },
  isFresh: boolean,
): Promise<CommandAnswer | 'again'> {
  const { store, projection, publisher, clock } = deps;
  const loaded = await load(deps, command, isFresh || isAboutWho(command));
  const before = loaded?.spell ?? null;
  const spellId = command.type === 'AdmitPatient' ? command.id : command.spellId;
  const now = clock.now();
  const keep = (outcome: StoredAnswer['outcome']) =>
    store.keepAnswer({ ...key, actorId: actor.id, spellId, answeredAt: now, outcome });
  const refused = async (refusal: Refusal) => {
    await keep(refusal);
    return refusal;
  };

  const unseen = refuseUnseen(actor, command, before);
  if (unseen !== null) return refused(unseen);
  const { catalogue } = projection.lookups();
  // Security: nothing is decided or told about a stay before this line.
  const authorised = authorise(actor, command, before, catalogue);
  if (authorised === null) return refused(NOT_YOURS_TO_DO);
  const context = await contextFor(deps, actor, command, before, now);
  const decision = decide(before, authorised, context);
  if (!decision.ok) return refused(decision);

  const own = eventsOf(decision, spellId);
  const after = own.reduce<Spell | null>(evolve, before);
  if (after === null) return refused(NO_SUCH_STAY);
  if (decision.events.length === 0) {
    const seq = loaded?.seq ?? 0;
    await keep({ ok: true, seq });
    return { ok: true, seq, card: cardOf(deps, actor, after, seq) };
  }
  const others = context.others.map(({ spell, seq: expectedSeq }) => {
    const events = eventsOf(decision, spell.id);
    return { before: spell, after: events.reduce<Spell>(evolve, spell), events, expectedSeq };
  });
  const change = { before, after, events: own, others, actor, recordedAt: now, answer: key };
  const result: CommitResult = await store.commit(change, loaded?.seq ?? 0);
  if (!result.ok) return 'again';
  await publisher.published(result.seq);
  return { ok: true, seq: result.seq, card: cardOf(deps, actor, after, result.seq) };
}

function eventsOf({ events }: { events: readonly SpellEvent[] }, spellId: string): SpellEvent[] {
  return events.filter((event) => event.spellId === spellId);
}

/** From memory, where the stays on the board are; from the disk when memory may be behind. */
async function load(
  { store, projection }: Deps,
  command: SpellCommand,
  isFresh: boolean,
): Promise<LoadedSpell | null> {
  if (command.type === 'AdmitPatient') return null;
  const held = isFresh ? undefined : projection.get(command.spellId);
  return held ?? store.loadSpell(command.spellId);
}

/** The same answer for what is not there and for what is not theirs to see. */
function refuseUnseen(actor: Actor, command: SpellCommand, spell: Spell | null): Refusal | null {
  if (command.type === 'AdmitPatient') return null;
  if (spell === null || !canSee(actor, sightFacts(spell))) return NO_SUCH_STAY;
  if ('actionId' in command) {
    const action = findAction(spell, command.actionId);
    return action === undefined || !canSeeAction(actor, action) ? NO_SUCH_ACTION : null;
  }
  if (!('taskId' in command) || command.taskId === null) return null;
  const task = findTask(spell, command.taskId);
  return task === undefined || !canSeeTask(actor, task) ? NO_SUCH_TASK : null;
}

function cardOf({ projection, clock }: Deps, actor: Actor, spell: Spell, seq: number) {
  if (!isLiveFor(actor, sightFacts(spell))) return null;
  const { wards } = projection;
  return projectCard(spell, seq, actor, {
    ...{ wards, catalogue: projection.lookups().catalogue },
    ...{ asOfDay: clock.today(), timeZone: clock.timeZone },
  });
}
