import type { ReturnWhich } from '../../domain/reports/return-versions.ts';

export const RETURNS_PATH = '/reports/situation/returns';

/** One return: to look at, to sign, to open again. */
export function returnPath({ part, day }: ReturnWhich): string {
  return `/reports/situation/return?${new URLSearchParams({ part, day }).toString()}`;
}

/** The same with who the stays that count otherwise are of. */
export function returnNamesPath(which: ReturnWhich): string {
  return `${returnPath(which)}&names=yes`;
}

export function returnFilePath({ part, day, version }: ReturnWhich & { version: number }): string {
  const params = new URLSearchParams({ part, day, version: String(version) });
  return `/reports/situation/return/file?${params.toString()}`;
}

export function situationPath(day: string): string {
  return `/reports/situation?${new URLSearchParams({ day }).toString()}`;
}
