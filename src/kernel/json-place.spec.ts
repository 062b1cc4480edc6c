import { placeOfBreak } from './json-place.js';

it.each<readonly [string, number]>([
  ['[1,2]', 1], ['{"kind":"payment","record":"JK-3",', 35], ['{"a":1 "b":2}', 8], ['{"a":"x","b":y}', 14], ['{"a":"x","b":"y', 14], ['  {"a":1}}', 10], ['{a:1}', 2], ['', 1],
])('%j breaks at character %i', (line, place) => {
  expect(placeOfBreak(line)).toBe(place);
});
