import type { Audience } from '../../domain/actor.ts';
import { audienceKey } from '../../domain/audience.ts';

/** Who is connected, by what they may see: one room for each audience key that has sockets. */
export type Rooms<Socket> = {
  enter(audience: Audience, socket: Socket): string;
  leave(key: string, socket: Socket): void;
  audiences(): { key: string; audience: Audience }[];
};

export function createRooms<Socket>(): Rooms<Socket> {
  const rooms = new Map<string, { audience: Audience; sockets: Set<Socket> }>();
  return {
    enter({ role, wardIds, place }, socket) {
      const audience = { role, wardIds, place };
      const key = audienceKey(audience);
      const room = rooms.get(key) ?? { audience, sockets: new Set<Socket>() };
      room.sockets.add(socket);
      rooms.set(key, room);
      return key;
    },
    leave(key, socket) {
      const room = rooms.get(key);
      room?.sockets.delete(socket);
      if (room?.sockets.size === 0) rooms.delete(key);
    },
    audiences: () => [...rooms].map(([key, { audience }]) => ({ key, audience })),
  };
}
