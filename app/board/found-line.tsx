import { NOTHING_CHOSEN, withBoardUrl } from './board-url.ts';
import { useBoardFacts } from './board-facts.ts';
import { isPlainClick } from './plain-click.ts';

type FoundLineProps = {
  /** "12 of 1,800 patients" */
  found: string;
  /** What is chosen: "Delayed: 7 to 13 days". */
  chosen: readonly string[];
  params: URLSearchParams;
  /** Whether anything leaves somebody out. */
  isNarrowed: boolean;
  /** Why what was just tried changed nothing. */
  note: string | null;
  onClear: () => void;
};

/** How many of how many are shown, why, and the one way back to everyone. */
export function FoundLine({ found, chosen, params, isNarrowed, note, onClear }: FoundLineProps) {
  const { page } = useBoardFacts();
  return (
    <p className="hub-found">
      <span className="hub-found__count">{found}</span>
      {chosen.map((words) => (
        <span className="hub-found__chosen" key={words}>
          {words}
        </span>
      ))}
      {isNarrowed && (
        <a
          href={`${page.path}?${withBoardUrl(params, NOTHING_CHOSEN).toString()}`}
          onClick={(event) => {
            if (!isPlainClick(event)) return;
            event.preventDefault();
            onClear();
          }}
        >
          Clear filters
        </a>
      )}
      {note !== null && <span className="hub-found__note">{note}</span>}
    </p>
  );
}
