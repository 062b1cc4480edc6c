import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import type { NextFunction, Request, Response } from 'express';
import { sharedPacked, type Packing } from './packed-copies.js';

/** Below this packing saves less than the headers that tell of it. */
const SMALLEST = 1_024;
/** Above this an answer is left to the streaming packer, which does not hold up others. */
const LARGEST = 131_072;

const TEXT = /^(?:text\/|application\/(?:[\w.-]+\+)?json\b|image\/svg\+xml)/;
/** Pages are made anew each time: the quickest setting costs a third of the usual one and 400 bytes more. Assets are packed at build. */
const QUICK_BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_LGWIN]: 16 } };
const QUICK_GZIP = { level: 3 };

const packers: readonly (readonly [Packing, (whole: Buffer) => Buffer])[] = [
  ['br', (whole) => brotliCompressSync(whole, QUICK_BROTLI)],
  ['gzip', (whole) => gzipSync(whole, QUICK_GZIP)],
];

type End = (chunk?: unknown, encoding?: unknown, done?: unknown) => Response;

/**
 * Packs an answer that is there as a whole, as pages are, in one step. The streaming packer behind this one takes a
 * pipeline and a thread for each answer: four times the work for ten kilobytes.
 */
export function packWholeAnswers(req: Request, res: Response, next: NextFunction): void {
  const end = res.end.bind(res) as End;
  res.end = ((chunk?: unknown, encoding?: unknown, done?: unknown): Response => {
    const whole = wholeText(req, res, chunk, encoding);
    if (whole === null) return end(chunk, encoding, done);
    res.vary('Accept-Encoding');
    const [name, pack] = packers.find(([known]) => req.acceptsEncodings(known) === known) ?? [];
    if (name === undefined || pack === undefined) return end(chunk, encoding, done);
    const shared = sharedPacked(res);
    const packed = shared?.get(name) ?? pack(whole);
    shared?.set(name, packed);
    res.setHeader('Content-Encoding', name);
    res.setHeader('Content-Length', packed.length);
    return typeof encoding === 'function' ? end(packed, encoding) : end(packed, undefined, done);
  }) as Response['end'];
  next();
}

/** Null for what is not packed here: streamed, packed already, small, large, no text, or without a body. */
function wholeText(req: Request, res: Response, chunk: unknown, encoding: unknown): Buffer | null {
  if (res.headersSent || req.method === 'HEAD' || !(typeof chunk === 'string' || Buffer.isBuffer(chunk))) return null;
  if (chunk.length < SMALLEST / 3 || chunk.length > LARGEST) return null;
  if (res.getHeader('Content-Encoding') !== undefined || !TEXT.test(String(res.getHeader('Content-Type') ?? ''))) return null;
  const whole = typeof chunk === 'string' ? Buffer.from(chunk, typeof encoding === 'string' ? encoding as BufferEncoding : 'utf8') : chunk;
  return whole.length < SMALLEST || whole.length > LARGEST ? null : whole;
}
