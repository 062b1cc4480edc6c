import path from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { DomainError } from '../../../kernel/domain-error.js';
import { localDate } from '../../../kernel/local-date.js';
import { fill, say } from '../../../kernel/texts.js';
import { writeLine, type Command, type CommandIo } from '../../cli/command.js';
import { readSettings } from '../../config/read-settings.js';
import type { Settings } from '../../config/schema.js';
import { openKeyRing } from '../../keys/open-ring.js';
import { openSeal } from '../../keys/open-seal.js';
import { withDatabase } from '../../startup/with-database.js';
import { actFromCommand } from '../act-from-command.js';
import { readLag } from '../audit-lag.js';
import { headFile, isSealedHead, readHead, type ChainHead } from '../head.js';
import { verifyChain, type ChainVerdict } from '../verify-chain.js';
import { auditErrorTexts } from '../texts.js';
import { exportEntries, type Period } from './export-entries.js';
import { auditCommandTexts } from './texts.js';

type Options = { readonly head: string | null; readonly json: boolean; readonly period: Period | null };

function withClient<T>(settings: Settings, work: (client: pg.Client) => Promise<T>): Promise<T> {
  return withDatabase(settings, async ({ url }) => {
    // A whole log is no runaway statement, so there is no time limit here.
    const client = new pg.Client({ connectionString: url, application_name: 'zhujiu audit' });
    await client.connect();
    try {
      return await work(client);
    } finally {
      await client.end();
    }
  });
}

function headAt(file: string, io: CommandIo): ChainHead | null {
  try {
    return readHead(file);
  } catch (error) {
    const params = { file, reason: (error as NodeJS.ErrnoException).code ?? (error as Error).message };
    throw Object.assign(new DomainError('audit.head_unreadable', params), { message: say(auditErrorTexts, io.language, 'audit.head_unreadable', params) });
  }
}

async function verify(io: CommandIo, options: Options): Promise<number> {
  const settings = readSettings();
  const ring = openKeyRing(settings, io.clock.now());
  const file = options.head ?? headFile(settings);
  const head = headAt(file, io);
  if (options.head !== null && head === null) throw Object.assign(new DomainError('audit.head_unreadable', { file, reason: 'ENOENT' }), { message: say(auditErrorTexts, io.language, 'audit.head_unreadable', { file, reason: 'ENOENT' }) });
  const found = await withClient(settings, (client) => verifyChain(client, ring, head));
  const isForged = found.fault === null && head !== null && !isSealedHead(openSeal(settings, ring), head);
  const verdict: ChainVerdict = isForged ? { ...found, fault: { kind: 'head_forged', segment: head.no } } : found;
  await writeLine(io.stdout, options.json ? JSON.stringify({ ...verdict, head: head?.no ?? null }) : sentence(verdict, head, file, io));
  return verdict.fault !== null || (head === null && verdict.segments > 0) ? 1 : 0;
}

function sentence({ fault, rows, segments, waiting }: ChainVerdict, head: ChainHead | null, file: string, { language }: CommandIo): string {
  if (fault) {
    const { kind, ...params } = fault;
    return fill(auditCommandTexts[language][`audit.fault.${kind}`], params);
  }
  if (segments === 0) return say(auditCommandTexts, language, 'audit.verify.empty', { waiting });
  if (head === null) return say(auditCommandTexts, language, 'audit.verify.no_head', { segments, rows, file });
  return say(auditCommandTexts, language, 'audit.verify.ok', { segments, rows, waiting, head: head.no });
}

async function status(io: CommandIo, { json }: Options): Promise<number> {
  const found = await withClient(readSettings(), async (client) => {
    const { rows: [last] } = await client.query<{ no: string }>('SELECT no FROM audit_segment ORDER BY no DESC LIMIT 1');
    const { waiting, seconds } = await readLag({ query: async (sql: string) => (await client.query(sql)).rows });
    return { segments: Number(last?.no ?? 0), waiting, seconds: Math.round(seconds) };
  });
  await writeLine(io.stdout, json ? JSON.stringify(found) : say(auditCommandTexts, io.language, 'audit.status', found));
  return 0;
}

function readOptions(args: readonly string[]): Options | null {
  try {
    const { values } = parseArgs({ args: [...args], options: { head: { type: 'string' }, json: { type: 'boolean' }, from: { type: 'string' }, to: { type: 'string' } }, strict: true });
    const [from, to] = [values.from, values.to].map((text) => (text === undefined ? null : localDate(text)));
    return { head: values.head === undefined ? null : path.resolve(values.head), json: values.json ?? false, period: values.from === undefined && values.to === undefined ? null : { from: from ?? null, to: to ?? null } };
  } catch {
    return null;
  }
}

/** Logs for whoever keeps them (six months and more): the entries as lines. That they left is an entry itself, written before the first line. */
async function exportAll(io: CommandIo, period: Period): Promise<number> {
  await withClient(readSettings(), async (client) => {
    await actFromCommand(client, io.clock, 'cli.audit', { act: 'platform.audit.exported', object: { kind: 'audit', id: 'entries' }, detail: { from: period.from, to: period.to } });
    for await (const line of exportEntries(client, period)) await writeLine(io.stdout, line);
  });
  return 0;
}

/** `zhujiu audit`. @returns 0; 1 where something is wrong or a cut tail cannot be ruled out; 2 for wrong usage. */
export const run: Command = async ([act, ...args], io) => {
  const options = readOptions(args);
  if (act === 'verify' && options && options.period === null) return verify(io, options);
  if (act === 'status' && options && options.head === null && options.period === null) return status(io, options);
  if (act === 'export' && options && options.head === null && !options.json) return exportAll(io, options.period ?? { from: null, to: null });
  const asked = act === '--help';
  await writeLine(asked ? io.stdout : io.stderr, say(auditCommandTexts, io.language, 'audit.command.help'));
  return asked ? 0 : 2;
};
