import { spellIdOf } from '../stores/overlay.ts';
import { useBoardState, useLiveBoard } from './board-context.ts';

type RefusalListProps = {
  /** The patient whose plan is open, which tells its own. */
  openId?: string | null;
  /** The commands that the page tells of elsewhere. */
  told?: ReadonlySet<string>;
  onOpen: (spellId: string) => void;
};

/** Changes that were not made, for patients whose plan is not open: whose, and why. */
export function RefusalList({ openId = null, told, onOpen }: RefusalListProps) {
  const { store, dismiss } = useLiveBoard();
  const all = useBoardState((state) => state.refusals);
  const refusals = all.filter(
    ({ command }) => spellIdOf(command) !== openId && told?.has(command.id) !== true,
  );
  if (refusals.length === 0) return null;
  return (
    <section className="hub-refusals" aria-label="Changes that were not made">
      <ul className="hub-lines">
        {refusals.map(({ command, refusal }) => {
          const name = store.getState().shown.get(spellIdOf(command))?.person.name ?? null;
          return (
            <li key={command.id} className="hub-refusals__item">
              <p>
                <strong>{name ?? 'A patient who is no longer on your board'}:</strong> not changed.{' '}
                {refusal.message}
              </p>
              {name !== null && (
                <button
                  type="button"
                  className="hub-button"
                  onClick={() => onOpen(spellIdOf(command))}
                >
                  Open the plan
                </button>
              )}
              <button type="button" className="hub-button" onClick={() => dismiss(command.id)}>
                Dismiss
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
