import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const NONCE_BYTES = 18;
const MAC_BYTES = 32;

/**
 * Signed double-submit tokens. The cookie holds `nonce.mac(nonce)`, so nobody without the key can plant one that we take;
 * the hidden field holds the form's mac of that nonce, hidden under a new pad in every page, so that compression of a page
 * that repeats somebody's input gives nothing away (BREACH). The mac takes in the session that the page was made in: cookie and
 * token of one session, planted into another, are refused.
 */
export class CsrfTokens {
  constructor(private readonly key: Buffer) {}

  newCookie(): string {
    const nonce = randomBytes(NONCE_BYTES).toString('base64url');
    return `${nonce}.${this.mac('cookie', nonce).toString('base64url')}`;
  }

  isCookie(cookie: string): boolean {
    const [nonce = '', mac = '', ...rest] = cookie.split('.');
    return rest.length === 0 && nonce !== '' && equal(Buffer.from(mac, 'base64url'), this.mac('cookie', nonce));
  }

  /** @param session what the session's cookie holds; '' for a stranger */
  formToken(cookie: string, session: string): string {
    const mac = this.formMac(cookie, session);
    const pad = randomBytes(mac.length);
    return Buffer.concat([pad, xor(mac, pad)]).toString('base64url');
  }

  isFormToken(cookie: string, session: string, token: string): boolean {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== 2 * MAC_BYTES) return false;
    return equal(xor(bytes.subarray(MAC_BYTES), bytes.subarray(0, MAC_BYTES)), this.formMac(cookie, session));
  }

  private formMac(cookie: string, session: string): Buffer {
    return this.mac('form', `${cookie.split('.', 1)[0] ?? ''} ${session}`);
  }

  private mac(purpose: 'cookie' | 'form', nonce: string): Buffer {
    return createHmac('sha256', this.key).update(`csrf ${purpose} ${nonce}`).digest();
  }
}

const xor = (bytes: Buffer, pad: Buffer): Buffer => Buffer.from(bytes.map((byte, index) => byte ^ (pad[index] ?? 0)));
const equal = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);
