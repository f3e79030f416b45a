import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { broker } from '../factories/actor.ts';
import { aStayOn } from '../factories/hub-stays.ts';
import { startHub } from '../factories/running-hub.ts';

const CLIENTS = 50;

type Answer = { ok: true } | { ok: false; code: string; message: string };

/**
 * Fifty brokers claim one task at the same moment, over HTTP, again and again. One has it, whoever
 * that is; the others are told who has it and since when; the log holds one claim.
 */
export async function proveClaimRace(rounds: number): Promise<void> {
  const hub = await startHub();
  const people = Array.from({ length: CLIENTS }, (_none, index) =>
    broker({ id: `user-broker-${index}`, name: `Broker ${index}` }),
  );
  const cookies = [];
  for (const person of people) cookies.push(await hub.signInAs(person));
  const claims = hub.db
    .prepare<[string], string>(
      "SELECT actor_name FROM events WHERE task_id = ? AND type = 'TaskClaimed'",
    )
    .pluck();

  for (let round = 0; round < rounds; round += 1) {
    const stay = await aStayOn(hub);
    const answers = await Promise.all(
      cookies.map(async (headers): Promise<Answer> => {
        const body = { id: randomUUID(), type: 'ClaimTask', ...stay };
        const response = await hub.send(body, headers);
        return (await response.json()) as Answer; // our own server's
      }),
    );
    const winners = people.filter((_person, index) => answers[index]?.ok);
    expect(winners).toHaveLength(1);
    const name = winners[0]?.name ?? '';
    expect(claims.all(stay.taskId)).toEqual([name]);
    for (const answer of answers) {
      if (answer.ok) continue;
      expect(answer.code).toBe('CONFLICT');
      expect(answer.message).toMatch(new RegExp(`^${name} has this task already, since `));
    }
  }
}
