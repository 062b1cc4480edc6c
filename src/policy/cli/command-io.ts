import type { Readable, Writable } from 'node:stream';
import type { Clock } from '../../kernel/clock.js';
import type { Language } from '../../kernel/texts.js';

/** What a command gets from its process. */
export type CommandIo = {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly clock: Clock;
  /** Language of what a person reads. */
  readonly language: Language;
};

/** Resolves when the line has left: a command that ends early loses nothing. */
export const writeLine = (stream: Writable, line: string): Promise<void> =>
  new Promise((resolve, reject) => {
    stream.write(`${line}\n`, (error) => (error && (error as NodeJS.ErrnoException).code !== 'EPIPE' ? reject(error) : resolve()));
  });
