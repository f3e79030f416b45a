import { useEffect, useState } from 'react';
import { formatTime } from '../../domain/time.ts';
import { countOf } from '../count-words.ts';
import { afterInBrowser as after } from '../realtime/timers.ts';
import { spellIdOf } from '../stores/overlay.ts';
import { useLiveBoard } from './board-context.ts';
import { connectionWords } from './connection-words.ts';
import { othersNews } from './others-news.ts';

/** News of other patients is counted for as long as this before it is told: seldom enough to work beside. */
const COUNTED_FOR_MS = 20_000;

/**
 * What is read aloud: that the connection changed, that a change was not made, and now and then of
 * how many patients there was news. What happens to the patient whose plan is open is told there.
 */
export function useAnnouncements(openSpellId: string | null = null): {
  message: string;
  announce: (message: string) => void;
} {
  const { store, connection } = useLiveBoard();
  const [message, announce] = useState('');

  useEffect(() => {
    const stopConnection = connection.subscribe((now, before) => {
      if (now.state === before.state || !before.hasBeenLive) return;
      const { state, age } = connectionWords(now, 0, store.getState().timeZone);
      announce(age === null ? state : `${state}. ${age}`);
    });
    const stopRefusals = store.subscribe((now, before) => {
      const refused = now.refusals.at(-1);
      if (refused === undefined || now.refusals.length <= before.refusals.length) return;
      const name = now.shown.get(spellIdOf(refused.command))?.person.name ?? 'A patient';
      announce(`${name}: not changed. ${refused.refusal.message}`);
    });
    return () => {
      stopConnection();
      stopRefusals();
    };
  }, [store, connection]);

  useNewsCounted(openSpellId, announce);
  return { message, announce };
}

function useNewsCounted(openSpellId: string | null, announce: (message: string) => void): void {
  const { store, now } = useLiveBoard();
  useEffect(() => {
    const news = new Set<string>();
    let stopCounting: (() => void) | null = null;
    const tell = () => {
      stopCounting = null;
      const at = formatTime(now(), store.getState().timeZone);
      announce(`${countOf(news.size, 'other patient', 'other patients')} changed by ${at}`);
      news.clear();
    };
    const stopListening = store.subscribe((state, before) => {
      for (const id of othersNews(before, state)) if (id !== openSpellId) news.add(id);
      if (news.size > 0) stopCounting ??= after(COUNTED_FOR_MS, tell);
    });
    return () => {
      stopListening();
      stopCounting?.();
    };
  }, [store, now, openSpellId, announce]);
}
