import { setTimeout as sleep } from 'node:timers/promises';
import type { ServerResponse } from 'node:http';
import { PullFacts, PullStore } from '../../../src/people/facts/app/pull-facts.command.js';
import { LoadFacts } from '../../../src/people/facts/index.js';
import { HttpRegister } from '../../../src/people/facts/infra/http-register.js';
import { systemClock } from '../../../src/kernel/clock.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aUscc } from '../../support/employers.js';
import { managerOf } from '../../support/members.js';
import { aCitizenId } from '../../support/people.js';
import { REGISTER_KEY, sendPage, startRegister, type Register } from '../../support/register-server.js';

jest.setTimeout(120_000);

const PAGES = 5;
const PER_PAGE = 20;

describe('a register read over HTTP', () => {
  let app: TestApp;
  let register: Register;
  /** What the next test wants the server to do before it answers as it should; false where it has answered itself. */
  let trouble: (page: number, res: ServerResponse) => boolean | Promise<boolean> = () => true;
  let source = 0;
  let pauses: number[] = [];
  const people = Array.from({ length: PAGES * PER_PAGE }, () => aCitizenId());
  const uscc = aUscc();

  beforeAll(async () => {
    app = await startTestApp();
    register = await startRegister((path, _req, res) => void (async () => {
      const cursor = new URL(path, 'http://x').searchParams.get('cursor');
      const page = cursor === null ? 0 : Number(cursor.slice(1));
      if (!(await trouble(page, res))) return;
      sendPage(res, people.slice(page * PER_PAGE, (page + 1) * PER_PAGE).map((citizenId) => ({ citizenId, uscc, month: '2024-01', kind: 'pension' })), page + 1 < PAGES ? `p${page + 1}` : null,
        page + 1 < PAGES ? {} : { covers: [{ region: '370303', from: '2024-01', until: '2024-01' }] });
    })());
  });
  afterAll(async () => {
    await register.close();
    await app.close();
  });
  beforeEach(async () => {
    trouble = () => true;
    pauses = [];
    register.calls.length = 0;
    source += 1;
    await managerOf(app).query('TRUNCATE insurance_month, fact_coverage');
  });

  const puller = (over: object = {}): PullFacts => {
    const settings = { ...app.settings.facts, url: register.url, key: REGISTER_KEY, source: `某平台 ${source}`, timeoutSeconds: 2, ...over };
    const http = new HttpRegister(settings, async (milliseconds) => { pauses.push(milliseconds); });
    return new PullFacts(http, app.app.nest.get(LoadFacts, { strict: false }), app.app.nest.get(PullStore, { strict: false }), systemClock);
  };
  const pull = (over: object = {}) => puller(over).run('insurance', { system: 'test' });
  const months = async (): Promise<number> => (await managerOf(app).query('SELECT count(*)::int AS n FROM insurance_month') as [{ n: number }])[0].n;
  const state = async (): Promise<object | undefined> => (await managerOf(app).query('SELECT state, cursor, pages, fault FROM fact_pull ORDER BY id DESC LIMIT 1') as object[])[0];
  const coverage = () => managerOf(app).query('SELECT kind FROM fact_coverage ORDER BY kind');
  const whole = { pages: PAGES, rows: { in: 100, accepted: 100, unchanged: 0, rejected: 0 }, covered: true };

  it('comes page by page, each a batch of its own, and is told as complete at the end', async () => {
    expect(await pull()).toEqual(whole);
    expect(register.calls).toEqual(['/v1/insurance', ...[1, 2, 3, 4].map((page) => `/v1/insurance?cursor=p${page}`)]);
    expect(await months()).toBe(100);
    expect(await state()).toEqual({ state: 'done', cursor: null, pages: PAGES, fault: null });
    expect(await coverage()).toEqual([{ kind: 'medical' }, { kind: 'pension' }]);
  });

  it('read again changes nothing', async () => {
    await pull();
    const before = await managerOf(app).query('SELECT * FROM insurance_month ORDER BY 1, 2, 3');
    expect(await pull()).toEqual({ ...whole, rows: { in: 100, accepted: 0, unchanged: 100, rejected: 0 } });
    expect(await managerOf(app).query('SELECT * FROM insurance_month ORDER BY 1, 2, 3')).toEqual(before);
  });

  it('that is slow is waited for, and asked again after the time is over', async () => {
    let slow = 0;
    trouble = async (page) => {
      if (page === 1) await sleep(300);
      if (page === 2 && slow++ === 0) await sleep(3_000);
      return true;
    };
    expect(await pull()).toEqual(whole);
    expect(pauses).toEqual([1_000]);
    expect(register.calls.filter((call) => call.endsWith('p2'))).toHaveLength(2);
  });

  it('that stumbles is asked again with longer and longer pauses, as long as it says', async () => {
    const troubles: ((res: ServerResponse) => void)[] = [
      (res) => res.writeHead(503).end(), (res) => res.writeHead(429, { 'retry-after': '7' }).end(), (res) => res.destroy(),
      (res) => { res.writeHead(200, { 'content-length': '1000' }); res.write('{"asOf"'); setTimeout(() => res.destroy(), 20); },
    ];
    trouble = (page, res) => {
      const next = page === 3 ? troubles.shift() : undefined;
      next?.(res);
      return next === undefined;
    };
    expect(await pull()).toEqual(whole);
    expect(pauses).toEqual([1_000, 7_000, 4_000, 8_000]);
    expect(await months()).toBe(100);
  });

  it('that fails midway keeps its pages, and the next run goes on behind them', async () => {
    trouble = (page, res) => {
      if (page === 3) res.writeHead(500).end();
      return page !== 3;
    };
    await expect(pull()).rejects.toMatchObject({ code: 'facts.http.unreachable', params: { attempts: 6, reason: '500' } });
    expect(pauses).toEqual([1_000, 2_000, 4_000, 8_000, 16_000]);
    expect([await months(), await state(), await coverage()]).toEqual([60, { state: 'failed', cursor: 'p3', pages: 3, fault: 'facts.http.unreachable' }, []]);
    register.calls.length = 0;
    trouble = () => true;
    expect(await pull()).toMatchObject({ pages: 2, covered: true });
    expect(register.calls).toEqual(['/v1/insurance?cursor=p3', '/v1/insurance?cursor=p4']);
    expect([await months(), await state()]).toEqual([100, { state: 'done', cursor: null, pages: PAGES, fault: null }]);
  });

  it('that repeats a page or leads in a circle is noticed', async () => {
    trouble = (page, res) => {
      if (page !== 2) return true;
      sendPage(res, people.slice(PER_PAGE, 2 * PER_PAGE).map((citizenId) => ({ citizenId, uscc, month: '2024-01', kind: 'pension' })), 'p3');
      return false;
    };
    // The rows of the page before once more under the next cursor: nothing is stored twice.
    expect(await pull()).toMatchObject({ rows: { in: 100, accepted: 80, unchanged: 20, rejected: 0 } });
    expect(await months()).toBe(80);
    source += 1;
    trouble = (page, res) => {
      if (page === 1) sendPage(res, [], 'p1');
      return page !== 1;
    };
    await expect(pull()).rejects.toMatchObject({ code: 'facts.http.cursor_repeats', params: { page: 2 } });
  });

  it('with a row that cannot be taken is not told as complete', async () => {
    trouble = (page, res) => {
      if (page === 1) sendPage(res, [{ citizenId: people[0], uscc, month: '2024-01', kind: 'maternity' }, { citizenId: Number(people[1]?.slice(0, 17)) * 10, uscc, month: '2024-01', kind: 'medical' }], 'p2');
      return page !== 1;
    };
    expect(await pull()).toEqual({ pages: PAGES, rows: { in: 82, accepted: 80, unchanged: 0, rejected: 2 }, covered: false });
    expect(await managerOf(app).query('SELECT r.line, r."column", r.code FROM fact_rejection AS r JOIN fact_batch AS b ON b.id = r.batch_id WHERE b.source = $1 ORDER BY 1', [`某平台 ${source}`])).toEqual([
      { line: 1, column: 'kind', code: 'sheets.row.word_unknown' }, { line: 2, column: 'citizenId', code: 'sheets.row.number_precision_lost' },
    ]);
    expect(await coverage()).toEqual([]);
  });

  it.each([
    ['is no JSON', (res: ServerResponse) => { res.writeHead(200).end('<html>'); }, 'JSON'],
    ['has a field that nobody knows', (res: ServerResponse) => sendPage(res, [], null, { total: 3 }), 'total'],
    ['has a row with a field that nobody knows', (res: ServerResponse) => sendPage(res, [{ citizenId: 'x', bonus: 1 }], null), 'rows[0].bonus'],
    ['does not say of when it speaks', (res: ServerResponse) => sendPage(res, [], null, { asOf: '2025-02-01' }), 'asOf'],
  ])('whose page %s is refused, with the place', async (_, answer, reason) => {
    trouble = (_page, res) => {
      answer(res);
      return false;
    };
    await expect(pull()).rejects.toMatchObject({ code: 'facts.http.page_malformed', params: { page: 1, reason } });
    expect(await state()).toEqual({ state: 'failed', cursor: null, pages: 0, fault: 'facts.http.page_malformed' });
  });

  it('is not asked again where the key is wrong, nor at all where none is set', async () => {
    await expect(pull({ key: 'another-key-0000000000' })).rejects.toMatchObject({ code: 'facts.http.refused', params: { status: 401 } });
    expect(register.calls).toHaveLength(1);
    await expect(pull({ url: null })).rejects.toMatchObject({ code: 'facts.http.not_configured' });
  });
});
