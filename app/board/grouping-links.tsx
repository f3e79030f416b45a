import type { Me } from '../../domain/protocol.ts';
import type { BoardUrl, BoardUrlChanges } from './board-url.ts';
import { withBoardUrl } from './board-url.ts';
import { groupingsFor } from './group-cards.ts';
import { useBoardFacts } from './board-facts.ts';
import { isPlainClick } from './plain-click.ts';

type GroupingLinksProps = {
  me: Me;
  url: BoardUrl;
  params: URLSearchParams;
  onChoose: (changes: BoardUrlChanges) => void;
};

/** What the columns stand for; links, so that a grouping can be bookmarked and opened beside. */
export function GroupingLinks({ me, url, params, onChoose }: GroupingLinksProps) {
  const { page } = useBoardFacts();
  return (
    <nav className="hub-toolbar__field" aria-label="Columns by">
      <span aria-hidden="true">Columns by</span>
      <ul className="hub-segments">
        {groupingsFor(me).map(({ id, label }) => (
          <li key={id}>
            <a
              href={`${page.path}?${withBoardUrl(params, { group: id }).toString()}`}
              aria-current={id === url.group}
              onClick={(event) => {
                if (!isPlainClick(event)) return;
                event.preventDefault();
                onChoose({ group: id });
              }}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
