import { EmbeddedDatabaseError } from './embedded-error.js';
import type { ServerAccount } from './server-account.js';

const TAIL = 800;

/**
 * Runs a PostgreSQL program to its end with a text on its standard input.
 * Throws `embedded.init.failed` with the end of what it printed; single-user postgres ends with 0 even when a statement
 * failed, so an ERROR line counts as a failure too.
 */
export async function run(account: ServerAccount, program: string, args: readonly string[], input: string): Promise<void> {
  const child = account.spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  let printed = '';
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (chunk: string) => { printed = (printed + chunk).slice(-8 * TAIL); });
  // A program that ends before reading its input is judged by its exit, not by the broken pipe.
  child.stdin?.on('error', () => undefined).end(input);
  const exit = await new Promise<number | string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code, signal) => resolve(code ?? signal ?? 'unknown'));
  });
  if (exit !== 0 || /\b(ERROR|FATAL|PANIC):/.test(printed)) {
    throw new EmbeddedDatabaseError('embedded.init.failed', { reason: `${printed.slice(-TAIL).trim()} (${exit})` });
  }
}
