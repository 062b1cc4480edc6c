import { localDate } from '../kernel/local-date.js';
import { COUNTRY, regionCode } from '../kernel/region-code.js';
import { PolicyBook } from './policy-book.js';

describe('PolicyBook on the shipped data', () => {
  const book = PolicyBook.load('config/policy');

  test('a county takes the national value where nothing nearer is written', () => {
    expect(book.at('levy.wage_cap.multiple', COUNTRY, localDate('2018-03-31')).value).toBe('3');
    expect(book.at('levy.wage_cap.multiple', regionCode('370303'), localDate('2018-04-01')).value).toBe('2');
  });
});
