import type { Action } from '../../domain/actions/action.ts';
import type { Actor, Role } from '../../domain/actor.ts';
import { TIMER_ACTOR } from '../../domain/actor.ts';
import { authorise } from '../../domain/permissions.ts';
import type { Person } from '../../domain/persons/person.ts';
import type { SpellCommand, SpellCommandInput } from '../../domain/spell/commands.ts';
import { decide } from '../../domain/spell/decide.ts';
import type { DecideContext, Decision } from '../../domain/spell/decision.ts';
import type { SpellEvent } from '../../domain/spell/events.ts';
import { evolve } from '../../domain/spell/evolve.ts';
import { NOTHING_DECIDED } from '../../domain/spell/nothing-decided.ts';
import { parseCommand } from '../../domain/spell/parse-command.ts';
import type { Spell, Ward, Wards } from '../../domain/spell/state.ts';
import { DEFAULT_CATALOGUE, DEFAULT_TASK_SETS } from '../../domain/tasks/default-catalogue.ts';
import { DEFAULT_TARGET_SETTINGS } from '../../domain/tasks/target-settings.ts';
import type { Task } from '../../domain/tasks/task.ts';

/** Small, fixed material for the rules: one patient, one team of each kind, one Sunday morning. */

export const LONDON = 'Europe/London';
export const NOW = '2026-11-22T14:00:00.000Z';
export const TODAY = '2026-11-22';

/** `00000000-0000-4000-8000-000000000007`: an id that reads as its number. */
export function idOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`;
}

export const SPELL_ID = idOf(1);

export const WARDS: Wards = new Map(
  (
    [
      ['w15', 'Ward 15', 'lri', 'Leicester Royal Infirmary'],
      ['w16', 'Ward 16', 'lri', 'Leicester Royal Infirmary'],
      ['g20', 'Ward 20', 'gh', 'Glenfield Hospital'],
    ] as const
  ).map(([id, name, siteId, site]): [string, Ward] => [
    id,
    { id, name, siteId, site, provider: 'RWE' },
  ]),
);

function person(id: string, name: string, more: Partial<Actor> & { role: Actor['role'] }): Actor {
  return { id, name, organisation: 'Test', wardIds: [], place: null, isTeamLead: false, ...more };
}

export const PRIYA = person('priya', 'Priya Shah', { role: 'ward', wardIds: ['w15', 'w16'] });
export const TOM = person('tom', 'Tom Ellis', { role: 'ward', wardIds: ['w15'] });
export const BELA = person('bela', 'Bela Fox', { role: 'broker', place: 'leicester' });
export const HANNAH = person('hannah', 'Hannah Reid', { role: 'housing' });
export const MO = person('mo', 'Mo Khan', { role: 'hub' });
export const ADA = person('ada', 'Ada Min', { role: 'admin' });
export const FEED = person('feed', 'Hospital feed', { role: 'feed' });
export const TIMER = TIMER_ACTOR;

export const ACTOR_OF: Record<Role, Actor> = {
  ward: PRIYA,
  broker: BELA,
  housing: HANNAH,
  hub: MO,
  admin: ADA,
};

export function aPerson(more: Partial<Person> = {}): Person {
  return {
    id: idOf(900),
    familyName: 'Patel',
    givenName: 'Asha',
    dateOfBirth: '1941-03-04',
    sex: 'female',
    ethnicCategory: 'H',
    nhsNumber: '9990000018',
    hospitalNumber: 'S1234567',
    socialCareId: 'LAS-778',
    address: { line: '12 Elm Road', town: 'Leicester', postcode: 'LE2 1AA' },
    place: 'leicester',
    district: null,
    imdQuintile: 2,
    language: 'Gujarati',
    needsInterpreter: true,
    communicationNeeds: ['Large print'],
    riskToStaff: 'Large dog at the address',
    accessContact: 'Daughter, 07700 900123',
    ...more,
  };
}

export function aSpell(more: Partial<Spell> = {}): Spell {
  return {
    id: SPELL_ID,
    person: aPerson(),
    wardId: 'w15',
    bed: 'B4',
    specialty: 'Geriatric medicine',
    patientClass: 'emergency',
    isMaternity: false,
    admittedAt: '2026-11-10T09:30:00.000Z',
    admittedOn: '2026-11-10',
    continuesSpellId: null,
    ...NOTHING_DECIDED,
    ...more,
  };
}

/** Somebody who went home on Friday 20 November at noon. */
export const GONE: Pick<Spell, 'discharge'> = {
  discharge: { at: '2026-11-20T12:00:00.000Z', on: '2026-11-20', destination: 'usual_residence' },
};

export function aTask(more: Partial<Task> = {}): Task {
  return {
    id: idOf(50),
    type: 'medicines',
    owner: 'ward',
    state: 'open',
    blocking: true,
    blockingSince: '2026-11-20T09:00:00.000Z',
    claimedBy: null,
    claimedAt: null,
    dueAt: null,
    addedAt: '2026-11-21T09:00:00.000Z',
    addedBy: { id: 'priya', name: 'Priya Shah' },
    startedAt: null,
    completedAt: null,
    completedBy: null,
    declined: null,
    questions: [],
    providers: [],
    startsAt: null,
    outcome: null,
    escalation: null,
    ...more,
  };
}

/** Asked of the ward by the hub on the Friday before, for Monday. */
export function anAction(more: Partial<Action> = {}): Action {
  const [by, at] = [{ id: 'mo', name: 'Mo Khan' }, '2026-11-20T10:00:00.000Z'];
  return {
    ...{ id: idOf(70), what: 'Ring the daughter', owner: 'ward', person: null },
    ...{ dueOn: '2026-11-23', source: 'review', taskId: null },
    ...{ askedBy: by, askedAt: at, setBy: by, setAt: at, chases: [], ended: null },
    ...more,
  };
}

export function contextFor(actor: Actor, more: Partial<DecideContext> = {}): DecideContext {
  return {
    now: NOW,
    timeZone: LONDON,
    actor,
    catalogue: DEFAULT_CATALOGUE,
    settings: DEFAULT_TARGET_SETTINGS,
    taskSets: DEFAULT_TASK_SETS,
    wards: WARDS,
    known: null,
    chosen: null,
    stays: [],
    others: [],
    merges: [],
    assignee: null,
    history: [],
    ...more,
  };
}

/** The command as the hub reads it; a test that writes a malformed one is itself wrong. */
export function parsed(body: SpellCommandInput): SpellCommand {
  const answer = parseCommand(body);
  if (!answer.ok) throw new Error(answer.message);
  return answer.command;
}

export type Outcome = {
  answer: Decision | { ok: false; code: 'NOT_ALLOWED'; message: string };
  events: SpellEvent[];
  after: Spell | null;
};

/** Given a stay, when somebody gives an order: what is answered, what happened, what is then so. */
export function when(
  spell: Spell | null,
  actor: Actor,
  body: SpellCommandInput,
  more: Partial<DecideContext> = {},
): Outcome {
  const context = contextFor(actor, more);
  const proof = authorise(actor, parsed(body), spell, context.catalogue);
  if (proof === null) {
    const answer = { ok: false, code: 'NOT_ALLOWED', message: 'Not allowed' } as const;
    return { answer, events: [], after: spell };
  }
  const answer = decide(spell, proof, context);
  const events = answer.ok ? answer.events : [];
  return { answer, events, after: events.reduce<Spell | null>(evolve, spell) };
}
