import { dateDigits, plainNumber, plainShare, wholeNumber } from './typed-number.js';

describe('plainNumber', () => {
  it.each([
    ['12000.50', '12000.50'], ['１２０００．５０', '12000.50'], [' 12 000 ', '12000'], ['12,000.50 元', '12000.50'], ['１２，０００元', '12000'],
    ['￥12,000', '12000'], ['¥20000000.00元整', '20000000.00'], ['33。5', '33.5'], ['1,2345', '12345'], ['2000万', '20000000'], ['2000.5 万元', '20005000'],
    ['0.00005万', '0.5'], ['201人', '201'], ['+5', '5'], ['', ''], ['\u3000８\u3000', '8'],
  ])('%s is %s', (typed, plain) => {
    expect(plainNumber(typed)).toBe(plain);
  });

  it.each(['1,5', '1,23,456', '12,00', 'abc', '1e5', '-5', 'NaN', '1.2.3', '一百', '5-6'])('%s is passed on as it is', (typed) => {
    expect(plainNumber(typed)).toBe(typed);
  });
});

it.each([['1.5%', '0.015'], ['１．６％', '0.016'], ['0.015', '0.015'], ['100%', '1'], ['0%', '0'], ['.5%', '.5'], ['150%', '1.5'], ['1.5', '1.5'], ['0.05%', '0.0005']])('a share of %s is %s', (typed, plain) => {
  expect(plainShare(typed)).toBe(plain);
});

it.each([['200', 200], ['２０１', 201], ['1,000', 1000], ['2.5', 2.5], ['-3', -3], ['x', 'x'], ['9'.repeat(20), '9'.repeat(20)]])('%s as a whole number is %s', (typed, value) => {
  expect(wholeNumber(typed)).toBe(value);
});

it.each([['２０１０年', '2010'], [' 5 月', '5'], ['01', '01'], ['x', 'x']])('the box of a date %s holds %s', (typed, digits) => {
  expect(dateDigits(typed)).toBe(digits);
});
