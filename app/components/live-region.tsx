import { useEffect, useRef, useState } from 'react';

type LiveRegionProps = { message: string; intervalMs?: number };

/**
 * Reads the latest message aloud, politely, at most once in `intervalMs`: what was overtaken in the
 * meantime is not read. Render it empty from the start; a region that arrives with its words is not
 * heard.
 */
export function LiveRegion({ message, intervalMs = 3_000 }: LiveRegionProps) {
  const [spoken, setSpoken] = useState('');
  const spokenAt = useRef(Number.NEGATIVE_INFINITY);

  useEffect(() => {
    const waitMs = Math.max(0, spokenAt.current + intervalMs - performance.now());
    const timer = setTimeout(() => {
      if (message !== '') spokenAt.current = performance.now();
      setSpoken(message);
    }, waitMs);
    return () => {
      clearTimeout(timer);
    };
  }, [message, intervalMs]);

  return (
    <div role="status" className="nhsuk-u-visually-hidden">
      {spoken}
    </div>
  );
}
