import { randomBytes, timingSafeEqual } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as every authenticator app reads it: SHA-1, six digits, thirty seconds. */
const FORM = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
const SECRET_BYTES = 20;
/** One step back and forth, for clocks that are off and for people who type slowly. */
const WINDOW = 1;
const ISSUER = 'Zhujiu 助就';

/** A new secret in base32, as apps take it. */
export const newTotpSecret = (): string => new Secret({ buffer: new Uint8Array(randomBytes(SECRET_BYTES)).buffer }).base32;

/** The address that the picture holds. `label` is shown in the app. */
export const totpAddress = (secret: string, label: string): string => new TOTP({ ...FORM, issuer: ISSUER, label, secret }).toString();

const stepOf = (now: Date): number => Math.floor(now.getTime() / 1000 / FORM.period);

/** The time step that a code belongs to, near now; null where it belongs to none. */
export function totpStep(secret: string, code: string, now: Date): number | null {
  const totp = new TOTP({ ...FORM, secret });
  const present = stepOf(now);
  const steps = Array.from({ length: 2 * WINDOW + 1 }, (_, index) => present - WINDOW + index);
  // Every step is compared, so that the time does not tell which one fitted.
  const fits = steps.filter((step) => sameText(totp.generate({ timestamp: step * FORM.period * 1000 }), code));
  return fits.at(-1) ?? null;
}

const sameText = (a: string, b: string): boolean => a.length === b.length && timingSafeEqual(Buffer.from(a), Buffer.from(b));
