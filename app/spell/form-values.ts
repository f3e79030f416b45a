import type { SpellCommandInput } from '../../domain/spell/commands.ts';
import { wallClockOfInstant } from '../../domain/time.ts';
import { needsConfirmation } from './confirmations.ts';
import { standingOf, valuesOfHome } from './home-fields.ts';
import { AT_WORK, FROM_TASKS } from './plan-fields.ts';

/** What a form holds, by the name of its fields; what is not ticked or not there has no entry. */
export type FormValues = Readonly<Record<string, readonly string[]>>;

/** Everything a person sent, to show it again; without the command's id, which is used once. */
export function valuesOfForm(form: FormData): FormValues {
  const values = new Map<string, string[]>();
  for (const [name, value] of form) {
    if (typeof value !== 'string' || name === 'id') continue;
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  // From a map, as a field may be named like something that every object has.
  return Object.fromEntries(values);
}

export function formOfValues(values: FormValues): FormData {
  const form = new FormData();
  for (const [name, entries] of Object.entries(values)) {
    for (const entry of entries) form.append(name, entry);
  }
  return form;
}

/** The form a command came from, filled in again: the way back of `commandFromForm`. */
export function valuesOfCommand(command: SpellCommandInput, timeZone: string): FormValues {
  const values: Record<string, string[]> = {};
  for (const [name, value] of Object.entries(command)) {
    const entries = entriesOf(name, value, timeZone);
    if (name !== 'id' && entries !== null) values[name] = entries;
  }
  if (command.type === 'RecordHousingStep') {
    return { ...values, standing: [standingOf(command)], rooms: command.rooms ?? [] };
  }
  if (command.type === 'SetHomeDetails') return { ...values, ...valuesOfHome(command) };
  return needsConfirmation(command.type) ? { ...values, confirmed: ['yes'] } : values;
}

function entriesOf(name: string, value: unknown, timeZone: string): string[] | null {
  if (value === null) return [NOTHING[name] ?? ''];
  if (typeof value === 'boolean') return booleanEntries(name, value);
  if (Array.isArray(value)) return value.map(String);
  if (typeof value !== 'string') return null;
  return [TIMES.has(name) ? wallClockOfInstant(value, timeZone) : value];
}

/** How a form says nothing where an empty field would say something else. */
const NOTHING: Record<string, string> = { waiting: AT_WORK, reason: FROM_TASKS };

const TIMES = new Set(['at', 'dueAt', 'startsAt']);

/** A box that is not ticked has no entry; what was seen always has one. */
function booleanEntries(name: string, value: boolean): string[] | null {
  if (value) return ['yes'];
  return name === 'seen' ? [''] : null;
}
