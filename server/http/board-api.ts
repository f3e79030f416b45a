import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Request, Response, Router } from 'express';
import express from 'express';
import * as z from 'zod';
import { audienceKey } from '../../domain/audience.ts';
import { refuse } from '../../domain/result.ts';
import type { Logger } from '../logger.ts';
import type { Services } from '../services.ts';
import { sendRefusal } from './refusal-answer.ts';
import { signedInOnly } from './signed-in-only.ts';

/** The best first: browsers name them without a preference. */
const CODINGS = ['br', 'gzip'] as const;
type Coding = (typeof CODINGS)[number];

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

const NOT_A_CURSOR = refuse('INVALID', 'since must be a whole number, together with an epoch.');

const sinceQuery = z.union([
  z
    .object({
      since: z
        .string()
        .regex(/^\d{1,15}$/)
        .transform(Number),
      epoch: z.string().min(1).max(100),
      key: z.string().max(10_000).optional(),
    })
    .transform(({ since, epoch, key }) => ({
      seq: since,
      epoch,
      ...(key === undefined ? {} : { key }),
    })),
  z.object({ since: z.undefined().optional() }).transform(() => undefined),
]);

export type BoardVersion = { epoch: string; seq: number; asOfDay: string; lookups: string };

type Deps = {
  services: Pick<Services, 'board'>;
  boardVersion: () => BoardVersion;
  logger: Pick<Logger, 'warn'>;
};
type Snapshot = { etag: string; json: Buffer; coded: Map<Coding, Promise<Buffer>> };

/** `GET /api/board`: all of an audience's cards, or what changed since a seq of an epoch. */
export function boardRoutes({ services, boardVersion, logger }: Deps): Router {
  let mismatches = 0;
  const snapshots = createSnapshotCache();
  const router = express.Router();
  router.get(
    '/api/board',
    signedInOnly(async (actor, req, res) => {
      const since = sinceQuery.safeParse(req.query);
      if (!since.success) {
        sendRefusal(res, NOT_A_CURSOR);
        return;
      }
      const key = audienceKey(actor);
      const version = boardVersion();
      if (req.headers['hub-mismatch'] !== undefined) {
        mismatches += 1;
        // Should never be: either side has a fault that the fresh snapshot mends.
        logger.warn({ mismatches, key, seq: version.seq }, 'a board was not what it should be');
      }
      const etag = etagOf(key, version);
      res.set('ETag', etag);
      if (hasAlready(req, etag)) {
        res.status(304).end();
        return;
      }
      if (since.data !== undefined) {
        res.json(services.board(actor, since.data));
        return;
      }
      await sendSnapshot(
        req,
        res,
        snapshots.get(key, etag, () => JSON.stringify(services.board(actor))),
      );
    }),
  );
  return router;
}

function etagOf(key: string, { epoch, seq, asOfDay, lookups }: BoardVersion): string {
  return `W/"${[epoch, key, seq, asOfDay, lookups].join('.')}"`;
}

/** Express's own check takes the no-cache that browsers add to mean: never 304. */
function hasAlready(req: Request, etag: string): boolean {
  const held = req.headers['if-none-match'] ?? '';
  return held.includes(etag);
}

async function sendSnapshot(req: Request, res: Response, snapshot: Snapshot) {
  res.type('json').vary('Accept-Encoding');
  const coding = CODINGS.find((known) => req.acceptsEncodings(known) === known);
  if (coding === undefined) {
    res.send(snapshot.json);
    return;
  }
  const coded = snapshot.coded.get(coding) ?? compress(snapshot.json, coding);
  snapshot.coded.set(coding, coded);
  res.set('Content-Encoding', coding).send(await coded);
}

/** Brotli, which looks back over all the cards and not over 32 kB, makes a third less of them. */
function compress(json: Buffer, coding: Coding): Promise<Buffer> {
  if (coding === 'gzip') return toGzip(json, { level: 6, memLevel: 9 });
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: 5,
    [constants.BROTLI_PARAM_SIZE_HINT]: json.length,
  };
  return toBrotli(json, { params });
}

/**
 * The newest snapshot of each audience, written and compressed once: after a network fault a
 * thousand browsers ask for the same one within seconds.
 */
function createSnapshotCache(maxKeys = 50) {
  const byKey = new Map<string, Snapshot>();
  return {
    get(key: string, etag: string, write: () => string): Snapshot {
      const held = byKey.get(key);
      if (held?.etag === etag) return held;
      const json = Buffer.from(write());
      const snapshot: Snapshot = { etag, json, coded: new Map() };
      byKey.delete(key);
      byKey.set(key, snapshot);
      const [oldest] = byKey.keys();
      if (byKey.size > maxKeys && oldest !== undefined) byKey.delete(oldest);
      return snapshot;
    },
  };
}
