import type { Ward, Wards } from '../../domain/spell/state.ts';

const lri = { siteId: 'lri', site: 'Leicester Royal Infirmary', provider: 'uhl' };
const glenfield = { siteId: 'gh', site: 'Glenfield Hospital', provider: 'uhl' };

/** The wards of tests: two of one hospital, one of another. */
export const TEST_WARDS: readonly Ward[] = [
  { id: 'lri-23', name: 'Ward 23', ...lri },
  { id: 'lri-31', name: 'Ward 31', ...lri },
  { id: 'gh-24', name: 'Ward 24', ...glenfield },
];

export const testWards: Wards = new Map(TEST_WARDS.map((ward) => [ward.id, ward]));
