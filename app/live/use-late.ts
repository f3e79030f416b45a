import { useEffect, useState } from 'react';
import { afterInBrowser } from '../realtime/timers.ts';

const TRY_AGAIN_MS = 5_000;

/**
 * A part of the page that is fetched once the page stands, null until then: nobody needs it for the
 * first look, and whoever needs it later, even without a network, has it. `load` is one for all time.
 */
export function useLate<Part>(load: () => Promise<Part>): Part | null {
  const [part, setPart] = useState<Part | null>(null);
  useEffect(() => {
    let cancel = () => {};
    let isHere = true;
    const tryIt = () => {
      load().then(
        (loaded) => {
          if (isHere) setPart(() => loaded);
        },
        () => {
          if (isHere) cancel = afterInBrowser(TRY_AGAIN_MS, tryIt);
        },
      );
    };
    tryIt();
    return () => {
      isHere = false;
      cancel();
    };
  }, [load]);
  return part;
}
