import type { Socket } from 'node:net';
import type pg from 'pg';
import type { Tx } from './unit-of-work.js';

/** What the driver's connection can do beside what its types tell (pg/lib/connection.js). */
type CopyConnection = { readonly stream: Socket; query(sql: string): void; sendCopyFromChunk(chunk: Buffer): void; endCopyFrom(): void; sendCopyFail(reason: string): void };

const CHUNK_BYTES = 65_536;
/** So much may wait for the reader before the server is made to wait. */
const WAITING_BYTES = 16 * CHUNK_BYTES;

/** A statement of the COPY protocol; the driver calls these methods as messages arrive. */
abstract class CopyQuery {
  protected connection: CopyConnection | null = null;

  constructor(private readonly sql: string) {}

  submit(connection: unknown): void {
    this.connection = connection as CopyConnection;
    this.connection.query(this.sql);
  }

  abstract handleError(error: Error): void;
  abstract handleReadyForQuery(): void;

  handleCopyInResponse(connection: CopyConnection): void {
    connection.sendCopyFail('no data');
  }

  handleCopyData(_message: { readonly chunk: Buffer }): void {}
  handleRowDescription(): void {}
  handleDataRow(): void {}
  handleEmptyQuery(): void {}
  handlePortalSuspended(): void {}
  handleCommandComplete(_message: { readonly text: string }): void {}
}

class CopyOut extends CopyQuery {
  private pieces: Buffer[] = [];
  private bytes = 0;
  private ended = false;
  private unwanted = false;
  private failure: Error | null = null;
  private wake: () => void = () => undefined;

  override handleCopyData({ chunk }: { readonly chunk: Buffer }): void {
    if (this.unwanted) return;
    // The driver uses the memory of the message again.
    this.pieces.push(Buffer.from(chunk));
    this.bytes += chunk.length;
    if (this.bytes >= WAITING_BYTES) this.connection?.stream.pause();
    if (this.bytes >= CHUNK_BYTES) this.wake();
  }

  handleError(error: Error): void {
    this.failure = error;
    this.connection?.stream.resume();
    this.wake();
  }

  handleReadyForQuery(): void {
    this.ended = true;
    this.wake();
  }

  /** Lets the rest pass by, so that the connection can be used again. */
  leave(): void {
    this.unwanted = true;
    this.connection?.stream.resume();
  }

  /** What has arrived, about 64 KiB or more at a time; null at the end. */
  async next(): Promise<Buffer | null> {
    while (this.bytes < CHUNK_BYTES && !this.ended && !this.failure) await new Promise<void>((resolve) => { this.wake = resolve; });
    if (this.failure) throw this.failure;
    if (this.bytes === 0) return null;
    const chunk = Buffer.concat(this.pieces);
    this.pieces = [];
    this.bytes = 0;
    this.connection?.stream.resume();
    return chunk;
  }
}

/** The bytes of `COPY … TO STDOUT`, with the server kept waiting while they are not taken. */
export async function* copyOut(client: pg.Client, sql: string): AsyncGenerator<Buffer> {
  const query = client.query(new CopyOut(sql));
  try {
    for (let chunk = await query.next(); chunk; chunk = await query.next()) yield chunk;
  } finally {
    query.leave();
  }
}

class CopyIn extends CopyQuery {
  readonly ready: Promise<void>;
  readonly done: Promise<number>;
  private rows = 0;
  private open: () => void = () => undefined;
  private finish: (rows: number) => void = () => undefined;
  private fail: (error: Error) => void = () => undefined;
  private failure: Error | null = null;

  constructor(sql: string) {
    super(sql);
    this.done = new Promise((resolve, reject) => {
      this.finish = resolve;
      this.fail = reject;
    });
    this.ready = new Promise((resolve) => { this.open = resolve; });
    // Whoever writes hears of it at the next write or the end.
    this.done.catch(() => undefined);
  }

  override handleCopyInResponse(): void {
    this.open();
  }

  override handleCommandComplete({ text }: { readonly text: string }): void {
    this.rows = Number(/^COPY (\d+)/.exec(text)?.[1] ?? 0);
  }

  handleError(error: Error): void {
    this.failure = error;
    this.open();
    this.fail(error);
  }

  handleReadyForQuery(): void {
    this.finish(this.rows);
  }

  async write(chunk: Buffer): Promise<void> {
    if (this.failure) throw this.failure;
    const stream = this.connection?.stream;
    this.connection?.sendCopyFromChunk(chunk);
    if (stream?.writableNeedDrain) await Promise.race([new Promise((resolve) => { stream.once('drain', resolve); }), this.done]);
  }

  async abort(): Promise<void> {
    if (!this.failure) this.connection?.sendCopyFail('given up');
    await this.done.catch(() => undefined);
  }

  end(): Promise<number> {
    if (!this.failure) this.connection?.endCopyFrom();
    return this.done;
  }
}

export type CopyTarget = {
  /** Resolves when more may be written. Rejects with the server's refusal. */
  write(chunk: Buffer): Promise<void>;
  /** @returns how many rows the server took */
  end(): Promise<number>;
  /** Gives up; the transaction has failed and the connection can roll back. */
  abort(): Promise<void>;
};

/** Begins `COPY … FROM STDIN`. */
export async function copyIn(client: pg.Client, sql: string): Promise<CopyTarget> {
  const query = client.query(new CopyIn(sql));
  await query.ready;
  return query;
}

/** Sends rows in the text format of COPY through a transaction's own connection. @param sql `COPY … FROM STDIN` @returns how many rows the server took */
export async function copyLines(tx: Tx, sql: string, chunks: Iterable<string>): Promise<number> {
  const client = (await tx.queryRunner?.connect()) as pg.Client | undefined;
  if (client === undefined) throw new Error('COPY needs the connection of a unit of work');
  const target = await copyIn(client, sql);
  try {
    for (const chunk of chunks) await target.write(Buffer.from(chunk, 'utf8'));
  } catch (error) {
    await target.abort();
    throw error;
  }
  return target.end();
}

/** A value as COPY's text format holds it. */
export const copyValue = (value: string | number | boolean | null): string =>
  value === null ? '\\N' : typeof value === 'string' && /[\\\t\n\r]/.test(value) ? value.replace(/\\/g, '\\\\').replace(/\t/g, '\\t').replace(/\n/g, '\\n').replace(/\r/g, '\\r') : String(value);
