import type { ServerToClientEvents } from '../../domain/protocol.ts';
import type { Card } from '../../domain/spell/card.ts';

type Changes = Pick<Parameters<ServerToClientEvents['board:changes']>[0], 'cards' | 'removed'>;

/** Whether news of patients may change a list of what is escalated, of whom it names those. */
export function concernsList(named: ReadonlySet<string>, { cards, removed }: Changes): boolean {
  return (
    cards.some((card) => named.has(card.id) || isEscalated(card)) ||
    removed.some(({ id }) => named.has(id))
  );
}

function isEscalated({ escalation, tasks }: Card): boolean {
  return escalation !== undefined || tasks.some((task) => task.escalation !== undefined);
}
