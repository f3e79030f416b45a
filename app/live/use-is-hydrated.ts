import { useEffect, useState } from 'react';

/** False on the server and in the first drawing, which must be the same; true once script runs. */
export function useIsHydrated(): boolean {
  const [isHydrated, setIsHydrated] = useState(false);
  useEffect(() => setIsHydrated(true), []);
  return isHydrated;
}
