import type { Instant } from '../time.ts';
import type { ReportPlaces } from './places.ts';
import type { CountedStay, ReturnContent, ReturnPart, ReturnWhich } from './return-versions.ts';
import { TO_MEND } from './return-versions.ts';
import { DAY_FIGURES } from './situation.ts';
import type { OrganisationAreas, ReturnRow } from './situation-return.ts';
import { isOfPart, situationReturn } from './situation-return.ts';
import type { Standing } from './standing.ts';

type Asked = { which: ReturnWhich; places: ReportPlaces; areas: OrganisationAreas; asOf: Instant };

/** One part of the national return of a day, by the national measure, and who is behind it. */
export function returnContentOf(
  standings: readonly Standing[],
  { which: { part, day }, places, areas, asOf }: Asked,
): ReturnContent {
  const rows = situationReturn(standings, { day, places, areas, population: 'national' });
  const counted = standings.filter(({ left, readyDate }) => left !== null || readyDate !== null);
  return {
    asOf,
    rows: rows.filter((row) => isOfPart(row, part)).map((row) => [...row]),
    stays: counted.map((standing) => countedStay(standing, places)),
    toMend: TO_MEND.flatMap((what) =>
      standings
        .filter(DAY_FIGURES[what].isBehind)
        .map(({ stay }) => ({ spellId: stay.spellId, what })),
    ),
  };
}

function countedStay(
  { stay, left, readyDate, delayDays, lengthOfStay, reason }: Standing,
  places: ReportPlaces,
): CountedStay {
  const ward = places.get(stay.wardId);
  const provider = ward?.providerCode ?? ward?.provider ?? '';
  const isRemaining = readyDate !== null;
  return { spellId: stay.spellId, provider, left, isRemaining, delayDays, lengthOfStay, reason };
}

/** The figures that were on screen, as a form carries them; equal figures have equal text. */
export function figuresSeen({ rows }: Pick<ReturnContent, 'rows'>): string {
  return rows.map((row) => valueOf(row)).join(' ');
}

function valueOf(row: ReturnRow): number {
  return Number(row.at(-1));
}

export type FigureChange = {
  provider: string;
  /** With its group, as the file names it. */
  metric: string;
  type: string;
  signed: number | null;
  now: number | null;
};

export type StayChange = { spellId: string; signed: string; now: string };

export type ReturnComparison = { figures: FigureChange[]; stays: StayChange[] };

/**
 * A return as it was signed beside what is recorded now: every figure, and every stay that counts
 * otherwise. Figures that one of the two does not have (another trust, another list of reasons) are
 * null there.
 */
export function compareReturns(
  part: ReturnPart,
  signed: ReturnContent,
  now: ReturnContent,
): ReturnComparison {
  const [then, today] = [byFigure(signed.rows), byFigure(now.rows)];
  const keys = new Set([...then.keys(), ...today.keys()]);
  const figures = [...keys].map((key): FigureChange => {
    const [a, b] = [then.get(key), today.get(key)];
    const [provider = '', metric = '', type = ''] = JSON.parse(key) as string[]; // as byFigure makes it
    return {
      ...{ provider, metric, type },
      signed: a === undefined ? null : valueOf(a),
      now: b === undefined ? null : valueOf(b),
    };
  });
  return { figures, stays: stayChanges(part, signed.stays, now.stays) };
}

/** Figures that nothing is compared with. */
export function figuresOf(rows: readonly ReturnRow[]): FigureChange[] {
  return rows.map((row) => ({
    ...{ provider: String(row[4]), metric: String(row[6]), type: String(row[7]) },
    ...{ signed: null, now: valueOf(row) },
  }));
}

function byFigure(rows: readonly ReturnRow[]): Map<string, ReturnRow> {
  return new Map(rows.map((row) => [JSON.stringify([row[4], row[6], row[7]]), row]));
}

function stayChanges(
  part: ReturnPart,
  signed: readonly CountedStay[],
  now: readonly CountedStay[],
): StayChange[] {
  const then = new Map(signed.map((stay) => [stay.spellId, countedAs(part, stay)]));
  const today = new Map(now.map((stay) => [stay.spellId, countedAs(part, stay)]));
  const ids = new Set([...then.keys(), ...today.keys()]);
  return [...ids].flatMap((spellId) => {
    const change = { signed: then.get(spellId) ?? NOT, now: today.get(spellId) ?? NOT };
    return change.signed === change.now ? [] : [{ spellId, ...change }];
  });
}

const NOT = 'not counted';

/** What a stay counts as in one part of the return, in words. */
export function countedAs(part: ReturnPart, stay: CountedStay): string {
  const { provider, left, isRemaining, delayDays, lengthOfStay, reason } = stay;
  if (part === 'daily') {
    if (left !== null) return `discharged ${LEFT[left]}, ${provider}`;
    return isRemaining ? `remaining, ${provider}` : NOT;
  }
  // Nobody counts in the weekly snapshot before the seventh night.
  if (!isRemaining || lengthOfStay < 7) return NOT;
  const why = reason ?? 'no reason recorded';
  return `${lengthOfStay} nights in hospital, ${delayDays} days since ready, ${why}, ${provider}`;
}

const LEFT = { by_17: 'by 17:00', after_17: 'after 17:00' } as const;
