import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { say } from '../../kernel/texts.js';
import { importRegions } from '../app/import-regions.command.js';
import { defaultRegionsFolder } from '../regions.js';
import { policyErrorTexts } from '../texts.js';
import { writeLine, type CommandIo } from '../../platform/cli/command.js';
import { policyCommandTexts } from './texts.js';

/**
 * `zhujiu regions`.
 * @returns the exit code: 0; 1 where rows were rejected; 2 for wrong usage or an unreadable file.
 */
export async function run(args: readonly string[], io: CommandIo): Promise<number> {
  if (args.includes('--help') || args.length === 0) {
    await writeLine(io.stdout, say(policyCommandTexts, io.language, 'policy.regions.help'));
    return 0;
  }
  const [subcommand, file, option, folder] = args;
  const right = subcommand === 'import' && file !== undefined && (args.length === 2 || (args.length === 4 && option === '--register'));
  if (!right) {
    await writeLine(io.stderr, say(policyCommandTexts, io.language, 'policy.regions.usage'));
    return 2;
  }
  try {
    return await importFile(file, path.join(folder ?? defaultRegionsFolder(), 'regions.csv'), io);
  } catch (error) {
    const unreadable = (error as NodeJS.ErrnoException).path;
    if (unreadable === undefined) throw error;
    await writeLine(io.stderr, say(policyCommandTexts, io.language, 'policy.command.unreadable', { file: unreadable }));
    return 2;
  }
}

async function importFile(file: string, registerFile: string, io: CommandIo): Promise<number> {
  const result = importRegions(readFileSync(registerFile, 'utf8'), readFileSync(file, 'utf8'));
  for (const { line, code } of result.rejected) {
    await writeLine(io.stdout, say(policyCommandTexts, io.language, 'policy.regions.rejected', { line, reason: say(policyErrorTexts, io.language, code) }));
  }
  if (result.accepted > 0) {
    // A crash midway leaves the old register whole.
    writeFileSync(`${registerFile}.new`, result.register);
    renameSync(`${registerFile}.new`, registerFile);
  }
  const { rows, accepted, unchanged, rejected } = result;
  await writeLine(io.stdout, say(policyCommandTexts, io.language, 'policy.regions.summary', { rows, accepted, unchanged, rejected: rejected.length }));
  return rejected.length > 0 ? 1 : 0;
}
