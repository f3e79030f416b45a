import type Database from 'better-sqlite3';
import type { Actor } from '../../domain/actor.ts';
import type { Person } from '../../domain/persons/person.ts';
import type { Spell, Wards } from '../../domain/spell/state.ts';
import { DEFAULT_CATALOGUE, DEFAULT_TASK_SETS } from '../../domain/tasks/default-catalogue.ts';
import { DEFAULT_TARGET_SETTINGS } from '../../domain/tasks/target-settings.ts';
import type { Instant } from '../../domain/time.ts';
import { calendarDay } from '../../domain/time.ts';
import { writeInBulk } from '../bulk-writer.ts';
import { createHub } from '../create-hub.ts';
import { sqliteAccountStore } from '../sqlite-account-store.ts';
import { ORGANISATIONS, SITES } from './organisations.ts';
import { planDemo } from './plan.ts';
import type { PlayContext, PlayedEvent } from './play-plan.ts';
import { playPlan } from './play-plan.ts';
import { STAFF } from './staff.ts';
import { createSeedIds } from './seed-ids.ts';
import type { StaffRef } from './spell-plan.ts';
import { OPEN_SPELLS } from './statistics.ts';
import { wardsFor } from './wards.ts';

export const DEMO_PASSWORD = 'demo-hub-2026';

export type DemoOrder = {
  /** Where the new database goes; there must be no file yet. */
  path: string;
  seed: string;
  now: Instant;
  timeZone: string;
  openSpells?: number;
  finishedDays?: number;
  tasksTarget?: number;
  /** argon2id, as sign-in checks it. */
  hashPassword: (password: string) => Promise<string>;
  onProgress?: (progress: DemoProgress) => void;
};

export type DemoProgress = { step: 'playing' | 'writing'; done: number; of: number | null };
export type DemoCounts = { spells: number; openSpells: number; events: number };

const PROGRESS_EVERY = 1_000;

/**
 * Makes a demo database of invented patients. Every stay is played through the same rules as
 * people's commands (`playPlan`); the rows are then written in bulk, in order of time, into a new
 * file that gets its name when it is whole. The same seed and moment give the same patients.
 */
export async function makeDemo(order: DemoOrder): Promise<DemoCounts> {
  const { path, now, timeZone, openSpells = OPEN_SPELLS } = order;
  const demoDay = calendarDay(now, timeZone);
  const seedWards = wardsFor(openSpells);
  const passwordHash = await order.hashPassword(DEMO_PASSWORD);
  let counts: DemoCounts = { spells: 0, openSpells: 0, events: 0 };
  const contents = {
    organisations: ORGANISATIONS.map(({ id, name, kind, code, codeSystem }) => ({
      id,
      name,
      kind,
      code,
      codeSystem,
    })),
    sites: SITES.map(({ id, name, organisationId }) => ({ id, name, organisationId })),
    wards: seedWards.map(({ id, name, siteId }) => ({ id, name, siteId })),
  };
  await createHub(path, { demoDay, at: now, ...contents }, async (db) => {
    await addStaff(db, passwordHash, now);
    counts = writeStays(db, order, wardMap(seedWards));
  });
  return counts;
}

async function addStaff(db: Database.Database, passwordHash: string, now: Instant): Promise<void> {
  const accounts = sqliteAccountStore(db);
  for (const member of STAFF) {
    const { id, email, name, organisation, role, isTeamLead, wardIds, place, canSignIn } = member;
    const account = {
      ...{ id, email, name, organisation, role, isTeamLead, wardIds: [...wardIds], place },
      passwordHash: canSignIn ? passwordHash : null,
      isDisabled: !canSignIn,
    };
    await accounts.save(account, 'demo', now);
  }
}

function writeStays(db: Database.Database, order: DemoOrder, wards: Wards): DemoCounts {
  const { now, timeZone, onProgress } = order;
  const people = new Map<string, Person>();
  const ended = new Map<string, NonNullable<ReturnType<PlayContext['stayOf']>>>();
  const played: PlayedEvent[] = [];
  const last = new Map<string, { spell: Spell; seq: number }>();
  const newId = createSeedIds(order.seed);
  let stays = 0;
  const { seed, openSpells, finishedDays, tasksTarget } = order;
  const size = { seed, openSpells, finishedDays, tasksTarget, now };
  for (const plan of planDemo({ ...size, today: calendarDay(now, timeZone) })) {
    const catalogue = DEFAULT_CATALOGUE;
    const taskSets = DEFAULT_TASK_SETS;
    const settings = DEFAULT_TARGET_SETTINGS;
    const personOf = (nhsNumber: string) => people.get(nhsNumber) ?? null;
    const stayOf = (planId: string) => ended.get(planId) ?? null;
    const lookups = { catalogue, taskSets, settings, wards };
    const context = { now, timeZone, ...lookups, actorOf, newId, personOf, stayOf };
    const events = playPlan(plan, context);
    const stay = events.at(-1)?.after ?? null;
    if (stay !== null && stay.person.nhsNumber !== null) {
      people.set(stay.person.nhsNumber, stay.person);
    }
    if (stay !== null && stay.discharge !== null) ended.set(plan.id, endedStay(stay));
    for (const event of events) played.push(event);
    stays += 1;
    if (stays % PROGRESS_EVERY === 0) onProgress?.({ step: 'playing', done: stays, of: null });
  }
  played.sort((a, b) => (a.recordedAt < b.recordedAt ? -1 : a.recordedAt > b.recordedAt ? 1 : 0));

  writeInBulk(db, (writer) => {
    played.forEach(({ event, after, actor, commandId, recordedAt }, index) => {
      const { role, organisation } = actor;
      const seq = writer.addEvent({ ...event, role, organisation, commandId, recordedAt }, after);
      last.set(event.spellId, { spell: after, seq });
      if (index % (PROGRESS_EVERY * 10) === 0) {
        onProgress?.({ step: 'writing', done: index, of: played.length });
      }
    });
    for (const { spell, seq } of last.values()) writer.addSpell(spell, seq);
  });
  const open = [...last.values()].filter(({ spell }) => spell.discharge === null).length;
  return { spells: stays, openSpells: open, events: played.length };
}

function endedStay({ id: spellId, admittedAt, discharge, person: { nhsNumber } }: Spell) {
  return { spellId, admittedAt, dischargedAt: discharge?.at ?? null, nhsNumber };
}

const staffById = new Map(STAFF.map((member) => [member.id, member]));

function actorOf({ role, staffId }: StaffRef): Actor {
  const member = staffById.get(staffId);
  if (member === undefined) throw new Error(`There is no member of staff ${staffId}`);
  const { id, name, organisation, wardIds, place, isTeamLead } = member;
  return { id, name, organisation, wardIds, place, isTeamLead, role };
}

function wardMap(wards: ReturnType<typeof wardsFor>): Wards {
  const siteName = new Map(SITES.map((site) => [site.id, site.name]));
  return new Map(
    wards.map(({ id, name, siteId, provider }) => [
      id,
      { id, name, siteId, site: siteName.get(siteId) ?? siteId, provider },
    ]),
  );
}
