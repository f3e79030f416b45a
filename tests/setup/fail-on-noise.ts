import { format } from 'node:util';
import { afterAll, afterEach } from 'vitest';

/**
 * Makes the running test fail on any console.error, console.warn or unhandled rejection. A test that
 * expects one says so: `vi.spyOn(console, 'error').mockImplementation(() => {})`.
 */
export function failOnNoise(isExpected: (text: string) => boolean = () => false) {
  const heard: string[] = [];
  // Tests may replace the timers.
  const realSetImmediate = setImmediate;

  for (const method of ['error', 'warn'] as const) {
    const original = console[method];
    console[method] = (...args: unknown[]) => {
      const text = format(...args);
      if (isExpected(text)) return;
      heard.push(`console.${method}: ${text}`);
      original(...args);
    };
  }

  const onRejection = (reason: unknown) => {
    heard.push(`unhandled rejection: ${format(reason)}`);
  };
  process.on('unhandledRejection', onRejection);

  const check = async () => {
    // Node reports a rejection only after the microtasks of the turn.
    await new Promise<void>((resolve) => realSetImmediate(resolve));
    const noise = heard.splice(0);
    if (noise.length > 0) throw new Error(`Unexpected noise:\n${noise.join('\n')}`);
  };
  afterEach(check);
  afterAll(async () => {
    process.off('unhandledRejection', onRejection);
    await check();
  });
}
