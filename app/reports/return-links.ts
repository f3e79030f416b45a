import type { ReturnWhich } from '../../domain/reports/return-versions.ts';

export const RETURNS_PATH = '/reports/situation/returns';

/** One return: to look at, to sign, to open again. */
export function returnPath({ part, day }: ReturnWhich, recorded: string | null = null): string {
  const params = new URLSearchParams({ part, day, ...(recorded === null ? {} : { recorded }) });
  return `/reports/situation/return?${params.toString()}`;
}

/** The same with who the stays that count otherwise are of. */
export function returnNamesPath(which: ReturnWhich, recorded: string | null): string {
  return `${returnPath(which, recorded)}&names=yes`;
}

export function returnFilePath({ part, day, version }: ReturnWhich & { version: number }): string {
  const params = new URLSearchParams({ part, day, version: String(version) });
  return `/reports/situation/return/file?${params.toString()}`;
}

export function situationPath(day: string): string {
  return `/reports/situation?${new URLSearchParams({ day }).toString()}`;
}
