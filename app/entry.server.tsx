import { PassThrough } from 'node:stream';
import type { AppLoadContext, EntryContext, HandleErrorFunction } from '@remix-run/node';
import { createReadableStreamFromReadable } from '@remix-run/node';
import { RemixServer } from '@remix-run/react';
import { isbot } from 'isbot';
import { renderToPipeableStream } from 'react-dom/server';
import { CspNonceProvider } from './components/csp-nonce.ts';

declare module '@remix-run/node' {
  interface Future {
    v3_singleFetch: true;
  }
}

export const streamTimeout = 5_000;

// What loaders reject with at the timeout still has to reach the browser.
const ABORT_AFTER_MS = streamTimeout + 1_000;

export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  remixContext: EntryContext,
  context: AppLoadContext,
) {
  const { nonce } = context;
  const waitsForAll = isbot(request.headers.get('user-agent'));
  let finalStatus = status;

  return new Promise<Response>((resolve, reject) => {
    const respond = () => {
      const body = new PassThrough();
      headers.set('Content-Type', 'text/html; charset=utf-8');
      resolve(
        new Response(createReadableStreamFromReadable(body), { headers, status: finalStatus }),
      );
      pipe(body);
    };

    const { pipe, abort } = renderToPipeableStream(
      <CspNonceProvider value={nonce}>
        <RemixServer
          context={remixContext}
          url={request.url}
          abortDelay={ABORT_AFTER_MS}
          nonce={nonce}
        />
      </CspNonceProvider>,
      {
        nonce,
        onShellReady: waitsForAll ? undefined : respond,
        onAllReady: waitsForAll ? respond : undefined,
        onShellError: reject,
        onError(error) {
          finalStatus = 500;
          logFault(error, context.requestId);
        },
      },
    );

    setTimeout(abort, ABORT_AFTER_MS).unref();
  });
}

export const handleError: HandleErrorFunction = (error, { request, context }) => {
  // Somebody who left the page is not a fault.
  if (!request.signal.aborted) logFault(error, context.requestId);
};

// Security: an error's message may quote a patient's data; its name and its places in the code cannot.
function logFault(error: unknown, requestId: string) {
  const name = error instanceof Error ? error.name : typeof error;
  const places = error instanceof Error ? codePlaces(error) : [];
  const line = { level: 'error', msg: 'page failed', name, requestId, places };
  process.stderr.write(`${JSON.stringify(line)}\n`);
}

function codePlaces({ stack = '' }: Error) {
  return stack
    .split('\n')
    .filter((line) => /^ {4}at .+:\d+:\d+\)?$/.test(line))
    .map((line) => line.trim());
}
