import { idOfPart } from '../../domain/ids.ts';
import { MAX_SET_TASKS } from '../../domain/tasks/task-sets.ts';
import type { ActorRef } from '../../domain/actor.ts';
import type { Card } from '../../domain/spell/card.ts';
import type { HousingStep } from '../../domain/housing/housing-steps.ts';
import { findStep } from '../../domain/housing/housing-steps.ts';
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
  const tasks = foreseenTasks(view, card, ours, { id, name });
  const notes = ours.flatMap(({ command, at }) => {
    if (command.type !== 'AddNote') return [];
    const { text, visibleTo = 'ward_and_hub' } = command;
    return [{ id: command.id, text, visibleTo, author: { id, name }, writtenAt: at }];
  });
  const edd = ours.findLast(({ command }) => command.type === 'SetEdd');
  const eddSet = edd === undefined ? view.eddSet : { setBy: { id, name }, setAt: edd.at };
  const home = { ...view.home, steps: foreseenSteps(view, card, ours, context) };
  return { ...view, card, tasks, eddSet, home, notes: [...view.notes, ...notes] };
}

/** The plan's tasks as the card has them now, those done days ago as they were, and those being added. */
function foreseenTasks(
  view: SpellView,
  card: Card,
  ours: readonly PendingCommand[],
  me: ActorRef,
): SpellViewTask[] {
  const onCard = new Map(card.tasks.map((task) => [task.id, task]));
  const known = new Set(view.tasks.map(({ id }) => id));
  const added = ours.flatMap(({ command, at }): SpellViewTask[] => {
    const created = command.type === 'AddTaskSet' ? partIds(command.id) : [command.id];
    return created.flatMap((id) => {
      const task = known.has(id) ? undefined : onCard.get(id);
      if (task === undefined) return [];
      const started = { addedAt: at, addedBy: me, declined: null, outcome: null, raised: null };
      return [{ ...task, ...started, questions: [], providers: [] }];
    });
  });
  return [...view.tasks.map((task) => ({ ...task, ...onCard.get(task.id) })), ...added];
}

function partIds(commandId: string): string[] {
  return Array.from({ length: MAX_SET_TASKS }, (_, place) => idOfPart(commandId, place));
}

/** The steps of the home: those on their way are by this person, and have what was written of them. */
function foreseenSteps(
  { home }: SpellView,
  { housingSteps }: SpellView['card'],
  pending: readonly PendingCommand[],
  { me }: OverlayContext,
): HousingStep[] {
  const by = { id: me.id, name: me.name };
  return housingSteps.flatMap((dates) => {
    const before = findStep(home.steps, dates.step);
    const said = pending.findLast(
      ({ command }) => command.type === 'RecordHousingStep' && command.step === dates.step,
    );
    if (said === undefined || said.command.type !== 'RecordHousingStep') return before ?? [];
    const { note = null, authority = null, who = null } = said.command;
    const completedTaskIds = before?.completedTaskIds ?? [];
    return [{ ...dates, note, authority, who, completedTaskIds, setBy: by, setAt: said.at }];
  });
}
