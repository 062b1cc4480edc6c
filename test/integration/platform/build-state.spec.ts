import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { isFresh, readSources, writeStamp } from '../../../scripts/build-state.mjs';
import { temporaryFolder } from '../../support/processes.js';

describe('the state of a build', () => {
  let checkout: string;
  const put = (name: string, text: string): void => {
    const file = path.join(checkout, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
    // Well before the build, whatever the resolution of the disk's clock.
    utimesSync(file, new Date('2026-01-01'), new Date('2026-01-01'));
  };

  beforeEach(() => {
    checkout = temporaryFolder('build');
    put('src/a.ts', 'a');
    put('src/deep/b.ts', 'b');
    put('scripts/build.mjs', '');
    put('package.json', '{}');
    mkdirSync(path.join(checkout, 'dist'));
    writeStamp(path.join(checkout, 'dist'), readSources(checkout), Date.now());
  });
  afterEach(() => rmSync(checkout, { recursive: true, force: true }));

  it('is fresh right after the build, and a test file changes nothing', () => {
    expect(isFresh(checkout)).toBe(true);
    put('src/a.spec.ts', 'test');
    expect(isFresh(checkout)).toBe(true);
  });

  it.each<[string, () => void]>([
    ['a source was added', () => put('src/c.ts', 'c')],
    ['a source was removed', () => rmSync(path.join(checkout, 'src/deep/b.ts'))],
    ['a source changed its size', () => put('src/a.ts', 'aa')],
    ['a source was edited', () => writeFileSync(path.join(checkout, 'src/a.ts'), 'z') ?? utimesSync(path.join(checkout, 'src/a.ts'), new Date(), new Date(Date.now() + 1000))],
    ['a script changed', () => put('scripts/build.mjs', 'x')],
    ['dist is gone', () => rmSync(path.join(checkout, 'dist'), { recursive: true })],
    ['a build never ended', () => rmSync(path.join(checkout, 'dist/build-stamp.json'))],
  ])('is old when %s', (_, change) => {
    change();
    expect(isFresh(checkout)).toBe(false);
  });

  it('is fresh where there are no sources to compare with', () => {
    rmSync(path.join(checkout, 'src'), { recursive: true });
    expect(isFresh(checkout)).toBe(true);
  });
});
