import type {} from '@remix-run/node';
import type { ListedAction } from '../domain/actions/action-list.ts';
import type { ActionView } from '../domain/actions/action-sight.ts';
import type { Actor } from '../domain/actor.ts';
import type { Escalation, EscalationLevel } from '../domain/escalation/escalation.ts';
import type { BoardAnswer, CommandAnswer, Lookups, Me } from '../domain/protocol.ts';
import type { Refusal } from '../domain/result.ts';
import type { LongStayReview } from '../domain/review/long-stay-review.ts';
import type { Card } from '../domain/spell/card.ts';
import type { HistoryLine, SpellView } from '../domain/spell/spell-view.ts';
import type { Ward } from '../domain/spell/state.ts';
import type { SettingsEdition } from '../domain/tasks/target-settings.ts';
import type { TaskOwner } from '../domain/tasks/task-types.ts';
import type { CalendarDay, Instant } from '../domain/time.ts';
import type { NoticeServices } from './notices/notice-services.ts';
import type { CatalogueServices } from './catalogue/catalogue-services.ts';
import type { LongStayFiles } from './long-stay-files.ts';
import type { PastServices } from './past/past-services.ts';
import type { ReportServices } from './reports/report-services.ts';

/** Where a client stands: the seq it holds, of which epoch, and as which audience if it says. */
export type Cursor = { seq: number; epoch: string; key?: string };

/** What loaders, actions, sockets and feeds may use. Handed over by getLoadContext, never imported. */
export type Services = {
  /** The one door for change: shape, once, load, authorise, decide, commit, publish. */
  execute(actor: Actor, body: unknown): Promise<CommandAnswer>;
  /** The whole board of an actor, or what changed since a seq of an epoch. */
  board(actor: Actor, since?: Cursor): BoardAnswer;
  /** One stay as the actor may see it, audited; null when it is not there or not theirs. */
  spellView(actor: Actor, spellId: string): Promise<SpellView | null>;
  /**
   * Finds who is in the same hospital as a ward's own patients by NHS number, audited; what is
   * found may be looked at for some hours. The hub finds everyone.
   */
  findByNhsNumber(actor: Actor, nhsNumber: string): Promise<Found>;
  /** Whom the hub knows already, audited: for an admission, and for two records of one person. */
  findPeople(actor: Actor, search: PersonSearch): Promise<PeopleFound>;
  /** The wards this actor has patients to see on. */
  wards(actor: Actor): Ward[];
  /** The cards of one ward, or null when it is not there or not theirs. */
  wardCards(actor: Actor, wardId: string): Card[] | null;
  /** What others changed on a ward since the actor last looked, audited; null when it is not theirs. */
  wardChanges(actor: Actor, wardId: string): Promise<WardChanges | null>;
  /** That the actor has looked at a ward's changes up to a seq; false when it is not theirs. */
  markLooked(actor: Actor, wardId: string, seq: number): Promise<boolean>;
  lookups(): Lookups;
  /** What is escalated of the patients in sight: what nobody has taken on first. */
  escalations(actor: Actor): EscalationRow[];
  /** What is agreed about the patients in sight: first what is open, by day, then what ended of late. */
  actions(actor: Actor): ActionRow[];
  /** The long stays in sight, the longest delay first; null for those who review none. */
  longStays(actor: Actor): LongStayRow[] | null;
  longStayFiles: LongStayFiles;
  /** The settings of targets that hold, for those who may change them; null for the others. */
  targetSettings(actor: Actor): Promise<SettingsEdition | null>;
  saveTargetSettings(actor: Actor, body: unknown): Promise<{ ok: true } | Refusal>;
  reports: ReportServices;
  past: PastServices;
  notices: NoticeServices;
  catalogue: CatalogueServices;
  clock: Clock;
};

/** One action, as a list of several patients' shows it. */
export type ActionRow = { card: Card } & Omit<ListedAction, 'spellId'>;

/** One stay of a week and more, as the list of them shows it. */
export type LongStayRow = {
  card: Card;
  review: LongStayReview | null;
  /** What is open of what was agreed about them. */
  actions: ActionView[];
  /** Whether this reader may review it. */
  mayRecord: boolean;
};

/** One escalated task, or a stay itself, as a list of them shows it. */
export type EscalationRow = {
  card: Card;
  /** What is open of what was agreed when it was taken on. */
  actions: ActionView[];
  /** Null where the stay itself is escalated. */
  task: { id: string; name: string; owner: TaskOwner; dueAt: Instant | null } | null;
  level: EscalationLevel;
  raised: Escalation;
};

/** The number without spaces; the day as `YYYY-MM-DD`. */
export type PersonSearch = { nhsNumber: string } | { familyName: string; dateOfBirth: string };

export type PeopleFound = { ok: true; people: FoundPerson[] } | Refusal;

/** Somebody whom the hub knows, as whoever searched is shown them. */
export type FoundPerson = {
  /** Their open stay, or else their last. */
  spellId: string;
  familyName: string;
  givenName: string;
  dateOfBirth: CalendarDay;
  nhsNumber: string | null;
  lastStay: {
    wardName: string;
    site: string;
    admittedOn: CalendarDay;
    dischargedOn: CalendarDay | null;
  };
};

export type Found = { ok: true; spellId: string } | Refusal;

/** By patient, the newest line first. */
export type WardChanges = {
  /** Null: the reader never said that they had looked, and sees the last day. */
  lookedAt: Instant | null;
  /** Up to where this tells. */
  seq: number;
  patients: { card: Card; lines: HistoryLine[] }[];
};

/** The server's time. `today` is the hub's calendar day. */
export type Clock = { now(): Instant; today(): CalendarDay; timeZone: string };

export type SignInResult =
  { ok: true; setCookie: string } | (Refusal & { retryAfterSeconds?: number });

/** One request's view of the services: signing in and out need its address and cookie. */
export type RequestServices = Services & {
  signIn(credentials: { email: string; password: string }): Promise<SignInResult>;
  signOut(): Promise<{ setCookie: string }>;
};

export type SignedIn = {
  actor: Actor;
  user: Me & { scopeLabel: string };
};

declare module '@remix-run/node' {
  interface AppLoadContext {
    nonce: string;
    requestId: string;
    isDemo: boolean;
    /** After so long without anybody doing anything, the page is locked. */
    lockAfterMs: number;
    /** The session of this request was locked. */
    isLocked: boolean;
    signedIn: SignedIn | null;
    services: RequestServices;
  }
}
