import type { Actor, ActorRef } from './actor.ts';
import type { Card } from './spell/card.ts';
import type { PlanPart } from './spell/plan-parts.ts';
import type { Ward } from './spell/state.ts';
import type { TaskCatalogue, TaskSet } from './tasks/catalogue.ts';
import type { TargetSettings } from './tasks/target-settings.ts';
import type { CalendarDay } from './time.ts';
import type { Refusal, RefusalCode } from './result.ts';

/** Raised when a client of the version before could misread what it is sent. */
export const PROTOCOL_VERSION = 1;

/** A stay that left a reader's sight, by the event that took it out. */
export type Removal = { id: string; seq: number };

/** Names that cards refer to; they change seldom and have a version of their own. */
export type Lookups = {
  version: string;
  /** The number of the catalogue's edition: of two, the higher holds. */
  edition: number;
  wards: Ward[];
  catalogue: TaskCatalogue;
  taskSets: readonly TaskSet[];
  settings: TargetSettings;
  /** The number of the settings' edition. */
  settingsEdition: number;
};

/** `GET /api/board`: all cards (`reset`) or what changed since a seq. */
export type BoardAnswer = {
  protocol: number;
  epoch: string;
  key: string;
  seq: number;
  asOfDay: CalendarDay;
  reset: boolean;
  cards: Card[];
  removed: Removal[];
  lookups: Lookups;
};

/** The one HTTP status of each refusal. */
export const REFUSAL_STATUS: Record<RefusalCode, number> = {
  INVALID: 400,
  NOT_SIGNED_IN: 401,
  LOCKED: 401,
  NOT_ALLOWED: 403,
  NOT_FOUND: 404,
  CONFLICT: 409,
  RULE_BROKEN: 422,
  TOO_MANY: 429,
  UNAVAILABLE: 503,
};

/** `POST /api/commands`. `card` is null when the stay is no longer, or never was, in sight. */
export type CommandAnswer = { ok: true; seq: number; card: Card | null } | Refusal;

export type Hello = {
  protocol: number;
  epoch: string;
  key: string;
  seq: number;
  asOfDay: CalendarDay;
  /** How often heads come, and for how long a living connection may be silent. */
  headIntervalMs?: number;
  quietAfterMs?: number;
  /** The version of the lookups: a client that holds another asks for them. */
  lookups?: string;
};
export type BoardChanges = { seq: number; cards: Card[]; removed: Removal[] };
export type Head = { seq: number; digest: string };
/** Who has a stay's plan open, each person once; `editing` is absent where they only look. */
export type Viewer = ActorRef & { editing?: PlanPart };
export type Presence = { spellId: string; viewers: Viewer[] };

/** How many notices somebody has not read: to their own sockets only. */
export type UnreadNotices = { unread: number };

export type ServerToClientEvents = {
  hello: (hello: Hello) => void;
  'board:changes': (changes: BoardChanges) => void;
  head: (head: Head) => void;
  day: (day: { asOfDay: CalendarDay }) => void;
  /** Names or the catalogue have changed: these hold from now on. */
  lookups: (lookups: Lookups) => void;
  presence: (presence: Presence) => void;
  notices: (notices: UnreadNotices) => void;
  /** The server is ending, as a rule to be back in a moment. */
  closing: () => void;
  'session:ended': (why: SessionEnd) => void;
};

/** Why nobody is signed in any more: locked, where nobody did anything for too long. */
export type SessionEnd = { message: string; isLocked?: boolean };

export type PresenceView = { spellId: string | null; editing?: PlanPart | undefined };
export type Acknowledge = (answer: { ok: true } | Refusal) => void;

export type ClientToServerEvents = {
  'presence:view': (view: PresenceView, acknowledge?: Acknowledge) => void;
};

/** What the browser knows about the person who signed in. */
export type Me = Pick<
  Actor,
  'id' | 'name' | 'role' | 'organisation' | 'wardIds' | 'place' | 'isTeamLead'
>;

/**
 * A digest of what an audience should hold: the sum, modulo 2^32, of the FNV-1a hash of each
 * `id:seq`, as eight hex digits. A sum, so that order does not matter.
 */
export function digestOf(cards: Iterable<{ id: string; seq: number }>): string {
  let sum = 0;
  for (const { id, seq } of cards) sum = (sum + fnv1a(`${id}:${seq}`)) >>> 0;
  return sum.toString(16).padStart(8, '0');
}

function fnv1a(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
