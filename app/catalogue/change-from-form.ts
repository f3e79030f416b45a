import { isTaskType } from '../../domain/tasks/task-types.ts';

/** What a form says, for the schema to check: anything may have been sent. */
type Sent = Record<string, unknown>;

const MOST_TEXT = 4_000;

export function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value.slice(0, MOST_TEXT).trim() : '';
}

/** The command that a form of the catalogue stands for; `change` is what the form is about. */
export function saveFromForm(form: FormData, change: Sent): Sent {
  return {
    id: textIn(form, 'commandId'),
    type: 'SaveCatalogue',
    seenVersion: Number(textIn(form, 'seenVersion')),
    change,
    follow: {
      targets: form.get('followTargets') === 'yes',
      owners: form.get('followOwners') === 'yes',
    },
    note: textIn(form, 'note'),
  };
}

/** `type` is the key of the type that is edited; null makes a new one. */
export function typeChangeFrom(form: FormData, type: string | null): Sent {
  const fields = {
    name: textIn(form, 'name'),
    owner: textIn(form, 'owner'),
    target: targetFrom(form),
    processReason: textIn(form, 'processReason'),
    capacityReason: textIn(form, 'capacityReason') || null,
    isOffered: form.get('isOffered') === 'yes',
  };
  return type === null
    ? { kind: 'new_type', ...fields }
    : { kind: 'type', taskType: type, ...fields };
}

/** `key` is that of the set that is edited; null makes a new one. */
export function setChangeFrom(form: FormData, key: string | null): Sent {
  if (key !== null && form.get('isRemoved') === 'yes') return { kind: 'remove_set', key };
  const blocking = new Set(form.getAll('blocking'));
  const tasks = form
    .getAll('tasks')
    .filter(isTaskType)
    .map((type) => ({ type, blocking: blocking.has(type) }));
  const fields = { name: textIn(form, 'name'), tasks };
  return key === null ? { kind: 'new_set', ...fields } : { kind: 'set', key, ...fields };
}

function targetFrom(form: FormData): Sent {
  const kind = textIn(form, 'target');
  const amount = textIn(form, 'amount');
  const count = /^\d{1,4}$/.test(amount) ? Number(amount) : amount;
  if (kind === 'hours') return { kind, hours: count };
  return kind === 'days' || kind === 'working_days' ? { kind, days: count } : { kind };
}
