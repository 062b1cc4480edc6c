import { ImportEmployers } from '../../../src/quota/employers/app/import-employers.command.js';
import { employersErrorTexts } from '../../../src/quota/employers/index.js';
import { factsErrorTexts } from '../../../src/people/facts/index.js';
import { rowFaultSentence, sheetsFileErrorTexts, sheetsTableErrorTexts } from '../../../src/platform/sheets/index.js';
import type { RowFault } from '../../../src/kernel/sheet/row-reader.js';
import type { DomainError } from '../../../src/kernel/domain-error.js';
import { say } from '../../../src/kernel/texts.js';
import { badFiles, insurance, oddFiles, taxList, wrongCells } from '../../fixtures/registers/tables.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { loadFacts } from '../../support/facts.js';
import { managerOf } from '../../support/members.js';

jest.setTimeout(180_000);

type Outcome = { readonly repeated: boolean; readonly rows: object; readonly faults: readonly RowFault[] };

let app: TestApp;
beforeAll(async () => { app = await startTestApp(); });
afterAll(() => app.close());

const rows = <T>(sql: string, ...params: unknown[]): Promise<T[]> => managerOf(app).query(sql, params) as Promise<T[]>;

const doors = [
  { what: 'a register of insurance', table: insurance, texts: factsErrorTexts, batches: 'fact_batch', stored: 'insurance_month', load: (name: string, bytes: Buffer): Promise<Outcome> => loadFacts(app, { kind: 'insurance', csv: bytes, name }) },
  {
    what: 'a tax list', table: taxList, texts: employersErrorTexts, batches: 'employer_import', stored: 'employer',
    load: (name: string, bytes: Buffer): Promise<Outcome> => app.app.nest.get(ImportEmployers, { strict: false }).run({
      by: { system: 'test' }, scope: { kind: 'region', prefix: '3703' }, file: { bytes, name }, source: '某税务局', asOf: new Date('2025-02-01T00:00:00+08:00'), regionPrefix: '3703', maxRows: 10_000, dryRun: false, begun: () => undefined, progress: () => undefined,
    }),
  },
] as const;

describe.each(doors)('$what', ({ table, texts, batches, stored, load }) => {
  const count = async (): Promise<number> => (await rows<{ n: number }>(`SELECT count(*)::int AS n FROM ${stored}`))[0]?.n ?? -1;

  it.each(badFiles(table).map((file) => [file.name, file] as const))('%s is refused as a whole, with a word that tells what to do, and changes nothing', async (_, { name, bytes, code, params }) => {
    const before = await count();
    const refused = await load(name, bytes).then(() => null, (error: DomainError) => error);
    expect(refused).toMatchObject({ code, params });
    const dictionary = code.startsWith('sheets.file.') ? sheetsFileErrorTexts : sheetsTableErrorTexts;
    for (const variant of ['zh', 'en'] as const) expect(say(dictionary as never, variant, code as never, (refused as DomainError).params)).not.toMatch(/\{\w+\}/);
    expect(await rows(`SELECT state, refusal FROM ${batches} ORDER BY id DESC LIMIT 1`)).toEqual([{ state: 'refused', refusal: code }]);
    expect(await count()).toBe(before);
  });

  it.each(oddFiles(table).map((file) => [file.name, file] as const))('%s is taken, and again as what it is', async (_, { name, bytes, rows: all }) => {
    const first = await load(name, bytes);
    expect(first).toMatchObject({ repeated: false, faults: [] });
    const { in: read, accepted, unchanged, rejected } = first.rows as { in: number; accepted: number; unchanged: number; rejected: number };
    expect([read, accepted + unchanged, rejected]).toEqual([all, all, 0]);
    const before = await count();
    expect(await load(name, bytes)).toMatchObject({ repeated: true, rows: { in: all, accepted: 0, unchanged: all, rejected: 0 } });
    expect(await count()).toBe(before);
  });

  it('names line, column, code and what to do for each wrong number; the balance holds', async () => {
    const { bytes, faults, balance } = wrongCells(table);
    const outcome = await load('错误.xlsx', bytes);
    expect(outcome.rows).toEqual(balance);
    expect(outcome.faults.map(({ line, column, code }) => `${line} ${column} ${code}`)).toEqual(faults);
    expect(outcome.faults.map((fault) => rowFaultSentence(texts, fault, 'zh'))).toEqual(outcome.faults.map(({ line }) => expect.stringMatching(new RegExp(`^第 ${line} 行，“${table.titles[0]}”：.+。$`))));
  });
});
