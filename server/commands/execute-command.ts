import type { CommitResult, LoadedSpell, Store, StoredAnswer } from '../../db/store.ts';
import type { Actor } from '../../domain/actor.ts';
import { canSee, isOnBoardOf, sightFacts } from '../../domain/audience.ts';
import { authorise } from '../../domain/permissions.ts';
import type { CommandAnswer } from '../../domain/protocol.ts';
import type { Refusal } from '../../domain/result.ts';
import { refuse } from '../../domain/result.ts';
import { canSeeTask, projectCard } from '../../domain/spell/card.ts';
import type { SpellCommand } from '../../domain/spell/commands.ts';
import { decide } from '../../domain/spell/decide.ts';
import type { DecideContext } from '../../domain/spell/decision.ts';
import { NO_SUCH_TASK, findTask } from '../../domain/spell/decision.ts';
import { evolve } from '../../domain/spell/evolve.ts';
import { parseCommand } from '../../domain/spell/parse-command.ts';
import type { Spell } from '../../domain/spell/state.ts';
import type { BoardProjection } from '../realtime/board-projection.ts';
import type { Publisher } from '../realtime/publisher.ts';
import type { Clock, Services } from '../services.ts';
import { bodyHash } from './body-hash.ts';
import { createSpellQueue } from './spell-queue.ts';

/** How often a change is tried again when another process got in between. */
const TRIES = 4;

const NOT_THERE = refuse('NOT_FOUND', 'This patient is not there, or is not yours to see.');
const NOT_YOURS_TO_DO = refuse('NOT_ALLOWED', 'Your role may not do this for this patient.');
const ID_USED = refuse('RULE_BROKEN', 'This change was sent before with other contents.');
const BUSY = refuse('UNAVAILABLE', 'The hub is busy. Nothing was saved: please try again.');

type Deps = {
  store: Store;
  projection: BoardProjection;
  publisher: Publisher;
  clock: Clock;
  /** Somebody with an account that is open; for those whom work is assigned to. */
  findActor: (id: string) => Promise<Actor | null>;
};

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
    const turn = command.type === 'AdmitPatient' ? 'admissions' : command.spellId;
    return inTurn(turn, () => executeInTurn(deps, actor, command));
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
  const loaded = await load(deps, command, isFresh);
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
  const catalogue = projection.lookups.catalogue;
  // Security: nothing is decided or told about a stay before this line.
  const authorised = authorise(actor, command, before, catalogue);
  if (authorised === null) return refused(NOT_YOURS_TO_DO);
  const context = await contextFor(deps, actor, command, before, now);
  const decision = decide(before, authorised, context);
  if (!decision.ok) return refused(decision);

  const after = decision.events.reduce<Spell | null>(evolve, before);
  if (after === null) return refused(NOT_THERE);
  if (decision.events.length === 0) {
    const seq = loaded?.seq ?? 0;
    await keep({ ok: true, seq });
    return { ok: true, seq, card: cardOf(deps, actor, after, seq) };
  }
  const change = { before, after, events: decision.events, actor, recordedAt: now, answer: key };
  const result: CommitResult = await store.commit(change, loaded?.seq ?? 0);
  if (!result.ok) return 'again';
  await publisher.published(result.seq);
  return { ok: true, seq: result.seq, card: cardOf(deps, actor, after, result.seq) };
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
  if (spell === null || !canSee(actor, sightFacts(spell))) return NOT_THERE;
  if (!('taskId' in command)) return null;
  const task = findTask(spell, command.taskId);
  return task === undefined || !canSeeTask(actor, task) ? NO_SUCH_TASK : null;
}

async function contextFor(
  { store, projection, clock, findActor }: Deps,
  actor: Actor,
  command: SpellCommand,
  spell: Spell | null,
  now: string,
): Promise<DecideContext> {
  const nhsNumber = nhsNumberToCheck(command);
  const known = nhsNumber === null ? null : await store.findPersonByNhsNumber(nhsNumber);
  const personId = personWhoseStaysCount(command, spell, known);
  const assigneeId = command.type === 'AssignTask' ? command.assigneeId : undefined;
  return {
    now,
    timeZone: clock.timeZone,
    actor,
    catalogue: projection.lookups.catalogue,
    wards: projection.wards,
    known,
    stays: personId === null ? [] : await store.staysOf(personId),
    assignee: assigneeId === undefined ? null : await findActor(assigneeId),
  };
}

/** Whose holder, and their open stay, the decision hangs on. */
function nhsNumberToCheck(command: SpellCommand): string | null {
  switch (command.type) {
    case 'AdmitPatient':
      return command.person.nhsNumber;
    case 'UpdatePerson':
      return command.person.nhsNumber ?? null;
    default:
      return null;
  }
}

/** Whose other stays the decision hangs on. */
function personWhoseStaysCount(
  command: SpellCommand,
  spell: Spell | null,
  known: DecideContext['known'],
): string | null {
  switch (command.type) {
    case 'AdmitPatient':
      return command.continuesSpellId === undefined ? null : (known?.person.id ?? null);
    case 'CancelDischarge':
    case 'UpdatePerson':
      return spell === null || spell.discharge === null ? null : spell.person.id;
    default:
      return null;
  }
}

function cardOf({ projection, clock }: Deps, actor: Actor, spell: Spell, seq: number) {
  if (!isOnBoardOf(actor, sightFacts(spell))) return null;
  const { wards, lookups } = projection;
  return projectCard(spell, seq, actor, {
    ...{ wards, catalogue: lookups.catalogue },
    ...{ asOfDay: clock.today(), timeZone: clock.timeZone },
  });
}
