import * as z from 'zod/mini';
import type { Actor } from '../actor.ts';
import { refuseShape } from '../refuse-shape.ts';
import type { Refusal } from '../result.ts';
import { refuse, ruleBroken } from '../result.ts';
import { day, uuid } from '../spell/commands/shape.ts';
import { actorRef } from '../spell/decision.ts';
import { inWords } from '../spell/parse-command.ts';
import type { CalendarDay, Instant } from '../time.ts';
import { formatInstant } from '../time.ts';
import { figuresSeen } from './return-content.ts';
import type { ReturnContent, ReturnVersion } from './return-versions.ts';
import { RETURN_PARTS, RETURN_PART_NAMES } from './return-versions.ts';

const which = { id: uuid, part: z.enum(RETURN_PARTS), day };
/** The last version that was on screen; 0 for none. */
const seenVersion = z.coerce.number().check(z.int(), z.nonnegative());

const commands = z.discriminatedUnion('type', [
  z.strictObject({
    ...which,
    type: z.literal('SignReturn'),
    seenVersion,
    /** As `figuresSeen` makes it: what is signed is what was on screen. */
    seenFigures: z.string().check(z.maxLength(20_000)),
    acceptance: z._default(text(500), ''),
  }),
  z.strictObject({
    ...which,
    type: z.literal('ReopenReturn'),
    seenVersion,
    reason: text(500).check(z.minLength(1, 'Say why it is opened again')),
  }),
]);
export type ReturnCommand = z.infer<typeof commands>;

function text(most: number) {
  return z.string().check(z.trim(), z.maxLength(most, `Write at most ${most} characters`));
}

export function parseReturnCommand(body: unknown): { ok: true; command: ReturnCommand } | Refusal {
  const parsed = commands.safeParse(body, { error: inWords });
  if (parsed.success) return { ok: true, command: parsed.data };
  return refuseShape(parsed.error.issues, ([field]) => String(field), 'This is not complete');
}

/** A version without its hash. */
export type ReturnDraft = Omit<ReturnVersion, 'hash'>;

/** Null: this command made a version already. */
export type ReturnDecision = { ok: true; draft: ReturnDraft | null } | Refusal;

type Context = {
  actor: Actor;
  now: Instant;
  today: CalendarDay;
  timeZone: string;
  /** The return as it would be signed now. */
  content: ReturnContent;
};

/**
 * The next version of a return (handbook 6). Signing is refused to everybody but the hub, before
 * the day is over, while a signed version stands, where somebody else or a correction came first,
 * and with something to mend that nobody answers for. Opening again needs a reason; what was signed
 * stays as it was.
 */
export function decideReturn(
  versions: readonly ReturnVersion[],
  command: ReturnCommand,
  context: Context,
): ReturnDecision {
  const { actor, now, today, content } = context;
  if (actor.role !== 'hub') return refuse('NOT_ALLOWED', 'Only the discharge hub signs returns.');
  const known = versions.find(({ id }) => id === command.id);
  if (known !== undefined) return known.by.id === actor.id ? { ok: true, draft: null } : ID_USED;
  if (command.day >= today) return ruleBroken('This day is not over yet.', 'day');
  const last = versions.at(-1);
  if (command.seenVersion !== (last?.version ?? 0)) return meanwhile(last, context);
  const { id, part } = command;
  const { role, organisation } = actor;
  const by = { by: actorRef(actor), at: now, role, organisation };
  const next = { id, part, day: command.day, version: (last?.version ?? 0) + 1, ...by };
  const previousHash = last?.hash ?? null;
  if (command.type === 'ReopenReturn') {
    if (last?.standing !== 'signed') return NOT_SIGNED;
    const { reason: note } = command;
    const draft = { ...next, standing: 'reopened' as const, note, content: null, previousHash };
    return { ok: true, draft };
  }
  if (last?.standing === 'signed') return ALREADY_SIGNED;
  if (command.seenFigures !== figuresSeen(content)) return CORRECTED;
  if (content.toMend.length > 0 && command.acceptance === '') return toMend(content);
  const note = command.acceptance === '' ? null : command.acceptance;
  return { ok: true, draft: { ...next, standing: 'signed', note, content, previousHash } };
}

const ID_USED = refuse('RULE_BROKEN', 'This was sent before by somebody else.');
const NOT_SIGNED = refuse('RULE_BROKEN', 'This return is not signed.');
const ALREADY_SIGNED = refuse(
  'RULE_BROKEN',
  'This return is signed. Open it again, with a reason, to sign it anew.',
);
const CORRECTED = refuse(
  'CONFLICT',
  'Something was recorded meanwhile, and the figures are others now. Look at them, then sign.',
);

function meanwhile(last: ReturnVersion | undefined, { timeZone }: Context): Refusal {
  if (last === undefined) return refuse('INVALID', 'This page is out of date. Open it again.');
  const what = last.standing === 'signed' ? 'signed' : 'opened again';
  const name = RETURN_PART_NAMES[last.part];
  return refuse(
    'CONFLICT',
    `${name} ${what} by ${last.by.name}, ${formatInstant(last.at, timeZone)}, after you opened this page.`,
  );
}

function toMend({ toMend: stays }: ReturnContent): Refusal {
  const people = new Set(stays.map(({ spellId }) => spellId)).size;
  const who = people === 1 ? '1 person has' : `${people} people have`;
  return ruleBroken(
    `${who} no reason or no ready date recorded. Record it, or say why the return is signed so.`,
    'acceptance',
  );
}
