import { DomainError } from '../../kernel/domain-error.js';
import { say } from '../../kernel/texts.js';
import { PolicyBook } from '../policy-book.js';
import { shippedPolicyFolder } from '../policy-folder.js';
import { PolicyDataError, tellFault } from '../reading/fault.js';
import { policyErrorTexts, type PolicyErrorCode } from '../texts.js';
import { check } from './check.js';
import { writeLine, type CommandIo } from '../../platform/cli/command.js';
import { diff, replay, type LevyRunner } from './replay.js';
import { show } from './show.js';
import { policyCommandTexts } from './texts.js';

/**
 * `zhujiu policy`.
 * @returns the exit code: 0; 1 where something was found (errors, differences); 2 for wrong usage.
 */
export async function run(args: readonly string[], io: CommandIo, levyRunner: LevyRunner): Promise<number> {
  if (args.includes('--help') || args.length === 0) {
    await writeLine(io.stdout, say(policyCommandTexts, io.language, 'policy.command.help'));
    return 0;
  }
  try {
    return (await runSubcommand(args, io, levyRunner)) ?? (await wrongUsage(io));
  } catch (error) {
    return tellError(error, io);
  }
}

/** Null where the words are not those of a subcommand. */
async function runSubcommand(args: readonly string[], io: CommandIo, levyRunner: LevyRunner): Promise<number | null> {
  const [subcommand, ...rest] = args;
  const [first, second, third] = rest;
  switch (subcommand) {
    case 'check':
      return rest.length <= 1 ? check(first ?? shippedPolicyFolder, io) : null;
    case 'show': {
      const words = rest.filter((word) => word !== '--json');
      const [region, date] = words;
      if (words.length !== 2 || region === undefined || date === undefined) return null;
      return show(PolicyBook.load(shippedPolicyFolder), region, date, words.length < rest.length, io);
    }
    case 'diff':
      return rest.length === 3 && first !== undefined && second !== undefined && third !== undefined ? diff(first, second, third, levyRunner, io) : null;
    case 'replay':
      if (rest.length === 1 && first !== undefined) return replay(first, shippedPolicyFolder, levyRunner, io);
      return rest.length === 3 && first !== undefined && second === '--policy' && third !== undefined ? replay(first, third, levyRunner, io) : null;
    default:
      return null;
  }
}

async function wrongUsage(io: CommandIo): Promise<number> {
  await writeLine(io.stderr, say(policyCommandTexts, io.language, 'policy.command.usage'));
  return 2;
}

/** What a person can mend gets a sentence; a bug stays a bug. */
async function tellError(error: unknown, io: CommandIo): Promise<number> {
  if (error instanceof PolicyDataError) {
    for (const fault of error.faults) await writeLine(io.stderr, tellFault(fault, io.language));
    return 1;
  }
  if (error instanceof DomainError) {
    await writeLine(io.stderr, say(policyErrorTexts, io.language, error.code as PolicyErrorCode, error.params));
    return 2;
  }
  const file = (error as NodeJS.ErrnoException).path;
  if (file === undefined) throw error;
  await writeLine(io.stderr, say(policyCommandTexts, io.language, 'policy.command.unreadable', { file }));
  return 2;
}
