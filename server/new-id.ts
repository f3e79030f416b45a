import { randomInt } from 'node:crypto';
import { ID_MAKER_CHANCES, createIds } from '../domain/ids.ts';

/** The id of the next thing that this run of the program creates. */
export const newId = createIds({ startedAt: Date.now(), chance: randomInt(ID_MAKER_CHANCES) });
