import type { RefusedCommand } from '../stores/board-store.ts';
import { spellIdOf } from '../stores/overlay.ts';

type RefusalListProps = {
  refusals: readonly RefusedCommand[];
  nameOf: (spellId: string) => string | null;
  onOpen: (spellId: string) => void;
  onDismiss: (commandId: string) => void;
};

/** Changes that were not made, for patients whose plan is not open: whose, and why. */
export function RefusalList({ refusals, nameOf, onOpen, onDismiss }: RefusalListProps) {
  if (refusals.length === 0) return null;
  return (
    <section className="hub-refusals" aria-label="Changes that were not made">
      <ul className="hub-lines">
        {refusals.map(({ command, refusal }) => {
          const name = nameOf(spellIdOf(command));
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
              <button type="button" className="hub-button" onClick={() => onDismiss(command.id)}>
                Dismiss
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
