import type { Refusal } from '../result.ts';
import { refuse } from '../result.ts';
import type { Month } from './months.ts';
import { formatMonth } from './months.ts';
import type { NationalMeasure } from './national-measures.ts';
import { NATIONAL_MEASURES, plainText } from './national-measures.ts';
import type { ReadyDateStatistics } from './ready-date-statistics.ts';

/** A figure of the file: a number, or that it is withheld there, or that there is none. */
export type NationalValue = number | 'suppressed' | null;

export type NationalRow = {
  /** ODS code of the organisation. */
  code: string;
  name: string;
  /** By the key of the measure; shares 0 to 1. */
  values: Record<string, NationalValue>;
};

export type NationalFile = {
  rows: NationalRow[];
  /** What could not be read, in words. */
  problems: string[];
  /** Measures of ours that the file has no column of, by their names. */
  missing: string[];
};

export type ReadNationalFile = ({ ok: true } & NationalFile) | Refusal;

const MOST_PROBLEMS = 50;
const CODE_HEADINGS = ['org code', 'organisation code', 'provider code', 'code'];
const NAME_HEADINGS = ['org name', 'organisation name', 'provider name', 'name', 'provider'];

/**
 * The figures of a month's discharge ready date statistics from the lines of the national file: one
 * line an organisation with a column a measure, or one line a figure with the columns Metric and
 * Value. What stands above the headings is skipped, unless it names another month. Only the
 * organisations asked for are kept, with England and their regions, which are known by name. Refused: no headings, another month, none of the organisations.
 */
export function readNationalFile(
  lines: readonly (readonly string[])[],
  {
    month,
    codes,
    regions = [],
  }: { month: Month; codes: readonly string[]; regions?: readonly string[] },
): ReadNationalFile {
  const cells = lines.map((line) => line.map(plainText));
  const at = cells.findIndex(
    (line) => columnOf(line, CODE_HEADINGS) >= 0 && line.filter(Boolean).length > 2,
  );
  const headings = cells[at];
  if (headings === undefined) {
    return refuse('INVALID', 'The file has no line of headings with an organisation code.');
  }
  const named = monthIn(cells.slice(0, at).flat());
  if (named !== null && named !== month) {
    return refuse('INVALID', `The file says that it is of ${formatMonth(named)}.`);
  }
  const body = cells.slice(at + 1).map((line, index) => ({ line, number: at + index + 2 }));
  const wanted = body.flatMap((line) => wantedLine(headings, line, { codes, regions }));
  const { rows, problems } = gather(
    isLong(headings) ? readLong(headings, wanted) : readWide(headings, wanted),
  );
  if (!rows.some(({ code }) => codes.includes(code))) {
    return refuse('INVALID', `The file has no line of ${codes.join(' or ')}.`);
  }
  return { ok: true, rows: inOneScale(rows), problems, missing: missingIn(rows) };
}

type Line = { line: readonly string[]; number: number };
type Named = Line & { code: string; name: string };
type Wanted = { codes: readonly string[]; regions: readonly string[] };

/** A line of an organisation that is asked for, of England or of a region; nothing of any other. */
function wantedLine(
  headings: readonly string[],
  { line, number }: Line,
  { codes, regions }: Wanted,
): Named[] {
  const at = (names: readonly string[]) => line[columnOf(headings, names)] ?? '';
  const [code, name] = [at(CODE_HEADINGS), at(NAME_HEADINGS)];
  if (codes.includes(code)) return [{ line, number, code, name }];
  const isNameless = ['', '-'].includes(name) && ['', '-'].includes(code);
  const area = areaOf(isNameless ? at(['region']) : name, regions);
  return area === null ? [] : [{ line, number, code: area, name: titled(area) }];
}

const ENGLAND = 'ENGLAND';

/** `ENGLAND`, or a region that is asked for, as it is written; null for any other name. */
function areaOf(name: string, regions: readonly string[]): string | null {
  const plain = name.toUpperCase().replace(/^NHS ENGLAND (?=\w)|( COMMISSIONING)? REGION$/g, '');
  return [ENGLAND, ...regions].find((area) => area.toUpperCase() === plain) ?? null;
}

/** `MIDLANDS` as `Midlands`. */
function titled(area: string): string {
  return area.toLowerCase().replace(/\b[a-z]/g, (letter) => letter.toUpperCase());
}

function columnOf(line: readonly string[], names: readonly string[]): number {
  const lower = line.map((cell) => cell.toLowerCase());
  return Math.max(-1, ...names.map((name) => lower.indexOf(name)).filter((at) => at >= 0).slice(0, 1)); // prettier-ignore
}

function isLong(headings: readonly string[]): boolean {
  return columnOf(headings, ['metric', 'measure']) >= 0 && columnOf(headings, ['value']) >= 0;
}

/** Cells that a line does not have are no figures, so that there are no more of them than of cells. */
function readWide(headings: readonly string[], body: readonly Named[]): Figure[] {
  const columns = headings.flatMap((heading, at) => {
    const measure = measureOf(heading);
    return measure === undefined ? [] : [{ measure, at }];
  });
  return body.flatMap(({ line, number, code, name }) => {
    return columns.flatMap(({ measure, at }) => {
      const text = line[at];
      return text === undefined ? [] : [{ measure, number, text, code, name }];
    });
  });
}

function readLong(headings: readonly string[], body: readonly Named[]): Figure[] {
  const at = {
    metric: columnOf(headings, ['metric', 'measure']),
    value: columnOf(headings, ['value']),
  };
  return body.flatMap(({ line, number, code, name }) => {
    const measure = measureOf(line[at.metric] ?? '');
    const text = line[at.value] ?? '';
    return measure === undefined ? [] : [{ measure, number, text, code, name }];
  });
}

function measureOf(heading: string): NationalMeasure | undefined {
  return NATIONAL_MEASURES.find(({ isHeading }) => isHeading(heading.toLowerCase()));
}

type Figure = {
  measure: NationalMeasure;
  number: number;
  text: string;
  code: string;
  name: string;
};

/** Of a figure that is there twice, the first counts. */
function gather(figures: readonly Figure[]): { rows: NationalRow[]; problems: string[] } {
  const rows = new Map<string, NationalRow>();
  const problems: string[] = [];
  const say = (words: string) => {
    if (problems.length < MOST_PROBLEMS) problems.push(words);
  };
  for (const { measure, number, text, code, name } of figures) {
    const row = rows.get(code) ?? { code, name, values: {} };
    rows.set(code, row);
    const where = `Line ${number}, ${code}, ${measure.name}`;
    const value = valueIn(text);
    if (value === undefined) {
      say(`${where}: “${text.slice(0, 40)}” is not a number.`);
    } else if (Object.hasOwn(row.values, measure.key)) {
      say(`${where}: this is there twice. The first counts.`);
    } else {
      row.values[measure.key] = value;
    }
  }
  return { rows: [...rows.values()], problems };
}

/** `1,234`, `86.1%`, `*`, or `-` for none; undefined where it is none of these. */
function valueIn(text: string): NationalValue | undefined {
  if (text === '' || text === '-' || /^n\/?a$/i.test(text)) return null;
  if (text === '*') return 'suppressed';
  const isWhole = /^\d{1,3}(,\d{3})*(\.\d+)?%?$|^\d+(\.\d+)?(e-?\d+)?%?$/i.test(text);
  if (!isWhole) return undefined;
  const number = Number(text.replace(/[,%]/g, ''));
  return text.endsWith('%') ? number / 100 : number;
}

const SHARES = NATIONAL_MEASURES.filter(({ kind }) => kind === 'share').map(({ key }) => key);

/** Shares as 0 to 1: where the share on the ready date is above 1, the file has per cent. */
function inOneScale(rows: readonly NationalRow[]): NationalRow[] {
  const isPercent = rows.some(({ values }) => Number(values['on_ready_date'] ?? 0) > 1);
  if (!isPercent) return [...rows];
  return rows.map((row) => {
    const shares = SHARES.flatMap((key) => {
      const value = row.values[key];
      return typeof value === 'number' ? [[key, value / 100] as const] : [];
    });
    return { ...row, values: { ...row.values, ...Object.fromEntries(shares) } };
  });
}

function missingIn(rows: readonly NationalRow[]): string[] {
  const found = new Set(rows.flatMap(({ values }) => Object.keys(values)));
  return NATIONAL_MEASURES.filter(({ key }) => !found.has(key)).map(({ name }) => name);
}

const MONTHS = Array.from({ length: 12 }, (_, at) => {
  const month = String(at + 1).padStart(2, '0');
  return { month, name: formatMonth(`2000-${month}`).slice(0, -5).toLowerCase() };
});

/** The month that some cells name, as in `Period: September 2025`. */
function monthIn(cells: readonly string[]): Month | null {
  for (const cell of cells) {
    const year = /\b(20\d{2})\b/.exec(cell)?.[1];
    const found = MONTHS.find(({ name }) => cell.toLowerCase().includes(name));
    const isPublished = /publi|revis|contact/i.test(cell);
    if (year !== undefined && found !== undefined && !isPublished) return `${year}-${found.month}`;
  }
  return null;
}

export type NationalComparison = {
  code: string;
  name: string;
  measures: {
    key: string;
    name: string;
    kind: NationalMeasure['kind'];
    national: NationalValue;
    ours: number | null;
    difference: number | null;
  }[];
};

/** The file beside our own figures, organisation by organisation, in the order of the file. */
export function compareWithNational(
  rows: readonly NationalRow[],
  ours: readonly { code: string; figures: ReadyDateStatistics }[],
): NationalComparison[] {
  return rows.map(({ code, name, values }) => {
    const own = ours.find((each) => each.code === code)?.figures ?? null;
    const measures = NATIONAL_MEASURES.map(({ key, name: measure, kind, ofOurs }) => {
      const national = values[key] ?? null;
      const value = own === null ? null : ofOurs(own);
      const isBoth = typeof national === 'number' && value !== null;
      const difference = isBoth ? value - national : null;
      return { key, name: measure, kind, national, ours: value, difference };
    });
    return { code, name, measures };
  });
}
