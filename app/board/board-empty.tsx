import { PLACE_NAMES } from '../../domain/persons/place.ts';
import type { Me } from '../../domain/protocol.ts';
import { EmptyState } from '../components/empty-state.tsx';

type NobodyProps = { me: Me };

/** When there is nobody on this reader's board at all. */
export function Nobody({ me }: NobodyProps) {
  return (
    <EmptyState title={nobodyInWords(me)}>
      <p>New patients appear here by themselves.</p>
    </EmptyState>
  );
}

function nobodyInWords({ role, place }: Me): string {
  switch (role) {
    case 'broker':
      return `No one from ${place === null ? 'your council' : PLACE_NAMES[place]} needs social care now`;
    case 'housing':
      return 'No one’s home needs Lightbulb now';
    case 'ward':
      return 'Nobody is on your wards now';
    default:
      return 'Nobody is on the board now';
  }
}

type NobodyMatchesProps = { onClear: () => void };

export function NobodyMatches({ onClear }: NobodyMatchesProps) {
  return (
    <EmptyState title="Nobody on the board matches">
      <p>
        <button type="button" className="hub-button" onClick={onClear}>
          Clear filters
        </button>
      </p>
    </EmptyState>
  );
}

export function BoardLoading() {
  return <EmptyState title="Loading the board…" />;
}
