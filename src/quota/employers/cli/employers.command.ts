import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { DomainError } from '../../../kernel/domain-error.js';
import { parseLocalDate } from '../../../kernel/local-date.js';
import { COUNTRY, parseRegionCode, regionPrefix } from '../../../kernel/region-code.js';
import { say, type Dictionary } from '../../../kernel/texts.js';
import { Audit } from '../../../platform/audit/index.js';
import { writeLine, type Command, type CommandIo } from '../../../platform/cli/command.js';
import { readSettings } from '../../../platform/config/index.js';
import { FieldCipher } from '../../../platform/crypto/index.js';
import { openDataSource, UnitOfWork } from '../../../platform/database/index.js';
import { BlindIndexes, openKeyRing } from '../../../platform/keys/index.js';
import { rowFaultSentence, sheetsFileErrorTexts, sheetsTableErrorTexts } from '../../../platform/sheets/index.js';
import { withDatabase } from '../../../platform/startup/index.js';
import { defaultRegionsFolder, RegionRegister } from '../../../policy/index.js';
import { ImportEmployers, ImportStore, type ImportOrder, type ImportOutcome } from '../app/import-employers.command.js';
import { employersConstraintErrors } from '../infra/constraints.js';
import { DuplicatesRepository } from '../infra/duplicates.repository.js';
import { ImportsRepository } from '../infra/imports.repository.js';
import { employersErrorTexts } from '../texts.js';
import { employersCommandTexts } from './texts.js';

const REFUSED = 1;
const WRONG_USAGE = 2;
const SHOWN_FAULTS = 20;
const MOST_ROWS = 5_000_000;
const LARGEST_MIB = 1_024;
const MIB = 1_048_576;

const OPTIONS = { source: { type: 'string' }, 'as-of': { type: 'string' }, region: { type: 'string' }, 'dry-run': { type: 'boolean' }, strict: { type: 'boolean' }, json: { type: 'boolean' } } as const;
type Values = { readonly source?: string | undefined; readonly 'as-of'?: string | undefined; readonly region?: string | undefined; readonly 'dry-run'?: boolean | undefined; readonly strict?: boolean | undefined; readonly json?: boolean | undefined };

/** `zhujiu employers import FILE`. @returns 0; 1 where the whole was refused, or with --strict a row; 2 for wrong usage */
export const run: Command = async (args, io) => {
  const words = readWords(args);
  const [act, file] = words?.positionals ?? [];
  if (words !== null && act === 'import' && file !== undefined) return importFile(file, words.values, io);
  const asked = args[0] === '--help';
  await writeLine(asked ? io.stdout : io.stderr, say(employersCommandTexts, io.language, 'employers.command.help'));
  return asked ? 0 : WRONG_USAGE;
};

function readWords(args: readonly string[]): { readonly positionals: readonly string[]; readonly values: Values } | null {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, strict: true });
  } catch {
    return null;
  }
}

async function importFile(file: string, values: Values, io: CommandIo): Promise<number> {
  const wrong = async (key: keyof typeof employersCommandTexts.zh, params: Readonly<Record<string, string>> = {}): Promise<number> => {
    await writeLine(io.stderr, say(employersCommandTexts, io.language, key, params));
    return WRONG_USAGE;
  };
  const source = values.source?.trim() ?? '';
  if (!/^[^\p{C}]{1,60}$/u.test(source)) return wrong('employers.command.source_missing');
  const day = parseLocalDate(values['as-of'] ?? '');
  if (!day.ok) return wrong('employers.command.as_of_wrong');
  const region = parseRegionCode(values.region ?? COUNTRY);
  if (!region.ok) return wrong('employers.command.region_wrong', { region: values.region ?? '' });
  try {
    if ((await stat(file)).size > LARGEST_MIB * MIB) throw new DomainError('sheets.table.too_large', { limit: LARGEST_MIB });
    const outcome = await load({
      by: { system: 'cli.employers-import' }, scope: { kind: 'region', prefix: regionPrefix(region.value) }, regionPrefix: regionPrefix(region.value), file: { bytes: await readFile(file), name: path.basename(file) },
      source, asOf: new Date(`${day.value}T00:00:00+08:00`), maxRows: MOST_ROWS, dryRun: values['dry-run'] ?? false, begun: () => undefined, progress: () => undefined,
    }, io);
    await tell(outcome, values.json ?? false, io);
    return values.strict === true && outcome.rows.rejected > 0 ? REFUSED : 0;
  } catch (error) {
    if (['ENOENT', 'EACCES', 'EISDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return wrong('employers.command.file_unreadable', { name: path.basename(file) });
    const text = error instanceof DomainError ? sentence(error, io) : null;
    if (text === null) throw error;
    await writeLine(io.stderr, text);
    return REFUSED;
  }
}

function load(order: ImportOrder, io: CommandIo): Promise<ImportOutcome> {
  const settings = readSettings();
  const ring = openKeyRing(settings, io.clock.now());
  return withDatabase(settings, async ({ url }) => {
    const db = await openDataSource(url, [], settings);
    try {
      const store = new ImportStore(new ImportsRepository(), new DuplicatesRepository(), new FieldCipher(ring), new BlindIndexes(ring));
      return await new ImportEmployers(new UnitOfWork(db, employersConstraintErrors), store, { regions: RegionRegister.load(defaultRegionsFolder()) }, new Audit(io.clock), io.clock).run(order);
    } finally {
      await db.destroy();
    }
  });
}

async function tell({ importId, repeated, rows, faults, duplicates }: ImportOutcome, json: boolean, io: CommandIo): Promise<void> {
  if (json) {
    await writeLine(io.stdout, JSON.stringify({ import: importId, repeated, rows, duplicates, faults: faults.map((fault) => ({ ...fault, message: rowFaultSentence(employersErrorTexts, fault, io.language) })) }));
    return;
  }
  const t = (key: keyof typeof employersCommandTexts.zh, params: Readonly<Record<string, string | number>>): Promise<void> => writeLine(io.stdout, say(employersCommandTexts, io.language, key, params));
  await t(repeated ? 'employers.command.repeated' : importId === null ? 'employers.command.would_load' : 'employers.command.loaded', { import: importId ?? '' });
  await t('employers.command.balance', { ...rows });
  if (duplicates > 0) await t('employers.command.duplicates', { duplicates });
  for (const fault of faults.slice(0, SHOWN_FAULTS)) await writeLine(io.stderr, rowFaultSentence(employersErrorTexts, fault, io.language));
  if (faults.length > SHOWN_FAULTS && importId !== null) await t('employers.command.more_faults', { import: importId });
}

function sentence({ code, params }: DomainError, { language }: CommandIo): string | null {
  const texts: readonly Dictionary[] = [employersErrorTexts, sheetsFileErrorTexts, sheetsTableErrorTexts];
  const own = texts.find(({ zh }) => Object.hasOwn(zh, code));
  return own === undefined ? null : say(own, language, code, params);
}
