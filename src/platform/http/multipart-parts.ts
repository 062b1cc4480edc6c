import { Transform, pipeline, type Readable } from 'node:stream';
import { DomainError } from '../../kernel/domain-error.js';
import { err, ok, type Result } from '../../kernel/result.js';

export type MultipartField = {
  /** UTF-8 bytes; one byte more is refused. */
  readonly maxBytes: number;
  readonly required: boolean;
};

export type IncomingFile = {
  /** The sender's own name of the file, without folders and control characters; personal, never log it. */
  readonly name: string;
  /** As the sender claims; content decides, not this. */
  readonly mediaType: string;
  /** Fails with the `DomainError` when a limit is passed or the sender goes away: a clean end means the whole file. */
  readonly stream: Readable;
};

const NAME_SHOWN = 40;
const NAME_LENGTH = 255;

/** A part's name as a sentence may repeat it: short, so that nobody writes pages into an answer. */
export const shown = (name: string): string => name.slice(0, NAME_SHOWN);

/** The short fields of one form, each at most once. */
export class FieldBag {
  private readonly values = new Map<string, string>();
  private readonly reading: Promise<void>[] = [];

  constructor(private readonly rules: ReadonlyMap<string, MultipartField>) {}

  get count(): number {
    return this.rules.size;
  }

  /** Bytes of the longest field, and of all together. */
  get bytes(): { readonly longest: number; readonly all: number } {
    const sizes = [...this.rules.values()].map((rule) => rule.maxBytes);
    return { longest: Math.max(1, ...sizes), all: sizes.reduce((sum, size) => sum + size, 0) };
  }

  has(name: string): boolean {
    return this.rules.has(name);
  }

  /** @throws DomainError upload.unknown_field, upload.field_repeated, upload.field_too_large */
  take(name: string, value: string, truncated: boolean): void {
    const rule = this.rules.get(name);
    if (!rule) throw new DomainError('upload.unknown_field', { name: shown(name) });
    if (this.values.has(name)) throw new DomainError('upload.field_repeated', { name });
    if (truncated || Buffer.byteLength(value) > rule.maxBytes) throw new DomainError('upload.field_too_large', { name, limit: rule.maxBytes });
    this.values.set(name, value);
  }

  /** Reads a field that was sent as a file part; `settled` tells its fault. */
  read(name: string, part: Readable): void {
    const reading = this.consume(name, part);
    reading.catch(() => undefined);
    this.reading.push(reading);
  }

  async settled(): Promise<void> {
    await Promise.all(this.reading);
  }

  value(name: string): string | undefined {
    return this.values.get(name);
  }

  private async consume(name: string, part: Readable): Promise<void> {
    const limit = this.rules.get(name)?.maxBytes ?? 0;
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of part as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
    }
    this.take(name, Buffer.concat(chunks).toString('utf8'), size > limit);
  }
}

export type StoredFile<T> = {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  /** Null when the part was empty: then nothing was stored. */
  readonly stored: { readonly value: T } | null;
};

export type FileUpload<T> = {
  /** Settles when the part has ended and `store` is done. */
  readonly done: Promise<StoredFile<T>>;
  /** Breaks the stream off and waits until `store` has cleaned up. */
  fail(error: unknown): Promise<void>;
};

/** Passes the file part to `store`, counting; `store` is called with the first byte, so never for an empty part. */
export function receiveFile<T>(
  part: Readable,
  sent: { readonly name: string | undefined; readonly mediaType: string },
  limit: number,
  store: (file: IncomingFile) => Promise<T>,
): FileUpload<T> {
  const name = cleanName(sent.name ?? '');
  let bytes = 0;
  let storing: Promise<T> | null = null;
  const counter = new Transform({
    transform: (chunk: Buffer, _encoding, next) => {
      bytes += chunk.length;
      if (bytes > limit) return next(new DomainError('upload.file_too_large', { limit }));
      storing ??= begin();
      next(null, chunk);
    },
  });
  const begin = (): Promise<T> => {
    const work = store({ name, mediaType: sent.mediaType, stream: counter });
    // A store that is content with the head of a file must not stall the rest of the form.
    work.then(() => counter.resume(), (error: unknown) => counter.destroy(asError(error)));
    return work;
  };
  // `fail` may come after the pipeline has let go of the counter.
  counter.on('error', () => undefined);
  let senderFailed = false;
  part.on('error', () => { senderFailed ||= !counter.destroyed; });
  const done = new Promise<StoredFile<T>>((resolve, reject) => {
    pipeline(part, counter, (broken) => {
      void outcomeOf(storing).then((outcome) => {
        if (broken instanceof DomainError) return reject(broken);
        if (senderFailed) return reject(new DomainError('upload.interrupted'));
        if (outcome && !outcome.ok) return reject(asError(outcome.error));
        if (broken) return reject(new DomainError('upload.interrupted'));
        resolve({ name, mediaType: sent.mediaType, bytes, stored: outcome && { value: outcome.value } });
      });
    });
  });
  done.catch(() => undefined);
  return {
    done,
    fail: async (error) => {
      counter.destroy(asError(error));
      await outcomeOf(storing);
    },
  };
}

async function outcomeOf<T>(work: Promise<T> | null): Promise<Result<T, unknown> | null> {
  if (!work) return null;
  return work.then((value) => ok(value), (error: unknown) => err(error));
}

const asError = (error: unknown): Error => (error instanceof Error ? error : new Error(String(error)));

function cleanName(name: string): string {
  const base = name.split(/[\\/]/).at(-1) ?? '';
  // Control characters, and the marks that turn the reading direction and so hide an extension.
  return base.replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '').trim().slice(0, NAME_LENGTH);
}
