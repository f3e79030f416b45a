import { createHash } from 'node:crypto';
import type { EventRow } from './event-rows.ts';

/** What the first event follows. */
export const CHAIN_START = '0'.repeat(64);

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** Salted, so that nobody can try out names against it once the details and the salt are erased. */
export function detailsHashOf(salt: string, body: string): string {
  return sha256(`${salt}\n${body}`);
}

/** The hash of an event: of the one before it, of its row, and of its details' hash. */
export function eventHashOf(previousHash: string, row: Omit<EventRow, 'hash'>): string {
  return sha256(
    JSON.stringify([
      previousHash,
      row.seq,
      row.occurredAt,
      row.recordedAt,
      row.actorId,
      row.actorName,
      row.role,
      row.organisation,
      row.commandId,
      row.spellId,
      row.taskId,
      row.type,
      row.data,
      row.detailsHash,
    ]),
  );
}
