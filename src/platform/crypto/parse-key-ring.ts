import { LineCounter, parseDocument, type Document } from 'yaml';
import type { TextParams } from '../../kernel/domain-error.js';
import { indexSlots, keyPurposes, KeyRing, RingKey, type KeyEntry, type KeyPurpose } from './key-ring.js';
import { KeyRingError, type KeyRingFault } from './key-ring-error.js';
import { readSecret } from './key-secret.js';
import type { SuiteName } from './suites.js';

const FIELDS = ['id', 'suite', 'current', 'readable', 'slot', 'secret'];

/** Too short for a secret, so that one pasted into the wrong place is never taken for an id and shown. */
const ID = /^[a-z0-9](?:[a-z0-9-]{0,22}[a-z0-9])?$/;

type Tree = Readonly<Record<string, unknown>>;
type Read = { readonly entry: KeyEntry; readonly secret: Buffer };
type Tell = (code: KeyRingFault['code'], params?: TextParams) => void;

/**
 * The key ring from its text (YAML, so JSON too):
 * `keys: [{ id, suite: aes|sm, current: [purposes], readable: [purposes], slot: a|b, secret: <32 bytes in base64> }]`.
 * `slot` is there exactly when the key serves `index`.
 *
 * @param source name of the file or variable, for messages
 * @throws KeyRingError with every fault at once; it names entries by number and id and shows nothing else of them
 */
export function parseKeyRing(text: string, source: string): KeyRing {
  const faults: KeyRingFault[] = [];
  const read = listOf(text, source).map((raw, index) => readEntry(raw, index, faults));
  const entries = read.filter((item) => item !== null);
  // The ring as a whole is judged only when each entry is sound: else one fault would be told three times.
  if (faults.length === 0) judgeRing(entries, faults);
  if (faults.length > 0) throw new KeyRingError(source, faults);
  return new KeyRing(entries.map(({ entry, secret }) => new RingKey(entry, secret)));
}

function listOf(text: string, source: string): readonly unknown[] {
  const lines = new LineCounter();
  // The parser's own messages quote the line, and with it the key. `failsafe`: every value is the text that was written.
  const document = parseDocument(text, { uniqueKeys: true, prettyErrors: false, schema: 'failsafe', lineCounter: lines });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem) throw new KeyRingError(source, [{ code: 'crypto.ring_syntax', pointer: '', params: { line: lines.linePos(problem.pos[0]).line } }]);
  const tree = withoutAliases(document);
  const keys = isTree(tree) && Object.keys(tree).length === 1 ? tree['keys'] : null;
  if (!Array.isArray(keys) || keys.length === 0) throw new KeyRingError(source, [{ code: 'crypto.ring_shape', pointer: '', params: {} }]);
  return keys;
}

/** Null where there are aliases: among keys an alias is a mistake. */
function withoutAliases(document: Document): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch {
    return null;
  }
}

const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === 'string';
const isSuite = (value: unknown): value is SuiteName => value === 'aes' || value === 'sm';

function readEntry(raw: unknown, index: number, faults: KeyRingFault[]): Read | null {
  const before = faults.length;
  const pointer = `/keys/${index}`;
  const fields = isTree(raw) ? raw : {};
  const id = isText(fields['id']) && ID.test(fields['id']) ? fields['id'] : null;
  const tell: Tell = (code, params = {}) => void faults.push({ code, pointer, params: { entry: index + 1, id, ...params } });

  if (!isTree(raw) || Object.keys(raw).some((name) => !FIELDS.includes(name))) {
    tell('crypto.key_shape');
    return null;
  }
  const { suite } = raw;
  const current = purposesOf(raw['current']);
  const readable = purposesOf(raw['readable']);
  const served = [...(current ?? []), ...(readable ?? [])];
  const slot = indexSlots.find((name) => name === raw['slot']) ?? null;
  const secret = readSecret(raw['secret']);
  if (id === null) tell('crypto.key_id');
  if (!isSuite(suite)) tell('crypto.key_suite');
  if (current === null || readable === null || served.length === 0 || new Set(served).size < served.length) tell('crypto.key_purposes');
  else if (served.includes('index') ? slot === null : Object.hasOwn(raw, 'slot')) tell('crypto.key_slot');
  if (!secret.ok) tell(secret.error);
  if (faults.length > before || id === null || !isSuite(suite) || !secret.ok) return null;
  return { entry: { id, suite, current: current ?? [], readable: readable ?? [], slot }, secret: secret.value };
}

/** A list that is left out is empty; null where it holds anything that is no purpose. */
function purposesOf(raw: unknown): readonly KeyPurpose[] | null {
  if (raw === undefined) return [];
  if (!Array.isArray(raw)) return null;
  const known = keyPurposes.filter((purpose) => raw.includes(purpose));
  return known.length === raw.length ? known : null;
}

function judgeRing(read: readonly Read[], faults: KeyRingFault[]): void {
  read.forEach(({ entry: { id }, secret }, index) => {
    const earlier = read.slice(0, index);
    const about = { pointer: `/keys/${index}`, params: { entry: index + 1, id } };
    if (earlier.some(({ entry }) => entry.id === id)) faults.push({ code: 'crypto.key_id_repeated', ...about });
    if (earlier.some((other) => other.secret.equals(secret))) faults.push({ code: 'crypto.key_secret_repeated', ...about });
  });
  for (const purpose of keyPurposes) {
    const count = read.filter(({ entry }) => entry.current.includes(purpose)).length;
    if (count !== 1) faults.push({ code: 'crypto.ring_current', pointer: '/keys', params: { purpose, count } });
  }
  const slots = read.flatMap(({ entry }) => entry.slot ?? []);
  if (new Set(slots).size < slots.length) faults.push({ code: 'crypto.ring_slots', pointer: '/keys', params: {} });
}
