import type { Escalation } from '../domain/escalation/escalation.ts';
import type { Task } from '../domain/tasks/task.ts';
import { refOf } from './actor-ref.ts';
import type { escalations } from './schema/timers.ts';

export type EscalationRow = typeof escalations.$inferSelect;

export function escalationRows(spellId: string, { id, escalation }: Task): EscalationRow[] {
  if (escalation === null) return [];
  const { raisedBy, acknowledged, resolved, ...raised } = escalation;
  return [
    {
      ...{ taskId: id, spellId },
      ...raised,
      raisedById: raisedBy.id,
      raisedByName: raisedBy.name,
      acknowledgedById: acknowledged?.by.id ?? null,
      acknowledgedByName: acknowledged?.by.name ?? null,
      acknowledgedAt: acknowledged?.at ?? null,
      action: acknowledged?.action ?? null,
      reviewOn: acknowledged?.reviewOn ?? null,
      resolvedById: resolved?.by.id ?? null,
      resolvedByName: resolved?.by.name ?? null,
      resolvedAt: resolved?.at ?? null,
      outcome: resolved?.outcome ?? null,
    },
  ];
}

export function escalationFromRow(row: EscalationRow): Escalation {
  const { level, owner, because, need, raisedAt } = row;
  const raisedBy = { id: row.raisedById, name: row.raisedByName };
  return {
    ...{ level, owner, because, need, raisedBy, raisedAt },
    acknowledged: acknowledgedOf(row),
    resolved: resolvedOf(row),
  };
}

function acknowledgedOf(row: EscalationRow): Escalation['acknowledged'] {
  const { acknowledgedAt: at, action, reviewOn } = row;
  const by = refOf(row.acknowledgedById, row.acknowledgedByName);
  return by === null || at === null || action === null ? null : { by, at, action, reviewOn };
}

function resolvedOf(row: EscalationRow): Escalation['resolved'] {
  const { resolvedAt: at, outcome } = row;
  const by = refOf(row.resolvedById, row.resolvedByName);
  return by === null || at === null || outcome === null ? null : { by, at, outcome };
}
