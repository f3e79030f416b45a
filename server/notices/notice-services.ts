import type { StoredNotice, WhichNotices } from '../../db/notice-store.ts';
import type { Store } from '../../db/store.ts';
import { overdueCounts } from '../../domain/actions/action-list.ts';
import type { Actor } from '../../domain/actor.ts';
import type { NoticeKind } from '../../domain/notices/notice-kinds.ts';
import { kindsFor } from '../../domain/notices/notice-kinds.ts';
import type { NoticeGroup, NoticeLine } from '../../domain/notices/notice-view.ts';
import { groupNotices, noticePatient, noticeSays } from '../../domain/notices/notice-view.ts';
import type { TodaysWork } from '../../domain/notices/todays-work.ts';
import { todaysWork } from '../../domain/notices/todays-work.ts';
import { actionsInSight } from '../actions.ts';
import type { BoardProjection } from '../realtime/board-projection.ts';
import type { Clock } from '../services.ts';

/** More than anybody reads; older ones still count, and are marked with the rest. */
const SHOWN = 200;

export type NoticePage = {
  groups: NoticeGroup[];
  unread: number;
  /** The newest that this shows; 0 when there is none. */
  upToId: number;
  hasMore: boolean;
};

export type NoticeSettings = { kind: NoticeKind; isOn: boolean }[];

/** Everybody's own notices: nothing here tells of, or changes, those of anybody else. */
export type NoticeServices = {
  page(actor: Actor): Promise<NoticePage>;
  unread(actor: Actor): Promise<number>;
  /** False when none of these is theirs. */
  markRead(actor: Actor, which: WhichNotices): Promise<boolean>;
  settings(actor: Actor): Promise<NoticeSettings>;
  /** From now on they are told of these kinds only. */
  setSettings(actor: Actor, kinds: readonly NoticeKind[]): Promise<void>;
  today(actor: Actor): TodaysWork & { overdueActions: { mine: number; team: number } };
};

type Deps = {
  store: Pick<Store, 'notices'>;
  projection: Pick<BoardProjection, 'get' | 'card' | 'cards' | 'spells' | 'lookups'>;
  clock: Clock;
  /** Somebody's count is another. */
  changed: (userId: string) => void;
};

export function createNoticeServices(deps: Deps): NoticeServices {
  const { store, projection, clock, changed } = deps;
  const { notices } = store;

  function shown(actor: Actor, { id, kind, at, readAt, event }: StoredNotice) {
    const card = projection.card(actor, event.spellId);
    const stay = projection.get(event.spellId)?.spell;
    const isInSight = card !== null && stay !== undefined;
    const says = isInSight
      ? noticeSays(kind, event, { reader: actor, stay }, projection.lookups())
      : null;
    const line: NoticeLine = { id, at, isRead: readAt !== null, says };
    return { line, patient: card === null ? null : noticePatient(card) };
  }

  return {
    unread: ({ id }) => notices.unread(id),
    async page(actor) {
      const [kept, unread] = await Promise.all([
        notices.ofPerson(actor.id, SHOWN + 1),
        notices.unread(actor.id),
      ]);
      const newest = kept.slice(0, SHOWN);
      return {
        groups: groupNotices(
          newest.map((notice) => shown(actor, notice)),
          clock.timeZone,
        ),
        unread,
        upToId: newest[0]?.id ?? 0,
        hasMore: kept.length > SHOWN,
      };
    },
    async markRead(actor, which) {
      const theirs = await notices.markRead(actor.id, which, clock.now());
      if (theirs > 0) changed(actor.id);
      return theirs > 0;
    },
    async settings(actor) {
      const muted = await notices.muted(actor.id);
      return kindsFor(actor.role).map((kind) => ({ kind, isOn: !muted.includes(kind) }));
    },
    async setSettings(actor, kinds) {
      await notices.mute(
        actor.id,
        kindsFor(actor.role).filter((kind) => !kinds.includes(kind)),
      );
    },
    today: (actor) => {
      const context = { now: clock.now(), today: clock.today(), timeZone: clock.timeZone };
      const { open } = actionsInSight({ projection, clock }, actor);
      const overdueActions = overdueCounts(open, actor);
      return { ...todaysWork(projection.cards(actor), actor, context), overdueActions };
    },
  };
}
