import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { repairInstall } from './repair-install.js';

describe('repairInstall', () => {
  let root: string;
  beforeEach(() => {
    root = mkdtempSync(path.join(os.tmpdir(), 'zhujiu-repair-'));
    mkdirSync(path.join(root, 'native/lib'), { recursive: true });
    mkdirSync(path.join(root, 'native/bin'));
    for (const program of ['postgres', 'initdb', 'pg_ctl']) writeFileSync(path.join(root, 'native/bin', program), '', { mode: 0o644 });
    writeFileSync(path.join(root, 'native/lib/libicuuc.so.60.2'), 'library');
    writeFileSync(path.join(root, 'native/pg-symlinks.json'), JSON.stringify([{ source: 'native/lib/libicuuc.so.60.2', target: 'native/lib/libicuuc.so.60' }]));
  });
  afterEach(() => rmSync(root, { recursive: true, force: true }));

  it('makes the links and execute bits that a skipped install script left out, once and again', () => {
    repairInstall(root);
    repairInstall(root);
    expect(readFileSync(path.join(root, 'native/lib/libicuuc.so.60'), 'utf8')).toBe('library');
    expect(statSync(path.join(root, 'native/bin/initdb')).mode & 0o777).toBe(0o755);
  });
});
