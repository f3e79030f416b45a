import type { DelayReason } from '../delay/delay-reasons.ts';
import { DELAY_REASONS } from '../delay/delay-reasons.ts';
import type { CatalogueEntry, TaskSet } from '../tasks/catalogue.ts';
import { targetInWords } from '../tasks/target-words.ts';
import { TASK_OWNER_NAMES } from '../tasks/task-types.ts';
import type { CatalogueContent } from './catalogue-content.ts';

/** One thing that is otherwise, and how: "Target: 48 hours, now 24 hours". */
export type WhatChanged = { about: string; changes: string[] };

/** What one content of the catalogue says otherwise than another, in the words of the screen. */
export function whatChanged(before: CatalogueContent, after: CatalogueContent): WhatChanged[] {
  const types = after.types.map((entry) => {
    const old = before.types.find(({ type }) => type === entry.type);
    return { about: old?.name ?? entry.name, changes: entryChanges(old, entry) };
  });
  const keys = new Set([...before.sets, ...after.sets].map(({ key }) => key));
  const sets = [...keys].map((key) => {
    const [old, set] = [before, after].map(({ sets: all }) => all.find((one) => one.key === key));
    return { about: `Set: ${(old ?? set)?.name ?? key}`, changes: setChanges(old, set, after) };
  });
  return [...types, ...sets].filter(({ changes }) => changes.length > 0);
}

function entryChanges(before: CatalogueEntry | undefined, after: CatalogueEntry): string[] {
  if (before === undefined) {
    const { owner, target } = after;
    return [`New: ${TASK_OWNER_NAMES[owner]}, ${targetInWords(target)}`];
  }
  return [
    ...changed('Name', before.name, after.name),
    ...changed('Done by', TASK_OWNER_NAMES[before.owner], TASK_OWNER_NAMES[after.owner]),
    ...changed('Target', targetInWords(before.target), targetInWords(after.target)),
    ...changed(
      'Reason while it is arranged',
      reasonName(before.processReason),
      reasonName(after.processReason),
    ),
    ...changed(
      'Reason without capacity',
      reasonName(before.capacityReason),
      reasonName(after.capacityReason),
    ),
    ...(before.isOffered === after.isOffered
      ? []
      : [after.isOffered ? 'Offered again' : 'No longer offered']),
  ];
}

function setChanges(
  before: TaskSet | undefined,
  after: TaskSet | undefined,
  content: CatalogueContent,
): string[] {
  if (after === undefined) return ['Taken away'];
  const tasks = (set: TaskSet) => set.tasks.map((task) => taskOfSet(task, content)).join('; ');
  if (before === undefined) return [`New: ${tasks(after)}`];
  return [
    ...changed('Name', before.name, after.name),
    ...changed('Tasks', tasks(before), tasks(after)),
  ];
}

function taskOfSet({ type, blocking }: TaskSet['tasks'][number], { types }: CatalogueContent) {
  const name = types.find((entry) => entry.type === type)?.name ?? type;
  return blocking ? name : `${name} (does not block)`;
}

function reasonName(reason: DelayReason | null): string {
  return reason === null ? 'none' : DELAY_REASONS[reason];
}

function changed(what: string, before: string, after: string): string[] {
  return before === after ? [] : [`${what}: ${before}, now ${after}`];
}
