import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { errorTexts } from '../../src/error-texts.js';

const ROOT = path.join(import.meta.dirname, '../..');

type Row = { readonly spec: string; readonly title: string; readonly codes: readonly string[] };

const rows: readonly Row[] = readFileSync(path.join(ROOT, 'docs/security-tests.md'), 'utf8').split('\n').filter((line) => line.startsWith('| ')).slice(2).map((line) => {
  const [, , spec = '', title = '', codes = ''] = line.split('|').map((cell) => cell.trim());
  return { spec: spec.replaceAll('`', ''), title, codes: [...codes.matchAll(/`([^`]+)`/g)].map(([, code]) => code ?? '') };
});

describe('docs/security-tests.md', () => {
  it('has the rows', () => {
    expect(rows.length).toBeGreaterThanOrEqual(26);
  });

  it.each(rows)('$spec: $title', ({ spec, title, codes }) => {
    const file = path.join(ROOT, spec);
    expect(existsSync(file)).toBe(true);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(title);
    expect(codes.filter((code) => !text.includes(code))).toEqual([]);
    expect(codes.filter((code) => !Object.hasOwn(errorTexts.zh, code))).toEqual([]);
  });
});
