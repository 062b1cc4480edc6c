import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { localDate } from '../../src/kernel/local-date.js';
import { regionCode } from '../../src/kernel/region-code.js';
import { PolicyBook } from '../../src/policy/index.js';

const root = path.resolve(import.meta.dirname, '../..');
const facts = path.resolve(root, '../shared/facts');
const book = PolicyBook.load(path.join(root, 'config/policy'));

function rowsOf(file: string): readonly Readonly<Record<string, string>>[] {
  const [header, ...lines] = readFileSync(path.join(facts, file), 'utf8').trim().split('\n').map(cellsOf);
  return lines.map((cells) => Object.fromEntries((header ?? []).map((name, index) => [name, cells[index] ?? ''])));
}

const cellsOf = (line: string): readonly string[] => [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map((cell) => cell[1] ?? cell[2] ?? '');

/** The collected facts lie beside a checkout of the project where they were collected; elsewhere there is nothing to compare. */
const here = existsSync(facts) ? describe : describe.skip;

here('the collected facts stand in the data', () => {
  it('every minimum wage', () => {
    const wrong = rowsOf('minimum-wages.csv').filter((row) => {
      const found = book.at('minimum_wage', regionCode(row['region_code'] as string), localDate(row['effective_from'] as string));
      return found.from !== row['effective_from'] || found.value?.[row['tier'] as string] !== row['monthly_yuan'] || found.confirmed;
    });
    expect(wrong).toEqual([]);
  });

  it('every tier of a county', () => {
    const wrong = rowsOf('minimum-wage-tiers.csv').filter((row) => {
      const found = book.at('minimum_wage.tier', regionCode(row['region_code'] as string), localDate(row['valid_from'] as string));
      return found.value !== row['tier'] || found.confirmed;
    });
    expect(wrong).toEqual([]);
  });

  it('no social average wage that the facts do not hold as 全口径', () => {
    const known = new Set(rowsOf('social-average-wages.csv').filter((row) => row['kind'] === '全口径').map((row) => `${row['region_code']} ${row['base_year']} ${row['annual_yuan']}`));
    const shipped = book.files.filter((file) => file.parameter === 'social_average_wage' && file.region !== '130000')
      .flatMap((file) => file.values.filter((found) => found.value !== null).map((found) => `${file.region} ${found.from.slice(0, 4)} ${String(found.value)}`));
    expect(shipped.length).toBeGreaterThan(40);
    expect(shipped.filter((entry) => !known.has(entry))).toEqual([]);
  });
});
