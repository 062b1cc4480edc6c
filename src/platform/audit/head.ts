import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Settings } from '../config/schema.js';
import type { KeyRing, Seal, SealSignature } from '../crypto/index.js';
import { sameBytes } from '../crypto/suites.js';
import { ChainKey } from './chain.js';

/** The last segment at a moment, told outside the database: without it a cut tail could not be seen. */
export type ChainHead = {
  readonly no: string;
  readonly sealedAt: string;
  readonly keyId: string;
  /** base64url */
  readonly mac: string;
  readonly signature: string;
  /** By the seal, so that whoever has its public key can check the head without the ring; missing in heads of before. */
  readonly seal?: SealSignature;
};

const FILE = 'audit-head.json';

export const headFile = ({ audit, database }: Settings): string => path.join(audit.headFolder ?? database.dataDir, FILE);

const signed = ({ no, sealedAt, keyId, mac }: Omit<ChainHead, 'signature'>): string => JSON.stringify(['zhujiu head 1', no, sealedAt, keyId, mac]);

export function signHead(chain: ChainKey, head: Omit<ChainHead, 'signature'>): ChainHead {
  return { ...head, signature: chain.signHead(signed(head)).toString('base64url') };
}

/** Whether the head was signed by a key of the ring. */
export function isSignedHead(ring: KeyRing, head: ChainHead): boolean {
  const key = ring.find('chain', head.keyId);
  return key !== null && sameBytes(new ChainKey(key).signHead(signed(head)), Buffer.from(head.signature, 'base64url'));
}

export const withSeal = (seal: Seal, head: ChainHead): ChainHead => ({ ...head, seal: seal.sign(Buffer.from(signed(head))) });

/** False where the seal is not ours or belongs to another head. */
export const isSealedHead = (seal: Seal, head: ChainHead): boolean => head.seal === undefined || seal.verify(Buffer.from(signed(head)), head.seal);

/** Replaces the file as a whole: a reader never sees half of it. */
export function writeHead(file: string, head: ChainHead): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${randomBytes(6).toString('hex')}.new`;
  writeFileSync(draft, `${JSON.stringify(head)}\n`, { mode: 0o644 });
  renameSync(draft, file);
}

/** Null where there is no file. @throws SyntaxError where it holds something else */
export function readHead(file: string): ChainHead | null {
  if (!existsSync(file)) return null;
  const read: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (!isHead(read)) throw new SyntaxError('no head of an audit chain');
  return read;
}

const isHead = (value: unknown): value is ChainHead => typeof value === 'object' && value !== null
  && ['no', 'sealedAt', 'keyId', 'mac', 'signature'].every((name) => typeof (value as Readonly<Record<string, unknown>>)[name] === 'string');
