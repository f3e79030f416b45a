import type { Ward } from '../spell/state.ts';

/** A ward with what returns need of the organisation that runs it. */
export type ReportWard = Ward & {
  providerName: string;
  providerKind: 'acute' | 'community' | 'icb' | 'council' | 'housing' | 'hub';
  /** Its ODS code, where it is known. */
  providerCode: string | null;
};

/** Wards by id. */
export type ReportPlaces = ReadonlyMap<string, ReportWard>;

/** An NHS organisation that returns are made for. */
export type Provider = { id: string; name: string; kind: ReportWard['providerKind']; code: string };

/** The organisations that have wards, by name; without an ODS code the id stands for it. */
export function providersOf(places: ReportPlaces): Provider[] {
  const byId = new Map<string, Provider>();
  for (const {
    provider: id,
    providerName: name,
    providerKind: kind,
    providerCode,
  } of places.values()) {
    byId.set(id, { id, name, kind, code: providerCode ?? id });
  }
  return [...byId.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}
