import { useEffect, useState } from 'react';
import { afterInBrowser } from '../realtime/timers.ts';
import type { RenderPlan } from './live-plan.tsx';

const TRY_AGAIN_MS = 5_000;

/**
 * How a patient's plan is drawn, fetched once the page stands: nobody needs it to see the board,
 * and whoever opens a patient later, even without a network, has it. `load` is one for all time.
 */
export function useLatePlan(load: () => Promise<RenderPlan>): RenderPlan | null {
  const [renderPlan, setRenderPlan] = useState<RenderPlan | null>(null);
  useEffect(() => {
    let cancel = () => {};
    let isHere = true;
    const tryIt = () => {
      load().then(
        (loaded) => {
          if (isHere) setRenderPlan(() => loaded);
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
  return renderPlan;
}
