import { normaliseCode } from '../../kernel/normalise.js';

/** Without letters and digits that are taken for one another when they are read aloud or copied (Crockford's base 32). */
export const CODE_SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
/** 100 bits: nobody finds one by trying. */
export const CODE_LENGTH = 20;
const GROUP = 5;

/** `7K2QF-…`: the code of twenty bytes of chance, in groups of five. */
export function writeCode(chance: Uint8Array): string {
  const signs = [...chance.subarray(0, CODE_LENGTH)].map((byte) => CODE_SIGNS[byte % CODE_SIGNS.length] ?? '').join('');
  return signs.match(new RegExp(`.{${GROUP}}`, 'g'))?.join('-') ?? signs;
}

/** The code as meant: any case, any spaces and dashes, O for 0, I and L for 1. Null for what is no code. */
export function readCode(text: string): string | null {
  const signs = normaliseCode(text).replace(/[-–—]/g, '').replace(/O/g, '0').replace(/[IL]/g, '1');
  return signs.length === CODE_LENGTH && [...signs].every((sign) => CODE_SIGNS.includes(sign)) ? signs : null;
}
