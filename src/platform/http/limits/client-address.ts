import { isIPv6 } from 'node:net';
import type { Request } from 'express';

const HEXTETS = 8;
/** A household or an office is given a /64; single addresses in it cost nothing. */
const NETWORK_HEXTETS = 4;

/**
 * What limits and quotas count as one caller: an IPv4 address, or the /64 network of an IPv6 address. Behind a trusted
 * proxy it is the address that the proxy tells, else that of the connection. Personal data: never log it.
 */
export function clientAddress(req: Pick<Request, 'ip'>): string {
  return networkOf(req.ip ?? 'unknown');
}

export function networkOf(address: string): string {
  const bare = address.split('%', 1)[0] ?? address;
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare);
  if (mapped?.[1]) return mapped[1];
  if (!isIPv6(bare)) return bare;
  const [head = '', tail] = bare.toLowerCase().split('::');
  const left = head === '' ? [] : head.split(':');
  const right = tail === undefined || tail === '' ? [] : tail.split(':');
  const zeros = Array.from({ length: Math.max(0, HEXTETS - left.length - right.length) }, () => '0');
  const network = [...left, ...zeros, ...right].slice(0, NETWORK_HEXTETS).map((hextet) => hextet.replace(/^0+(?=.)/, ''));
  return `${network.join(':')}::/64`;
}
