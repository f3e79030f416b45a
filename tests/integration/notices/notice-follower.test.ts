import { describe, expect, it } from 'vitest';
import { sqliteStore } from '../../../db/sqlite-store.ts';
import { createNoticeFollower } from '../../../server/notices/notice-follower.ts';
import { broker, hubManager, wardCoordinator } from '../../factories/actor.ts';
import { clockAt } from '../../factories/clock.ts';
import type { Stay } from '../../factories/hub-stays.ts';
import { aStayOn, mustDo } from '../../factories/hub-stays.ts';
import type { RunningHub } from '../../factories/running-hub.ts';
import { startHub } from '../../factories/running-hub.ts';

const ben = broker();
const hana = hubManager();

/** A hub that keeps no notices itself: only the followers of a test do. */
function startQuietHub(): Promise<RunningHub> {
  const keep = () => Promise.resolve([]);
  return startHub({ breakStore: (store) => ({ notices: { ...store.notices, keep } }) });
}

/** One who reads the log of a hub, as a server does that was started again. */
function follower(hub: RunningHub, more: Partial<Parameters<typeof createNoticeFollower>[0]> = {}) {
  const { accounts, clock } = hub;
  const store = sqliteStore(hub.db);
  return createNoticeFollower({
    ...{ store, accounts, clock },
    onFault: (fault) => {
      throw fault;
    },
    ...more,
  });
}

const rows = (hub: RunningHub) =>
  hub.db.prepare('SELECT user_id, seq, kind FROM notices ORDER BY id').all();

const assign = ({ spellId, taskId }: Stay) => ({
  ...{ type: 'AssignTask', spellId, taskId, owner: 'social_care', assigneeId: ben.id },
});

async function anAssignment(): Promise<{ hub: RunningHub; stay: Stay }> {
  const hub = await startQuietHub();
  await hub.addAccount(ben);
  await hub.addAccount(hana);
  const stay = await aStayOn(hub);
  await mustDo(hub, hana, assign(stay));
  await follower(hub).follow();
  return { hub, stay };
}

describe('following the log', () => {
  it('tells whom it concerns once, however many follow it at once and again', async () => {
    const { hub, stay } = await anAssignment();
    const told = rows(hub);
    expect(told).toMatchObject([{ user_id: ben.id, kind: 'task_assigned' }]);
    const others = [follower(hub), follower(hub), follower(hub)];
    await Promise.all(others.flatMap((one) => [one.follow(), one.follow()]));
    expect(rows(hub)).toEqual(told);
    await mustDo(hub, hana, { type: 'ReleaseTask', ...stay });
    await Promise.all(others.map((one) => one.follow()));
    expect(rows(hub)).toHaveLength(2);
  });

  it('is not misled by a crash after the notices and before the next: the cursor moves with them', async () => {
    const { hub, stay } = await anAssignment();
    const store = sqliteStore(hub.db);
    const { notices } = store;
    const kept = await notices.cursor();
    const failing = follower(hub, {
      store: {
        ...hub.store,
        notices: { ...notices, keep: () => Promise.reject(new Error('gone')) },
      },
      onFault: () => {},
    });
    await mustDo(hub, hana, { type: 'ReleaseTask', ...stay });
    await failing.follow();
    await follower(hub).follow();
    expect(rows(hub)).toHaveLength(2);
    expect(await notices.cursor()).toBeGreaterThan(kept);
    await failing.follow();
    expect(rows(hub)).toHaveLength(2);
  });

  it('tries again what failed, and leaves nobody out', async () => {
    const hub = await startQuietHub();
    await hub.addAccount(ben);
    const stay = await aStayOn(hub);
    await mustDo(hub, hana, assign(stay));
    await follower(hub).follow();
    hub.db.exec('DELETE FROM notices; UPDATE notice_cursor SET seq = 0');
    let failures = 2;
    const shaky = follower(hub, {
      accounts: {
        list: () => {
          failures -= 1;
          return failures >= 0 ? Promise.reject(new Error('busy')) : hub.accounts.list();
        },
      },
      onFault: () => {},
    });
    await shaky.follow();
    await shaky.follow();
    expect(rows(hub)).toEqual([]);
    await shaky.follow();
    expect(rows(hub)).toHaveLength(1);
  });

  it('tells by the stay as it was then, also when much has happened since', async () => {
    const { hub, stay } = await anAssignment();
    const { spellId } = stay;
    await mustDo(hub, hana, { type: 'SetEdd', spellId, edd: '2026-11-30', seen: null });
    await mustDo(hub, hana, { type: 'SetEdd', spellId, edd: '2026-11-25', seen: '2026-11-30' });
    await mustDo(hub, hana, { type: 'CompleteTask', ...stay });
    await follower(hub).follow();
    hub.db.exec('DELETE FROM notices; UPDATE notice_cursor SET seq = 0');
    await follower(hub).follow();
    expect(rows(hub)).toMatchObject([{ kind: 'task_assigned' }, { kind: 'edd_closer' }]);
  });

  it('tells nothing of what a hub did before it had notices, or that is older than they are kept', async () => {
    const { hub } = await anAssignment();
    hub.db.exec('DELETE FROM notices; UPDATE notice_cursor SET seq = 0');
    const weeks = 15 * 24 * 60;
    const later = new Date(Date.parse(hub.clock.now()) + weeks * 60_000).toISOString();
    await follower(hub, { clock: clockAt(later) }).follow();
    expect(rows(hub)).toEqual([]);
  });

  it('tells no account that is closed, and not what somebody has switched off', async () => {
    const hub = await startQuietHub();
    await hub.addAccount(ben, { isDisabled: true });
    const priya = wardCoordinator();
    await hub.addAccount(priya);
    await hub.addAccount(hana);
    await hub.hub.services.notices.setSettings(priya, ['task_assigned']);
    const { spellId, taskId } = await aStayOn(hub);
    await mustDo(hub, hana, { type: 'AskAboutTask', spellId, taskId, askedOf: 'ward', question: 'Which visits?' }); // prettier-ignore
    await follower(hub).follow();
    expect(rows(hub)).toEqual([]);
  });
});
