import type { IdleLock, LockAnswer, SharedUse } from '../realtime/idle-lock.ts';
import { afterInBrowser } from '../realtime/timers.ts';

/** Also for how long a machine that woke may still show what it showed. */
const CHECK_EVERY_MS = 1_000;
const TOUCHES = ['pointerdown', 'pointermove', 'keydown', 'wheel', 'touchstart'];
const WAKINGS = ['focus', 'pageshow', 'storage'];
/** Holds an account's id and a time, nothing else. */
const KEPT_AS = 'hub-use';

/** What an idle lock needs of a browser. */
export function lockInBrowser(userId: string) {
  return {
    userId,
    wallMs: () => Date.now(),
    after: afterInBrowser,
    shared: {
      read: () => JSON.parse(localStorage.getItem(KEPT_AS) ?? 'null') as SharedUse | null, // as written below
      write: (use: SharedUse) => {
        localStorage.setItem(KEPT_AS, JSON.stringify(use));
      },
    },
    async tell(what: 'input' | 'lock'): Promise<LockAnswer> {
      const headers = { 'Hub-User': userId };
      try {
        const response = await fetch(`/api/${what}`, { method: 'POST', headers, keepalive: true });
        if (response.ok) return 'taken';
        if (response.status >= 500) return 'unreached';
        return (await response.text()).includes('"LOCKED"') ? 'locked' : 'taken';
      } catch {
        // Told again, or with the next touch: the server locks by itself what it hears nothing of.
        return 'unreached';
      }
    },
  };
}

/** Watches the person, the time and the other pages of this browser, until what it returns is called. */
export function watchTouches({ start, input, check }: IdleLock): () => void {
  const capture = { capture: true, passive: true };
  const stop = start();
  for (const touch of TOUCHES) window.addEventListener(touch, input, capture);
  for (const waking of WAKINGS) window.addEventListener(waking, check);
  document.addEventListener('visibilitychange', check);
  const ticking = setInterval(check, CHECK_EVERY_MS);
  return () => {
    clearInterval(ticking);
    document.removeEventListener('visibilitychange', check);
    for (const waking of WAKINGS) window.removeEventListener(waking, check);
    for (const touch of TOUCHES) window.removeEventListener(touch, input, capture);
    stop();
  };
}
