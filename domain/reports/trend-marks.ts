import * as z from 'zod/mini';
import type { Actor, ActorRef } from '../actor.ts';
import { refuseShape } from '../refuse-shape.ts';
import type { Refusal } from '../result.ts';
import { refuse, ruleBroken } from '../result.ts';
import { day, uuid } from '../spell/commands/shape.ts';
import { actorRef } from '../spell/decision.ts';
import { inWords } from '../spell/parse-command.ts';
import type { CalendarDay, Instant } from '../time.ts';
import { formatDay } from '../time.ts';
import type { TrendMeasure } from './trend-measures.ts';
import { TREND_MEASURES } from './trend-measures.ts';

export const TREND_MARK_KINDS = ['step', 'note'] as const;
export type TrendMarkKind = (typeof TREND_MARK_KINDS)[number];

export const TREND_MARK_NAMES: Record<TrendMarkKind, string> = {
  step: 'Limits begin anew',
  note: 'Note',
};

/** Something that people know about a trend: from when its limits begin anew, or what happened. */
export type TrendMark = {
  id: string;
  kind: TrendMarkKind;
  measure: TrendMeasure;
  /** The id of a trust; empty for all of them together. */
  provider: string;
  day: CalendarDay;
  words: string;
  by: ActorRef;
  at: Instant;
  takenBack: { by: ActorRef; at: Instant; reason: string } | null;
};

const MEASURES = Object.keys(TREND_MEASURES) as TrendMeasure[]; // its own keys
const words = (what: string, most: number) =>
  z
    .string(what)
    .check(z.trim(), z.minLength(1, what), z.maxLength(most, `Write at most ${most} characters`));

const commands = z.discriminatedUnion('type', [
  z.strictObject({
    id: uuid,
    type: z.literal('MarkTrend'),
    kind: z.enum(TREND_MARK_KINDS, 'Choose what to mark'),
    measure: z.enum(MEASURES, 'Choose a measure'),
    provider: z.string().check(z.maxLength(60)),
    day,
    words: words('Say what happened', 80),
  }),
  z.strictObject({
    id: uuid,
    type: z.literal('TakeBackTrendMark'),
    markId: uuid,
    reason: words('Say why it is taken back', 200),
  }),
]);
export type TrendMarkCommand = z.infer<typeof commands>;

export function parseTrendMarkCommand(
  body: unknown,
): { ok: true; command: TrendMarkCommand } | Refusal {
  const parsed = commands.safeParse(body, { error: inWords });
  if (parsed.success) return { ok: true, command: parsed.data };
  const fieldAt = (path: readonly PropertyKey[]) => String(path[0] ?? 'mark');
  return refuseShape(parsed.error.issues, fieldAt, 'This is not complete');
}

/** Null: it stands already, as when a form was sent twice. */
export type TrendMarkDecision = { ok: true; mark: TrendMark | null } | Refusal;

type Context = {
  actor: Actor;
  now: Instant;
  today: CalendarDay;
  /** The ids of the trusts that there are. */
  providers: readonly string[];
};

/**
 * The mark as it stands after a command (handbook 6: limits begin anew only where people know what
 * changed). Refused to everybody but the hub, for a day that has not come, where limits begin anew
 * on that day already, for a mark that is not there, and for one that somebody took back.
 */
export function decideTrendMark(
  marks: readonly TrendMark[],
  command: TrendMarkCommand,
  { actor, now, today, providers }: Context,
): TrendMarkDecision {
  if (actor.role !== 'hub') return refuse('NOT_ALLOWED', 'Only the discharge hub marks trends.');
  const by = actorRef(actor);
  if (command.type === 'TakeBackTrendMark') return takeBack(marks, command, { by, now });
  const { id, kind, measure, provider, words: text } = command;
  const known = marks.find((mark) => mark.id === id);
  if (known !== undefined) {
    const isSame = known.day === command.day && known.words === text && known.by.id === by.id;
    return isSame ? { ok: true, mark: null } : ID_USED;
  }
  if (provider !== '' && !providers.includes(provider)) {
    return ruleBroken('There is no such trust.', 'provider');
  }
  if (command.day > today) return ruleBroken('This day has not come yet.', 'day');
  const sameDay = standingMarks(marks).find(
    (mark) =>
      mark.kind === 'step' &&
      mark.day === command.day &&
      mark.measure === measure &&
      mark.provider === provider,
  );
  if (kind === 'step' && sameDay !== undefined) {
    return ruleBroken(
      `Limits begin anew on ${formatDay(command.day)} already: ${sameDay.words}.`,
      'day',
    );
  }
  const mark = { id, kind, measure, provider, day: command.day, words: text };
  return { ok: true, mark: { ...mark, by, at: now, takenBack: null } };
}

const ID_USED = refuse('RULE_BROKEN', 'This mark was sent before with other contents.');

function takeBack(
  marks: readonly TrendMark[],
  { markId, reason }: Extract<TrendMarkCommand, { type: 'TakeBackTrendMark' }>,
  { by, now }: { by: ActorRef; now: Instant },
): TrendMarkDecision {
  const mark = marks.find(({ id }) => id === markId);
  if (mark === undefined) return refuse('NOT_FOUND', 'This mark is not there.');
  if (mark.takenBack !== null) {
    if (mark.takenBack.by.id === by.id && mark.takenBack.reason === reason) {
      return { ok: true, mark: null };
    }
    return refuse('CONFLICT', `${mark.takenBack.by.name} has taken this back already.`);
  }
  return { ok: true, mark: { ...mark, takenBack: { by, at: now, reason } } };
}

export function standingMarks(marks: readonly TrendMark[]): TrendMark[] {
  return marks.filter(({ takenBack }) => takenBack === null);
}

/**
 * The marks of one chart, by day: those of its measure and trust, and in the chart of a trust also
 * those of all trusts, as what is true of all is true of each.
 */
export function marksOfChart(
  marks: readonly TrendMark[],
  chart: { measure: TrendMeasure; provider: string },
): TrendMark[] {
  return standingMarks(marks)
    .filter(
      ({ measure, provider }) =>
        measure === chart.measure && (provider === '' || provider === chart.provider),
    )
    .sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}
