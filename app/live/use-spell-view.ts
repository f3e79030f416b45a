import { useEffect, useState } from 'react';
import type { SpellView } from '../../domain/spell/spell-view.ts';
import { useBoardState, useLiveBoard } from './board-context.ts';

export type SpellReading =
  | { status: 'loading' }
  | { status: 'missing' }
  | { status: 'failed' }
  /** `isOld`: there is news of this stay that could not be read. */
  | { status: 'ready'; view: SpellView; isOld: boolean };

/** The plan of one stay, read again whenever its card has moved on; meanwhile the old one stays. */
export function useSpellView(
  spellId: string,
  first: SpellView | null = null,
): { reading: SpellReading; readAgain: () => void } {
  const { api } = useLiveBoard();
  const cardSeq = useBoardState((state) => state.confirmed.get(spellId)?.seq ?? null);
  const [attempt, setAttempt] = useState(0);
  const [reading, setReading] = useState<SpellReading>(() =>
    first === null ? { status: 'loading' } : { status: 'ready', view: first, isOld: false },
  );

  useEffect(() => {
    const aborting = new AbortController();
    const read = async () => {
      const outcome = await api.spell(spellId, aborting.signal);
      if (aborting.signal.aborted) return;
      setReading((before) => {
        if (outcome.kind === 'answered')
          return { status: 'ready', view: outcome.view, isOld: false };
        if (outcome.kind === 'missing') return { status: 'missing' };
        return before.status === 'ready' ? { ...before, isOld: true } : { status: 'failed' };
      });
    };
    void read();
    return () => {
      aborting.abort();
    };
  }, [api, spellId, cardSeq, attempt]);

  return { reading, readAgain: () => setAttempt((count) => count + 1) };
}
