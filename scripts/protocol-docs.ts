/**
 * Writes docs/protocol.md from the schemas, or with `--check` says whether it is up to date.
 * What cannot be read from a schema (the socket's events) is written here, once.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import * as z from 'zod';
import type { ActorRole } from '../domain/actor.ts';
import { ROLE_NAMES } from '../domain/actor.ts';
import { PERMISSIONS } from '../domain/permissions.ts';
import { PROTOCOL_VERSION } from '../domain/protocol.ts';
import { PLAN_PARTS } from '../domain/spell/plan-parts.ts';
import { SPELL_COMMANDS } from '../domain/spell/commands.ts';

const FILE = 'docs/protocol.md';

type Schema = {
  type?: string | string[];
  const?: unknown;
  enum?: unknown[];
  anyOf?: Schema[];
  items?: Schema;
  format?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
};

const DAY_FIELDS = /(edd|seen|readyDate|metOn|dateOfBirth)$/;

function typeOf(schema: Schema, name: string): string {
  if (Array.isArray(schema.type)) {
    return schema.type.map((type) => typeOf({ ...schema, type }, name)).join(' or ');
  }
  if (schema.const !== undefined) return `\`${JSON.stringify(schema.const)}\``;
  if (schema.enum) return schema.enum.map((value) => `\`${String(value)}\``).join(' · ');
  if (schema.anyOf) return schema.anyOf.map((part) => typeOf(part, name)).join(' or ');
  if (schema.type === 'array') return `list of: ${typeOf(schema.items ?? {}, name)}`;
  if (schema.type === 'object') {
    const fields = Object.entries(schema.properties ?? {});
    const inner = fields.map(
      ([field, part]) =>
        `\`${field}${schema.required?.includes(field) ? '' : '?'}\`: ${typeOf(part, field)}`,
    );
    return `object {${inner.join('; ')}}`;
  }
  if (schema.format === 'uuid') return 'UUID';
  if (schema.format === 'date-time') return 'instant (ISO 8601, UTC)';
  if (schema.type === 'string') {
    const isDay = DAY_FIELDS.test(name);
    const most = schema.maxLength === undefined ? '' : `, at most ${schema.maxLength} characters`;
    return isDay ? 'day `YYYY-MM-DD`' : `text${most}`;
  }
  if (schema.type === 'integer')
    return `whole number ${schema.minimum ?? ''} to ${schema.maximum ?? ''}`;
  if (name.startsWith('taskType') && schema.type === undefined)
    return 'the key of a type of task, as the catalogue in `lookups` has it';
  return schema.type ?? 'anything';
}

function commandSection([type, command]: [string, z.core.$ZodType]): string {
  const schema = z.toJSONSchema(command, { io: 'input', unrepresentable: 'any' }) as Schema; // its own type allows booleans
  const rows = Object.entries(schema.properties ?? {}).map(([field, part]) => {
    const isRequired = schema.required?.includes(field) === true;
    return `- \`${field}\`${isRequired ? '' : ' (may be left out)'}: ${typeOf(part, field)}`;
  });
  const roles = Object.keys(PERMISSIONS[type as keyof typeof PERMISSIONS]); // keys are command types
  const names = roles
    .filter((role) => !isNever(type, role))
    .map((role) => ROLE_NAMES[role as ActorRole]); // keys of a permission row are roles
  const senders = `Sent by: ${names.join(', ')}, each as far as the permission table allows.`;
  return [`### ${type}`, senders, rows.join('\n')].join('\n\n');
}

/** True where a role's rule in the permission table is a plain no. */
function isNever(type: string, role: string): boolean {
  const row: Record<string, { name: string } | undefined> =
    PERMISSIONS[type as keyof typeof PERMISSIONS]; // keys are command types
  return row[role]?.name === 'no';
}

const INTRODUCTION = `# Protocol

Made from the schemas by \`npm run docs\`; a check in \`npm test\` fails when it is out of date.
Protocol version ${PROTOCOL_VERSION}.

Days are \`YYYY-MM-DD\` on the hub's calendar (Europe/London); instants are ISO 8601 in UTC. Ids are UUIDs.
Every request but GET and HEAD, and every socket handshake, carries an \`Origin\` equal to the hub's own and a session cookie.

## Signing in

\`POST /login\` (form fields \`email\`, \`password\`) answers 302 and a cookie; 400, 401 or 429 otherwise. \`POST /logout\` ends the session.

A session in which nobody does anything for half an hour is locked: it has ended, with 401 \`LOCKED\`. What counts is every request but GET and HEAD, and opening a page; not what is read under \`/api\`, and no socket.

| Request | Answer |
|---|---|
| \`POST /api/input\` | 204: somebody is there; nothing is sent with it |
| \`POST /api/lock\` | 204: nobody is, and the session is locked at once |
| \`POST /api/unlock\` with \`{userId, password}\` | 200 and the cookie of a new session; 400, 401 or 429 otherwise |

## Reading

| Request | Answer |
|---|---|
| \`GET /healthz\` | 200 \`{"status":"ok"}\` while the process lives |
| \`GET /readyz\` | 200 when the database answers, else 503 |
| \`GET /api/board\` | \`{protocol, epoch, key, seq, asOfDay, reset, cards, removed, lookups}\`, with an ETag |
| \`GET /api/board?since=SEQ&epoch=EPOCH&key=KEY\` | the same with what changed after SEQ; or \`reset: true\` and all of it when the epoch or key differs or SEQ is too old. \`key\` may be left out |
| \`GET /api/spells/:id\` | one stay as the reader may see it; 404 alike for "not there" and "not yours" |

\`epoch\` is random and changes when the data is made or restored anew; \`key\` names what the session may see. A client that finds another epoch or key drops what it holds. A client's cursor (\`seq\`) moves by these answers and by \`board:changes\`, never by the answer to a command.

## Changing

\`POST /api/commands\` with a JSON command answers 200 \`{ok: true, seq, card}\` (\`card\` is null when the stay is not in the sender's sight), or \`{ok: false, code, message, fields?, current?}\`:

| Status | Code | Meaning |
|---|---|---|
| 400 | INVALID | the shape is wrong; \`fields\` says where |
| 401 | NOT_SIGNED_IN | no session, or it has ended |
| 401 | LOCKED | it has ended because nobody used it |
| 403 | NOT_ALLOWED | this role may not do this, or the request came from another origin |
| 404 | NOT_FOUND | not there, or not in sight |
| 409 | CONFLICT | somebody changed that very thing meanwhile; \`current {field, value, by, at}\` says to what |
| 422 | RULE_BROKEN | a rule of care or record keeping forbids it; or the id was used for something else |
| 429 | TOO_MANY | slow down; \`Retry-After\` says how long |
| 503 | UNAVAILABLE | nothing was saved; send the same again |

The sender chooses the command's \`id\`. Sending the same command again, with the same id, is harmless for 7 days: final answers (200, 403, 404, 409, 422) are kept and given again. What a command creates (a stay, a task, a note) has the command's id. \`seen\` is the value that was on screen when the person decided.

## Socket (Socket.IO, path \`/socket.io\`)

A socket changes nothing; it brings news. A handshake without a session or from another origin ends in \`connect_error\`. One that asks for \`{only: 'notices'}\` in its \`auth\` is sent nothing about patients.

| From | Event | Payload |
|---|---|---|
| server | \`hello\` | \`{protocol, epoch, key, seq, asOfDay, headIntervalMs, quietAfterMs, lookups}\`, first; \`lookups\` is the version of the names and the task catalogue: a client that holds another asks for what changed; a connection that is silent for longer than \`quietAfterMs\` is lost |
| server | \`board:changes\` | \`{seq, cards, removed: [{id, seq}]}\`: whole cards; keep the newest by \`seq\` |
| server | \`head\` | \`{seq, digest}\` every 30 s: the digest of \`id:seq\` of all cards that this audience holds at exactly \`seq\` |
| server | \`day\` | \`{asOfDay}\` at midnight in the hub's time zone |
| server | \`lookups\` | \`{version, edition, wards, catalogue, taskSets}\`: the names and the task catalogue that hold from now on; of two, the one with the higher \`edition\` |
| server | \`presence\` | \`{spellId, viewers: [{id, name, editing?}]}\`; \`editing\`: the part of the plan in which they write (${PLAN_PARTS.join(', ')}) |
| server | \`notices\` | \`{unread}\`: how many notices the person has not read, after \`hello\` and whenever it changes, to their own sockets only |
| server | \`closing\` | nothing; the server is ending, and the socket closes |
| server | \`session:ended\` | \`{message, isLocked?}\`, then the socket closes |
| client | \`presence:view\` | \`{spellId, editing?}\` (\`spellId\` may be null), with an acknowledgement \`{ok: true}\` or a refusal |

The digest is the sum, modulo 2^32, of the 32-bit FNV-1a hash of each \`id:seq\`, as eight hex digits.

## Commands`;

async function protocolText(): Promise<string> {
  const sections = Object.entries(SPELL_COMMANDS).map(commandSection);
  const text = `${[INTRODUCTION, ...sections].join('\n\n')}\n`;
  return format(text, { ...(await resolveConfig(FILE)), parser: 'markdown' });
}

const text = await protocolText();
if (process.argv.includes('--check')) {
  if (readFileSync(FILE, 'utf8') !== text) {
    console.error(`${FILE} is out of date: run npm run docs`);
    process.exit(1);
  }
} else {
  writeFileSync(FILE, text);
}
