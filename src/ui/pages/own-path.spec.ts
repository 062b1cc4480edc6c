import { ownPath } from './own-path.js';

it.each(['/', '/levy', '/levy/staff?year=2024#x', '/en/help', '/%E5%B8%AE'])('%s is a page of ours', (path) => {
  expect(ownPath(path)).toBe(path);
});

it.each(['', 'levy', '//evil.example', '/\\evil.example', 'https://evil.example/', 'javascript:alert(1)', '/a\nb', '/a b', '/a\\b', '\u0000/', `/${'a'.repeat(2000)}`, undefined, ['/a']])('%j is not', (path) => {
  expect(ownPath(path)).toBeNull();
});
