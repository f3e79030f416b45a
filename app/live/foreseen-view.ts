import type { SpellView, SpellViewTask } from '../../domain/spell/spell-view.ts';
import type { OverlayContext, PendingCommand } from '../stores/overlay.ts';
import { foreseeAll, spellIdOf } from '../stores/overlay.ts';

/** One stay as it will be once what is on its way has arrived: its card, tasks, notes and who set the EDD. */
export function foreseenView(
  view: SpellView,
  pending: readonly PendingCommand[],
  context: OverlayContext,
): SpellView {
  const ours = pending.filter(({ command }) => spellIdOf(command) === view.card.id);
  if (ours.length === 0) return view;
  const card = foreseeAll(view.card, ours, context);
  const { id, name } = context.me;
  const known = new Map(view.tasks.map((task) => [task.id, task]));

  const tasks = card.tasks.flatMap((task): SpellViewTask[] => {
    const before = known.get(task.id);
    if (before !== undefined) return [{ ...before, ...task }];
    const added = ours.find(({ command }) => command.id === task.id);
    if (added === undefined) return [];
    const started = { addedAt: added.at, addedBy: { id, name } };
    return [{ ...task, ...started, completedAt: null, completedBy: null, declined: null }];
  });
  const notes = ours.flatMap(({ command, at }) => {
    if (command.type !== 'AddNote') return [];
    const { text, visibleTo = 'ward_and_hub' } = command;
    return [{ id: command.id, text, visibleTo, author: { id, name }, writtenAt: at }];
  });
  const edd = ours.findLast(({ command }) => command.type === 'SetEdd');
  const eddSet = edd === undefined ? view.eddSet : { setBy: { id, name }, setAt: edd.at };
  return { ...view, card, tasks, eddSet, notes: [...view.notes, ...notes] };
}
