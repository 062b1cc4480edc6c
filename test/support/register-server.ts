import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Register = {
  readonly url: string;
  /** `/insurance?cursor=…` of every call that came, in order. */
  readonly calls: string[];
  close(): Promise<void>;
};

export const REGISTER_KEY = 'key-of-the-register-0001';

/** A real server of a register; `answer` does what it likes with a call whose key is right. */
export async function startRegister(answer: (path: string, req: IncomingMessage, res: ServerResponse) => void): Promise<Register> {
  const calls: string[] = [];
  const server: Server = createServer((req, res) => {
    const path = req.url ?? '';
    calls.push(path);
    if (req.headers.authorization !== `Bearer ${REGISTER_KEY}`) {
      res.writeHead(401).end();
      return;
    }
    answer(path, req, res);
  });
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve); });
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    calls,
    close: () => new Promise((resolve) => {
      server.closeAllConnections();
      server.close(() => resolve());
    }),
  };
}

/** A page as the register gives it. */
export function sendPage(res: ServerResponse, rows: readonly object[], next: string | null, over: object = {}): void {
  res.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ asOf: '2025-02-01T00:00:00+08:00', rows, next, ...over }));
}
