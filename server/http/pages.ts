import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createRequestHandler } from '@remix-run/express';
import type { AppLoadContext, ServerBuild } from '@remix-run/node';
import type { Request, RequestHandler } from 'express';
import express from 'express';
import { StartProblem } from '../start-problem.ts';
import { handleAsync } from './async-handler.ts';
import { unknownFile } from './faults.ts';

/** The pages and their files; what an express app mounts, in this order. */
export type Pages = {
  files: RequestHandler[];
  handler: RequestHandler;
  close: () => Promise<void>;
};

type LoadContext = (req: Request) => AppLoadContext;

/** The built pages, from `build/` in the folder that the server was started in. */
export async function builtPages(loadContext: LoadContext, buildPath = 'build'): Promise<Pages> {
  const entry = path.resolve(buildPath, 'server/index.js');
  const client = path.resolve(buildPath, 'client');
  if (!existsSync(entry)) throw new StartProblem(`${entry} is missing: run npm run build first.`);
  // Written by Remix's build, which has no types of its own.
  const build = (await import(pathToFileURL(entry).href)) as ServerBuild;
  const assets = express.Router();
  assets.use('/assets', express.static(path.join(client, 'assets'), foreverFiles), unknownFile);
  return {
    files: [assets, express.static(client, { index: false, redirect: false, maxAge: '1h' })],
    handler: handleAsync(
      createRequestHandler({ build, mode: 'production', getLoadContext: loadContext }),
    ),
    close: async () => {},
  };
}

/** Their names change with their content. */
const foreverFiles = { index: false, redirect: false, immutable: true, maxAge: '1y' } as const;

/** The pages from their source, reloading themselves over the hub's own port. */
export async function developedPages(loadContext: LoadContext, server: Server): Promise<Pages> {
  const { createServer } = await import('vite');
  const vite = await createServer({
    appType: 'custom',
    server: { middlewareMode: true, hmr: { server } },
  });
  // What this module is, only vite's Remix plugin knows.
  const build = () => vite.ssrLoadModule('virtual:remix/server-build') as Promise<ServerBuild>;
  return {
    files: [vite.middlewares],
    handler: handleAsync(
      createRequestHandler({ build, mode: 'development', getLoadContext: loadContext }),
    ),
    close: () => vite.close(),
  };
}
