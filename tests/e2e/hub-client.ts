import type { APIRequestContext, APIResponse } from '@playwright/test';
import { expect } from '@playwright/test';
import type { BoardAnswer, CommandAnswer } from '../../domain/protocol.ts';
import type { SpellCommandInput } from '../../domain/spell/commands.ts';
import type { SpellView } from '../../domain/spell/spell-view.ts';

type Answered = { status: number; answer: CommandAnswer };

/** The hub over HTTP, as the person whose cookies the requests carry. */
export type HubClient = {
  get(path: string): Promise<APIResponse>;
  board(): Promise<BoardAnswer>;
  spell(spellId: string): Promise<SpellView>;
  /** Whatever the hub answers, with its status. */
  post(command: SpellCommandInput): Promise<Answered>;
  /** The answer to a command that the hub must take. */
  send(command: SpellCommandInput): Promise<Extract<CommandAnswer, { ok: true }>>;
};

export function hubClient(requests: APIRequestContext, origin: string): HubClient {
  const get = (path: string) => requests.get(origin + path);
  const readJson = async (path: string) => {
    const response = await get(path);
    expect(response.status(), path).toBe(200);
    return response.json();
  };
  const post = async (command: SpellCommandInput): Promise<Answered> => {
    const response = await requests.post(`${origin}/api/commands`, {
      headers: { Origin: origin },
      data: command,
    });
    return { status: response.status(), answer: await response.json() };
  };
  return {
    get,
    board: () => readJson('/api/board'),
    spell: (spellId) => readJson(`/api/spells/${spellId}`),
    post,
    async send(command) {
      const { answer } = await post(command);
      if (!answer.ok) throw new Error(`${command.type}: ${answer.message}`);
      return answer;
    },
  };
}
