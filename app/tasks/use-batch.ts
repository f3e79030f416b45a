import { useCallback, useMemo, useState } from 'react';
import { useBoardState, useLiveBoard } from '../live/board-context.ts';
import type { BatchResult } from './batch-results.tsx';
import type { BatchOrder, Picked } from './queue-commands.ts';
import { commandFor } from './queue-commands.ts';

type Sent = { id: string; what: string };

/** Sends an order for each of several tasks through the outbox, and knows what became of each. */
export function useBatch(describe: (picked: Picked) => string) {
  const { send, newId, dismiss } = useLiveBoard();
  const [sent, setSent] = useState<readonly Sent[]>([]);
  const pending = useBoardState((state) => state.pending);
  const refusals = useBoardState((state) => state.refusals);

  const results = useMemo(
    () =>
      sent.map(({ id, what }): BatchResult => {
        const refused = refusals.find(({ command }) => command.id === id);
        if (refused !== undefined) {
          return { id, what, outcome: 'refused', message: refused.refusal.message };
        }
        const isWaiting = pending.some(({ command }) => command.id === id);
        return { id, what, outcome: isWaiting ? 'waiting' : 'done', message: null };
      }),
    [sent, pending, refusals],
  );
  const sendAll = (picked: readonly Picked[], order: BatchOrder) => {
    // Before they are sent: what is claimed leaves the list.
    const whats = picked.map(describe);
    const commands = picked.map((one) => commandFor(one, order, newId()));
    for (const command of commands) send(command);
    // One alone is seen on its row.
    if (picked.length === 1) return;
    setSent(commands.map(({ id }, index) => ({ id, what: whats[index] ?? '' })));
  };
  const close = useCallback(() => {
    for (const { id } of sent) dismiss(id);
    setSent([]);
  }, [sent, dismiss]);
  return { results, sendAll, close };
}
