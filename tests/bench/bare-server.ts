import { createServer } from 'node:http';
import { Server } from 'socket.io';

/** The yardstick: Socket.IO alone, which sends what it is posted to everybody. */
const server = createServer((req, res) => {
  const chunks: Buffer[] = [];
  req.on('data', (chunk: Buffer) => chunks.push(chunk));
  req.on('end', () => {
    io.emit('board:changes', JSON.parse(Buffer.concat(chunks).toString()));
    res.end('{}');
  });
});
const io = new Server(server, { serveClient: false, perMessageDeflate: false });
server.listen(Number(process.env.PORT), '127.0.0.1', () => {
  process.stdout.write('ready\n');
});
