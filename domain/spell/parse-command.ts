import type { Refusal } from '../result.ts';
import { refuse } from '../result.ts';
import type { SpellCommand } from './commands.ts';
import { SPELL_COMMANDS } from './commands.ts';

type Parsed = { ok: true; command: SpellCommand } | Refusal;

function isCommandType(type: unknown): type is keyof typeof SPELL_COMMANDS {
  return typeof type === 'string' && Object.hasOwn(SPELL_COMMANDS, type);
}

/** A command from whatever arrived, or INVALID with a sentence for each field that is wrong. */
export function parseCommand(body: unknown): Parsed {
  if (typeof body !== 'object' || body === null || !('type' in body) || !isCommandType(body.type)) {
    return refuse('INVALID', 'This is not a change that the hub knows.');
  }
  const parsed = SPELL_COMMANDS[body.type].safeParse(body);
  if (parsed.success) return { ok: true, command: parsed.data };
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const name = issue.path.join('.') || 'command';
    const isUnknown = issue.code === 'unrecognized_keys';
    fields[name] ??= isUnknown ? `Not known: ${issue.keys.join(', ')}` : issue.message;
  }
  const [name = '', first = ''] = Object.entries(fields)[0] ?? [];
  return refuse('INVALID', `${name}: ${first}`, { fields });
}
