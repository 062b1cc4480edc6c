import { mkdtempSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { LoadFacts, type FactOutcome } from '../../../src/people/facts/index.js';
import { openFactFile } from '../../../src/people/facts/app/file-rows.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aUscc } from '../../support/employers.js';
import { aCitizenId } from '../../support/people.js';

jest.setTimeout(120_000);

describe('a file of JSON lines', () => {
  let app: TestApp;
  const file = path.join(mkdtempSync(path.join(os.tmpdir(), 'zhujiu-json-')), 'a.jsonl');
  beforeAll(async () => { app = await startTestApp(); });
  afterAll(() => app.close());

  async function load(text: string | Buffer): Promise<FactOutcome> {
    writeFileSync(file, text);
    const { name, digest, rows } = await openFactFile(file);
    return app.app.nest.get(LoadFacts, { strict: false }).run({
      batch: { kind: 'insurance', source: '某局', asOf: new Date('2025-02-01T00:00:00+08:00'), digest, fileName: name, pullId: null, receivedBy: null }, rows, by: { system: 'test' },
      covers: [], coversDespiteRejections: false, dryRun: false, alongside: async () => undefined, progress: () => undefined,
    });
  }
  const line = (over: object = {}): string => JSON.stringify({ citizenId: aCitizenId(), uscc: aUscc(), month: '2024-01', kind: 'pension', ...over });

  it('is taken row by row; what is wrong is named with its line and field', async () => {
    const outcome = await load(`\ufeff${line()}\n\n${line({ kind: '失业' })}\r\n${line({ month: null })}\n`);
    expect(outcome.rows).toEqual({ in: 3, accepted: 1, unchanged: 0, rejected: 2 });
    expect(outcome.faults.map((fault) => `${fault.line} ${fault.column} ${fault.code}`)).toEqual(['3 kind sheets.row.word_unknown', '4 month sheets.row.required']);
  });

  it.each<readonly [string, string | Buffer, object]>([
    ['half an object', '{"month":', { line: 1, character: 10 }], ['a list', `${line()}\n[1]`, { line: 2, character: 1 }], ['a field that nobody knows', line({ wage: 1 }), { line: 1, field: 'wage' }],
    ['bytes of no text', Buffer.concat([Buffer.from(`${line()}\n`), Buffer.from([0x7b, 0xff, 0x7d])]), { line: 2, character: 2 }],
  ])('with %s is refused as a whole, naming the line and the place in it', async (_, text, params) => {
    await expect(load(text)).rejects.toMatchObject({ code: 'facts.file.line_malformed', params });
  });
});
