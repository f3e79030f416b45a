import * as z from 'zod';
import { DEFAULT_TIME_ZONE } from '../domain/time.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Everything the environment decides, with the limits and intervals that tests make short. */
export type HubConfig = {
  port: number;
  host: string;
  /** The one origin that pages, forms and sockets come from, such as `https://hub.example.org`. */
  publicOrigin: string;
  databasePath: string;
  timeZone: string;
  /** How many reverse proxies stand in front; their X-Forwarded-For is believed. */
  trustProxy: number;
  logLevel: (typeof LOG_LEVELS)[number];
  headIntervalMs: number;
  /** A connection that has been silent for both together is lost; both sides notice by themselves. */
  pingIntervalMs: number;
  pingTimeoutMs: number;
  sessionCheckIntervalMs: number;
  /** After so long without anybody doing anything, a session is locked. */
  lockAfterMs: number;
  leaveBoardIntervalMs: number;
  raiseIntervalMs: number;
  forgetIntervalMs: number;
  commandsPerSecond: number;
  socketsPerUser: number;
  socketEventsPerSecond: number;
};

const NOT_AN_ORIGIN = 'must be an origin without a path, such as https://hub.example.org';

type Environment = Readonly<Record<string, string | undefined>>;
type ParsedConfig = { ok: true; config: HubConfig } | { ok: false; message: string };

const environment = z
  .object({
    PORT: wholeNumber(1, 65_535, 3000),
    HOST: z.string().default('127.0.0.1'),
    PUBLIC_ORIGIN: z.string().refine(isOrigin, NOT_AN_ORIGIN).optional(),
    DATABASE_PATH: z.string().default('data/hub.sqlite'),
    HUB_TIMEZONE: z
      .string()
      .refine(isTimeZone, 'must be a time zone, such as Europe/London')
      .default(DEFAULT_TIME_ZONE),
    TRUST_PROXY: wholeNumber(0, 10, 0),
    LOG_LEVEL: z.enum(LOG_LEVELS, `must be one of ${LOG_LEVELS.join(', ')}`).default('info'),
    HEAD_INTERVAL_MS: wholeNumber(10, 3_600_000, 30_000),
    PING_INTERVAL_MS: wholeNumber(100, 600_000, 4_000),
    PING_TIMEOUT_MS: wholeNumber(100, 600_000, 4_000),
    SESSION_CHECK_INTERVAL_MS: wholeNumber(10, 600_000, 500),
    LOCK_AFTER_MS: wholeNumber(100, 43_200_000, 1_800_000),
    LEAVE_BOARD_INTERVAL_MS: wholeNumber(100, 3_600_000, 60_000),
    RAISE_INTERVAL_MS: wholeNumber(100, 3_600_000, 60_000),
    FORGET_INTERVAL_MS: wholeNumber(100, 86_400_000, 3_600_000),
    COMMANDS_PER_SECOND: wholeNumber(1, 100_000, 60),
    SOCKETS_PER_USER: wholeNumber(1, 100_000, 500),
    SOCKET_EVENTS_PER_SECOND: wholeNumber(1, 100_000, 20),
  })
  .transform((env): HubConfig => ({
    port: env.PORT,
    host: env.HOST,
    publicOrigin: env.PUBLIC_ORIGIN ?? `http://localhost${env.PORT === 80 ? '' : `:${env.PORT}`}`,
    databasePath: env.DATABASE_PATH,
    timeZone: env.HUB_TIMEZONE,
    trustProxy: env.TRUST_PROXY,
    logLevel: env.LOG_LEVEL,
    headIntervalMs: env.HEAD_INTERVAL_MS,
    pingIntervalMs: env.PING_INTERVAL_MS,
    pingTimeoutMs: env.PING_TIMEOUT_MS,
    sessionCheckIntervalMs: env.SESSION_CHECK_INTERVAL_MS,
    lockAfterMs: env.LOCK_AFTER_MS,
    leaveBoardIntervalMs: env.LEAVE_BOARD_INTERVAL_MS,
    raiseIntervalMs: env.RAISE_INTERVAL_MS,
    forgetIntervalMs: env.FORGET_INTERVAL_MS,
    commandsPerSecond: env.COMMANDS_PER_SECOND,
    socketsPerUser: env.SOCKETS_PER_USER,
    socketEventsPerSecond: env.SOCKET_EVENTS_PER_SECOND,
  }));

/** The configuration, or one line that says which variable is wrong. An empty one counts as unset. */
export function parseConfig(env: Environment): ParsedConfig {
  const set = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = environment.safeParse(set);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const name = String(issue?.path[0] ?? 'The environment');
    return {
      ok: false,
      message: `${name} ${issue?.message ?? 'is wrong'}; it is "${set[name] ?? ''}".`,
    };
  }
  const openPlainly = plainHttpBeyondLoopback(parsed.data);
  return openPlainly === null
    ? { ok: true, config: parsed.data }
    : { ok: false, message: openPlainly };
}

/** Security: passwords and patients never travel in the clear beyond this machine. */
function plainHttpBeyondLoopback({ publicOrigin, host }: HubConfig): string | null {
  const url = new URL(publicOrigin);
  if (url.protocol === 'https:') return null;
  if (!isLoopback(url.hostname)) {
    return `PUBLIC_ORIGIN must begin with https:// unless it is this machine's own; it is "${publicOrigin}".`;
  }
  if (!isLoopback(host)) {
    return `HOST "${host}" would serve plain http to other machines: set an https PUBLIC_ORIGIN and a reverse proxy.`;
  }
  return null;
}

/** True for the names and addresses by which a machine reaches itself. */
export function isLoopback(hostname: string): boolean {
  return (
    hostname === 'localhost' ||
    hostname === '::1' ||
    hostname === '[::1]' ||
    /^127(\.\d{1,3}){3}$/.test(hostname)
  );
}

function wholeNumber(min: number, max: number, standard: number) {
  const message = `must be a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\d{1,9}$/, message)
    .transform(Number)
    .refine((value) => value >= min && value <= max, message)
    .default(standard);
}

function isOrigin(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { origin, protocol } = new URL(text);
  return origin === text && (protocol === 'http:' || protocol === 'https:');
}

function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: text });
    return true;
  } catch {
    // The only way to ask whether a zone is known is to try it.
    return false;
  }
}
