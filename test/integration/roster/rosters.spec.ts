import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import request from 'supertest';
import { readFirstSheet } from '../../fixtures/roster/read-back.js';
import { citizenIdOf, goodRow, goodTable, inOrder, TITLES } from '../../fixtures/roster/people.js';
import { picture } from '../../fixtures/roster/hostile.js';
import { csv } from '../../fixtures/roster/gb18030.js';
import { oneSheet } from '../../fixtures/roster/workbook.js';
import { startTestApp, type TestApp } from '../../support/app.js';

jest.setTimeout(120_000);

const PATH = '/api/v1/levy/rosters';
const CASE = { id: 'c1', region: '370303', baseYear: 2024, filingYear: 2025, employerKind: 'enterprise', headcount: { average: '200' }, totalWages: '16000000.00' };
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

type Body = { readonly [key: string]: never };
type Answer = { readonly status: number; readonly body: Body };

let service: TestApp;
const start = async (env: Record<string, string> = {}): Promise<void> => { service = await startTestApp({ ZHUJIU_ROSTER_QUOTA_PER_ADDRESS: '1000', ZHUJIU_ROSTER_WAITING_PER_ADDRESS: '100', ...env }); };
afterEach(() => service.close());

const upload = (bytes: Buffer, name = 'a.xlsx', body: unknown = CASE, key?: string): request.Test => {
  const call = service.http().post(PATH).field('case', typeof body === 'string' ? body : JSON.stringify(body)).attach('file', bytes, name);
  return key === undefined ? call : call.set('Roster-Key', key);
};
const get = (path: string, key: string): request.Test => service.http().get(path).set('Roster-Key', key);

async function finished(self: string, key: string): Promise<Body> {
  for (;;) {
    const { body, status } = await get(self, key) as Answer;
    if (status !== 200 || !['queued', 'running'].includes(body['state'] ?? '')) return body;
    await sleep(50);
  }
}

async function judged(bytes: Buffer, name?: string, body?: unknown): Promise<{ readonly job: Body; readonly key: string; readonly result: Body }> {
  const { body: accepted, status } = await upload(bytes, name, body) as Answer;
  expect([status, accepted['error']]).toEqual([202, null]);
  const key = String(accepted['key']);
  const job = await finished(String(accepted['self']), key);
  const { body: result } = await get(`${String(accepted['self'])}/result`, key) as Answer;
  return { job, key, result };
}

describe('a roster over HTTP', () => {
  it('goes in as multipart and comes back as the levy with every row and month', async () => {
    await start();
    const answer = await upload(oneSheet(goodTable(3, (n) => (n === 2 ? { 月工资: null } : n === 3 ? { 月工资: '-1' } : {}))));
    expect(answer.status).toBe(202);
    expect(answer.headers['location']).toBe(answer.body.self);
    expect(answer.headers['set-cookie']?.[0]).toMatch(/^zj-roster=[\w-]{43}; Max-Age=1800; Path=\/; .*HttpOnly; SameSite=Lax$/);
    expect(answer.body).toMatchObject({ state: expect.stringMatching(/queued|running|done/), result: null, error: null });
    const job = await finished(answer.body.self, answer.body.key);
    expect(job).toMatchObject({ state: 'done', rowsRead: 3, place: null, result: `${answer.body.self}/result` });
    const { body } = await get(`${answer.body.self}/result`, answer.body.key);
    expect(body).toMatchObject({
      id: 'c1', ok: true, staff: '200', arranged: '2', rows: { in: 3, accepted: 2, unchanged: 0, rejected: 1 },
      personMonthTotals: { counted: 24, refused: 0, provisional: 12 },
      provisional: { personMonths: 12, arrangedWith: '2', arrangedWithout: '1' },
      rowErrors: [{ row: 4, column: '月工资', code: 'roster.row.wage_negative', params: { cell: 'L4', value: '-1' } }],
    });
    expect(body.personMonths).toHaveLength(2);
    expect(Number(body.provisional.payableWithout)).toBeGreaterThan(Number(body.provisional.payableWith));
    expect(body.payable).toBe(body.provisional.payableWith);
    expect(JSON.stringify(body)).not.toContain(citizenIdOf(1));
  });

  it('a visitor’s cookie is key enough', async () => {
    await start();
    const visitor = service.visitor();
    const { body } = await visitor.post(PATH).field('case', JSON.stringify(CASE)).attach('file', oneSheet(goodTable(1)), 'a.xlsx');
    await finished(body.self, body.key);
    expect((await visitor.get(`${body.self}/result`)).status).toBe(200);
    // A cookie lends authority: without the token of a form of ours it deletes nothing.
    expect((await visitor.delete(body.self)).body.code).toBe('csrf.cross_site');
    expect((await service.http().delete(body.self).set('Roster-Key', body.key)).status).toBe(204);
    expect((await visitor.get(body.self)).body).toMatchObject({ status: 404, code: 'roster.not_found' });
  });

  it('CSV gives the same result as XLSX', async () => {
    await start();
    const rows = goodTable(50, (n) => (n % 7 === 0 ? { 月工资: '2100' } : {}));
    const one = await judged(oneSheet(rows));
    const other = await judged(Buffer.from(csv(rows)), 'a.csv');
    expect(other.result).toEqual(one.result);
  });

  it('the result as a spreadsheet holds statement, faults and months, and no cell that could be a formula', async () => {
    await start();
    const titles = TITLES.map((title) => (title === '月工资' ? '月工资' : title));
    const { job, key } = await judged(oneSheet([titles, inOrder(goodRow(1)), inOrder(goodRow(2, { 合同开始: '=1+1' })), inOrder(goodRow(3, { 月工资: '1000' }))]));
    const answer = await get(String(job['workbook']), key).buffer(true).parse((res, done) => {
      const chunks: Buffer[] = [];
      res.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => done(null, Buffer.concat(chunks)));
    });
    expect(answer.headers['content-type']).toBe(XLSX);
    const rows = await readFirstSheet(answer.body as Buffer);
    const cells = rows.flat();
    expect(cells).toContain('本结果为试算，以税务机关核定为准。');
    expect(cells.some((cell) => cell.includes('第 3 行，“合同开始”（J3）：'))).toBe(true);
    expect(cells.some((cell) => cell.startsWith('2024-01–2024-12：月工资 1000.00 元'))).toBe(true);
    expect(cells.filter((cell) => /^[=+\-@]/.test(cell))).toEqual([]);
    expect((await get(`${String(job['workbook'])}`, key).set('Accept', 'text/html')).status).toBe(406);
  });

  it('an English caller is told in English', async () => {
    await start();
    const { body } = await upload(picture).set('Accept-Language', 'en');
    const job = await (async () => {
      await finished(body.self, body.key);
      return (await get(body.self, body.key).set('Accept-Language', 'en')).body;
    })();
    expect(job).toMatchObject({ state: 'refused', error: { code: 'sheets.file.picture', message: expect.stringContaining('This is a picture') } });
  });
});

describe('refusals', () => {
  it('a file that cannot be a roster is refused by the job, with its sentence', async () => {
    await start();
    const { body } = await upload(picture, '花名册.xlsx');
    expect(await finished(body.self, body.key)).toMatchObject({ state: 'refused', result: null, error: { code: 'sheets.file.picture', params: {}, message: expect.stringContaining('图片') } });
    expect((await get(`${body.self}/result`, body.key)).body).toMatchObject({ status: 422, code: 'sheets.file.picture' });
  });

  it('more rows than the limit', async () => {
    await start({ ZHUJIU_ROSTER_MAX_ROWS: '100' });
    const row = inOrder(goodRow(1));
    const { body } = await upload(Buffer.from(csv([[...TITLES], ...Array<typeof row>(101).fill(row)])), 'a.csv');
    expect(await finished(body.self, body.key)).toMatchObject({ state: 'refused', error: { code: 'roster.too_many_rows', params: { limit: 100 } } });
  });

  it.each<[string, unknown, string, string?]>([
    ['a case that is no JSON', '{"id":', 'roster.case_malformed'],
    ['a case that lacks something', { ...CASE, region: undefined }, 'levy.case.invalid', '/region'],
    ['a case that names people', { ...CASE, arranged: [] }, 'levy.case.invalid', '/arranged'],
    ['a case with a count', { ...CASE, arrangedCount: '1' }, 'levy.case.invalid', '/arrangedCount'],
    ['a list instead of a case', '[]', 'levy.case.invalid', ''],
    ['an employer that owes no quota', { ...CASE, employerKind: 'sole_trader' }, 'levy.employer_not_liable', '/employerKind'],
    ['an unknown region', { ...CASE, region: '999999' }, 'levy.case.invalid', '/region'],
  ])('%s is refused at once, and nothing is kept', async (...[, body, code, pointer]) => {
    await start();
    const answer = await upload(oneSheet(goodTable(1)), 'a.xlsx', body);
    expect([answer.status, answer.body.code]).toEqual([422, code]);
    if (pointer !== undefined) expect(answer.body.errors.map((error: { pointer: string }) => error.pointer)).toEqual([pointer]);
    expect(await rowsIn('roster_upload')).toBe(0);
  });

  it.each<[string, (call: request.Test) => request.Test, number, string]>([
    ['no file', (call) => call.field('case', JSON.stringify(CASE)), 422, 'upload.file_missing'],
    ['an empty file', (call) => call.field('case', JSON.stringify(CASE)).attach('file', Buffer.alloc(0), 'a.csv'), 422, 'upload.file_empty'],
    ['no case', (call) => call.attach('file', oneSheet(goodTable(1)), 'a.xlsx'), 422, 'upload.field_missing'],
    ['an unknown field', (call) => call.field('cas', '{}').attach('file', oneSheet(goodTable(1)), 'a.xlsx'), 422, 'upload.unknown_field'],
    ['two files', (call) => call.field('case', JSON.stringify(CASE)).attach('file', oneSheet(goodTable(1)), 'a.xlsx').attach('file', oneSheet(goodTable(1)), 'b.xlsx'), 422, 'upload.too_many_files'],
    ['JSON instead of multipart', (call) => call.send(CASE), 415, 'http.unsupported_media_type'],
  ])('%s', async (_, send, status, code) => {
    await start();
    const answer = await send(service.http().post(PATH));
    expect([answer.status, answer.body.code]).toEqual([status, code]);
    expect(await rowsIn('roster_upload')).toBe(0);
    expect(await rowsIn('roster_upload_part')).toBe(0);
  });

  it('a file over the limit', async () => {
    await start({ ZHUJIU_ROSTER_MAX_UPLOAD_BYTES: '2048' });
    const answer = await upload(Buffer.alloc(4096, 65), 'a.csv');
    expect([answer.status, answer.body.code]).toEqual([413, 'upload.file_too_large']);
    expect(await rowsIn('roster_upload')).toBe(0);
  });

  it('too many uploads from one address', async () => {
    await start({ ZHUJIU_ROSTER_QUOTA_PER_ADDRESS: '2' });
    await judged(oneSheet(goodTable(1)));
    await judged(oneSheet(goodTable(1)));
    const answer = await upload(oneSheet(goodTable(1)));
    expect([answer.status, answer.body.code, answer.body.params]).toEqual([429, 'roster.quota_exceeded', { limit: 2 }]);
  });
});

describe('whose roster it is', () => {
  it('another key, no key or a made-up id find nothing, in the same words', async () => {
    await start();
    const { job, key } = await judged(oneSheet(goodTable(1)));
    const other = (await judged(oneSheet(goodTable(1)))).key;
    const self = String(job['self']);
    const without = (body: Body): Body => ({ ...body, correlationId: null }) as unknown as Body;
    const answers = await Promise.all([
      get(self, other), service.http().get(self), get(self, 'nonsense'), get(`${PATH}/00000000-0000-4000-8000-000000000000`, key), get(`${PATH}/1`, key),
      get(`${self}/result`, other), get(`${self}/result.xlsx`, other).set('Accept', `${XLSX}, application/problem+json`), service.http().delete(self).set('Roster-Key', other),
    ]);
    for (const answer of answers) expect(without(answer.body as Body)).toEqual(without(answers[0].body as Body));
    expect(answers[0].status).toBe(404);
    expect((await get(self, key)).status).toBe(200);
  });

  it('nothing readable is stored', async () => {
    await start();
    const id = citizenIdOf(1);
    const { job, key } = await judged(oneSheet(goodTable(2, (n) => (n === 2 ? { 合同开始: '某个日子' } : {}))));
    const client = new pg.Client({ connectionString: service.settings.database.url ?? '' });
    await client.connect();
    const { rows: uploads } = await client.query('SELECT * FROM roster_upload');
    const { rows: parts } = await client.query<{ kind: string; body: Buffer }>('SELECT kind, body FROM roster_upload_part');
    const { rows: logged } = await client.query(`SELECT relname FROM pg_class WHERE relname LIKE 'roster_upload%' AND relkind = 'r' AND relpersistence <> 'u'`);
    await client.end();
    expect(parts.map(({ kind }) => kind).sort()).toEqual(['errors', 'head', 'persons']);
    const all = Buffer.concat(parts.map(({ body }) => body)).toString('latin1') + JSON.stringify(uploads);
    for (const plain of [id, id.slice(0, 10), '999****', Buffer.from('某个日子').toString('latin1'), 'roster.row', 'payable', key, Buffer.from(key, 'base64url').toString('latin1')]) expect(all).not.toContain(plain);
    expect(logged).toEqual([]);
    const log = service.log.join('');
    for (const secret of [key, id, '测试甲', 'a.xlsx']) expect(log).not.toContain(secret);
    expect(job['state']).toBe('done');
  });

  it('while it waits and is read, only ciphertext is there: a process killed then leaves nothing readable', async () => {
    await start();
    const client = new pg.Client({ connectionString: service.settings.database.url ?? '' });
    await client.connect();
    await occupy(client, 2);
    const { body } = await upload(Buffer.from(csv(goodTable(3))), 'a.csv');
    const { rows: parts } = await client.query<{ kind: string; body: Buffer }>('SELECT kind, body FROM roster_upload_part');
    expect(parts.map(({ kind }) => kind).sort()).toEqual(['case', 'file']);
    const all = Buffer.concat(parts.map((part) => part.body)).toString('latin1');
    for (const plain of [citizenIdOf(1), '999999', '2023-01-01', Buffer.from('测试甲').toString('latin1'), 'region', '370303']) expect(all).not.toContain(plain);
    await client.query(`DELETE FROM roster_upload WHERE visitor = '\\x00'`);
    expect(await finished(body.self, body.key)).toMatchObject({ state: 'done' });
    await client.end();
  });

  it('a further upload with the same key takes the place of the first and counts nothing twice', async () => {
    await start();
    const first = await judged(oneSheet(goodTable(2, (n) => (n === 2 ? { 月工资: '三千' } : {}))));
    const { body } = await upload(oneSheet(goodTable(2)), 'b.xlsx', CASE, first.key);
    expect(body.key).toBe(first.key);
    await finished(body.self, first.key);
    const { body: result } = await get(`${body.self}/result`, first.key);
    expect(result.rows).toEqual({ in: 2, accepted: 2, unchanged: 0, rejected: 0 });
    expect(result.arranged).toBe('2');
    expect((await get(String(first.job['self']), first.key)).status).toBe(404);
    expect(await rowsIn('roster_upload')).toBe(1);
  });

  it('after its time nothing is given out, and the job removes it', async () => {
    await start({ ZHUJIU_ROLE: 'all' });
    const { job, key } = await judged(oneSheet(goodTable(1)));
    const client = new pg.Client({ connectionString: service.settings.database.url ?? '' });
    await client.connect();
    await client.query(`UPDATE roster_upload SET expires_at = now() - interval '1 second'`);
    expect((await get(String(job['self']), key)).status).toBe(404);
    expect((await get(`${String(job['self'])}/result`, key)).status).toBe(404);
    await client.query(`SELECT graphile_worker.add_job('roster.clean-up')`);
    while (await rowsIn('roster_upload') > 0) await sleep(50);
    expect(await rowsIn('roster_upload_part')).toBe(0);
    await client.end();
  });
});

describe('the queue', () => {
  it('reads two at a time, in order, and tells each waiting visitor the place', async () => {
    await start({ ZHUJIU_ROSTER_PARALLEL_PARSES: '1' });
    const large = Buffer.from(csv(goodTable(20_000, (n) => ({ 公民身份号码: citizenIdOf(n, `19${String(60 + (n % 40))}0101`), 证件号码: 'x' }))));
    const first = await upload(large, 'a.csv');
    const jobs = [first, ...await Promise.all([upload(oneSheet(goodTable(1))), upload(oneSheet(goodTable(1)))])];
    expect(jobs.map(({ status }) => status)).toEqual([202, 202, 202]);
    const places = jobs.map(({ body }) => body.place).filter((place) => place !== null);
    // Two may be told the same place only where somebody before them has left the queue meanwhile.
    const { body: firstNow } = await get(first.body.self, first.body.key);
    expect([new Set(places).size, firstNow.state]).toEqual([firstNow.state === 'done' ? expect.any(Number) : places.length, firstNow.state]);
    const ends = await Promise.all(jobs.map(({ body }) => finished(body.self, body.key)));
    expect(ends.map((end) => end['state'])).toEqual(['done', 'done', 'done']);
  });

  it('is full at its limit', async () => {
    await start({ ZHUJIU_ROSTER_PARALLEL_PARSES: '1', ZHUJIU_ROSTER_QUEUE_LENGTH: '0' });
    const client = new pg.Client({ connectionString: service.settings.database.url ?? '' });
    await client.connect();
    await occupy(client, 1);
    await client.end();
    const answer = await upload(oneSheet(goodTable(1)));
    expect([answer.status, answer.body.code]).toEqual([429, 'roster.queue_full']);
  });

  it('an upload whose process is gone is read by the process that its visitor asks', async () => {
    await start();
    const client = new pg.Client({ connectionString: service.settings.database.url ?? '' });
    await client.connect();
    // A place is taken for good, so that the upload waits until its process has fallen silent.
    await occupy(client, 2);
    const { body } = await upload(oneSheet(goodTable(2)));
    expect(body).toMatchObject({ state: 'queued', place: 3 });
    await client.query(`UPDATE roster_upload SET owner = gen_random_uuid(), state = 'running', alive_at = now() - interval '1 minute' WHERE id = $1`, [body.id]);
    await client.query(`DELETE FROM roster_upload WHERE visitor = '\\x00'`);
    expect(await finished(body.self, body.key)).toMatchObject({ state: 'done', rowsRead: 2 });
    await client.end();
  });

  it('a deleted upload is not read on', async () => {
    await start();
    const { body } = await upload(Buffer.from(csv(goodTable(20_000))), 'a.csv');
    expect((await service.http().delete(body.self).set('Roster-Key', body.key)).status).toBe(204);
    expect((await get(body.self, body.key)).status).toBe(404);
    expect(await rowsIn('roster_upload_part')).toBe(0);
  });
});

describe('the template', () => {
  it('is a roster whose header is understood, in both languages and both formats', async () => {
    await start();
    for (const language of ['zh', 'en']) {
      for (const format of ['xlsx', 'csv']) {
        const answer = await service.http().get(`/api/v1/levy/roster-template.${format}`).set('Accept-Language', language).buffer(true).parse((res, done) => {
          const chunks: Buffer[] = [];
          res.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => done(null, Buffer.concat(chunks)));
        });
        expect(answer.status).toBe(200);
        const { body } = await upload(answer.body as Buffer, `t.${format}`);
        // Nothing is filled in, and that is all there is to say against it.
        expect(await finished(body.self, body.key)).toMatchObject({ state: 'refused', error: { code: 'roster.file.no_data_rows' } });
      }
    }
  });
});

/** Takes places at the table for another process. */
async function occupy(client: pg.Client, places: number): Promise<void> {
  await client.query(
    `INSERT INTO roster_upload (id, visitor, state, phase, rows_read, language, owner, alive_at, created_at, queued_at, expires_at)
     SELECT gen_random_uuid(), '\\x00', 'running', 'reading', 0, 'zh', gen_random_uuid(), now() + interval '1 hour', now(), now(), now() + interval '1 hour' FROM generate_series(1, $1::int)`,
    [places],
  );
}

async function rowsIn(table: string): Promise<number> {
  const client = new pg.Client({ connectionString: service.settings.database.url ?? '' });
  await client.connect();
  const { rows } = await client.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${table}`);
  await client.end();
  return rows[0]?.n ?? -1;
}
