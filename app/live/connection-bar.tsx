import type { Connection } from '../stores/connection-store.ts';
import { StatusShape } from '../components/status-shape.tsx';
import { connectionWords } from './connection-words.ts';

type ConnectionBarProps = {
  connection: Connection;
  unsavedCount: number;
  timeZone: string;
};

const SHAPES = { live: 'disc', reconnecting: 'arc', offline: 'cross' } as const;

/** Whether what is shown is current. Read aloud elsewhere, and only when it changes. */
export function ConnectionBar({ connection, unsavedCount, timeZone }: ConnectionBarProps) {
  const words = connectionWords(connection, unsavedCount, timeZone);
  const state = connection.signedOut === null ? connection.state : 'offline';
  return (
    <div className={`hub-connection hub-connection--${state}`}>
      <span className="hub-connection__shape">
        <StatusShape shape={SHAPES[state]} />
      </span>
      <span className="hub-connection__state">{words.state}</span>
      {words.age !== null && <span className="hub-connection__age">{words.age}</span>}
      {(connection.isOutdated || connection.isOtherScope) && connection.signedOut === null && (
        // The browser asks about what is not saved yet.
        <button type="button" className="hub-button" onClick={() => window.location.reload()}>
          Load again
        </button>
      )}
      {words.unsaved !== null && <span className="hub-connection__unsaved">{words.unsaved}</span>}
    </div>
  );
}
