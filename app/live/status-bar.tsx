import { useBoardState, useConnection } from './board-context.ts';
import { ConnectionBar } from './connection-bar.tsx';

/** The connection of a live page, and how much of what was done here it has not sent yet. */
export function StatusBar() {
  const connection = useConnection((state) => state);
  const unsavedCount = useBoardState(({ pending }) => pending.length);
  const timeZone = useBoardState((state) => state.timeZone);
  return <ConnectionBar {...{ connection, unsavedCount, timeZone }} />;
}
