import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ringText } from './keys.js';

export const projectFolder = path.resolve(import.meta.dirname, '../..');

/** An empty folder that other accounts may enter, as the embedded server needs it when tests run as root. */
export function temporaryFolder(name: string): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), `zhujiu-${name}-`));
  chmodSync(folder, 0o755);
  return folder;
}

export type Account = { readonly uid: number; readonly gid: number };

/** The environment of this process without anything that sets up the service. */
export function cleanEnvironment(extra: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !/^(ZHUJIU_|DATABASE_URL$|PORT$|MEILI_|NODE_OPTIONS$)/.test(name));
  // A database elsewhere needs keys.
  const keys = extra['DATABASE_URL'] === undefined ? {} : { ZHUJIU_KEYS: ringText({ id: 'test' }) };
  return { ...Object.fromEntries(kept), ...keys, ...extra };
}

export type Child = {
  readonly process: ChildProcess;
  /** What it wrote so far. */
  output(): string;
  /** Resolves with the first line of standard output that fits; rejects with all output when the process ends first. */
  line(pattern: RegExp): Promise<string>;
  /** Sends a signal and waits for the end; the exit code or the signal's name. */
  end(signal: NodeJS.Signals): Promise<number | string>;
};

/** Starts one of our TypeScript files in a Node process of its own. */
export function startNode(file: string, args: readonly string[], options: { env: NodeJS.ProcessEnv; account: Account | null }): Child {
  const register = path.join(projectFolder, 'test/support/register-typescript.mjs');
  const child = spawn(process.execPath, ['--import', `file://${register}`, path.join(projectFolder, file), ...args],
    { stdio: ['ignore', 'pipe', 'pipe'], cwd: projectFolder, env: options.env, ...(options.account ?? {}) });
  return observe(child);
}

export function observe(child: ChildProcess): Child {
  let output = '';
  let stdout = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => { output += text; });
  child.stdout?.setEncoding('utf8').on('data', (text: string) => { output += text; stdout += text; });
  const ended = once(child, 'close');
  return {
    process: child,
    output: () => output,
    line: (pattern) => new Promise((resolve, reject) => {
      const look = (): void => {
        const found = stdout.split('\n').slice(0, -1).find((line) => pattern.test(line));
        if (found !== undefined) resolve(found);
      };
      child.stdout?.on('data', look);
      void ended.then(() => reject(new Error(`ended before ${pattern}: ${output}`)));
      look();
    }),
    end: async (signal) => {
      if (child.exitCode === null && child.signalCode === null) child.kill(signal);
      await ended;
      return child.exitCode ?? child.signalCode ?? 'unknown';
    },
  };
}

function processesThat(fit: (pid: number) => boolean): number[] {
  if (!existsSync('/proc')) return [];
  return readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(Number).filter((pid) => {
    try {
      const isZombie = /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
      return pid !== process.pid && !isZombie && fit(pid);
    } catch {
      // It ended while we looked.
      return false;
    }
  });
}

/** Numbers of all live processes whose command line holds the text. */
export const processesWith = (text: string): number[] => processesThat((pid) => readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(text));

/** Numbers of all live processes that work in the folder. */
export const processesIn = (folder: string): number[] => processesThat((pid) => readlinkSync(`/proc/${pid}/cwd`) === folder);
