import path from 'node:path';
import { parseArgs } from 'node:util';
import { DomainError } from '../../../kernel/domain-error.js';
import { say, type Dictionary } from '../../../kernel/texts.js';
import { writeLine, type Command, type CommandIo } from '../../../platform/cli/command.js';
import { rowFaultSentence, sheetsFileErrorTexts, sheetsTableErrorTexts } from '../../../platform/sheets/index.js';
import { openFactFile } from '../app/file-rows.js';
import type { FactOutcome } from '../app/load-facts.js';
import { factKinds, type FactKind } from '../domain/kinds.js';
import { factsErrorTexts } from '../texts.js';
import { withFacts } from './facts-world.js';
import { asOfOf, coverageOf } from './options.js';
import { factsCommandTexts } from './texts.js';

const REFUSED = 1;
const WRONG_USAGE = 2;
const SHOWN_FAULTS = 20;

const OPTIONS = {
  source: { type: 'string' }, 'as-of': { type: 'string' }, covers: { type: 'string' }, 'covers-despite-rejections': { type: 'boolean' },
  'dry-run': { type: 'boolean' }, strict: { type: 'boolean' }, json: { type: 'boolean' },
} as const;

type Words = { readonly positionals: readonly string[]; readonly values: { readonly [K in keyof typeof OPTIONS]?: (typeof OPTIONS)[K]['type'] extends 'string' ? string : boolean } };

/** `zhujiu facts`. @returns 0; 1 where the whole was refused, or with --strict a row; 2 for wrong usage */
export const run: Command = async (args, io) => {
  const words = readWords(args);
  const [act, ...rest] = words?.positionals ?? [];
  if (act === 'import' && words !== null) return importFile(rest, words.values, io);
  if (act === 'pull' && words !== null) return pull(rest[0], words.values, io);
  if (act === 'rejections' && words !== null && rest[0] !== undefined && /^\d{1,18}$/.test(rest[0])) return tellRejections(rest[0], io);
  const asked = args[0] === '--help';
  await writeLine(asked ? io.stdout : io.stderr, say(factsCommandTexts, io.language, 'facts.command.help'));
  return asked ? 0 : WRONG_USAGE;
};

function readWords(args: readonly string[]): Words | null {
  try {
    const { positionals, values } = parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
    return { positionals, values };
  } catch {
    return null;
  }
}

async function importFile([kind, file]: readonly string[], values: Words['values'], io: CommandIo): Promise<number> {
  const wrong = async (key: Parameters<typeof say<keyof typeof factsCommandTexts.zh>>[2], params: Readonly<Record<string, string>> = {}): Promise<number> => {
    await writeLine(io.stderr, say(factsCommandTexts, io.language, key, params));
    return WRONG_USAGE;
  };
  const known = factKinds.find((one) => one === kind);
  if (known === undefined || file === undefined) return wrong('facts.command.kind_or_file_missing', { kinds: factKinds.join('、') });
  const source = values.source?.trim() ?? '';
  if (!/^[^\p{C}]{1,60}$/u.test(source)) return wrong('facts.command.source_missing');
  const asOf = asOfOf(values['as-of'] ?? '');
  if (asOf === null) return wrong('facts.command.as_of_wrong');
  if (asOf > io.clock.now()) return wrong('facts.command.as_of_in_future');
  const covers = values.covers === undefined ? null : coverageOf(values.covers);
  if (covers === null && values.covers !== undefined) return wrong('facts.command.covers_wrong');
  try {
    const outcome = await load(known, file, { source, asOf, covers, values }, io);
    await tell(outcome, known, values, io);
    return values.strict === true && outcome.rows.rejected > 0 ? REFUSED : 0;
  } catch (error) {
    if (isUnreadable(error)) return wrong('facts.command.file_unreadable', { name: path.basename(file) });
    const text = error instanceof DomainError ? sentence(error, io) : null;
    if (text === null) throw error;
    await writeLine(io.stderr, text);
    return REFUSED;
  }
}

type Asked = { readonly source: string; readonly asOf: Date; readonly covers: ReturnType<typeof coverageOf>; readonly values: Words['values'] };

async function load(kind: FactKind, file: string, { source, asOf, covers, values }: Asked, io: CommandIo): Promise<FactOutcome> {
  const { name, digest, rows } = await openFactFile(file);
  return withFacts(io.clock, ({ loading }) => loading.run({
    batch: { kind, source, asOf, digest, fileName: name, pullId: null, receivedBy: null }, rows, by: { system: 'cli.facts-import' },
    covers: covers === null ? [] : [covers], coversDespiteRejections: values['covers-despite-rejections'] ?? false, dryRun: values['dry-run'] ?? false,
    alongside: async () => undefined, progress: () => undefined,
  }));
}

async function tell(outcome: FactOutcome, kind: FactKind, values: Words['values'], io: CommandIo): Promise<void> {
  const { batchId, repeated, rows, faults, covered } = outcome;
  if (values.json === true) {
    await writeLine(io.stdout, JSON.stringify({ kind, batch: batchId, repeated, rows, covered, faults: faults.map((fault) => ({ ...fault, message: rowFaultSentence(factsErrorTexts, fault, io.language) })) }));
    return;
  }
  const t = (key: Parameters<typeof say<keyof typeof factsCommandTexts.zh>>[2], params: Readonly<Record<string, string | number>> = {}): Promise<void> => writeLine(io.stdout, say(factsCommandTexts, io.language, key, params));
  await t(repeated ? 'facts.command.repeated' : batchId === null ? 'facts.command.would_load' : 'facts.command.loaded', { batch: batchId ?? '' });
  await t('facts.command.balance', { ...rows });
  if (values.covers !== undefined && !covered) await t('facts.command.not_covered');
  for (const fault of faults.slice(0, SHOWN_FAULTS)) await writeLine(io.stderr, rowFaultSentence(factsErrorTexts, fault, io.language));
  if (faults.length > SHOWN_FAULTS && batchId !== null) await t('facts.command.more_faults', { batch: batchId });
}

/** Reads a register over HTTP to its end, or from where the last run stopped. */
async function pull(kind: string | undefined, values: Words['values'], io: CommandIo): Promise<number> {
  const known = factKinds.find((one) => one === kind);
  if (known === undefined) {
    await writeLine(io.stderr, say(factsCommandTexts, io.language, 'facts.command.kind_missing', { kinds: factKinds.join('、') }));
    return WRONG_USAGE;
  }
  try {
    const { pages, rows, covered } = await withFacts(io.clock, ({ pulling }) => pulling.run(known, { system: 'cli.facts-pull' }));
    await writeLine(io.stdout, values.json === true ? JSON.stringify({ kind: known, pages, rows, covered }) : say(factsCommandTexts, io.language, 'facts.command.pulled', { pages, ...rows }));
    return values.strict === true && rows.rejected > 0 ? REFUSED : 0;
  } catch (error) {
    const text = error instanceof DomainError ? sentence(error, io) : null;
    if (text === null) throw error;
    await writeLine(io.stderr, text);
    return REFUSED;
  }
}

async function tellRejections(id: string, io: CommandIo): Promise<number> {
  return withFacts(io.clock, async ({ db, batches }) => {
    if ((await batches.find(db.manager, id)) === null) {
      await writeLine(io.stderr, say(factsErrorTexts, io.language, 'facts.batch.not_found'));
      return REFUSED;
    }
    for (let after: readonly [number, string] | null = null; ;) {
      const faults = await batches.faults(db.manager, id, after, 1_000);
      for (const fault of faults) await writeLine(io.stdout, rowFaultSentence(factsErrorTexts, fault, io.language));
      const last = faults.at(-1);
      if (last === undefined) return 0;
      after = [last.line, last.column];
    }
  });
}

const isUnreadable = (error: unknown): boolean => ['ENOENT', 'EACCES', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '');

function sentence({ code, params }: DomainError, { language }: CommandIo): string | null {
  const texts: readonly Dictionary[] = [factsErrorTexts, sheetsFileErrorTexts, sheetsTableErrorTexts];
  const own = texts.find(({ zh }) => Object.hasOwn(zh, code));
  return own === undefined ? null : say(own, language, code, params);
}
