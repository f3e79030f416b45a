import type { LoadedSpell, Store } from '../../db/store.ts';
import type { Actor } from '../../domain/actor.ts';
import { canSee, sightFacts } from '../../domain/audience.ts';
import type { SpellCommand } from '../../domain/spell/commands.ts';
import type { DecideContext, OtherStay } from '../../domain/spell/decision.ts';
import { mergesInForce } from '../../domain/spell/merges.ts';
import type { Spell } from '../../domain/spell/state.ts';
import type { BoardProjection } from '../realtime/board-projection.ts';
import { hasFoundPerson } from '../find-people.ts';
import type { Clock } from '../services.ts';

export type ContextDeps = {
  store: Store;
  projection: BoardProjection;
  clock: Clock;
  /** Somebody with an account that is open; for those whom work is assigned to. */
  findActor: (id: string) => Promise<Actor | null>;
};

export type CommandContext = Omit<DecideContext, 'others'> & {
  others: readonly (OtherStay & LoadedSpell)[];
};

/** Commands that say who somebody is: they may reach every stay of theirs, so they go one by one. */
export function isAboutWho(command: SpellCommand): boolean {
  switch (command.type) {
    case 'AdmitPatient':
    case 'UpdatePerson':
    case 'MergePersons':
    case 'UndoMerge':
      return true;
    case 'SetHomeDetails':
      return command.home.accessContact !== undefined;
    default:
      return false;
  }
}

/** All that deciding a command takes besides the stay it names. */
export async function contextFor(
  { store, projection, clock, findActor }: ContextDeps,
  actor: Actor,
  command: SpellCommand,
  spell: Spell | null,
  now: string,
): Promise<CommandContext> {
  const merges = command.type === 'UndoMerge' ? await mergesOf(store, command.spellId) : [];
  const nhsNumber = nhsNumberToCheck(command, merges);
  const known = nhsNumber === null ? null : await store.findPersonByNhsNumber(nhsNumber);
  const chosen = await personChosen({ store, clock }, actor, command);
  const personId = personWhoseStaysCount(command, spell, chosen ?? known);
  const assigneeId = 'assigneeId' in command ? command.assigneeId : undefined;
  return {
    now,
    timeZone: clock.timeZone,
    actor,
    catalogue: projection.lookups().catalogue,
    settings: projection.lookups().settings,
    taskSets: projection.lookups().taskSets,
    wards: projection.wards,
    known,
    chosen,
    stays: personId === null ? [] : await store.staysOf(personId),
    others: await othersReached(store, command),
    merges,
    assignee: assigneeId === undefined ? null : await findActor(assigneeId),
    history: spell !== null && mayAskWhoSet(command) ? await store.eventsOf(spell.id) : [],
  };
}

/** Whom an admission names by an earlier stay: one that its writer sees, or has just found. */
async function personChosen(
  { store, clock }: Pick<ContextDeps, 'store' | 'clock'>,
  actor: Actor,
  command: SpellCommand,
): Promise<DecideContext['chosen']> {
  if (command.type !== 'AdmitPatient' || command.knownSpellId === undefined) return null;
  const loaded = await store.loadSpell(command.knownSpellId);
  if (loaded === null) return null;
  const { spell } = loaded;
  const isSeen = canSee(actor, sightFacts(spell));
  // Security: what a person brings with them is not for whoever guesses the id of a stay.
  if (!isSeen && !(await hasFoundPerson({ store, clock }, actor, spell.id))) return null;
  const stays = await store.staysOf(spell.person.id);
  const open = stays.find(({ dischargedAt }) => dischargedAt === null);
  return { person: spell.person, openSpellId: open?.spellId ?? null };
}

/** The stays, besides the one it names, that a command which says who somebody is reaches. */
export async function staysReached(store: Store, command: SpellCommand): Promise<string[]> {
  switch (command.type) {
    case 'UpdatePerson':
    case 'SetHomeDetails': {
      const stays = await staysWith(store, command.spellId);
      return stays.filter((stay) => stay.dischargedAt === null).map((stay) => stay.spellId);
    }
    case 'MergePersons': {
      const ofBoth = await Promise.all(
        [command.spellId, command.mergedSpellId].map((id) => staysWith(store, id)),
      );
      return [...new Set(ofBoth.flat().map((stay) => stay.spellId))];
    }
    case 'UndoMerge':
      return (await staysWith(store, command.spellId)).map((stay) => stay.spellId);
    default:
      return [];
  }
}

/** All stays of the person who has this one. */
async function staysWith(store: Store, spellId: string) {
  const loaded = await store.loadSpell(spellId);
  return loaded === null ? [] : store.staysOf(loaded.spell.person.id);
}

async function othersReached(store: Store, command: SpellCommand) {
  if (command.type === 'AdmitPatient' || !isAboutWho(command)) return [];
  const reached = await staysReached(store, command);
  const others = reached.filter((spellId) => spellId !== command.spellId);
  const loaded = await Promise.all(
    others.map(async (spellId) => {
      const stay = await store.loadSpell(spellId);
      return stay === null ? null : { ...stay, merges: await mergesOf(store, spellId) };
    }),
  );
  return loaded.filter((stay) => stay !== null);
}

async function mergesOf(store: Store, spellId: string) {
  return mergesInForce(await store.eventsOf(spellId));
}

/** Whether the decision may be about something of which the stay itself does not say who set it. */
function mayAskWhoSet({ type }: SpellCommand): boolean {
  return [
    'UpdatePerson',
    'SetTaskBlocking',
    'SetTaskDue',
    'SetPackageStart',
    'FollowCatalogue',
  ].includes(type);
}

/** Whose holder, and their open stay, the decision hangs on. */
function nhsNumberToCheck(command: SpellCommand, merges: DecideContext['merges']): string | null {
  switch (command.type) {
    case 'AdmitPatient':
      return command.person.nhsNumber;
    case 'UpdatePerson':
      return command.person.nhsNumber ?? null;
    case 'UndoMerge': {
      const merge = merges.find(({ mergeId }) => mergeId === command.mergeId);
      return merge?.records?.merged.nhsNumber ?? null;
    }
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
    case 'SetHomeDetails':
      return spell === null || spell.discharge === null ? null : spell.person.id;
    default:
      return null;
  }
}
