import type { Readable, Writable } from 'node:stream';
import type { Clock } from '../../kernel/clock.js';
import type { Language } from '../../kernel/texts.js';

/** What a command gets from its process. */
export type CommandIo = {
  readonly stdin: Readable;
  readonly stdout: Writable;
  readonly stderr: Writable;
  readonly clock: Clock;
  /** Language of what a person reads; data has none. */
  readonly language: Language;
};

/** Runs a command with the words behind its name. Resolves with the exit code: 0 done, 1 found something, 2 wrong usage. */
export type Command = (args: readonly string[], io: CommandIo) => Promise<number>;

/** A command is loaded when it is asked for, so that one that needs no server never waits for one. */
export type CommandTable = Readonly<Record<string, { readonly load: () => Promise<Command>; readonly zh: string; readonly en: string }>>;

/** Writes a line and resolves when it has left; a reader that has gone (`| head`) is no error. */
export const writeLine = (stream: Writable, line: string): Promise<void> => new Promise((resolve, reject) => {
  stream.write(`${line}\n`, (error) => (error && (error as NodeJS.ErrnoException).code !== 'EPIPE' ? reject(error) : resolve()));
});
