import { grouped, groupedYuan } from './numbers.js';

it.each([
  ['12000', '12,000.00'], ['0.00', '0.00'], ['217412.94', '217,412.94'], ['9007199254740993.07', '9,007,199,254,740,993.07'], ['10000000000000.00', '10,000,000,000,000.00'],
  ['-1730.5', '-1,730.50'], ['1.234567', '1.234567'],
])('%s yuan are read as %s', (decimal, text) => {
  expect(groupedYuan(decimal)).toBe(text);
});

it.each([['201', '201'], ['3.015', '3.015'], ['10000000', '10,000,000'], ['0.000001', '0.000001']])('%s people are read as %s', (decimal, text) => {
  expect(grouped(decimal, 0)).toBe(text);
});
