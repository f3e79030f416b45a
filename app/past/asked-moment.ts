import { redirect } from '@remix-run/node';
import type { MomentChoice, MomentSteps } from '../../domain/past/past-moment.ts';
import { momentInWords, readPastMoment, stepsFrom } from '../../domain/past/past-moment.ts';
import type { PastFrame } from '../../domain/past/past-view.ts';
import type { Instant } from '../../domain/time.ts';
import { wallClockOfInstant } from '../../domain/time.ts';
import type { MomentNames } from './moment-names.ts';
import { MOMENT_NAMES } from './moment-names.ts';

export type Where = { now: Instant; timeZone: string };

/** What the form says that asks for a moment: what was typed, and what is to be said about it. */
export type MomentForm = {
  at: Instant | null;
  day: string;
  time: string;
  /** The last day that can be chosen. */
  maxDay: string;
  problem: { field: 'day' | 'time'; message: string } | null;
  choices: readonly MomentChoice[];
};

/**
 * The moment of an address. A day and a time become an instant, in an address of its own, so that
 * each moment has one; what cannot become one is answered with the form and what to do about it.
 */
export function askedMoment(
  url: URL,
  where: Where,
  names: MomentNames = MOMENT_NAMES,
): { at: Instant | null; form: MomentForm } {
  const param = (name: keyof MomentNames) => url.searchParams.get(names[name]);
  const read = readPastMoment({ at: param('at'), day: param('day'), time: param('time') }, where);
  const isForm = param('day') !== null || param('time') !== null;
  if (isForm && (read.kind === 'moment' || read.kind === 'none')) {
    throw redirect(withMoment(url, read.kind === 'moment' ? read.at : null, names));
  }
  const at = read.kind === 'moment' ? read.at : null;
  const [day = '', time = ''] =
    at === null ? [] : wallClockOfInstant(at, where.timeZone).split('T');
  return {
    at,
    form: {
      at,
      ...(isForm ? { day: param('day') ?? '', time: param('time') ?? '' } : { day, time }),
      maxDay: wallClockOfInstant(where.now, where.timeZone).slice(0, 10),
      problem: read.kind === 'refused' ? read : null,
      choices: read.kind === 'twice' ? read.choices : [],
    },
  };
}

/** The same address with another moment, or without one. */
export function withMoment(
  url: URL,
  at: Instant | null,
  names: MomentNames = MOMENT_NAMES,
): string {
  const params = new URLSearchParams(url.searchParams);
  for (const name of Object.values(names)) params.delete(name);
  if (at !== null) params.set(names.at, at);
  const search = params.toString();
  return search === '' ? url.pathname : `${url.pathname}?${search}`;
}

/** What stands above a page of the past. */
export type Band = {
  words: string;
  steps: MomentSteps;
  previous: Instant | null;
  next: Instant | null;
};

export function bandOf({ at, previous, next }: PastFrame, where: Where): Band {
  return {
    words: momentInWords(at, where.timeZone),
    steps: stepsFrom(at, where),
    previous,
    next,
  };
}
