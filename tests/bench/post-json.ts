import { Agent, request } from 'node:http';
import { json } from 'node:stream/consumers';

/** As many connections as stay open, however many requests wait: none is opened for each request. */
const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Posts JSON and answers what came back, whatever its status. */
export function postJson(
  url: string,
  headers: Record<string, string>,
  body: string,
): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const options = { agent, method: 'POST', headers: { ...headers, 'content-type': 'application/json' } }; // prettier-ignore
    request(url, options, (response) => {
      json(response).then(resolve, reject);
    })
      .on('error', reject)
      .end(body);
  });
}
