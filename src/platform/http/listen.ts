import { once } from 'node:events';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { DomainError } from '../../kernel/domain-error.js';
import { say } from '../../kernel/texts.js';
import type { Settings } from '../config/index.js';
import { listenTexts } from './listen-texts.js';

/** The port cannot be listened on; the message tells a person what to do, in both languages. */
class ListenError extends DomainError {
  constructor(code: 'http.port_in_use' | 'http.port_refused', params: { readonly host: string; readonly port: number; readonly reason: string }) {
    super(code, params);
    this.message = both(code, params);
  }
}

/**
 * Listens where the settings say and tells a person the address, in both languages, with a warning where the connection
 * is open to others in clear text.
 * @throws DomainError http.port_in_use, http.port_refused
 */
export async function listen(server: Server, { server: { host, port, publicUrl } }: Settings, tell: (line: string) => void): Promise<void> {
  try {
    server.listen({ host, port });
    await once(server, 'listening');
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new ListenError(reason === 'EADDRINUSE' ? 'http.port_in_use' : 'http.port_refused', { host, port, reason });
  }
  const bound = server.address() as AddressInfo;
  const address = `http://${bound.family === 'IPv6' ? `[${bound.address}]` : bound.address}:${bound.port}`;
  tell(both('http.listening', { address: publicUrl ?? address }));
  if (publicUrl !== null && publicUrl !== address) tell(both('http.listening_inside', { address }));
  if (!isLoopback(bound.address) && !publicUrl?.startsWith('https:')) tell(both('http.plain_warning', { address }));
}

const both = (key: keyof typeof listenTexts.zh, params: Readonly<Record<string, string | number>>): string => `${say(listenTexts, 'zh', key, params)}\n${say(listenTexts, 'en', key, params)}`;

const isLoopback = (address: string): boolean => address === '::1' || /^(?:::ffff:)?127\./.test(address);
