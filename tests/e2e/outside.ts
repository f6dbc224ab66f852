import { createServer, type Server } from 'node:net';

/** Chromium asks these for itself, whatever is done to keep it from it. Nothing of Hearsay names them. */
const ASKED_BY_CHROMIUM = /^\w+ (?:https?:\/\/)?(?:[\w-]+\.)*(?:google|googleapis|gstatic|gvt1)\.com[:/]/;

/** Listens where the browser believes its proxy to be: whatever is asked of another machine ends here, and is noted. */
export interface Outside {
  readonly port: number;
  /** First line of each request that wanted to leave this machine. */
  readonly asked: string[];
  close(): Promise<void>;
}

/** Starts listening on a free port; every connection is answered with a refusal. */
export async function listenOutside(): Promise<Outside> {
  const asked: string[] = [];
  const server: Server = createServer((socket) => {
    socket.on('error', () => {});
    socket.once('data', (data) => {
      const line = data.toString('latin1').split('\r\n')[0] ?? '';
      if (!ASKED_BY_CHROMIUM.test(line)) asked.push(line);
      socket.end('HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n');
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    port: address.port,
    asked,
    close: () => new Promise((closed) => void server.close(() => closed())),
  };
}
