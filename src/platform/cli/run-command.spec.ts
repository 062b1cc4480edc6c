import { PassThrough } from 'node:stream';
import { fixedClock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import type { CommandIo, CommandTable } from './command.js';
import { runCommand, terminalLanguage } from './run-command.js';

function world(): { io: CommandIo; out(): string; err(): string } {
  const [stdin, stdout, stderr] = [new PassThrough(), new PassThrough(), new PassThrough()];
  return {
    io: { stdin, stdout, stderr, clock: fixedClock('2026-01-15T00:00:00Z'), language: 'zh' },
    out: () => String(stdout.read() ?? ''),
    err: () => String(stderr.read() ?? ''),
  };
}

const loaded: string[] = [];
const table: CommandTable = {
  echo: {
    zh: '照说一遍', en: 'says it again',
    load: async () => async (args, io) => {
      io.stdout.write(`${io.language}:${args.join(' ')}`);
      return 7;
    },
  },
  heavy: { zh: '重', en: 'heavy', load: async () => { loaded.push('heavy'); return async () => 0; } },
  refuses: { zh: '拒', en: 'refuses', load: async () => async () => { throw new DomainError('x.y'); } },
  broken: { zh: '坏', en: 'broken', load: async () => async () => { throw new TypeError('bug'); } },
};

describe('runCommand', () => {
  it('hands words, language and exit code on, and loads no other command', async () => {
    const { io, out } = world();
    expect(await runCommand(table, ['--lang', 'en', 'echo', 'a', '--lang'], io)).toBe(7);
    expect(out()).toBe('en:a --lang');
    expect(loaded).toEqual([]);
  });

  it.each([[[]], [['nothing']], [['toString']], [['--lang', 'fr', 'echo']]])('answers %j with the help in both languages and 2', async (words) => {
    const { io, out, err } = world();
    expect(await runCommand(table, words, io)).toBe(2);
    expect(out()).toBe('');
    const help = err();
    expect(help).toContain('照说一遍');
    expect(help).toContain('says it again');
  });

  it('gives the help that was asked for on standard output', async () => {
    const { io, out } = world();
    expect(await runCommand(table, ['--help'], io)).toBe(0);
    expect(out()).toContain('用法');
  });

  it('tells a refusal and lets a bug through', async () => {
    const { io, err } = world();
    expect(await runCommand(table, ['refuses'], io)).toBe(1);
    expect(err()).toBe('x.y\n');
    await expect(runCommand(table, ['broken'], io)).rejects.toThrow('bug');
  });
});

describe('terminalLanguage', () => {
  it.each([[{}, 'zh'], [{ LANG: 'en_US.UTF-8' }, 'en'], [{ LANG: 'en_US.UTF-8', LC_ALL: 'zh_CN.UTF-8' }, 'zh'], [{ LANG: 'C' }, 'zh']] as const)(
    'reads %j as %s', (env, language) => expect(terminalLanguage(env)).toBe(language));
});
