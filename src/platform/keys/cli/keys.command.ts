import path from 'node:path';
import { parseArgs } from 'node:util';
import type { DataSource } from 'typeorm';
import { say } from '../../../kernel/texts.js';
import { Audit } from '../../audit/audit.js';
import { writeLine, type Command, type CommandIo } from '../../cli/command.js';
import { readSettings } from '../../config/read-settings.js';
import type { Settings } from '../../config/schema.js';
import type { SuiteName } from '../../crypto/index.js';
import { openDataSource } from '../../database/data-source.js';
import { withDatabase } from '../../startup/with-database.js';
import { keyUse, livingHolders } from '../key-use.js';
import { createRingFile, newKey, ringFileText } from '../new-ring.js';
import { KeysError } from '../keys-error.js';
import { keySource, openKeyRing } from '../open-ring.js';
import { rotate } from '../rotation/rotate.js';
import type { SealedColumn } from '../sealed-columns.js';
import { keysCommandTexts } from './texts.js';

type Options = { readonly suite: SuiteName | null; readonly file: string | null; readonly json: boolean };

async function makeNew(io: CommandIo, { suite, file }: Options): Promise<number> {
  const text = ringFileText([newKey(suite ?? 'aes', io.clock.now())]);
  if (file === null) {
    await writeLine(io.stdout, text.trimEnd());
    return 0;
  }
  const made = createRingFile(file, text);
  await writeLine(made ? io.stdout : io.stderr, say(keysCommandTexts, io.language, made ? 'keys.new.done' : 'keys.new.exists', { file }));
  return made ? 0 : 1;
}

function withDb<T>(settings: Settings, work: (db: DataSource) => Promise<T>): Promise<T> {
  return withDatabase(settings, async ({ url }) => {
    const db = await openDataSource(url, [], settings);
    try {
      return await work(db);
    } finally {
      await db.destroy();
    }
  });
}

/** Longer than a process takes to look at its file and to tell of it. */
const PATIENCE_MS = 40_000;

async function rotateKeys(io: CommandIo, columns: readonly SealedColumn[], { suite, json }: Options): Promise<number> {
  const settings = readSettings();
  openKeyRing(settings, io.clock.now());
  const source = keySource(settings);
  if (source.kind !== 'file') throw new KeysError('keys.not_in_a_file', {});
  const audit = new Audit(io.clock);
  await withDb(settings, (db) => rotate({
    db, file: source.path, columns, suite, now: io.clock.now(), patienceMs: PATIENCE_MS,
    tell: async ({ event, ...params }) => {
      if ('successor' in params) await db.transaction((tx) => audit.act(tx, { system: 'cli.keys' }, { act: `keys.rotate.${event.replace('_', '-')}`, object: { kind: 'key', id: params.successor } }));
      await writeLine(io.stdout, json ? JSON.stringify({ event, ...params }) : say(keysCommandTexts, io.language, `keys.rotate.${event}`, params));
    },
  }));
  return 0;
}

async function status(io: CommandIo, columns: readonly SealedColumn[], json: boolean): Promise<number> {
  const settings = readSettings();
  const { entries } = openKeyRing(settings, io.clock.now());
  const { use, holders } = await withDb(settings, async (db) => ({ use: await keyUse(db, columns), holders: await livingHolders(db) }));
  const known = new Set(entries.map(({ id }) => id));
  const lost = use.filter(({ keyId }) => !known.has(keyId));
  if (json) await writeLine(io.stdout, JSON.stringify({ keys: entries, use, holders, lost }));
  else {
    const tell = (key: keyof (typeof keysCommandTexts)['zh'], params: Readonly<Record<string, string | number>>): Promise<void> => writeLine(io.stdout, say(keysCommandTexts, io.language, key, params));
    for (const { id, suite, current, readable } of entries) await tell('keys.status.key', { id, suite, current: current.join(', ') || '—', readable: readable.join(', ') || '—' });
    for (const row of use) await tell(known.has(row.keyId) ? 'keys.status.use' : 'keys.status.lost', row);
    for (const { instance, ring } of holders) await tell('keys.status.holder', { instance, ids: ring.map(({ id }) => id).join(', ') });
  }
  return lost.length > 0 ? 1 : 0;
}

function readOptions(args: readonly string[]): Options | null {
  try {
    const { values } = parseArgs({ args: [...args], options: { suite: { type: 'string' }, file: { type: 'string' }, json: { type: 'boolean' } }, strict: true });
    const suite = values.suite ?? null;
    if (suite !== null && suite !== 'aes' && suite !== 'sm') return null;
    return { suite, file: values.file === undefined ? null : path.resolve(values.file), json: values.json ?? false };
  } catch {
    return null;
  }
}

/**
 * `zhujiu keys`, over the sealed columns of all rooms.
 * @returns a command whose exit code is 0; 1 where a file exists or stored values need a key that is lost; 2 for wrong usage
 */
export const keysCommand = (columns: readonly SealedColumn[]): Command => async ([act, ...args], io) => {
  const options = readOptions(args);
  if (act === 'new' && options) return makeNew(io, options);
  if (act === 'rotate' && options && options.file === null) return rotateKeys(io, columns, options);
  if (act === 'status' && options) return status(io, columns, options.json);
  const asked = act === '--help';
  await writeLine(asked ? io.stdout : io.stderr, say(keysCommandTexts, io.language, 'keys.command.help'));
  return asked ? 0 : 2;
};
