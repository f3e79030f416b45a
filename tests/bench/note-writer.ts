import { randomUUID } from 'node:crypto';
import type { BoardAnswer, CommandAnswer } from '../../domain/protocol.ts';
import { postJson } from './post-json.ts';

type Saved = Extract<CommandAnswer, { ok: true }>;

/** Writes a note about one patient after another. */
export type NoteWriter = (index: number) => Promise<Saved>;

export async function noteWriter(
  origin: string,
  headers: Record<string, string>,
): Promise<NoteWriter> {
  const board = await fetch(`${origin}/api/board`, { headers });
  const { cards } = (await board.json()) as BoardAnswer; // our own server's
  const here = cards.filter((card) => card.dischargedOn === null);
  return async (index) => {
    const spellId = here[index % here.length]?.id;
    const command = { id: randomUUID(), type: 'AddNote', spellId, text: `Note ${index}` };
    const url = `${origin}/api/commands`;
    const answer = (await postJson(url, headers, JSON.stringify(command))) as CommandAnswer; // as above
    if (!answer.ok) throw new Error(answer.message);
    return answer;
  };
}
