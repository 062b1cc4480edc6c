/**
 * Length alone, and a list: no rule about kinds of characters, no forced change (NIST SP 800-63B-4 §3.1.1.2). Twelve is the
 * floor of OWASP ASVS 4.0.3 §2.1.1; the fifteen that NIST asks where a password stands alone would keep out people for whom
 * every key costs effort, and the back-off bounds guessing to about a hundred tries a day.
 */
export const SHORTEST = 12;
/** In code points. Passphrases fit; a text meant to make the hashing slow does not. */
export const LONGEST = 128;

export type PasswordFault = 'sign_in.password_too_short' | 'sign_in.password_too_long' | 'sign_in.password_common' | 'sign_in.password_guessable' | 'sign_in.password_personal';

/** One spelling for what looks the same: full-width letters, composed accents (NIST SP 800-63B-4 §3.1.1.2 asks for it). */
export const normalisePassword = (typed: string): string => typed.normalize('NFKC');

/**
 * Why a password cannot be taken; null where it can.
 * @param password as `normalisePassword` gave it
 * @param common lower-case passwords that attackers try first
 * @param own what others know of the person: contacts, names
 */
export function passwordFault(password: string, common: ReadonlySet<string>, own: readonly string[]): PasswordFault | null {
  const length = [...password].length;
  if (length < SHORTEST) return 'sign_in.password_too_short';
  if (length > LONGEST) return 'sign_in.password_too_long';
  const lower = password.toLowerCase();
  if (own.map((text) => text.toLowerCase()).some((text) => text.length >= 4 && lower.includes(text) && lower.length - text.length < 6)) return 'sign_in.password_personal';
  if (common.has(lower) || isPaddedCommon(lower, common)) return 'sign_in.password_common';
  return isRepetition(lower) || isRun(lower) ? 'sign_in.password_guessable' : null;
}

/** `password2024!!`: what the list holds, made long with digits and signs, or written twice. */
function isPaddedCommon(lower: string, common: ReadonlySet<string>): boolean {
  const letters = lower.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  if (letters.length >= 4 && common.has(letters)) return true;
  const half = lower.slice(0, Math.floor(lower.length / 2));
  return lower === half + half && common.has(half);
}

/** One piece of at most four characters over and over: `abcabcabcabc`. */
const isRepetition = (lower: string): boolean => /^(.{1,4}?)\1+.{0,3}$/u.test(lower);

const ROWS = ['01234567890', '09876543210', 'abcdefghijklmnopqrstuvwxyz', 'zyxwvutsrqponmlkjihgfedcba', 'qwertyuiopasdfghjklzxcvbnm', '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p', 'qazwsxedcrfvtgbyhnujmikolp'];

/** A run along the alphabet, the digits or the keyboard, perhaps begun anew: `1234567890123`, `qwertyuiopas`. */
function isRun(lower: string): boolean {
  let runs = 0;
  for (let at = 0; at < lower.length; runs += 1) {
    let end = at + 1;
    while (end < lower.length && ROWS.some((row) => row.includes(lower.slice(at, end + 1)))) end += 1;
    at = end;
  }
  return runs * 4 <= lower.length;
}
