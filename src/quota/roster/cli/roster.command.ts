import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { once } from 'node:events';
import { DomainError } from '../../../kernel/domain-error.js';
import { say, type Dictionary } from '../../../kernel/texts.js';
import type { CommandIo } from '../../../platform/cli/command.js';
import { PolicyBook, shippedPolicyFolder } from '../../../policy/index.js';
import { levyErrorTexts, LevySimulator } from '../../levy/index.js';
import { concludeRoster, rosterDocument } from '../app/conclude-roster.js';
import { FragmentSink, type Fragment } from '../app/fragments.js';
import { readRoster } from '../app/read-roster.js';
import { readRosterCase } from '../app/roster-case.js';
import { uploadErrorTexts, standardTitle } from '../texts.js';
import { rosterCommandTexts } from './texts.js';

/** As the shipped settings of the service have them; a command reads no settings. */
const LIMITS = { maxRows: 100_000, maxUnpackedBytes: 524_288_000 };
const LARGEST_FILE = 536_870_912;
const REFUSED = 1;
const WRONG_USAGE = 2;

type Words = { readonly roster: string; readonly caseFile: string; readonly strict: boolean };

/**
 * `zhujiu roster FILE --case case.json`: the document that `GET /api/v1/levy/rosters/{id}/result` gives, on standard output.
 * @returns the exit code: 0; 1 where file or case are refused or, with `--strict`, a row was not accepted; 2 for wrong usage
 */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  if (args.includes('--help')) {
    io.stdout.write(`${say(rosterCommandTexts, io.language, 'roster.command.help')}\n`);
    return 0;
  }
  const words = readWords(args, io);
  if (words === null) return WRONG_USAGE;
  const asked: { id: string | null } = { id: null };
  try {
    return await judge(words, io, asked);
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, params, errors } = error;
    io.stdout.write(`${JSON.stringify({ id: asked.id, ok: false, error: { code, errors: errors.length > 0 ? errors : [{ pointer: '', code, params }] } })}\n`);
    for (const text of sentences(error, io)) io.stderr.write(`${text}\n`);
    return REFUSED;
  }
}

async function judge({ roster, caseFile, strict }: Words, io: CommandIo, asked: { id: string | null }): Promise<number> {
  const simulator = new LevySimulator(PolicyBook.load(shippedPolicyFolder), io.clock.today());
  const caseJson = caseFile === '-' ? await readAll(io.stdin) : (await load(caseFile, io))?.toString('utf8');
  if (caseJson === undefined) return WRONG_USAGE;
  const { prepared, year } = readRosterCase(simulator, caseJson);
  asked.id = prepared.levyCase.id;
  const bytes = await load(roster, io);
  if (bytes === undefined) return WRONG_USAGE;

  const lists: Record<Fragment['kind'], Buffer[]> = { persons: [], errors: [] };
  const sink = new FragmentSink(({ kind, bytes: fragment }) => lists[kind].push(fragment));
  const totals = await readRoster({
    file: { bytes, name: path.basename(roster) }, year, limits: LIMITS, ownUscc: null, ownCodes: [], sink,
    standardTitle: (key) => standardTitle(key, io.language), progress: () => undefined,
  });
  sink.finish();
  const head = concludeRoster(prepared, totals);
  for await (const piece of rosterDocument(head, lists.errors, lists.persons)) {
    if (!io.stdout.write(piece)) await once(io.stdout, 'drain');
  }
  io.stdout.write('\n');
  return !head.ok || (strict && totals.rows.rejected > 0) ? REFUSED : 0;
}

function readWords(args: readonly string[], io: CommandIo): Words | null {
  let [roster, caseFile, strict]: [string | null, string | null, boolean] = [null, null, false];
  for (let at = 0; at < args.length; at++) {
    const word = args[at] as string;
    if (word === '--strict') strict = true;
    else if (word === '--case') caseFile = args[++at] ?? null;
    else if (word.startsWith('--case=')) caseFile = word.slice('--case='.length);
    else if (word.startsWith('-') || roster !== null) {
      io.stderr.write(`${say(rosterCommandTexts, io.language, 'roster.command.option_unknown', { option: word })}\n`);
      return null;
    } else roster = word;
  }
  if (roster !== null && caseFile !== null) return { roster, caseFile, strict };
  io.stderr.write(`${say(rosterCommandTexts, io.language, 'roster.command.usage')}\n`);
  return null;
}

async function load(file: string, io: CommandIo): Promise<Buffer | undefined> {
  try {
    if ((await stat(file)).size > LARGEST_FILE) throw new DomainError('roster.file.too_complex');
    return await readFile(file);
  } catch (error) {
    if (error instanceof DomainError) throw error;
    io.stderr.write(`${say(rosterCommandTexts, io.language, 'roster.command.file_unreadable', { name: file })}\n`);
    return undefined;
  }
}

async function readAll(input: CommandIo['stdin']): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of input) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}

/** What a person at a terminal can act on; programs read the codes. */
function sentences({ code, params, errors }: DomainError, io: CommandIo): readonly string[] {
  const texts: readonly Dictionary[] = [uploadErrorTexts, levyErrorTexts];
  const own = (key: string, values: DomainError['params']): string | null => {
    const dictionary = texts.find((candidate) => Object.hasOwn(candidate.zh, key));
    return dictionary === undefined ? null : say(dictionary, io.language, key, values);
  };
  const at = errors.map((error) => `${error.pointer} ${own(error.code, error.params ?? {}) ?? error.code}`);
  return [own(code, params) ?? code, ...at];
}
