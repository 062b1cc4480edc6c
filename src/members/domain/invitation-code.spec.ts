import { CODE_SIGNS, readCode, writeCode } from './invitation-code.js';

const code = writeCode(Uint8Array.from({ length: 20 }, (_, index) => index * 13));

it('is written in groups and read back however it is typed', () => {
  expect(code).toMatch(/^[0-9A-Z]{5}(?:-[0-9A-Z]{5}){3}$/);
  const signs = code.replaceAll('-', '');
  for (const typed of [code, code.toLowerCase(), signs, ` ${signs.split('').join(' ')} `, code.replaceAll('-', '–'), code.replaceAll('0', 'o').replaceAll('1', 'l')]) expect(readCode(typed)).toBe(signs);
});

it('every sign is as likely as any other', () => {
  expect(256 % CODE_SIGNS.length).toBe(0);
});

it.each(['', code.slice(1), `${code}0`, `${code.slice(0, -1)}U`, `${code.slice(0, -1)}'`])('%j is none', (text) => expect(readCode(text)).toBeNull());
