import { useSearchParams } from '@remix-run/react';
import { useCallback, useMemo } from 'react';
import type { Me } from '../../domain/protocol.ts';
import type { QueueUrl } from './queue-url.ts';
import { readQueueUrl, withQueueUrl } from './queue-url.ts';

/** What is chosen on the list, kept in the address: it survives a reload, and Back closes a plan. */
export function useQueueUrl(me: Me) {
  const [params, setParams] = useSearchParams();
  const url = useMemo(() => readQueueUrl(params, me), [params, me]);
  const choose = useCallback(
    (changes: Partial<QueueUrl>) => {
      const next = withQueueUrl(params, changes);
      // Going to where one is would load the page's data again.
      if (next.toString() === params.toString()) return;
      const isFilter = changes.patientId === undefined && changes.tab === undefined;
      setParams(next, {
        replace: isFilter || changes.patientId === null,
        preventScrollReset: true,
      });
    },
    [params, setParams],
  );
  return { params, url, choose };
}
