import { createServer } from 'node:http';
import Database from 'better-sqlite3';
import { Server } from 'socket.io';
import { configureConnection } from '../../db/open-database.ts';

/**
 * The yardstick: Socket.IO alone, which sends what it is posted to everybody. With a DATABASE_PATH
 * it writes that to the disk first, as whatever acknowledges a change must.
 */
const { PORT, DATABASE_PATH } = process.env;
const write = DATABASE_PATH === undefined ? () => undefined : writerTo(DATABASE_PATH);

const server = createServer((req, res) => {
  const chunks: Buffer[] = [];
  req.on('data', (chunk: Buffer) => chunks.push(chunk));
  req.on('end', () => {
    const body = Buffer.concat(chunks).toString();
    write(body);
    io.emit('board:changes', JSON.parse(body));
    res.end('{}');
  });
});
const io = new Server(server, { serveClient: false, perMessageDeflate: false });
server.listen(Number(PORT), '127.0.0.1', () => {
  process.send?.('ready');
});

function writerTo(file: string): (body: string) => void {
  const db = new Database(file);
  db.pragma('journal_mode = WAL');
  configureConnection(db);
  db.exec('CREATE TABLE changes (seq INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT');
  const insert = db.prepare<[string]>('INSERT INTO changes (body) VALUES (?)');
  const transaction = db.transaction((body: string) => insert.run(body));
  return (body) => {
    transaction.immediate(body);
  };
}
