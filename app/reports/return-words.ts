import type { ReturnVersion } from '../../domain/reports/return-versions.ts';

export function standingInWords(standing: ReturnVersion['standing']): string {
  return standing === 'signed' ? 'Signed' : 'Opened again';
}

/** What today's figures stand beside: a signed version, or, of null, what was recorded then. */
export function beforeInWords(version: number | null): string {
  return version === null ? 'As recorded then' : `As signed, version ${version}`;
}

/** `12`, `-3`, `+3`; a dash where one of the two is not there. */
export function differenceInWords(from: number | null, to: number | null): string {
  if (from === null || to === null) return '–';
  const difference = to - from;
  return difference > 0 ? `+${difference}` : String(difference);
}
