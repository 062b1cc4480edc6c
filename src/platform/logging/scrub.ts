import { sourceStack } from '../errors/source-stack.js';

/**
 * Keeps personal data out of the logs even where a caller was careless: by name of the key, and by shape of the value.
 * 个人信息保护法 art. 6 (least necessary), 28 (sensitive data).
 */

const HIDDEN = '[hidden]';

/** Keys whose values are never logged, compared without case, `_` and `-`. */
const PERSONAL_KEYS = new Set([
  'name', 'personname', 'fullname', 'filename', 'originalname', 'email', 'phone', 'mobile', 'address', 'bankaccount', 'citizenid', 'idnumber', 'certificate',
  'certificatenumber', 'certificateno', 'password', 'secret', 'token', 'csrf', 'key', 'apikey', 'cookie', 'cookies',
  'setcookie', 'authorization', 'headers', 'body', 'rawbody', 'query', 'querystring', 'search', 'parameters', 'params', 'values', 'detail', 'ip', 'remoteaddress', 'useragent', 'row', 'rows', 'payload',
]);

/** Facts about a person that are plain numbers, so hidden whatever their type. */
const PERSONAL_NUMBERS = new Set(['disability', 'grade', 'category', 'wage', 'wages', 'citizenid', 'phone', 'mobile']);

const SHAPES: readonly RegExp[] = [
  // Disability certificates hold a citizen id; both are caught whole, with or without a re-issue suffix.
  /(?<![0-9A-Za-z])\d{17}[\dXx](?:\d{2}(?:B\d{1,2})?)?(?![0-9A-Za-z])/g,
  /(?<!\d)\d{15}(?!\d)/g,
  /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d{9}(?!\d)/g,
  /(?<!\d)\d{16,19}(?!\d)/g,
  /[\w.+-]+@[\w-]+\.[\w.-]+/g,
];

const MAX_DEPTH = 6;
const MAX_TEXT = 4_000;

/** The text with everything that looks like an identity, certificate, account or phone number or an e-mail address hidden. */
export function scrubText(text: string): string {
  const hidden = SHAPES.reduce((rest, shape) => rest.replace(shape, HIDDEN), text);
  return hidden.length > MAX_TEXT ? `${hidden.slice(0, MAX_TEXT)}…` : hidden;
}

/** A copy that is safe to log. */
export function scrub(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return scrubText(value);
  if (typeof value === 'bigint') return value.toString();
  if (typeof value !== 'object' || value === null) return typeof value === 'function' || typeof value === 'symbol' ? undefined : value;
  if (value instanceof Error) return scrubError(value, depth);
  if (value instanceof Date) return value.toISOString();
  if (depth >= MAX_DEPTH || Buffer.isBuffer(value)) return HIDDEN;
  if (Array.isArray(value)) return value.slice(0, 20).map((item) => scrub(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, isPersonal(key, item) ? HIDDEN : scrub(item, depth + 1)]));
}

function isPersonal(key: string, value: unknown): boolean {
  const plain = key.toLowerCase().replace(/[_-]/g, '');
  // `rows: 12` is a count, `rows: [...]` is people.
  return PERSONAL_NUMBERS.has(plain) || (PERSONAL_KEYS.has(plain) && (typeof value === 'string' || typeof value === 'object'));
}

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? scrubText(value) : undefined);

/**
 * What an operator needs of an error. Errors of the database quote the offending value in message and detail, so of those
 * only the SQLSTATE and the names of the objects are kept.
 */
function scrubError(error: Error, depth: number): unknown {
  const fields = error as Error & { code?: unknown; severity?: unknown; table?: unknown; constraint?: unknown; driverError?: unknown };
  const database = (fields.driverError ?? (typeof fields.severity === 'string' ? fields : undefined)) as typeof fields | undefined;
  const frames = sourceStack((error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).join('\n'));
  if (database) {
    return { type: error.name, sqlState: textOf(database.code), table: textOf(database.table), constraint: textOf(database.constraint), stack: frames };
  }
  return {
    type: error.name,
    message: scrubText(error.message),
    code: textOf(fields.code),
    stack: frames,
    ...(error.cause !== undefined && depth < MAX_DEPTH ? { cause: scrub(error.cause, depth + 1) } : {}),
  };
}
