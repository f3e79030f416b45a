import { parse } from 'csv-parse/sync';

/** A month's file has a line for each of some 150 trusts, or as many again for each measure. */
export const MOST_LINES = 20_000;

/**
 * The lines of a CSV file; null where it is none. Spreadsheets write UTF-8 or Windows-1252. Of a file
 * that has too many lines, one more than the most: the rest would only keep everybody waiting.
 */
export function linesOfCsv(bytes: Uint8Array): string[][] | null {
  try {
    return parse(decoded(bytes), {
      bom: true,
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: 64 * 1024,
      to: MOST_LINES + 1,
    });
  } catch {
    return null;
  }
}

/** What Windows-1252 has at 0x80 to 0x9F, where Latin-1 has nothing to print. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** By hand, as the TextDecoder of Node 20 takes Windows-1252 for Latin-1. */
function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return Buffer.from(bytes)
      .toString('latin1')
      .replace(/[\u0080-\u009f]/g, (one) => WINDOWS_1252[one.charCodeAt(0) - 0x80] ?? one);
  }
}
