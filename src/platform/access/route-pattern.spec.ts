import { routePattern } from './route-pattern.js';

describe('routePattern', () => {
  it.each([
    ['/', '/', true], ['/', '/x', false],
    ['/levy', '/levy', true], ['/levy', '/levy/', true], ['/levy', '/LEVY', true], ['/levy', '/levy/x', false], ['/levy', '/levyx', false],
    ['/api/:id/lines', '/api/7/lines', true], ['/api/:id/lines', '/api//lines', false], ['/api/:id/lines', '/api/7/8/lines', false],
    ['/a/:id.json', '/a/7.json', true], ['/a/:id.json', '/a/7xjson', false],
    ['/assets/*path', '/assets/a/b.css', true], ['/assets/*path', '/assets/', false],
  ])('%s with %s: %s', (pattern, path, expected) => {
    expect(routePattern(pattern).test(path)).toBe(expected);
  });
});
