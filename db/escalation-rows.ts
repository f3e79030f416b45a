import type { Escalation, TaskEscalation } from '../domain/escalation/escalation.ts';
import type { StayEscalation } from '../domain/escalation/stay-escalation.ts';
import type { Spell } from '../domain/spell/state.ts';
import type { Task } from '../domain/tasks/task.ts';
import { refOf } from './actor-ref.ts';
import type { escalations, stayEscalations } from './schema/timers.ts';

export type EscalationRow = typeof escalations.$inferSelect;
export type StayEscalationRow = typeof stayEscalations.$inferSelect;

/** What both tables keep alike. */
type RaisedColumns = Omit<StayEscalationRow, 'spellId' | 'level' | 'reached' | 'because'>;

export function escalationRows(spellId: string, { id, escalation }: Task): EscalationRow[] {
  if (escalation === null) return [];
  const { level, owner, because } = escalation;
  return [{ taskId: id, spellId, level, owner, because, ...raisedColumns(escalation) }];
}

export function stayEscalationRows({
  id: spellId,
  escalation,
}: Pick<Spell, 'id' | 'escalation'>): StayEscalationRow[] {
  if (escalation === null) return [];
  const { level, reached, because } = escalation;
  return [{ spellId, level, reached, because, ...raisedColumns(escalation) }];
}

export function escalationFromRow(row: EscalationRow): TaskEscalation {
  const { level, owner, because } = row;
  return { level, owner, because, ...raisedFromRow(row) };
}

/** Of the rows of one stay, which has one at most. */
export function stayEscalationFromRows([row]: readonly StayEscalationRow[]): StayEscalation | null {
  if (row === undefined) return null;
  const { level, reached, because } = row;
  return { level, reached, because, ...raisedFromRow(row) };
}

function raisedColumns({ need, raisedBy, raisedAt, ...rest }: Escalation): RaisedColumns {
  const { acknowledged, resolved } = rest;
  return {
    ...{ need, raisedAt },
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
  };
}

function raisedFromRow(row: RaisedColumns): Omit<Escalation, 'level' | 'because'> {
  const { need, raisedAt } = row;
  const raisedBy = { id: row.raisedById, name: row.raisedByName };
  return {
    ...{ need, raisedBy, raisedAt },
    acknowledged: acknowledgedOf(row),
    resolved: resolvedOf(row),
  };
}

function acknowledgedOf(row: RaisedColumns): Escalation['acknowledged'] {
  const { acknowledgedAt: at, action, reviewOn } = row;
  const by = refOf(row.acknowledgedById, row.acknowledgedByName);
  return by === null || at === null || action === null ? null : { by, at, action, reviewOn };
}

function resolvedOf(row: RaisedColumns): Escalation['resolved'] {
  const { resolvedAt: at, outcome } = row;
  const by = refOf(row.resolvedById, row.resolvedByName);
  return by === null || at === null || outcome === null ? null : { by, at, outcome };
}
