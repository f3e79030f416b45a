import type { Socket } from 'socket.io-client';
import { io } from 'socket.io-client';
import type { ClientToServerEvents, ServerToClientEvents } from '../../domain/protocol.ts';
import { COMING_BACK } from './hub-socket.ts';

/**
 * Hears how many notices somebody has not read, on a page without a live board, which hears it by
 * its own connection. Answers how to end it; null while nothing is heard.
 */
export function watchUnread(userId: string, heard: (unread: number | null) => void): () => void {
  const socket: Socket<ServerToClientEvents, ClientToServerEvents> = io({
    ...COMING_BACK,
    auth: { userId, only: 'notices' },
  });
  socket.on('notices', ({ unread }) => {
    heard(unread);
  });
  socket.on('disconnect', () => {
    heard(null);
  });
  return () => {
    socket.removeAllListeners();
    socket.disconnect();
    heard(null);
  };
}
