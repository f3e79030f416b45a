import { describe, expect, it } from 'vitest';
import { createNhsNumbers } from '../../../../db/seed/nhs-numbers.ts';
import { ORGANISATIONS, SITES } from '../../../../db/seed/organisations.ts';
import { LOCALITIES, homeIn } from '../../../../db/seed/places.ts';
import { createRandom } from '../../../../db/seed/random.ts';
import { STAFF, staffOfTeam, teamOfTask, wardTeamOf } from '../../../../db/seed/staff.ts';
import {
  DELAY_BANDS,
  OPEN_SPELLS,
  TARGET_OCCUPANCY,
  WEEKDAY_FACTORS,
} from '../../../../db/seed/statistics.ts';
import { WARDS, bedNames, wardsFor } from '../../../../db/seed/wards.ts';
import { isNhsNumber } from '../../../../domain/persons/nhs-number.ts';
import { DISTRICTS } from '../../../../domain/persons/place.ts';

const ACCOUNTS = [
  ['coordinator@demo.test', 'ward'],
  ['coordinator.glenfield@demo.test', 'ward'],
  ['broker.leicester@demo.test', 'broker'],
  ['broker.leicestershire@demo.test', 'broker'],
  ['broker.rutland@demo.test', 'broker'],
  ['lightbulb@demo.test', 'housing'],
  ['manager@demo.test', 'hub'],
  ['admin@demo.test', 'admin'],
] as const;

describe('NHS numbers', () => {
  it('are valid test numbers and never repeat', () => {
    const next = createNhsNumbers(createRandom('numbers'));
    const numbers = Array.from({ length: 30_000 }, next);
    expect(new Set(numbers).size).toBe(numbers.length);
    expect(numbers.every((number) => number.startsWith('999') && isNhsNumber(number))).toBe(true);
  });
});

describe('places', () => {
  it('give postcodes that Royal Mail cannot have issued', () => {
    const random = createRandom('homes');
    for (let i = 0; i < 500; i += 1) {
      const { address } = homeIn(i % 2 === 0 ? 'leicester' : 'rutland', random);
      expect(address?.postcode).toMatch(/^[A-Z]{2}\d{1,2} \d[CIKMOV]{2}$/);
    }
  });

  it('put every district of Leicestershire on the map, and none elsewhere', () => {
    const districts = new Set(LOCALITIES.leicestershire.map((locality) => locality.district));
    expect([...districts].sort()).toEqual([...DISTRICTS].sort());
    expect(LOCALITIES.rutland.every((locality) => locality.district === null)).toBe(true);
  });
});

describe('wards', () => {
  it('belong to known sites and have unique ids', () => {
    const sites = new Set(SITES.map((site) => site.id));
    expect(WARDS.every((ward) => sites.has(ward.siteId))).toBe(true);
    expect(new Set(WARDS.map((ward) => ward.id)).size).toBe(WARDS.length);
    expect(SITES.every((site) => ORGANISATIONS.some((row) => row.id === site.organisationId))).toBe(true); // prettier-ignore
  });

  it('are about 92% taken at the usual size', () => {
    const beds = WARDS.reduce((sum, ward) => sum + ward.beds, 0);
    expect(OPEN_SPELLS / beds).toBeCloseTo(TARGET_OCCUPANCY, 2);
  });

  it('name each bed once, and widen for load tests', () => {
    expect(bedNames(8)).toEqual(['A1', 'A2', 'A3', 'A4', 'A5', 'A6', 'B1', 'B2']);
    expect(new Set(bedNames(600)).size).toBe(600);
    const wide = wardsFor(10_000).reduce((sum, ward) => sum + ward.beds, 0);
    expect(wide).toBeGreaterThan(10_000);
  });
});

describe('staff', () => {
  it('have the demo accounts in their roles, and nobody else can sign in', () => {
    const able = STAFF.filter((member) => member.canSignIn);
    expect(able.map((member) => [member.email, member.role])).toEqual(ACCOUNTS);
    expect(new Set(STAFF.map((member) => member.id)).size).toBe(STAFF.length);
    expect(new Set(STAFF.map((member) => member.email)).size).toBe(STAFF.length);
  });

  it('work in teams that hold the tasks of every ward and council', () => {
    for (const ward of WARDS) expect(staffOfTeam(wardTeamOf(ward.id)).length).toBeGreaterThan(2);
    const team = teamOfTask('social_care', 'care_package', 'rutland', 'lri-23');
    expect(staffOfTeam(team).every((member) => member.place === 'rutland')).toBe(true);
    expect(teamOfTask('social_care', 'care_package', 'out_of_area', 'lri-23')).toBe('hub');
  });

  it('run the two wards of the coordinator', () => {
    const coordinator = STAFF.find((member) => member.email === 'coordinator@demo.test');
    expect(coordinator?.wardIds).toEqual(['lri-23', 'lri-31']);
  });
});

describe('statistics', () => {
  it('have shares that add up to one, and weekdays that average one', () => {
    expect(DELAY_BANDS.reduce((sum, band) => sum + band.share, 0)).toBeCloseTo(1);
    expect(WEEKDAY_FACTORS.reduce((sum, factor) => sum + factor, 0)).toBeCloseTo(7);
  });
});
