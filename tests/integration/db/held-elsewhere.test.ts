import Database from 'better-sqlite3';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createHub } from '../../../db/create-hub.ts';
import { openHub } from '../../../db/open-hub.ts';
import type { ReadAudit } from '../../../db/store.ts';
import { NOW } from '../../factories/clock.ts';
import { TEST_HUB } from '../../factories/database.ts';
import { temporaryFile } from './temporary-folder.ts';

const read: ReadAudit = {
  ...{ at: NOW, actorId: 'user-hub', actorName: 'Hana', spellId: null },
  role: 'hub',
  kind: 'spell_viewed',
};

async function hubHeldElsewhere() {
  const file = temporaryFile();
  await createHub(file, TEST_HUB);
  const hub = await openHub(file, { at: NOW });
  onTestFinished(() => hub.close());
  const other = new Database(file);
  onTestFinished(() => {
    other.close();
  });
  other.exec('BEGIN IMMEDIATE');
  return { hub, other };
}

describe('while another program holds the database', () => {
  it('a write waits for its turn, and everybody else goes on', async () => {
    const { hub, other } = await hubHeldElsewhere();
    let isWritten = false;
    const written = hub.store.recordRead(read).then(() => {
      isWritten = true;
    });
    // Reading answers again and again while the write is held up.
    for (let round = 0; round < 20; round += 1) {
      expect((await hub.store.wards()).length).toBeGreaterThan(0);
    }
    expect(isWritten).toBe(false);
    other.exec('ROLLBACK');
    await written;
    expect(isWritten).toBe(true);
  });

  it('a write gives up after five seconds, having written nothing', async () => {
    const { hub, other } = await hubHeldElsewhere();
    await expect(hub.store.recordRead(read)).rejects.toThrow();
    other.exec('ROLLBACK');
    expect(other.prepare('SELECT count(*) FROM read_audit').pluck().get()).toBe(0);
    await hub.store.recordRead(read);
    expect(other.prepare('SELECT count(*) FROM read_audit').pluck().get()).toBe(1);
  });
});
