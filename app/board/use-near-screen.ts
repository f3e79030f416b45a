import type { RefObject } from 'react';
import { useEffect, useState } from 'react';

/** How far beyond the edge something is made ready: a screen's width either way. */
const MARGIN = '0px 100% 0px 100%';

/** Whether an element is on screen within its scrolling parent, or will be soon. */
export function useNearScreen(element: RefObject<Element>): boolean {
  const [isNear, setIsNear] = useState(false);
  useEffect(() => {
    const target = element.current;
    if (target === null) return;
    if (typeof IntersectionObserver === 'undefined') {
      setIsNear(true);
      return;
    }
    const observer = new IntersectionObserver(
      (entries) => {
        const last = entries.at(-1);
        if (last !== undefined) setIsNear(last.isIntersecting);
      },
      { root: target.parentElement, rootMargin: MARGIN },
    );
    observer.observe(target);
    return () => {
      observer.disconnect();
    };
  }, [element]);
  return isNear;
}
