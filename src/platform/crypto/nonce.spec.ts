import { freshNonce } from './nonce.js';

describe('nonces', () => {
  it('are as long as asked for and never come twice, over many fillings of the pool and with lengths that do not divide it', () => {
    const nonces = Array.from({ length: 20_000 }, (_, at) => freshNonce(at % 3 === 0 ? 16 : 12));
    expect(nonces.every((nonce, at) => nonce.length === (at % 3 === 0 ? 16 : 12))).toBe(true);
    expect(new Set(nonces.map((nonce) => nonce.toString('hex'))).size).toBe(nonces.length);
  });

  it('share no byte of memory with one another', () => {
    const nonces = Array.from({ length: 3_000 }, () => freshNonce(12));
    const before = nonces.map((nonce) => nonce.toString('hex'));
    nonces[0]?.fill(0);
    freshNonce(20_000).fill(0);
    expect(nonces.slice(1).map((nonce) => nonce.toString('hex'))).toEqual(before.slice(1));
  });
});
