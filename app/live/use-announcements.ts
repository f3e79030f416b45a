import { useEffect, useState } from 'react';
import { spellIdOf } from '../stores/overlay.ts';
import { useLiveBoard } from './board-context.ts';
import { connectionWords } from './connection-words.ts';

/**
 * What is read aloud: that the connection changed, and that a change was not made. News of other
 * patients is not: there would be no end to it.
 */
export function useAnnouncements(): { message: string; announce: (message: string) => void } {
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

  return { message, announce };
}
