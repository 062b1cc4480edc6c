import { DomainError } from '../../kernel/domain-error.js';
import type { Language } from '../../kernel/texts.js';
import { sourceStack } from '../errors/source-stack.js';
import { SettingsError } from '../config/load-settings.js';
import { writeLine, type CommandIo, type CommandTable } from './command.js';

const WRONG_USAGE = 2;

/** Both languages at once: whoever asks for help may read only one of them, and we do not know which. */
function help(table: CommandTable): string {
  const width = Math.max(...Object.keys(table).map((name) => name.length));
  const rows = (language: Language): string[] => Object.entries(table).map(([name, entry]) => `  ${name.padEnd(width)}  ${entry[language]}`);
  return [
    '助就 Zhujiu',
    '',
    '用法：zhujiu [--lang zh|en] 命令 [参数…]',
    ...rows('zh'),
    '每条命令加 --help 可看详细说明。',
    '',
    'Usage: zhujiu [--lang zh|en] COMMAND [ARGUMENTS…]',
    ...rows('en'),
    'Add --help to a command for its details.',
  ].join('\n');
}

type Words = { readonly language: Language; readonly name: string | undefined; readonly args: readonly string[] };

function readWords(words: readonly string[], fallback: Language): Words {
  const [first, second, ...rest] = words;
  if (first === '--lang' && (second === 'zh' || second === 'en')) return { language: second, name: rest[0], args: rest.slice(1) };
  return { language: fallback, name: first, args: words.slice(1) };
}

/** The language of the terminal where it asks for English, else Chinese. */
export const terminalLanguage = (env: Readonly<Record<string, string | undefined>>): Language =>
  /^en/i.test(env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '') ? 'en' : 'zh';

/** Runs the command that the words name. @returns its exit code; 2, with the help, where there is no such command. */
export async function runCommand(table: CommandTable, words: readonly string[], io: CommandIo): Promise<number> {
  const { language, name, args } = readWords(words, io.language);
  if (name === '--help' || name === 'help') {
    await writeLine(io.stdout, help(table));
    return 0;
  }
  const entry = name !== undefined && Object.hasOwn(table, name) ? table[name] : undefined;
  if (!entry) {
    if (name !== undefined) await writeLine(io.stderr, `没有“${name}”这条命令。 / There is no command "${name}".\n`);
    await writeLine(io.stderr, help(table));
    return WRONG_USAGE;
  }
  try {
    return await (await entry.load())(args, { ...io, language });
  } catch (error) {
    // What a person can mend is told in its own words; a bug keeps its stack.
    if (!(error instanceof DomainError || error instanceof SettingsError)) throw withSources(error);
    await writeLine(io.stderr, error.message);
    return 1;
  }
}

/** The same error; Node tells its stack as it stands. */
function withSources(error: unknown): unknown {
  if (error instanceof Error && error.stack !== undefined) error.stack = sourceStack(error.stack);
  return error;
}
