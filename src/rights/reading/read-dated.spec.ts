import { localDate } from '../../kernel/local-date.js';
import { PrivacyBook, shippedPrivacyFolder } from './privacy-book.js';
import { readDated, valueOn } from './read-dated.js';

const entry = (over = ''): string => `  - { from: 2021-11-01, days: 30, reference: { title: T, article: A }, confirmed: false${over} }\n`;
const read = (text: string) => readDated('x.yaml', text, ['a', 'b'], 'days', (value) => (typeof value === 'number' ? value : null));

describe('dated data of privacy', () => {
  it('is read by name, and the value of a day is the last that began', () => {
    const { a } = read(`a:\n${entry()}  - { from: 2026-01-01, days: 15, reference: { title: T, article: A }, confirmed: true }\nb:\n${entry()}`);
    expect([valueOn('x', a, localDate('2025-12-31')).value, valueOn('x', a, localDate('2026-01-01')).value]).toEqual([30, 15]);
    expect(() => valueOn('x', a, localDate('2021-10-31'))).toThrow('nothing is known for 2021-10-31');
  });

  it.each([
    ['a name that is missing', `a:\n${entry()}`, 'b has no values'],
    ['a name that nobody knows', `a:\n${entry()}b:\n${entry()}c:\n${entry()}`, 'c is not known'],
    ['a key that nobody knows', `a:\n${entry(', note: x')}b:\n${entry()}`, 'unknown key'],
    ['a value of another kind', `a:\n${entry().replace('30', 'soon')}b:\n${entry()}`, 'malformed'],
    ['a day that does not exist', `a:\n${entry().replace('2021-11-01', '2021-02-30')}b:\n${entry()}`, 'malformed'],
    ['values out of order', `a:\n${entry()}${entry()}b:\n${entry()}`, 'order'],
  ])('refuses %s', (_, text, message) => expect(() => read(text)).toThrow(message));

  it('ships in order', () => {
    const book = PrivacyBook.read(shippedPrivacyFolder());
    expect(book.basisOf('matching', localDate('2026-11-22')).value).toBe('consent');
    expect(book.basisOf('quota_review', localDate('2026-11-22')).value).toBe('legal_duty');
    expect(book.dueOn('deletion', localDate('2026-11-22'))).toBe('2026-12-22');
    expect(book.keptUntil('closed_file', localDate('2026-11-22'))).toBe('2023-11-23');
  });
});
