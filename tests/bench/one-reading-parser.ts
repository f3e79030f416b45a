import { EventEmitter } from 'node:events';

type Packet = { type: number; data?: unknown };

const KEPT = 8;
const read = new Map<string, unknown>();

/** What is sent to all of them alike is read once: one process plays a thousand browsers. */
function readOnce(json: string): unknown {
  const known = read.get(json);
  if (known !== undefined) return known;
  const value: unknown = JSON.parse(json);
  read.set(json, value);
  for (const oldest of read.keys()) {
    if (read.size <= KEPT) break;
    read.delete(oldest);
  }
  return value;
}

class Encoder {
  encode({ type, data }: Packet): string[] {
    return [`${type}${data === undefined ? '' : JSON.stringify(data)}`];
  }
}

class Decoder extends EventEmitter {
  add(text: string): void {
    const type = Number(text[0]);
    const json = text.slice(1);
    const data = json === '' ? undefined : readOnce(json);
    this.emit('decoded', { type, nsp: '/', data });
  }

  destroy(): void {
    this.removeAllListeners();
  }
}

/** The `parser` option of Socket.IO's client, for text without acknowledgements. */
export const oneReadingParser = { Encoder, Decoder };
