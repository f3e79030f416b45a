import { useMemo } from 'react';
import { withCards } from '../../domain/spell/beside-card.ts';
import type { CardTask } from '../../domain/spell/card-task.ts';
import type { Card } from '../../domain/spell/card.ts';
import type { EscalationRow } from '../../server/services.ts';
import { useBoardState } from '../live/board-context.ts';
import type { FirstSaid } from '../live/first-list.ts';
import { useSaid } from '../live/use-said.ts';

/** What is escalated, as last read, with the cards of the board's store. */
export function useEscalations(first: FirstSaid<EscalationRow>): EscalationRow[] {
  const shown = useBoardState((state) => state.shown);
  const said = useSaid(
    '/api/escalations',
    first.said,
    useMemo(() => movedTo(shown), [shown]),
  );
  return useMemo(() => withCards(said, shown), [said, shown]);
}

type Moving = Pick<Card, 'seq' | 'escalation'> & { tasks: readonly Pick<CardTask, 'escalation'>[] };

/** How far those have come of whom something is escalated, and how many they are. */
export function movedTo(shown: ReadonlyMap<string, Moving>): string {
  let [count, newest] = [0, 0];
  for (const { escalation, tasks, seq } of shown.values()) {
    if (escalation === undefined && !tasks.some((task) => task.escalation !== undefined)) continue;
    count += 1;
    newest = Math.max(newest, seq);
  }
  return `${count} ${newest}`;
}
