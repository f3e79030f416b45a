import type { Ward } from '../../domain/spell/state.ts';

type NoScriptNoteProps = { wards: readonly Ward[] };

/** Without script the board shows the first patients of each column; the wards' lists have them all. */
export function NoScriptNote({ wards }: NoScriptNoteProps) {
  const isOneSite = new Set(wards.map(({ siteId }) => siteId)).size === 1;
  return (
    <noscript>
      <div className="hub-noscript">
        <p>
          This browser runs no scripts, so the board shows the first patients of each column and
          does not move by itself. Everyone is on the <a href="/wards">lists of the wards</a>
          {isOneSite ? ':' : '.'}
        </p>
        {isOneSite && (
          <ul className="hub-cluster">
            {wards.map(({ id, name }) => (
              <li key={id}>
                <a href={`/wards/${encodeURIComponent(id)}`}>{name}</a>
              </li>
            ))}
          </ul>
        )}
      </div>
    </noscript>
  );
}
