import type { OpenHub } from '../db/open-hub.ts';
import { openHub } from '../db/open-hub.ts';
import type { Hub } from './compose.ts';
import { composeHub } from './compose.ts';
import type { HubConfig } from './config.ts';
import { isLoopback } from './config.ts';
import { createLogger, describeFault } from './logger.ts';
import type { Logger } from './logger.ts';
import { workerEngine } from './reports/worker-engine.ts';
import { StartProblem } from './start-problem.ts';

const CLOSE_WITHIN_MS = 10_000;

/** Opens the database, serves the hub, and sees to it that it ends well. */
export async function serve(config: HubConfig): Promise<Hub> {
  const logger = createLogger(config.logLevel);
  const isDevelopment = process.env.NODE_ENV === 'development';
  const at = new Date().toISOString();
  const database = await openHub(config.databasePath, { at });
  try {
    const hub = await composeHub({
      config,
      store: database.store,
      accounts: database.accounts,
      logger,
      reportEngine: workerEngine(config.databasePath, logger),
      remix: isDevelopment ? 'development' : 'production',
    });
    requireLoopbackForDemo(hub, config);
    await hub.listen();
    endWell(hub, database, logger);
    warnAboutProxy(config, logger);
    process.stdout.write(`The Discharge Hub is at ${config.publicOrigin}\n`);
    return hub;
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Security: everybody knows the password of a demo's accounts. */
function requireLoopbackForDemo(hub: Hub, { publicOrigin, databasePath }: HubConfig): void {
  if (!hub.isDemo || isLoopback(new URL(publicOrigin).hostname)) return;
  throw new StartProblem(
    `${databasePath} is a demonstration; it is only served on this machine, and PUBLIC_ORIGIN is ${publicOrigin}.`,
  );
}

function warnAboutProxy({ publicOrigin, trustProxy }: HubConfig, logger: Logger): void {
  if (!publicOrigin.startsWith('https:') || trustProxy > 0) return;
  logger.warn('TRUST_PROXY is 0, so everybody behind the proxy counts as one address');
}

function endWell(hub: Hub, database: OpenHub, logger: Logger): void {
  let isEnding = false;
  async function end(exitCode: number): Promise<void> {
    if (isEnding) return;
    isEnding = true;
    setTimeout(() => process.exit(1), CLOSE_WITHIN_MS).unref();
    try {
      await hub.close();
      await database.close();
      process.exit(exitCode);
    } catch (fault) {
      logger.fatal({ fault: describeFault(fault) }, 'could not end well');
      process.exit(1);
    }
  }
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) {
    process.on(signal, () => {
      logger.info({ signal }, 'ending');
      void end(0);
    });
  }
  const onFault = (fault: unknown) => {
    logger.fatal({ fault: describeFault(fault) }, 'unexpected fault');
    void end(1);
  };
  process.on('unhandledRejection', onFault);
  process.on('uncaughtException', onFault);
}
