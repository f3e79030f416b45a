/** Deprivation quintiles by postcode, 1 the most deprived fifth of England (handbook 7). */
export type Quintiles = ReadonlyMap<string, number>;

type Read = { ok: true; quintiles: Quintiles } | { ok: false; message: string };

/** One way to write a postcode: `LE1 5WW`, `le15ww`. */
export function plainPostcode(text: string): string {
  return text.replace(/\s/g, '').toUpperCase();
}

/**
 * A table of postcodes, its first row the names of the columns: `postcode`, and `quintile` or, as
 * published tables have it, `decile` (1 and 2 are the first quintile). Everything in it must be
 * right: a file with a fault is refused with its line, as half a table would be worse than none.
 */
export function readQuintiles(rows: readonly (readonly string[])[]): Read {
  const [head = [], ...body] = rows;
  const columnOf = (word: string) => head.findIndex((name) => name.toLowerCase().includes(word));
  const postcodeAt = columnOf('postcode');
  const quintileAt = columnOf('quintile');
  const at = quintileAt >= 0 ? quintileAt : columnOf('decile');
  if (postcodeAt < 0 || at < 0) {
    return refused('The first line must name a column "postcode" and one "quintile" or "decile".');
  }
  const most = quintileAt >= 0 ? 5 : 10;
  const quintiles = new Map<string, number>();
  for (const [index, row] of body.entries()) {
    const postcode = plainPostcode(row[postcodeAt] ?? '');
    const rank = Number(row[at]?.trim() === '' ? Number.NaN : row[at]);
    const quintile = most === 5 ? rank : Math.ceil(rank / 2);
    if (!/^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/.test(postcode)) {
      return refused(`Line ${index + 2} has no postcode.`);
    }
    if (!Number.isInteger(rank) || rank < 1 || rank > most) {
      return refused(`Line ${index + 2} has no number from 1 to ${most}.`);
    }
    if ((quintiles.get(postcode) ?? quintile) !== quintile) {
      return refused(`Line ${index + 2} has a postcode that another line has otherwise.`);
    }
    quintiles.set(postcode, quintile);
  }
  return { ok: true, quintiles };
}

function refused(message: string): Read {
  return { ok: false, message };
}
