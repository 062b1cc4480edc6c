import { createHash } from 'node:crypto';
import { DomainError } from '../../../kernel/domain-error.js';
import type { Settings } from '../../../platform/config/index.js';
import type { FactKind } from '../domain/kinds.js';
import { readPage, type FactPage } from '../domain/page.js';

/** Waits so many milliseconds. */
export type Pause = (milliseconds: number) => Promise<void>;

export type FetchedPage = { readonly page: FactPage; /** SHA-256 of the bytes. */ readonly digest: Buffer };

const ATTEMPTS = 6;
const FIRST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 60_000;
const MIB = 1_048_576;
const LARGEST_MIB = 64;

type Answer = { readonly bytes: Buffer } | { readonly again: string; readonly after: number | null };

/**
 * The service that gives the data of registers: `GET {url}/{kind}?cursor=…` with the key as a bearer token. What may pass
 * (a broken connection, a time-out, 429, 5xx) is asked again, each time after a longer pause; what will not is refused.
 */
export class HttpRegister {
  constructor(private readonly settings: Settings['facts'], private readonly pause: Pause) {}

  get source(): string {
    return this.settings.source;
  }

  /** @throws DomainError facts.http.* */
  async page(kind: FactKind, cursor: string | null, number: number): Promise<FetchedPage> {
    const { url, key } = this.settings;
    if (url === null || key === null) throw new DomainError('facts.http.not_configured');
    const address = new URL(`${url.replace(/\/$/, '')}/${kind}`);
    if (cursor !== null) address.searchParams.set('cursor', cursor);
    let reason = '';
    for (let attempt = 1; attempt <= ATTEMPTS; attempt += 1) {
      const answer = await this.ask(address, key);
      if ('bytes' in answer) return fetched(answer.bytes, number);
      reason = answer.again;
      if (attempt < ATTEMPTS) await this.pause(Math.min(LONGEST_PAUSE_MS, Math.max(answer.after ?? 0, FIRST_PAUSE_MS * 2 ** (attempt - 1))));
    }
    throw new DomainError('facts.http.unreachable', { attempts: ATTEMPTS, reason });
  }

  private async ask(address: URL, key: string): Promise<Answer> {
    try {
      const response = await fetch(address, {
        headers: { authorization: `Bearer ${key}`, accept: 'application/json' }, redirect: 'error', signal: AbortSignal.timeout(this.settings.timeoutSeconds * 1000),
      });
      if (response.status === 200) return { bytes: await wholeBody(response) };
      await response.body?.cancel();
      if (response.status === 429 || response.status >= 500) return { again: String(response.status), after: retryAfter(response) };
      throw new DomainError('facts.http.refused', { status: response.status });
    } catch (error) {
      if (error instanceof DomainError) throw error;
      return { again: nameOf(error), after: null };
    }
  }
}

function fetched(bytes: Buffer, number: number): FetchedPage {
  const page = readPage(bytes.toString('utf8'));
  if (!page.ok) throw new DomainError('facts.http.page_malformed', { page: number, reason: page.error });
  return { page: page.value, digest: createHash('sha256').update(bytes).digest() };
}

async function wholeBody(response: Response): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of response.body ?? []) {
    length += piece.length;
    if (length > LARGEST_MIB * MIB) throw new DomainError('facts.http.page_too_large', { limit: LARGEST_MIB });
    pieces.push(piece);
  }
  return Buffer.concat(pieces);
}

/** Seconds, as `Retry-After` mostly says them; the date form is left to our own pause. */
function retryAfter(response: Response): number | null {
  const seconds = Number(response.headers.get('retry-after') ?? 'no');
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}

/** Code or name of a failure: its message may hold the address with its cursor. */
function nameOf(error: unknown): string {
  const { name, cause } = error as { readonly name?: string; readonly cause?: { readonly code?: string } };
  return cause?.code ?? name ?? 'Error';
}
