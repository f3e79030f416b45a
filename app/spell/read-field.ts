import { instantOfWallClock } from '../../domain/time.ts';

/** What is written in a field; undefined where nothing is. Lines end alike from every browser. */
export function textOf(form: FormData, name: string): string | undefined {
  const value = form.get(name);
  const text = typeof value === 'string' ? value.replace(/\r\n?/g, '\n').trim() : '';
  return text === '' ? undefined : text;
}

/** A field that may be left empty on purpose, which is null; undefined where the form lacks it. */
export function textOrNothing(form: FormData, name: string): string | null | undefined {
  return form.has(name) ? (textOf(form, name) ?? null) : undefined;
}

/** The instant of a field of date and time; what is no time is left for the schema to refuse. */
export function instantOf(form: FormData, name: string, timeZone: string): string | undefined {
  const text = textOf(form, name);
  return text === undefined ? text : (instantOfWallClock(text, timeZone) ?? text);
}
