import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { ConnectionBar } from '../../../app/live/connection-bar.tsx';
import type { Connection } from '../../../app/stores/connection-store.ts';
import { createConnectionStore, heard, lost } from '../../../app/stores/connection-store.ts';

const AT = '2026-11-22T14:10:00.000Z';
const starting = createConnectionStore(AT).getState();
const live = heard(starting, AT);

it.each<[string, Connection, number, string]>([
  ['before the first news', starting, 0, 'ConnectingShowing the board as of 14:10'],
  ['while it is live', live, 0, 'Live'],
  ['with something unsaved', live, 1, 'Live1 change not saved yet'],
  [
    'after it was lost',
    lost(live, 'reconnecting', AT),
    0,
    'ReconnectingShowing the board as of 14:10',
  ],
  [
    'without a network',
    lost(live, 'offline', AT),
    2,
    'No connectionShowing the board as of 14:102 changes not saved yet',
  ],
  ['when nobody is signed in', { ...live, signedOut: 'Sign in again.' }, 0, 'Signed out'],
  [
    'when the server is newer',
    { ...live, isOutdated: true },
    0,
    'The hub was renewed: load this page again',
  ],
])('%s', (_when, connection, unsavedCount, words) => {
  const { container } = render(
    <ConnectionBar connection={connection} unsavedCount={unsavedCount} timeZone="Europe/London" />,
  );
  expect(container).toHaveTextContent(words);
  expect(screen.queryByRole('status')).not.toBeInTheDocument();
});
