import type { Actor, ActorRef, ActorRole } from '../domain/actor.ts';
import type { SightFacts } from '../domain/audience.ts';
import type { CatalogueEdition, EditionDraft } from '../domain/catalogue/edition.ts';
import type { Person } from '../domain/persons/person.ts';
import type { CurrentValue, RefusalCode } from '../domain/result.ts';
import type { PersonStay } from '../domain/spell/decision.ts';
import type { SpellEvent } from '../domain/spell/events.ts';
import type { JourneyStay } from '../domain/spell/spell-view.ts';
import type { Spell, Ward } from '../domain/spell/state.ts';
import type { SettingsEdition, TargetSettings } from '../domain/tasks/target-settings.ts';
import type { CalendarDay, Instant } from '../domain/time.ts';
import type { NoticeStore } from './notice-store.ts';
import type { ReportRecordStore } from './report-record-store.ts';

/** A stay with the seq of the last event that touched it. */
export type LoadedSpell = { spell: Spell; seq: number };

/** An event as the log keeps it: numbered, with who acted as what, and when it was recorded. */
export type StoredEvent = SpellEvent & {
  seq: number;
  recordedAt: Instant;
  role: ActorRole;
  organisation: string;
  commandId: string;
};

/** The final answer to a command, kept for 7 days so that a repeat gets the same. */
export type StoredAnswer = {
  commandId: string;
  actorId: string;
  bodyHash: string;
  spellId: string | null;
  answeredAt: Instant;
  outcome:
    | { ok: true; seq: number }
    | {
        ok: false;
        code: RefusalCode;
        message: string;
        fields?: Record<string, string>;
        current?: CurrentValue;
      };
};

/** What a command does to one stay, and the events that say so. */
export type StayChange = { before: Spell | null; after: Spell; events: readonly SpellEvent[] };

/** All that one accepted command changes; written in one transaction with its answer. */
export type Change = StayChange & {
  /**
   * Further stays, where a command says who somebody is. They are written before the stay that the
   * command names, so that the last event is of that stay.
   */
  others?: readonly (StayChange & { expectedSeq: number })[];
  actor: Actor;
  recordedAt: Instant;
  answer: Pick<StoredAnswer, 'commandId' | 'bodyHash'>;
};

/**
 * `moved`: another process changed the stay since it was loaded (its seq differs from
 * `expectedSeq`); `answered`: the command id was answered meanwhile; `taken`: the person got another open stay, or the
 * NHS number another holder. Nothing was written in either case.
 */
export type CommitResult =
  { ok: true; seq: number } | { ok: false; reason: 'moved' | 'answered' | 'taken' };

/** What a stay looked like to audiences before an event changed that: tells whom to send a removal. */
export type SightChange = { seq: number; spellId: string; before: SightFacts; at: Instant };

export type HubMark = {
  /** Random; changed by seed, restore and rebuild, so that clients start afresh. */
  epoch: string;
  isDemo: boolean;
  /** The calendar day that the demo data was made for. */
  demoDay: CalendarDay | null;
};

/**
 * The storage port: nothing outside `db/` knows what is behind it. Reads see committed data only;
 * `commit` is on disk when it resolves. One conformance suite tests any implementation.
 */
export type Store = {
  readMark(): Promise<HubMark>;
  lastSeq(): Promise<number>;
  wards(): Promise<Ward[]>;

  /** The edition of the task catalogue that holds now. */
  catalogue(): Promise<CatalogueEdition>;
  /** Every edition, the first one first. */
  catalogueEditions(): Promise<CatalogueEdition[]>;
  /** Editions that open tasks were to follow and have not all followed yet. */
  unfollowedEditions(): Promise<CatalogueEdition[]>;
  saveEdition(edition: EditionDraft): Promise<SaveEditionResult>;
  finishFollowing(followUp: {
    edition: number;
    finishedAt: Instant;
    changed: number;
  }): Promise<void>;
  /** When teams work and what is raised when: the last edition that was saved. */
  targetSettings(): Promise<SettingsEdition>;
  /** What a command saved, if it was sent before. */
  targetSettingsOf(commandId: string): Promise<SettingsEdition | null>;
  /** False when the edition is there already: somebody else was first, or it is a repeat. */
  saveTargetSettings(saved: SavedSettings): Promise<boolean>;

  loadSpell(spellId: string): Promise<LoadedSpell | null>;
  /** Every stay on the board (left less than a day ago or not at all), or with a home that is followed up. */
  liveSpells(): Promise<LoadedSpell[]>;
  findPersonByNhsNumber(
    nhsNumber: string,
  ): Promise<{ person: Person; openSpellId: string | null } | null>;

  /** Who is known by a family name, however it is written, and a date of birth; or by a number. */
  findPeople(by: PersonQuery): Promise<KnownPerson[]>;

  /** Every stay of a person, oldest first. */
  staysOf(personId: string): Promise<PersonStay[]>;
  /** The stays that one follows on from, first to last; empty when it follows on from none. */
  journeyOf(spellId: string): Promise<JourneyStay[]>;
  /** The stays of a person that have not ended, other than one. */
  otherOpenStays(spellId: string): Promise<JourneyStay[]>;

  /** `expectedSeq` is that of the loaded stay, 0 for one that begins. */
  commit(change: Change, expectedSeq: number): Promise<CommitResult>;
  keepAnswer(answer: StoredAnswer): Promise<void>;
  findAnswer(commandId: string): Promise<StoredAnswer | null>;
  forgetAnswers(answeredBefore: Instant): Promise<number>;

  /** Events after a seq, in order, at most `limit`. */
  eventsAfter(seq: number, limit: number): Promise<StoredEvent[]>;
  /** The events of one stay, oldest first. */
  eventsOf(spellId: string): Promise<StoredEvent[]>;
  /** The last seq recorded before an instant; 0 when there is none. */
  seqBefore(instant: Instant): Promise<number>;
  /** Sight changes in seq order. */
  sightChanges(): Promise<SightChange[]>;
  forgetSightChanges(before: Instant): Promise<number>;
  recordRead(read: ReadAudit): Promise<void>;
  /** Whether somebody found a stay in one of these ways since an instant. */
  hasFound(
    actorId: string,
    spellId: string,
    since: Instant,
    kinds: readonly ReadAudit['kind'][],
  ): Promise<boolean>;

  /** Up to where somebody has looked at what changed on a ward; null when they never said so. */
  lastLook(userId: string, wardId: string): Promise<Pick<WardLook, 'seq' | 'at'> | null>;
  /** Never goes back behind what was looked at already. */
  keepLook(look: WardLook): Promise<void>;

  notices: NoticeStore;
  reportRecords: ReportRecordStore;
  /** Notes that a timer's slot begins; false when it has ended already. */
  beginJob(slot: JobSlot, at: Instant): Promise<boolean>;
  endJob(slot: JobSlot, at: Instant, changes: number): Promise<void>;
  /** Forgets the slots before an instant. */
  forgetJobs(before: Instant): Promise<number>;

  /** Throws when the database does not answer. */
  checkHealth(): Promise<void>;
  close(): Promise<void>;
};

/** `moved`: another edition was saved meanwhile; `answered`: this command was. Nothing was written. */
export type SaveEditionResult = { ok: true } | { ok: false; reason: 'moved' | 'answered' };

export type PersonQuery = { nhsNumber: string } | { familyName: string; dateOfBirth: CalendarDay };

/** Somebody whom the hub knows, with their stays, the newest first. */
export type KnownPerson = {
  person: Person;
  stays: (PersonStay & {
    wardId: string;
    admittedOn: CalendarDay;
    dischargedOn: CalendarDay | null;
  })[];
};

/** A run of a timer by when it was due, whenever it ran. */
export type JobSlot = { job: string; slot: Instant };

export type SavedSettings = {
  edition: number;
  savedBy: ActorRef;
  savedAt: Instant;
  commandId: string;
  settings: TargetSettings;
};

export type WardLook = { userId: string; wardId: string; seq: number; at: Instant };

/** That somebody looked: at one stay, beyond their scope, at the names behind a figure, or took an export. */
export type ReadAudit = {
  at: Instant;
  actorId: string;
  actorName: string;
  role: ActorRole;
  kind: 'spell_viewed' | 'found_by_nhs_number' | 'person_found' | 'figure_opened' | 'export';
  spellId: string | null;
  /** Which report or figure, where it is about one. */
  about?: string;
};
