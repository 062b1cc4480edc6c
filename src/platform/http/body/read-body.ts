import type { IncomingMessage } from 'node:http';
import { DomainError } from '../../../kernel/domain-error.js';
import { drain } from './drain.js';

/** More would be read by recursion somewhere behind us. */
const JSON_DEPTH = 50;
const FORM_FIELDS = 1_000;

export type FormBody = Readonly<Record<string, string | readonly string[]>>;

export const hasBody = (req: IncomingMessage): boolean =>
  req.headers['transfer-encoding'] !== undefined || Number(req.headers['content-length'] ?? 0) > 0;

/** The body as text. @throws DomainError http.unsupported_encoding, http.body_too_large, http.interrupted, http.body_not_utf8 */
export async function readText(req: IncomingMessage, limit: number): Promise<string> {
  const encoding = req.headers['content-encoding'] ?? 'identity';
  const charset = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(req.headers['content-type'] ?? '')?.[1] ?? 'utf-8';
  if (encoding.toLowerCase() !== 'identity' || !/^utf-?8$/i.test(charset)) {
    drain(req, limit);
    throw new DomainError('http.unsupported_encoding');
  }
  const bytes = await readBytes(req, limit);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new DomainError('http.body_not_utf8');
  }
}

function readBytes(req: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    let size = 0;
    const refuse = (code: string, params = {}): void => {
      req.removeListener('data', take);
      reject(new DomainError(code, params));
    };
    const tooLarge = (): void => {
      refuse('http.body_too_large', { limit });
      drain(req, limit);
    };
    const take = (chunk: Buffer): void => {
      size += chunk.length;
      chunks.push(chunk);
      if (size > limit) tooLarge();
    };
    if (Number(req.headers['content-length'] ?? 0) > limit) return tooLarge();
    req.on('data', take);
    req.on('end', () => resolve(Buffer.concat(chunks)));
    req.on('error', () => refuse('http.interrupted'));
    req.on('close', () => refuse('http.interrupted'));
  });
}

/** @throws DomainError http.json_malformed, http.json_too_deep */
export function parseJson(text: string): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw new DomainError('http.json_malformed');
  }
  if (isDeeperThan(JSON_DEPTH, value)) throw new DomainError('http.json_too_deep', { limit: JSON_DEPTH });
  return value;
}

function isDeeperThan(limit: number, value: unknown): boolean {
  let level = [value].filter(isContainer);
  for (let depth = 1; level.length > 0; depth += 1) {
    if (depth > limit) return true;
    level = level.flatMap((container) => Object.values(container).filter(isContainer));
  }
  return false;
}

const isContainer = (value: unknown): value is object => typeof value === 'object' && value !== null;

/** Fields in the order of the form; a name sent more than once gives a list. @throws DomainError http.too_many_fields */
export function parseForm(text: string): FormBody {
  const pairs = [...new URLSearchParams(text)];
  if (pairs.length > FORM_FIELDS) throw new DomainError('http.too_many_fields', { limit: FORM_FIELDS });
  const fields = new Map<string, string | string[]>();
  for (const [name, value] of pairs) {
    const before = fields.get(name);
    fields.set(name, before === undefined ? value : [...(Array.isArray(before) ? before : [before]), value]);
  }
  return Object.fromEntries(fields);
}
