import { prefersEnglish } from './language.js';

describe('prefersEnglish', () => {
  it.each([
    ['en', true], ['en-GB,en;q=0.9', true], ['fr, en;q=0.8, zh;q=0.7', true], ['EN', true],
    [undefined, false], ['', false], ['*', false], ['zh-CN,zh;q=0.9,en;q=0.8', false], ['en;q=0.5, zh;q=0.5', false], ['en;q=0', false], ['fr', false],
    ['english', false], ['en;q=nonsense, zh;q=0.1', true],
  ])('%s: %s', (header, expected) => {
    expect(prefersEnglish(header)).toBe(expected);
  });

  it('reads only the head of a flood of ranges', () => {
    expect(prefersEnglish(`${'fr,'.repeat(100_000)}en`)).toBe(false);
  });
});
