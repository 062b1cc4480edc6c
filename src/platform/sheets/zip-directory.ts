import zlib from 'node:zlib';
import { DomainError } from '../../kernel/domain-error.js';

export type ZipEntry = {
  readonly name: string;
  readonly packed: number;
  readonly unpacked: number;
  readonly crc: number;
  readonly method: number;
  readonly offset: number;
};

export type ZipLimits = { readonly maxUnpackedBytes: number };

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const LONGEST_COMMENT = 65_535;
const MOST_ENTRIES = 10_000;
/** Real sheets pack 10 to 60 times; bombs a thousand times. */
const HIGHEST_RATIO = 200;
/** Small entries may pack well without doing harm. */
const HARMLESS_BYTES = 33_554_432;
const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED_FLAG = 1;
const CHUNK_BYTES = 262_144;

const damaged = (): DomainError => new DomainError('sheets.file.damaged');

/**
 * The table of contents of a zip file, read before anything is unpacked: what it says about sizes is checked here, and
 * `unpack` holds each entry to it.
 * @throws DomainError sheets.file.damaged, sheets.file.password, sheets.file.zip_bomb
 */
export class ZipDirectory {
  private readonly entries = new Map<string, ZipEntry>();

  constructor(private readonly bytes: Buffer, limits: ZipLimits) {
    const { start, count } = this.findEnd();
    if (count > MOST_ENTRIES) throw new DomainError('sheets.file.zip_bomb');
    let at = start;
    let unpacked = 0;
    for (let index = 0; index < count; index++) {
      if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) throw damaged();
      const entry = this.readEntry(at);
      unpacked += entry.unpacked;
      if (unpacked > limits.maxUnpackedBytes || (entry.unpacked > HARMLESS_BYTES && entry.unpacked > entry.packed * HIGHEST_RATIO)) {
        throw new DomainError('sheets.file.zip_bomb');
      }
      this.entries.set(entry.name, entry);
      at += 46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
    }
  }

  get names(): readonly string[] {
    return [...this.entries.keys()];
  }

  find(name: string): ZipEntry | null {
    return this.entries.get(name) ?? null;
  }

  /** A small entry as text. @throws DomainError sheets.file.damaged when it is missing, broken or longer than `limit` bytes */
  text(name: string, limit: number): string {
    const entry = this.entries.get(name);
    if (!entry || entry.unpacked > limit) throw damaged();
    const packed = this.packed(entry);
    let content: Buffer;
    try {
      content = entry.method === STORED ? packed : zlib.inflateRawSync(packed, { maxOutputLength: Math.max(entry.unpacked, 1) });
    } catch {
      throw damaged();
    }
    if (content.length !== entry.unpacked || zlib.crc32(content) !== entry.crc) throw damaged();
    return content.toString('utf8').replace(/^\ufeff/, '');
  }

  /** The bytes of an entry, chunk by chunk. @throws DomainError sheets.file.zip_bomb, sheets.file.damaged */
  async *unpack(entry: ZipEntry): AsyncGenerator<Buffer, void, undefined> {
    let length = 0;
    let crc = 0;
    for await (const chunk of this.chunks(entry)) {
      length += chunk.length;
      if (length > entry.unpacked) throw new DomainError('sheets.file.zip_bomb');
      crc = zlib.crc32(chunk, crc);
      yield chunk;
    }
    if (length !== entry.unpacked || crc !== entry.crc) throw damaged();
  }

  private async *chunks(entry: ZipEntry): AsyncGenerator<Buffer, void, undefined> {
    const packed = this.packed(entry);
    if (entry.method === STORED) {
      for (let at = 0; at < packed.length; at += CHUNK_BYTES) yield packed.subarray(at, at + CHUNK_BYTES);
      return;
    }
    const inflate = zlib.createInflateRaw({ chunkSize: CHUNK_BYTES });
    try {
      inflate.end(packed);
      for await (const chunk of inflate) yield chunk as Buffer;
    } catch (error) {
      if (error instanceof DomainError) throw error;
      throw damaged();
    } finally {
      inflate.destroy();
    }
  }

  private packed({ offset, packed, method }: ZipEntry): Buffer {
    const { bytes } = this;
    if (method !== STORED && method !== DEFLATED) throw damaged();
    if (offset + 30 > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) throw damaged();
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
    if (start + packed > bytes.length) throw damaged();
    return bytes.subarray(start, start + packed);
  }

  private readEntry(at: number): ZipEntry {
    const { bytes } = this;
    if (bytes.readUInt16LE(at + 8) & ENCRYPTED_FLAG) throw new DomainError('sheets.file.password');
    const [packed, unpacked, offset] = [bytes.readUInt32LE(at + 20), bytes.readUInt32LE(at + 24), bytes.readUInt32LE(at + 42)];
    // ZIP64 sizes begin at 4 GiB, far above any limit.
    if (packed === 0xffffffff || unpacked === 0xffffffff || offset === 0xffffffff) throw new DomainError('sheets.file.zip_bomb');
    const name = bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28)).replaceAll('\\', '/');
    return { name, packed, unpacked, offset, method: bytes.readUInt16LE(at + 10), crc: bytes.readUInt32LE(at + 16) };
  }

  private findEnd(): { readonly start: number; readonly count: number } {
    const { bytes } = this;
    for (let at = bytes.length - 22; at >= Math.max(0, bytes.length - 22 - LONGEST_COMMENT); at--) {
      if (bytes.readUInt32LE(at) !== END) continue;
      return { count: bytes.readUInt16LE(at + 10), start: bytes.readUInt32LE(at + 16) };
    }
    throw damaged();
  }
}
