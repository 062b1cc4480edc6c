import { err, ok, type Result } from '../../../kernel/result.js';
import { parties, type Party } from './exchange-line.js';

export const BATCH_FORMAT = 'zhujiu.exchange/1';

/** First line of a batch. */
export type BatchHeader = { readonly party: Party; /** Region of the body that sends. */ readonly sender: string; /** The sender's own number of the batch. */ readonly batch: string; readonly baseYear: number; readonly records: number };

export type GivenSeal = { readonly algorithm: string; readonly keyId: string; readonly signature: string };

/** Last line of a batch: SHA-256 of everything before it, and the sender's seal on the same bytes where it has one. */
export type BatchTrailer = { readonly digest: string; readonly seal: GivenSeal | null };

export type BatchFault = 'empty' | 'header' | 'trailer' | 'incomplete' | 'too_many';

/** A batch as it came, cut into lines. Line 1 is the header. */
export type ReadBatch = { readonly header: BatchHeader; readonly lines: readonly { readonly number: number; readonly text: string }[]; readonly trailer: BatchTrailer; /** Bytes that digest and seal are over. */ readonly signedBytes: number };

const REGION = /^[1-9]\d{5}(?:\d{3}(?:\d{3})?)?$/;
const NUMBER = /^[\w.-]{1,64}$/;
const DIGEST = /^[0-9a-f]{64}$/;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null && !Array.isArray(value);

function object(line: string): Readonly<Record<string, unknown>> | null {
  try {
    const read: unknown = JSON.parse(line);
    return isObject(read) ? read : null;
  } catch {
    return null;
  }
}

/** Cuts a batch and reads its frame; the records themselves are read one by one. Empty lines are passed over, and counted as lines. */
export function readBatch(text: string, mostRecords: number): Result<ReadBatch, BatchFault> {
  const lines = text.split('\n').map((line, at) => ({ number: at + 1, text: line.replace(/\r$/, '') })).filter((line) => line.text.trim() !== '');
  if (lines.length === 0) return err('empty');
  const header = headerOf(lines[0]?.text.replace(/^\ufeff/, '') ?? '');
  if (header === null) return err('header');
  const last = lines.at(-1);
  const trailer = last === undefined || lines.length === 1 ? null : trailerOf(last.text);
  if (trailer === null || last === undefined) return err('trailer');
  const records = lines.slice(1, -1);
  if (records.length > mostRecords) return err('too_many');
  if (records.length !== header.records) return err('incomplete');
  const signed = text.slice(0, text.lastIndexOf(last.text));
  return ok({ header, lines: records, trailer, signedBytes: new TextEncoder().encode(signed).length });
}

function headerOf(line: string): BatchHeader | null {
  const { format, party, sender, batch, baseYear, records } = object(line) ?? {};
  const from = parties.find((one) => one === party);
  if (format !== BATCH_FORMAT || from === undefined || typeof sender !== 'string' || !REGION.test(sender) || typeof batch !== 'string' || !NUMBER.test(batch)) return null;
  if (typeof baseYear !== 'number' || !Number.isInteger(baseYear) || baseYear < 2015 || baseYear > 2035 || typeof records !== 'number' || !Number.isInteger(records) || records < 0) return null;
  return { party: from, sender, batch, baseYear, records };
}

function trailerOf(line: string): BatchTrailer | null {
  const { digest, seal } = object(line) ?? {};
  if (typeof digest !== 'string' || !DIGEST.test(digest)) return null;
  if (seal === undefined || seal === null) return { digest, seal: null };
  if (!isObject(seal)) return null;
  const { algorithm, keyId, signature } = seal;
  return typeof algorithm === 'string' && typeof keyId === 'string' && typeof signature === 'string' ? { digest, seal: { algorithm, keyId, signature } } : null;
}
