import { ID_MAKER_CHANCES, createIds } from '../domain/ids.ts';

/** The id of the next thing that this page creates; on the server, of the next form that is drawn. */
export const newId = createIds({ startedAt: Date.now(), chance: drawChance() });

function drawChance(): number {
  const [word = 0] = crypto.getRandomValues(new Uint32Array(1));
  return word % ID_MAKER_CHANCES;
}
