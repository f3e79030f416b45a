import type { Role } from '../../domain/actor.ts';
import { groupBy } from '../../domain/group-by.ts';
import { createIds } from '../../domain/ids.ts';
import type { Place } from '../../domain/persons/place.ts';
import type { TaskOwner, BuiltInTaskType } from '../../domain/tasks/task-types.ts';
import type { Community } from './names.ts';
import { COMMUNITIES, nameFrom } from './names.ts';
import { ORGANISATIONS, SITES } from './organisations.ts';
import type { Random, Weighted } from './random.ts';
import { createRandom } from './random.ts';
import { COORDINATOR_WARDS, WARDS } from './wards.ts';

/** Somebody invented who uses the hub, or appears in it as a holder of tasks and an author. */
export type StaffMember = {
  id: string;
  email: string;
  name: string;
  role: Role;
  organisationId: string;
  organisation: string;
  teamId: string;
  wardIds: readonly string[];
  place: Place | null;
  isTeamLead: boolean;
  canSignIn: boolean;
};

type Team = {
  id: string;
  role: Role;
  organisationId: string;
  wardIds: readonly string[];
  place: Place | null;
  colleagues: number;
  /** The demo accounts of the team. */
  accounts: readonly { email: string; name: string; isTeamLead: boolean }[];
};

/** Staff are the same whatever the seed of the patients. */
const STAFF_SEED = 'staff of the demo';
const HIRED_AT = Date.UTC(2026, 0, 5, 9);
const newId = createIds({ startedAt: HIRED_AT, chance: 0x0f_ac_e5 });
const WARDS_A_TEAM = 6;
const GLENFIELD_WARDS = ['gh-16', 'gh-27', 'gh-32'] as const;

const account = (email: string, name: string, isTeamLead = false) => ({ email, name, isTeamLead });

const NAMED_TEAMS: readonly Team[] = [
  {
    id: 'ward:lri-coordinator',
    role: 'ward',
    organisationId: 'uhl',
    wardIds: COORDINATOR_WARDS,
    place: null,
    colleagues: 4,
    accounts: [account('coordinator@demo.test', 'Hannah Wardle')],
  },
  {
    id: 'ward:gh-coordinator',
    role: 'ward',
    organisationId: 'uhl',
    wardIds: GLENFIELD_WARDS,
    place: null,
    colleagues: 4,
    accounts: [account('coordinator.glenfield@demo.test', 'Declan Feeney')],
  },
  council('leicester', 6, account('broker.leicester@demo.test', 'Nayna Thakrar', true)),
  council('leicestershire', 6, account('broker.leicestershire@demo.test', 'Martin Orton')),
  council('rutland', 3, account('broker.rutland@demo.test', 'Alison Quincey')),
  {
    ...team('lightbulb', 'housing', 'lightbulb', 5),
    accounts: [account('lightbulb@demo.test', 'Marcia Pinnock', true)],
  },
  {
    ...team('hub', 'hub', 'llr-hub', 6),
    accounts: [account('manager@demo.test', 'Samina Qayyumi', true)],
  },
  {
    ...team('admin', 'admin', 'llr-hub', 0),
    accounts: [account('admin@demo.test', 'Neil Tansley')],
  },
];

function team(id: string, role: Role, organisationId: string, colleagues: number): Team {
  return { id, role, organisationId, wardIds: [], place: null, colleagues, accounts: [] };
}

function council(place: Place, colleagues: number, broker: ReturnType<typeof account>): Team {
  const id = `social_care:${place}`;
  return { ...team(id, 'broker', place, colleagues), place, accounts: [broker] };
}

function wardTeams(): Team[] {
  const taken = new Set<string>([...COORDINATOR_WARDS, ...GLENFIELD_WARDS]);
  return SITES.flatMap((site) => {
    const wards = WARDS.filter((ward) => ward.siteId === site.id && !taken.has(ward.id));
    const count = Math.ceil(wards.length / WARDS_A_TEAM);
    return Array.from({ length: count }, (_, index) => ({
      ...team(`ward:${site.id}-${index + 1}`, 'ward', site.organisationId, 4),
      wardIds: wards.slice(index * WARDS_A_TEAM, (index + 1) * WARDS_A_TEAM).map((ward) => ward.id),
    }));
  });
}

const MIX: readonly Weighted<Community>[] = [
  [COMMUNITIES.british, 45],
  [COMMUNITIES.gujarati, 22],
  [COMMUNITIES.punjabi, 7],
  [COMMUNITIES.pakistani, 6],
  [COMMUNITIES.african, 7],
  [COMMUNITIES.caribbean, 4],
  [COMMUNITIES.irish, 4],
  [COMMUNITIES.polish, 3],
  [COMMUNITIES.asianOther, 2],
];

function membersOf(entry: Team, random: Random, takenNames: Set<string>): StaffMember[] {
  const organisation = ORGANISATIONS.find((row) => row.id === entry.organisationId)?.name ?? '';
  const shared = {
    role: entry.role,
    organisationId: entry.organisationId,
    organisation,
    teamId: entry.id,
    wardIds: entry.wardIds,
    place: entry.place,
  };
  const accounts = entry.accounts.map((row) => ({ ...row, canSignIn: true }));
  const colleagues = Array.from({ length: entry.colleagues }, (_, index) => {
    const name = newName(random, takenNames);
    const email = `${name.toLowerCase().replace(/[^a-z]+/g, '.')}@colleague.demo.test`;
    return { email, name, isTeamLead: index === 0 && entry.id !== 'admin', canSignIn: false };
  });
  return [...accounts, ...colleagues].map((row) => ({
    id: newId(),
    ...row,
    ...shared,
  }));
}

function newName(random: Random, taken: Set<string>): string {
  for (;;) {
    const sex = random.chance(0.7) ? 'female' : 'male';
    const { givenName, familyName } = nameFrom(random.weighted(MIX), sex, random.int(1962, 2000), random); // prettier-ignore
    const name = `${givenName} ${familyName}`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}

const TEAMS: readonly Team[] = [...NAMED_TEAMS, ...wardTeams()];

function everybody(): StaffMember[] {
  const random = createRandom(STAFF_SEED);
  const taken = new Set(NAMED_TEAMS.flatMap((entry) => entry.accounts.map((row) => row.name)));
  return TEAMS.flatMap((entry) => membersOf(entry, random.fork(entry.id), taken));
}

/** Everybody, the eight demo accounts among them (`canSignIn`). */
export const STAFF: readonly StaffMember[] = everybody();

const byTeam = groupBy(STAFF, ({ teamId }) => teamId);
const teamOfWard = new Map(
  TEAMS.flatMap((entry) => entry.wardIds.map((wardId) => [wardId, entry.id] as const)),
);

export const staffOfTeam = (teamId: string): readonly StaffMember[] => byTeam.get(teamId) ?? [];

export const wardTeamOf = (wardId: string): string => teamOfWard.get(wardId) ?? 'hub';

/** The council's team, or the hub's where no council of the area answers for the person. */
export function socialCareTeamOf(place: Place): string {
  const teamId = `social_care:${place}`;
  return byTeam.has(teamId) ? teamId : 'hub';
}

/** Who does a task. Wards assess therapy needs and the hub arranges community health (handbook 10). */
export function teamOfTask(
  owner: TaskOwner,
  type: BuiltInTaskType,
  place: Place,
  wardId: string,
): string {
  switch (owner) {
    case 'ward':
      return wardTeamOf(wardId);
    case 'social_care':
      return socialCareTeamOf(place);
    case 'lightbulb':
      return 'lightbulb';
    case 'hub':
      return 'hub';
    case 'community':
      return type === 'therapy_assessment' ? wardTeamOf(wardId) : 'hub';
    default:
      return owner satisfies never;
  }
}
