import { refuseShape } from '../refuse-shape.ts';
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
  const parsed = SPELL_COMMANDS[body.type].safeParse(body, { error: inWords });
  if (parsed.success) return { ok: true, command: parsed.data };
  return refuseShape(parsed.error.issues, nameOf, 'This change is not complete');
}

type Issue = { code: string; path?: PropertyKey[]; input?: unknown; keys?: string[] };

/** For what the schemas have no sentence of their own. */
export function inWords(issue: Issue): string {
  const name = nameOf(issue.path ?? []);
  if (issue.code === 'unrecognized_keys') return `Not known: ${(issue.keys ?? []).join(', ')}`;
  return issue.input === undefined ? `${name} is missing` : `${name} is not filled in correctly`;
}

function nameOf(path: readonly PropertyKey[]): string {
  return path.map(String).join('.') || 'command';
}
