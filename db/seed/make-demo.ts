import type Database from 'better-sqlite3';
import type { Actor } from '../../domain/actor.ts';
import type { Wards } from '../../domain/spell/state.ts';
import { DEFAULT_CATALOGUE, DEFAULT_TASK_SETS } from '../../domain/tasks/default-catalogue.ts';
import { DEFAULT_TARGET_SETTINGS } from '../../domain/tasks/target-settings.ts';
import type { Instant } from '../../domain/time.ts';
import { calendarDay } from '../../domain/time.ts';
import { createHub } from '../create-hub.ts';
import { sqliteAccountStore } from '../sqlite-account-store.ts';
import { AREAS, ORGANISATIONS, SITES } from './organisations.ts';
import { planDemo } from './plan.ts';
import { STAFF } from './staff.ts';
import { createSeedIds } from './seed-ids.ts';
import type { StaffRef } from './spell-plan.ts';
import { OPEN_SPELLS } from './statistics.ts';
import { wardsFor } from './wards.ts';
import type { StaysCounts, StaysProgress } from './write-stays.ts';
import { writeStays } from './write-stays.ts';

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
  onProgress?: (progress: StaysProgress) => void;
};

/**
 * Makes a demo database of invented patients. Every stay is played through the same rules as
 * people's commands (`playPlan`), and what happened is written in bulk, in order of time, into a new
 * file that gets its name when it is whole. The same seed and moment give the same patients.
 */
export async function makeDemo(order: DemoOrder): Promise<StaysCounts> {
  const { path, now, timeZone, openSpells = OPEN_SPELLS } = order;
  const demoDay = calendarDay(now, timeZone);
  const seedWards = wardsFor(openSpells);
  const passwordHash = await order.hashPassword(DEMO_PASSWORD);
  let counts: StaysCounts = { spells: 0, openSpells: 0, events: 0 };
  const contents = {
    organisations: ORGANISATIONS.map(({ id, name, kind, code, codeSystem }) => ({
      id,
      name,
      kind,
      code,
      codeSystem,
    })),
    areas: AREAS,
    sites: SITES.map(({ id, name, organisationId }) => ({ id, name, organisationId })),
    wards: seedWards.map(({ id, name, siteId }) => ({ id, name, siteId })),
  };
  await createHub(path, { demoDay, at: now, ...contents }, async (db) => {
    await addStaff(db, passwordHash, now);
    counts = writeDemo(db, order, wardMap(seedWards));
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

function writeDemo(db: Database.Database, order: DemoOrder, wards: Wards): StaysCounts {
  const { seed, openSpells, finishedDays, tasksTarget, now, timeZone, onProgress } = order;
  const size = { seed, openSpells, finishedDays, tasksTarget, now };
  const lookups = {
    ...{ now, timeZone, wards, actorOf },
    newId: createSeedIds(seed),
    catalogue: DEFAULT_CATALOGUE,
    taskSets: DEFAULT_TASK_SETS,
    settings: DEFAULT_TARGET_SETTINGS,
  };
  const plans = planDemo({ ...size, today: calendarDay(now, timeZone) });
  return writeStays(db, plans, { lookups, onProgress });
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
