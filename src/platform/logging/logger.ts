import { Writable } from 'node:stream';
import pino from 'pino';
import type { Settings } from '../config/index.js';
import { currentCorrelationId } from './correlation.js';
import { scrub, scrubText } from './scrub.js';

/** `logger.info({ event: 'roster.parsed', rows: 12 }, 'roster parsed')`: facts as fields, no personal data, English. */
export type Logger = pino.Logger;

/** Injection token of the process's logger. */
export const LOGGER = Symbol('LOGGER');

export function createLogger(settings: Pick<Settings, 'log'>, destination: NodeJS.WritableStream = process.stdout): Logger {
  const { level, format, name } = settings.log;
  const options: pino.LoggerOptions = {
    level,
    base: { instance: name },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: {
      level: (label) => ({ level: label }),
      log: (fields) => scrub(fields) as Record<string, unknown>,
    },
    mixin: () => {
      const correlationId = currentCorrelationId();
      return correlationId === null ? {} : { correlationId };
    },
    hooks: {
      logMethod(args, method) {
        method.apply(this, safeArguments(args) as Parameters<typeof method>);
      },
    },
    // `scrub` has turned errors into plain fields already.
    serializers: { err: (value: unknown) => value },
  };
  return pino(options, format === 'text' ? asText(destination) : destination);
}

/** pino takes the message of an error for the record's own where none is given, past every formatter; so one is given. */
function safeArguments(args: readonly unknown[]): unknown[] {
  const [first, ...rest] = args;
  const words = rest.map((arg) => scrub(arg));
  if (typeof first === 'string') return [scrubText(first), ...words];
  const fields = first instanceof Error ? { err: first } : first;
  return words.length > 0 ? [fields, ...words] : [fields, 'error'].slice(0, hasError(fields) ? 2 : 1);
}

const hasError = (fields: unknown): boolean => typeof fields === 'object' && fields !== null && 'err' in fields;

/** One readable line for each record, for a person at a terminal. */
function asText(destination: NodeJS.WritableStream): Writable {
  return new Writable({
    write(chunk: Buffer, _encoding, done) {
      const { time, level, msg, instance: _instance, ...rest } = JSON.parse(chunk.toString('utf8')) as Record<string, unknown>;
      const fields = Object.entries(rest).map(([key, value]) => `${key}=${typeof value === 'string' ? value : JSON.stringify(value)}`);
      destination.write(`${String(time).slice(11, 19)} ${String(level).padEnd(5)} ${[msg, ...fields].filter((part) => part !== undefined).join(' ')}\n`, done);
    },
  });
}
