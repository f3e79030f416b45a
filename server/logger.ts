import type { DestinationStream, Logger } from 'pino';
import { pino, stdTimeFunctions } from 'pino';
import type { HubConfig } from './config.ts';

export type { Logger } from 'pino';

/** Lines of JSON on standard output. What is logged is chosen field by field, never a whole object. */
export function createLogger(
  level: HubConfig['logLevel'],
  destination?: DestinationStream,
): Logger {
  const options = { level, base: null, timestamp: stdTimeFunctions.isoTime };
  return destination === undefined ? pino(options) : pino(options, destination);
}

type Fault = { name: string; code?: string; places: string[]; cause?: Fault };

/**
 * What may be logged of an error. Security: its message may quote a patient's data (a failed query
 * its values); its name, code and places in the source cannot.
 */
export function describeFault(error: unknown, depth = 0): Fault {
  if (!(error instanceof Error)) return { name: typeof error, places: [] };
  const { cause } = error;
  return {
    name: error.name,
    ...('code' in error && typeof error.code === 'string' ? { code: error.code } : {}),
    places: codePlaces(error),
    ...(cause !== undefined && depth < 3 ? { cause: describeFault(cause, depth + 1) } : {}),
  };
}

function codePlaces({ stack = '' }: Error): string[] {
  return stack
    .split('\n')
    .filter((line) => /^ {4}at .+:\d+:\d+\)?$/.test(line))
    .map((line) => line.trim());
}
