import type { Pathway } from '../spell/pathway.ts';
import { PATHWAYS, PATHWAY_NAMES } from '../spell/pathway.ts';
import { ratio } from './ready-date-statistics.ts';
import type { ReportTable } from './report-table.ts';
import type { FinishedStay } from './stay-facts.ts';

/**
 * Whom was placed on what, against what the ward recommended: another pathway than recommended is
 * a finding (handbook 3). Where nothing was agreed, nothing differs yet.
 */
export function differsFromRecommended({
  recommended,
  agreed,
}: Pick<FinishedStay, 'recommended' | 'agreed'>): boolean {
  return agreed !== 'none_set' && recommended !== 'none_set' && agreed !== recommended;
}

/** Discharges by recommended pathway (rows) and agreed one (columns). */
export function pathwayTable(stays: readonly FinishedStay[]): ReportTable {
  const isUsed = (pathway: Pathway) =>
    stays.some(({ recommended, agreed }) => recommended === pathway || agreed === pathway);
  const used = PATHWAYS.filter(isUsed);
  const cellsOf = (own: readonly FinishedStay[]) => {
    const differ = own.filter(differsFromRecommended).length;
    const byAgreed = used.map((pathway) => own.filter(({ agreed }) => agreed === pathway).length);
    return [own.length, ...byAgreed, differ, ratio(differ, own.length)];
  };
  return {
    id: 'pathways',
    title: 'Recommended and agreed pathway',
    rowsAre: 'Recommended',
    columns: [
      { key: 'discharged', name: 'Patients discharged', kind: 'count' },
      ...used.map((pathway) => ({
        key: pathway,
        name: pathway === 'none_set' ? 'None agreed' : `Agreed: ${PATHWAY_NAMES[pathway]}`,
        kind: 'count' as const,
      })),
      { key: 'differ', name: 'Other than recommended', kind: 'count' },
      { key: 'share', name: 'Share', kind: 'share' },
    ],
    rows: [
      { id: 'all', name: 'All', cells: cellsOf(stays) },
      ...used.map((pathway) => ({
        id: pathway,
        name: PATHWAY_NAMES[pathway],
        cells: cellsOf(stays.filter(({ recommended }) => recommended === pathway)),
      })),
    ],
  };
}
