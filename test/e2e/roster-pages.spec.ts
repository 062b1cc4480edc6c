import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Response } from 'supertest';
import { certificateOf, citizenIdOf, goodRow, goodTable, inOrder, TITLES } from '../fixtures/roster/people.js';
import { bombWorkbook, compound, macroWorkbook, picture } from '../fixtures/roster/hostile.js';
import { oneSheet } from '../fixtures/roster/workbook.js';
import { startTestApp, type TestApp } from '../support/app.js';

type Browser = ReturnType<TestApp['visitor']>;

/** A browser that keeps its cookies and says where its forms come from. */
const browserOf = (app: TestApp): Browser => app.visitor().set('Sec-Fetch-Site', 'same-origin').set('Accept', 'text/html,*/*;q=0.8');

/** The pages of a roster over HTTP, as a browser without script meets them. */
describe('roster pages', () => {
  let service: TestApp;
  beforeAll(async () => { service = await startTestApp({ ZHUJIU_ROSTER_QUOTA_PER_ADDRESS: '10000' }); });
  afterAll(() => service.close());

  const UNIT = { q: '370303', year: '2024', kind: 'enterprise', average: '2,400', totalWages: '24000万' };
  const faultyRows = [
    [...TITLES],
    ...Array.from({ length: 6 }, (_, index) => inOrder(goodRow(index + 1, index === 4 ? { 月工资: '1500' } : index === 5 ? { 月工资: null } : {}))),
    inOrder(goodRow(1)),
    inOrder(goodRow(8, { 公民身份号码: `${citizenIdOf(8).slice(0, 17)}${citizenIdOf(8).endsWith('0') ? '1' : '0'}` })),
    inOrder(goodRow(9, { 月工资: '-5' })),
  ];

  const faultsOf = (text: string): string => /govuk-error-summary__list">(.*?)<\/ul>/.exec(text)?.[1] ?? text.slice(0, 300);
  const tokenOf = (text: string): string => /name="_csrf" value="([^"]+)"/.exec(text)?.[1] ?? '';
  const token = async (browser: Browser, path = '/levy/roster'): Promise<string> => tokenOf((await browser.get(path)).text);

  async function saveUnit(browser: Browser, over: Readonly<Record<string, string>> = {}, prefix = ''): Promise<Response> {
    // The agent puts cookies on a request when it is made: the token comes first.
    const _csrf = await token(browser, `${prefix}/levy/roster`);
    return browser.post(`${prefix}/levy/roster/unit`).type('form').send({ _csrf, ...UNIT, ...over });
  }

  async function send(browser: Browser, bytes: Buffer, name = '花名册.xlsx', prefix = ''): Promise<Response> {
    const _csrf = await token(browser, `${prefix}/levy/roster`);
    return browser.post(`${prefix}/levy/roster`).field('_csrf', _csrf).attach('file', bytes, name);
  }

  /** A browser whose employer is known, and what came of its file. */
  async function uploaded(bytes: Buffer, name?: string, prefix = ''): Promise<{ readonly browser: Browser; readonly id: string; readonly location: string }> {
    const browser = browserOf(service);
    const saved = await saveUnit(browser, {}, prefix);
    if (saved.status !== 303) throw new Error(`${saved.status} ${faultsOf(saved.text)}`);
    const { headers, status, text } = await send(browser, bytes, name, prefix);
    if (status !== 303) throw new Error(`${status} ${faultsOf(text)}`);
    let location = headers['location'] as string;
    for (let looked = 0; /\/status\//.test(location) && looked < 300; looked++) {
      await new Promise((resolve) => { setTimeout(resolve, 100); });
      location = ((await browser.get(location)).headers['location'] as string | undefined) ?? location;
    }
    return { browser, location, id: location.split('/').at(-1) ?? '' };
  }

  describe('where it is handed in', () => {
    it('says what happens with the file, explains the columns, and asks for the employer first', async () => {
      const { text } = await service.http().get('/levy/roster').expect(200);
      expect(text).toContain('最多保留 30 分钟');
      expect(text).toContain('密钥只在您浏览器的 Cookie 里');
      expect(text).toContain('href="/levy/roster/template.xlsx"');
      expect(text).toMatch(/<th scope="row"[^>]*>公民身份号码<\/th><td[^>]*>必填<\/td>/);
      expect(text).toContain('action="/levy/roster/unit"');
      expect(text).not.toContain('type="file"');
    });

    it('keeps the answers and then offers the file', async () => {
      const browser = browserOf(service);
      const { headers } = await saveUnit(browser);
      expect(headers['location']).toBe('/levy/roster#upload');
      const { text } = await browser.get('/levy/roster');
      expect(text).toContain('全年平均 2400 人');
      expect(text).toContain('全年工资总额 240,000,000.00 元');
      expect(text).toMatch(/<form method="post" action="\/levy\/roster" enctype="multipart\/form-data"/);
      expect(text.indexOf('name="_csrf"')).toBeLessThan(text.indexOf('type="file"'));
      expect((await browser.get('/levy/roster?edit=unit')).text).toContain('value="山东省 淄博市 张店区"');
    });

    it('uses what the journey already knows', async () => {
      const browser = browserOf(service);
      await saveUnit(browser);
      const { text } = await browser.get('/levy/wages');
      expect(text).toContain('240000000');
    });

    it('tells all faults at once, keeps what was typed, and offers radios for a name of several places', async () => {
      const browser = browserOf(service);
      const { text, status } = await saveUnit(browser, { q: '朝阳', year: '1999', kind: '', average: 'x', totalWages: '' });
      expect(status).toBe(422);
      expect(text).toMatch(/<title>错误：/);
      for (const field of ['region', 'year', 'kind', 'average', 'totalWages']) {
        expect(text).toContain(`href="#${field}"`);
        expect(text).toMatch(new RegExp(`id="${field}"`));
      }
      expect(text).toMatch(/type="radio" value="110105"/);
      expect(text).toContain('value="1999"');
      const chosen = await saveUnit(browser, { q: '朝阳', region: '110105' });
      expect(chosen.headers['location']).toBe('/levy/roster#upload');
      expect((await browser.get('/levy/roster')).text).toContain('北京市 朝阳区 110105');
    });

    it('a kind that owes no quota is not on offer', async () => {
      expect((await saveUnit(browserOf(service), { kind: 'sole_trader' })).headers['location']).toBe('/levy/not-liable?kind=sole_trader');
    });

    it('gives the template in both forms and languages', async () => {
      const xlsx = await service.http().get('/levy/roster/template.xlsx').expect(200).buffer(true).parse((res, done) => {
        const chunks: Buffer[] = [];
        res.on('data', (chunk: Buffer) => chunks.push(chunk));
        res.on('end', () => done(null, Buffer.concat(chunks)));
      });
      expect((xlsx.body as Buffer).subarray(0, 2).toString()).toBe('PK');
      expect((await service.http().get('/levy/roster/template.csv').expect(200)).text).toContain('公民身份号码*');
      expect((await service.http().get('/en/levy/roster/template.csv').expect(200)).text).toContain('Citizen ID number*');
    });

    it('gives an example of people who do not exist, which shows what can become of a row', async () => {
      const example = await service.http().get('/levy/roster/example.csv').expect(200);
      expect(example.headers['content-disposition']).toContain('zhujiu-roster-example.csv');
      expect(example.text).toBe(readFileSync(path.resolve(import.meta.dirname, '../fixtures/roster/files/example.csv'), 'utf8'));
      // GB/T 2260 has no area 999999.
      for (const [number] of example.text.matchAll(/\b\d{17}[\dX]/g)) expect(number.slice(0, 6)).toBe('999999');
      const workbook = await service.http().get('/en/levy/roster/example.xlsx').expect(200);
      expect(workbook.headers['content-disposition']).toContain('zhujiu-roster-example.xlsx');
      const { browser, location } = await uploaded(Buffer.from(example.text), 'zhujiu-roster-example.csv');
      const { text } = await browser.get(location);
      expect(text).toContain('读入 4 行');
    });
  });

  describe('a file that is not taken', () => {
    it.each<[string, () => Buffer, string, string]>([
      ['an .xls', () => compound('Workbook'), '花名册.xls', '“另存为”选择 .xlsx 再上传'],
      ['an .et', () => compound('Workbook'), '花名册.et', 'WPS 的 .et 格式'],
      ['a password', () => compound('EncryptionInfo', 'EncryptedPackage'), '花名册.xlsx', '请取消密码'],
      ['a picture', () => picture, '花名册.xlsx', '这是一张图片'],
      ['macros', macroWorkbook, '花名册.xlsm', '带有宏'],
      ['a zip bomb', () => bombWorkbook(64), '花名册.xlsx', '解压后过大'],
      ['no data row', () => oneSheet(goodTable(0)), '花名册.xlsx', '下面没有一行数据'],
      ['no header', () => oneSheet([['甲', '乙'], ['1', '2']]), '花名册.xlsx', '没有找到表头'],
    ])('%s: 422 with the sentence that says what to do', async (_, bytes, name, sentence) => {
      const { browser, location } = await uploaded(bytes(), name);
      expect(location).toMatch(/^\/levy\/roster\/refused\//);
      const { text, status } = await browser.get(location);
      expect(status).toBe(422);
      expect(text).toMatch(/<title>错误：/);
      expect(text).toContain(sentence);
      expect(text).toContain('href="#file"');
      expect(text).toContain('id="file-error"');
      // The employer is still known: only the file is asked again.
      expect(text).toContain('山东省 淄博市 张店区 370303');
    });

    it('nothing chosen, and a file without a byte', async () => {
      const browser = browserOf(service);
      await saveUnit(browser);
      const _csrf = await token(browser);
      const none = await browser.post('/levy/roster').field('_csrf', _csrf).attach('file', Buffer.alloc(0), { filename: '', contentType: 'application/octet-stream' });
      expect(none.status).toBe(422);
      expect(none.text).toContain('请先选择花名册文件');
      const empty = await send(browser, Buffer.alloc(0), 'a.xlsx');
      expect(empty.status).toBe(422);
      expect(empty.text).toContain('一个字节也没有');
    });

    it('without the facts of the employer nothing is kept', async () => {
      const browser = browserOf(service);
      const { status, text } = await send(browser, oneSheet(goodTable(1)));
      expect(status).toBe(422);
      expect(text).toContain('请先填好第一步');
    });

    it('more rows than allowed', async () => {
      const small = await startTestApp({ ZHUJIU_ROSTER_MAX_ROWS: '3' });
      try {
        const browser = browserOf(small);
        await saveUnit(browser);
        const { headers } = await send(browser, oneSheet(goodTable(4)));
        expect((await browser.get(headers['location'] as string)).text).toContain('花名册超过 3 行');
      } finally {
        await small.close();
      }
    });

    it('a form without the hidden token, or with a wrong one', async () => {
      const browser = browserOf(service);
      await saveUnit(browser);
      await browser.post('/levy/roster').attach('file', oneSheet(goodTable(1)), 'a.xlsx').expect(403);
      await browser.post('/levy/roster').field('_csrf', 'wrong').attach('file', oneSheet(goodTable(1)), 'a.xlsx').expect(403);
    });
  });

  describe('a result', () => {
    it('tells the sum, the balance of rows, what is refused and provisional, and how to go on', async () => {
      const { browser, location, id } = await uploaded(oneSheet(faultyRows));
      expect(location).toBe(`/levy/roster/result/${id}`);
      const { text } = await browser.get(location).expect(200);
      expect(text).toContain('读入 9 行 = 接受 6 行 + 相同 1 行 + 拒绝 2 行。');
      expect(text).toContain('有 2 行没有收下，金额里没有算它们');
      expect(text).toMatch(/接受的 6 行，一共 72 个人月：计入 60 个（其中暂计 12 个），不计入 12 个。/);
      expect(text).toMatch(/月工资不低于当地最低工资标准<\/th><td[^>]*>12</);
      expect(text).toContain('有些月份还不能确定');
      expect(text).toContain('山东省 淄博市 张店区，2024 年，企业');
      expect(text).toContain(`href="/levy/roster/download/${id}/zhujiu-roster.xlsx"`);
      expect(text).toMatch(/到 \d\d:\d\d 自动删除/);
      expect(text).toContain('本结果为试算，以税务机关核定为准');
      expect(text).not.toContain('测试甲');
      for (let n = 1; n <= 9; n++) expect(text).not.toContain(citizenIdOf(n));
    });

    it('every month of every row, with condition and article', async () => {
      const { browser, id } = await uploaded(oneSheet(faultyRows));
      const { text } = await browser.get(`/levy/roster/months/${id}`).expect(200);
      expect(text.match(/<th scope="row"/g)).toHaveLength(6);
      expect(text.match(/zj-month--refused/g)).toHaveLength(12);
      expect(text.match(/zj-month--provisional/g)).toHaveLength(12);
      expect(text).toMatch(/1–12月不计入：月工资 1500\.00 元，低于当月最低工资标准 [\d.]+ 元（单位填报）。/);
      expect(text).toMatch(/依据：<a class="govuk-link" href="\/policy\/counting\.conditions\?region=370303&amp;date=[\d-]+">财税〔2015〕72号 第七条<\/a>（待核实）/);
      expect(text).toContain('1–12月暂计：没有填月工资');
      expect(text).not.toContain('测试甲');
    });

    it('pages through a long roster', async () => {
      const { browser, id } = await uploaded(oneSheet(goodTable(60)));
      const first = (await browser.get(`/levy/roster/months/${id}`).expect(200)).text;
      expect(first).toContain('第 1 到 25 行，共 60 行');
      expect(first).toContain(`href="/levy/roster/months/${id}?page=3"`);
      const last = (await browser.get(`/levy/roster/months/${id}?page=3`).expect(200)).text;
      expect(last).toContain('第 51 到 60 行，共 60 行');
      expect(last.match(/<th scope="row"/g)).toHaveLength(10);
      expect((await browser.get(`/levy/roster/months/${id}?page=99`).expect(200)).text).toContain('第 51 到 60 行');
      expect((await browser.get(`/levy/roster/months/${id}?page=x`).expect(200)).text).toContain('第 1 到 25 行');
    });

    it('errors by cause, with line, cell, column and correction', async () => {
      const { browser, id } = await uploaded(oneSheet(faultyRows));
      const { text } = await browser.get(`/levy/roster/errors/${id}`).expect(200);
      expect(text).toContain('“公民身份号码”，1 行');
      expect(text).toMatch(/第 9 行<\/th><td[^>]*>C9<\/td><td[^>]*>号码的校验位不对/);
      expect(text).toMatch(/第 10 行<\/th><td[^>]*>L10<\/td><td[^>]*>月工资不能是负数，这里是“-5”/);
    });

    it('one page for print, and both downloads', async () => {
      const { browser, id } = await uploaded(oneSheet(faultyRows));
      const { text } = await browser.get(`/levy/roster/print/${id}`).expect(200);
      expect(text.match(/zj-month--refused/g)).toHaveLength(12);
      expect(text).toContain('号码的校验位不对');
      const json = await browser.get(`/levy/roster/download/${id}/zhujiu-roster.json`).expect(200).expect('Content-Type', /^application\/json/).expect('Content-Disposition', /zhujiu-roster\.json/);
      expect(json.body).toMatchObject({ ok: true, rows: { in: 9, accepted: 6, unchanged: 1, rejected: 2 } });
      expect(json.body.personMonths).toHaveLength(6);
      await browser.get(`/levy/roster/download/${id}/zhujiu-roster.xlsx`).expect(200).expect('Content-Type', /spreadsheetml/).expect('Content-Disposition', /zhujiu-roster\.xlsx/);
    });

    it('says why there is no sum: the only one of the staff is counted at the other unit', async () => {
      const browser = browserOf(service);
      await saveUnit(browser, { average: '1' });
      const { headers } = await send(browser, oneSheet(goodTable(1, () => ({ 派遣协议: '对方计入' }))));
      const { text, status } = await browser.get(headers['location'] as string);
      expect(status).toBe(422);
      expect(text).toContain('在职职工人数为 0');
    });

    it('in English, with severe grades, dispatch, and no Chinese left untold', async () => {
      const severe = citizenIdOf(1);
      const { browser, id, location } = await uploaded(oneSheet([[...TITLES], inOrder(goodRow(1, { 证件号码: certificateOf(severe, 4, 1), 等级: null })), inOrder(goodRow(2, { 派遣协议: '我方计入' }))]), undefined, '/en');
      expect(location).toBe(`/en/levy/roster/result/${id}`);
      expect((await browser.get(location).expect(200)).text).toContain('2 rows read = 2 accepted + 0 the same + 0 rejected.');
      const { text } = await browser.get(`/en/levy/roster/months/${id}`).expect(200);
      expect(text).toContain('Disability certificate, grade 1');
      expect(text).toContain('dispatched, counted here');
      expect(text.match(/zj-month--counted" role="cell" data-label="Jan">2</g)).toHaveLength(1);
    });
  });

  describe('the visitor alone', () => {
    it('another browser, an unknown address and no address at all see the same friendly page', async () => {
      const { id } = await uploaded(oneSheet(goodTable(1)));
      for (const part of ['status', 'result', 'months', 'errors', 'print', 'delete', 'refused']) {
        const { text } = await browserOf(service).get(`/levy/roster/${part}/${id}`).expect(404);
        expect(text).toContain('没有找到这份花名册');
        expect(text).toContain('不是用这个浏览器上传的');
        await browserOf(service).get(`/levy/roster/${part}/no-such-roster`).expect(404);
      }
      await browserOf(service).get(`/levy/roster/download/${id}/zhujiu-roster.json`).expect(404);
      await browserOf(service).get(`/levy/roster/progress/${id}`).expect(404);
    });

    it('asks before it deletes, and then nothing is left', async () => {
      const { browser, id } = await uploaded(oneSheet(goodTable(1)));
      const { text } = await browser.get(`/levy/roster/delete/${id}`).expect(200);
      expect(text).toContain('要删除花名册和结果吗？');
      const gone = await browser.post(`/levy/roster/delete/${id}`).type('form').send({ _csrf: tokenOf(text) });
      expect(gone.headers['location']).toBe('/levy/roster?notice=deleted');
      expect((await browser.get('/levy/roster?notice=deleted')).text).toContain('花名册和结果已经删除');
      await browser.get(`/levy/roster/result/${id}`).expect(404);
      const _csrf = await token(browser);
      const again = await browser.post(`/levy/roster/delete/${id}`).type('form').send({ _csrf });
      expect(again.headers['location']).toBe('/levy/roster?notice=nothing');
    });

    it('a corrected file takes the place of the first', async () => {
      const { browser, id } = await uploaded(oneSheet(faultyRows));
      const second = await send(browser, oneSheet(goodTable(2)));
      await browser.get(`/levy/roster/result/${id}`).expect(404);
      expect((await browser.get(second.headers['location'] as string)).text).toContain('读入 2 行 = 接受 2 行');
    });
  });

  it('progress as a fragment, final when there is a result', async () => {
    const { browser, id } = await uploaded(oneSheet(goodTable(1)));
    const { text, headers } = await browser.get(`/levy/roster/progress/${id}`).expect(200);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    expect(text).not.toContain('<html');
    expect(text).toContain('data-final');
    expect(text).toContain(`href="/levy/roster/result/${id}"`);
    // Without script the address of the progress leads on by itself.
    const status = await browser.get(`/levy/roster/status/${id}`).expect(303);
    expect(status.headers['location']).toBe(`/levy/roster/result/${id}`);
  });

  it('a large file is followed on its own page until it is read', async () => {
    const browser = browserOf(service);
    await saveUnit(browser);
    const same = inOrder(goodRow(1)).map((cell) => (cell === null ? '' : `"${cell}"`)).join(',');
    const csv = Buffer.from([TITLES.join(','), ...Array<string>(9_000).fill(same)].join('\r\n'));
    expect(csv.length).toBeGreaterThan(1_048_576);
    const { headers } = await send(browser, csv, 'large.csv');
    const status = headers['location'] as string;
    expect(status).toMatch(/^\/levy\/roster\/status\//);
    let answer = await browser.get(status);
    for (let looked = 0; answer.status === 200 && looked < 300; looked++) {
      expect(answer.text).toMatch(/<poll-status data-src="\/levy\/roster\/progress\/[0-9a-f-]{36}"/);
      expect(answer.text).toMatch(/正在排队|正在打开|正在逐行读取|正在汇总/);
      expect(answer.text).toContain('刷新进度');
      expect(answer.text).not.toContain('http-equiv');
      await new Promise((resolve) => { setTimeout(resolve, 100); });
      answer = await browser.get(status);
    }
    expect(answer.status).toBe(303);
    expect((await browser.get(answer.headers['location'] as string)).text).toContain('读入 9,000 行 = 接受 1 行 + 相同 8,999 行 + 拒绝 0 行。');
  });

  it('no page of a roster leaves personal data in the log', () => {
    const log = service.log.join('\n');
    for (let n = 1; n <= 9; n++) expect(log).not.toContain(citizenIdOf(n));
    expect(log).not.toContain('测试甲');
    expect(log).not.toContain('花名册.xls');
  });
});
