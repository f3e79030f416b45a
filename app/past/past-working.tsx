import { useRevalidator } from '@remix-run/react';
import { useEffect } from 'react';

const LOOK_AGAIN_MS = 700;

type PastWorkingProps = { done: number; of: number; path: string };

/** The past is being put together from what was recorded; the page looks again by itself. */
export function PastWorking({ done, of, path }: PastWorkingProps) {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (state !== 'idle') return undefined;
    const timer = setTimeout(revalidate, LOOK_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [revalidate, state, done]);
  return (
    <div className="hub-past__working" role="status">
      <p>
        <label htmlFor="past-progress">Going back to that moment</label>{' '}
        <progress id="past-progress" value={of === 0 ? undefined : done} max={of || undefined} />
      </p>
      <p>
        <a href={path}>Look again</a>
      </p>
    </div>
  );
}
