import { capital } from '../../domain/first-letter.ts';
import type { Provider } from './organisations.ts';
import { SITES } from './organisations.ts';
import type { Specialty } from './specialties.ts';
import { OPEN_SPELLS } from './statistics.ts';

/** A ward. Names, numbers and bed counts are invented; only the hospitals are real. */
export type SeedWard = {
  id: string;
  name: string;
  siteId: string;
  provider: Provider;
  specialty: Specialty;
  beds: number;
};

type Row = readonly [suffix: string, specialty: Specialty, beds: number];

const UHL_WARDS: Readonly<Record<string, readonly Row[]>> = {
  lri: [
    ['1', 'acute_medicine', 32],
    ['2', 'acute_medicine', 32],
    ['3', 'acute_medicine', 30],
    ['5', 'general_surgery', 30],
    ['6', 'general_surgery', 30],
    ['8', 'urgent_surgery', 28],
    ['9', 'head_and_neck', 24],
    ['10', 'childrens', 14],
    ['11', 'childrens', 14],
    ['12', 'childrens', 14],
    ['14', 'critical_care', 24],
    ['17', 'trauma_and_orthopaedics', 30],
    ['18', 'trauma_and_orthopaedics', 30],
    ['19', 'diabetes_and_endocrine', 28],
    ['20', 'infectious_diseases', 20],
    ['21', 'neurology', 26],
    ['22', 'gastroenterology', 30],
    ['23', 'acute_medicine', 28],
    ['24', 'acute_medicine', 30],
    ['25', 'stroke', 30],
    ['26', 'stroke', 28],
    ['28', 'geriatric_medicine', 30],
    ['29', 'geriatric_medicine', 30],
    ['30', 'geriatric_medicine', 30],
    ['31', 'geriatric_medicine', 28],
    ['32', 'trauma_and_orthopaedics', 30],
    ['33', 'geriatric_medicine', 30],
    ['34', 'geriatric_medicine', 30],
    ['35', 'respiratory', 28],
    ['36', 'geriatric_medicine', 30],
    ['37', 'gastroenterology', 28],
    ['39', 'oncology', 24],
    ['40', 'oncology', 24],
    ['41', 'haematology', 24],
    ['42', 'haematology', 16],
    ['43', 'gynaecology', 20],
    ['44', 'maternity', 16],
    ['45', 'maternity', 16],
  ],
  gh: [
    ['15', 'respiratory', 30],
    ['16', 'respiratory', 30],
    ['17', 'respiratory', 30],
    ['20', 'respiratory', 28],
    ['23', 'vascular', 28],
    ['24', 'geriatric_medicine', 28],
    ['26', 'cardiac_surgery', 28],
    ['27', 'cardiology', 30],
    ['28', 'cardiology', 30],
    ['30', 'critical_care', 20],
    ['31', 'thoracic_surgery', 24],
    ['32', 'cardiology', 30],
    ['33', 'cardiology', 28],
    ['34', 'cardiology', 22],
  ],
  lgh: [
    ['2', 'rehabilitation', 24],
    ['3', 'rehabilitation', 22],
    ['10', 'renal', 28],
    ['11', 'renal', 28],
    ['14', 'trauma_and_orthopaedics', 26],
    ['15', 'renal', 20],
    ['16', 'trauma_and_orthopaedics', 26],
    ['18', 'urology', 28],
    ['20', 'urology', 24],
    ['22', 'general_surgery', 28],
    ['27', 'gastroenterology', 26],
    ['30', 'maternity', 14],
    ['31', 'gynaecology', 20],
    ['33', 'critical_care', 10],
  ],
};

const LPT_WARDS: Readonly<Record<string, readonly Row[]>> = {
  lough: [
    ['ash', 'community_rehabilitation', 24],
    ['beech', 'community_rehabilitation', 20],
  ],
  coal: [
    ['cedar', 'community_rehabilitation', 24],
    ['chestnut', 'community_rehabilitation', 22],
  ],
  hinck: [
    ['elm', 'community_rehabilitation', 22],
    ['hazel', 'community_rehabilitation', 22],
  ],
  melton: [['larch', 'community_rehabilitation', 18]],
  fielding: [['lime', 'community_rehabilitation', 13]],
  stlukes: [
    ['maple', 'community_rehabilitation', 18],
    ['oak', 'community_rehabilitation', 18],
  ],
  evington: [
    ['poplar', 'community_rehabilitation', 22],
    ['rowan', 'community_rehabilitation', 22],
  ],
  'rutland-memorial': [['willow', 'community_rehabilitation', 16]],
};

/** The two wards of the demo's ward coordinator: acute medicine and geriatric medicine. */
export const COORDINATOR_WARDS = ['lri-23', 'lri-31'] as const;

export const WARDS: readonly SeedWard[] = SITES.flatMap((site) => {
  const isUhl = site.organisationId === 'uhl';
  const rows = (isUhl ? UHL_WARDS : LPT_WARDS)[site.id] ?? [];
  return rows.map(([suffix, specialty, beds]) => ({
    id: `${site.id}-${suffix}`,
    name: isUhl ? `Ward ${suffix}` : `${capital(suffix)} Ward`,
    siteId: site.id,
    provider: site.organisationId,
    specialty,
    beds,
  }));
});

/**
 * The wards with beds for so many open spells at the usual occupancy. Fewer spells leave beds
 * empty; more of them (for load tests) widen every ward alike.
 */
export function wardsFor(openSpells: number): readonly SeedWard[] {
  const factor = openSpells / OPEN_SPELLS;
  if (factor <= 1) return WARDS;
  return WARDS.map((ward) => ({ ...ward, beds: Math.ceil(ward.beds * factor) }));
}

/** Bed names of a ward: bays of six, A1 to A6, B1 to B6 and on. */
export function bedNames(beds: number): string[] {
  return Array.from({ length: beds }, (_, index) => {
    const bay = Math.floor(index / 6);
    const letter = String.fromCharCode(65 + (bay % 26));
    const wing = bay < 26 ? '' : `${Math.floor(bay / 26) + 1}`;
    return `${letter}${wing}${wing === '' ? '' : '-'}${(index % 6) + 1}`;
  });
}
