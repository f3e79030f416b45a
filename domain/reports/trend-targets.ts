import * as z from 'zod/mini';
import type { Actor, ActorRef } from '../actor.ts';
import { refuseShape } from '../refuse-shape.ts';
import type { Refusal } from '../result.ts';
import { refuse, ruleBroken } from '../result.ts';
import { uuid } from '../spell/commands/shape.ts';
import { actorRef } from '../spell/decision.ts';
import { inWords } from '../spell/parse-command.ts';
import type { Instant } from '../time.ts';
import type { TrendMeasure } from './trend-measures.ts';
import { TREND_MEASURES, TREND_MEASURE_DEFINITIONS } from './trend-measures.ts';

/** What a trend is to reach, who says so, and why. */
export type TrendTarget = {
  id: string;
  measure: TrendMeasure;
  /** The id of a trust; empty for all of them together. */
  provider: string;
  /** As it is typed: shares in per cent. Null: there is no target any more. */
  value: number | null;
  words: string;
  by: ActorRef;
  at: Instant;
};

const MEASURES = Object.keys(TREND_MEASURES) as TrendMeasure[]; // its own keys
const A_NUMBER = 'Write a number, or nothing for no target';
const WHY = 'Say why';

const command = z.strictObject({
  id: uuid,
  type: z.literal('SetTrendTarget'),
  measure: z.enum(MEASURES, 'Choose a measure'),
  provider: z.string().check(z.maxLength(60)),
  value: z.pipe(
    z.string().check(z.trim(), z.regex(/^(\d{1,6}(\.\d{1,2})?%?)?$/, A_NUMBER)),
    z.transform((text) => (text === '' ? null : Number(text.replace('%', '')))),
  ),
  words: z
    .string(WHY)
    .check(z.trim(), z.minLength(1, WHY), z.maxLength(200, 'Write at most 200 characters')),
  /** The id of the target that was on screen; empty where there was none. */
  seen: z.string().check(z.maxLength(60)),
});
export type SetTrendTarget = z.infer<typeof command>;

export function parseTrendTarget(body: unknown): { ok: true; command: SetTrendTarget } | Refusal {
  const parsed = command.safeParse(body, { error: inWords });
  if (parsed.success) return { ok: true, command: parsed.data };
  const fieldAt = (path: readonly PropertyKey[]) => String(path[0] ?? 'value');
  return refuseShape(parsed.error.issues, fieldAt, 'This is not complete');
}

/** Null: it stands already, as when a form was sent twice. */
export type TrendTargetDecision = { ok: true; target: TrendTarget | null } | Refusal;

type Context = { actor: Actor; now: Instant; providers: readonly string[] };

/**
 * The target that stands after a command. Refused to everybody but the hub, at a trust that is not
 * there, for a share above 100%, for a measure of which neither way is better, and where somebody
 * set another one meanwhile.
 */
export function decideTrendTarget(
  targets: readonly TrendTarget[],
  { id, measure, provider, value, words, seen }: SetTrendTarget,
  { actor, now, providers }: Context,
): TrendTargetDecision {
  if (actor.role !== 'hub') return refuse('NOT_ALLOWED', 'Only the discharge hub sets targets.');
  const by = actorRef(actor);
  const known = targets.find((target) => target.id === id);
  if (known !== undefined) {
    const isSame = known.value === value && known.words === words && known.by.id === by.id;
    return isSame ? { ok: true, target: null } : ID_USED;
  }
  if (provider !== '' && !providers.includes(provider)) {
    return ruleBroken('There is no such trust.', 'provider');
  }
  const { kind, better } = TREND_MEASURE_DEFINITIONS[measure];
  if (better === 'neither') return ruleBroken('Of this measure neither way is better.', 'value');
  if (kind === 'share' && (value ?? 0) > 100) {
    return ruleBroken('A share is at most 100%.', 'value');
  }
  const before = targetOfChart(targets, { measure, provider });
  if ((before?.id ?? '') !== seen) {
    const who = before?.by.name ?? 'Somebody';
    return refuse('CONFLICT', `${who} set another target meanwhile. Look at it again.`);
  }
  return { ok: true, target: { id, measure, provider, value, words, by, at: now } };
}

const ID_USED = refuse('RULE_BROKEN', 'This target was sent before with other contents.');

/**
 * The target that was set last for a measure and a place, also where that says that there is none
 * any more. One of all trusts together is none of each: what they reach together, each does not.
 */
export function targetOfChart(
  targets: readonly TrendTarget[],
  chart: { measure: TrendMeasure; provider: string },
): TrendTarget | null {
  const isIts = ({ measure, provider }: TrendTarget) =>
    measure === chart.measure && provider === chart.provider;
  return targets.findLast(isIts) ?? null;
}
