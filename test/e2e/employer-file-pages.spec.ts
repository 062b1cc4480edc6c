import { randomUUID } from 'node:crypto';
import { JSDOM } from 'jsdom';
import type { Response } from 'supertest';
import { startTestApp, type TestApp } from '../support/app.js';
import { anEmployer, aUscc } from '../support/employers.js';
import { csvOf } from '../support/facts.js';
import { managerOf, signedInAs, type Actor } from '../support/members.js';

jest.setTimeout(120_000);

const HOME = '370303';
const TITLES = ['统一社会信用代码', '单位名称', '单位类型', '税务登记地', '联系电话'];

/** Files of employers, tax lists and duplicates over pages, as a browser without script does them. */
describe('pages of employer files', () => {
  let app: TestApp;
  let reviewer: Actor;
  beforeAll(async () => {
    app = await startTestApp();
    reviewer = await signedInAs(app, { role: 'first_reviewer', regionCode: HOME });
  });
  afterAll(() => app.close());

  const HTML = { Accept: 'text/html,*/*;q=0.8', 'Sec-Fetch-Site': 'same-origin' };
  const open = (who: Actor, path: string): Promise<Response> => app.http().get(path).set({ ...HTML, Cookie: who.cookie }).redirects(0).then((response) => response);
  const wordsOf = ({ text }: Response): string => (new JSDOM(text).window.document.querySelector('main')?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const leadsTo = ({ status, headers }: Response): unknown => [status, headers['location']];

  type Sending = { readonly hidden: Readonly<Record<string, string>>; readonly cookie: string };
  async function formAt(who: Actor, page: string, action: string): Promise<Sending> {
    const shown = await open(who, page);
    const { document } = new JSDOM(shown.text).window;
    const form = document.querySelector(`form[method=post][action$="${action}"]`);
    const hidden = Object.fromEntries([...(form?.querySelectorAll('input[type=hidden]') ?? [])].map((field) => [field.getAttribute('name') ?? '', field.getAttribute('value') ?? '']));
    return { hidden, cookie: [String(shown.headers['set-cookie'] ?? '').split(';')[0], who.cookie].filter(Boolean).join('; ') };
  }
  async function send(who: Actor, page: string, action: string, fields: Readonly<Record<string, string>>): Promise<Response> {
    const { hidden, cookie } = await formAt(who, page, action);
    return app.http().post(action).set({ ...HTML, Cookie: cookie }).redirects(0).type('form').send({ ...hidden, ...fields });
  }
  async function upload(fields: Readonly<Record<string, string>>, name: string, content: string | null): Promise<Response> {
    const { hidden, cookie } = await formAt(reviewer, '/employer-imports', '/employer-imports');
    const asking = app.http().post('/employer-imports').set({ ...HTML, Cookie: cookie }).redirects(0);
    for (const [field, value] of Object.entries({ ...hidden, ...fields })) void asking.field(field, value);
    if (content !== null) void asking.attach('file', Buffer.from(content), name);
    return asking;
  }
  const words = { source: '某税务局', 'asOf-year': '2025', 'asOf-month': '3', 'asOf-day': '1' };

  it('a list is handed in, its balance and what was not taken are shown, with line and column', async () => {
    const [good, other] = [aUscc(), aUscc()];
    const list = csvOf(TITLES, [good, '不存在的砖厂', '企业', HOME, '19900005678'], [`${other.slice(0, 17)}?`, '不存在的瓦厂', '企业', HOME, ''], [other, '', '外星', '110101', '']);
    const answer = await upload(words, '名单.csv', list);
    expect(answer.status).toBe(303);
    const page = await open(reviewer, String(answer.headers['location']));
    expect(wordsOf(page)).toContain('共 3 行：采用 1 行，没有变化 0 行，没有采用 2 行');
    for (const sentence of ['第 3 行，“统一社会信用代码”：', '第 4 行，“单位名称”：这一格必须填写', '第 4 行，“单位类型”：“外星”不在可选的内容里', '第 4 行，“税务登记地”：110101 不在这次导入的地区里']) expect(wordsOf(page)).toContain(sentence);
    expect(wordsOf(await open(reviewer, '/employer-imports'))).toContain('某税务局');
    expect(String((await upload(words, '名单.csv', list)).headers['location'])).toMatch(/^\/employer-imports\/\d+\?repeated=yes$/);
    const [{ id }] = await managerOf(app).query('SELECT id FROM employer WHERE uscc = $1', [good]) as [{ id: string }];
    expect(wordsOf(await open(reviewer, `/employers/${id}`))).toContain('19900005678');
  });

  it('a list that is none says why on its page; a form without its words says what to enter', async () => {
    const refused = await upload(words, '名单.csv', csvOf(['单位名称', '单位类型', '税务登记地'], ['x', '企业', HOME]));
    expect(wordsOf(await open(reviewer, String(refused.headers['location'])))).toContain('第 1 行的表头缺少：统一社会信用代码');
    const empty = await upload({ source: '', 'asOf-year': '2025', 'asOf-month': '13', 'asOf-day': '1' }, '名单.csv', csvOf(TITLES));
    expect([empty.status, wordsOf(empty)]).toEqual([422, expect.stringContaining('请写明名单来自哪个部门')]);
    expect(wordsOf(empty)).toContain('请填写名单的日期');
    const future = await upload({ ...words, 'asOf-year': '2099' }, '名单.csv', csvOf(TITLES, [aUscc(), 'x', '企业', HOME, '']));
    expect(wordsOf(future)).toContain('名单的时点还没有到');
    const none = await upload({ ...words, 'asOf-month': '' }, '名单.csv', null);
    for (const sentence of ['请选择名单文件', '请填写名单的日期']) expect(wordsOf(none)).toContain(sentence);
    expect(new JSDOM(none.text).window.document.querySelector('input[name=source]')?.getAttribute('value')).toBe('某税务局');
  });

  it('a file is corrected, with contacts, branches and staff, and its history shows it', async () => {
    const id = await anEmployer(app, { name: '不存在的锅炉厂' });
    const path = `/employers/${id}`;
    const day = (name: string, year: string, month: string, at: string) => ({ [`${name}-year`]: year, [`${name}-month`]: month, [`${name}-day`]: at });
    const wrong = await send(reviewer, `${path}/correct`, `${path}/correct`, { name: '', kind: 'enterprise', establishmentSize: '很多', industry: 'Z', ...day('effectiveOn', '2025', '2', '30') });
    expect(wrong.status).toBe(422);
    for (const sentence of ['请填写名称', '编制数应为', '行业代码应为', '请填写完整的日期']) expect(wordsOf(wrong)).toContain(sentence);
    expect(leadsTo(await send(reviewer, `${path}/correct`, `${path}/correct`, { name: '不存在的锅炉有限公司', kind: 'enterprise', stateOwned: 'yes', industry: 'ｃ3411', taxRegionCode: HOME, ...day('registeredOn', '2012', '5', '1'), ...day('effectiveOn', '2025', '1', '1') }))).toEqual([303, `${path}?saved=yes`]);
    expect(leadsTo(await send(reviewer, `${path}/contacts`, `${path}/contacts`, { role: 'personnel', name: '某人事', phone: '0533-9990001' }))).toEqual([303, `${path}/contacts?saved=yes`]);
    expect(wordsOf(await send(reviewer, `${path}/contacts`, `${path}/contacts`, { role: 'finance' }))).toContain('姓名和电话至少填一项');
    expect(leadsTo(await send(reviewer, `${path}/branches`, `${path}/branches`, { name: '一分厂', regionCode: HOME }))).toEqual([303, `${path}/branches?saved=yes`]);
    const [{ id: branch }] = await managerOf(app).query('SELECT id FROM employer_establishment WHERE employer_id = $1', [id]) as [{ id: string }];
    expect(wordsOf(await send(reviewer, `${path}/branches`, `${path}/branches/${branch}/close`, day('closedOn', '2025', '13', '1')))).toContain('请填写完整的日期');
    expect(leadsTo(await send(reviewer, `${path}/branches`, `${path}/branches/${branch}/close`, day('closedOn', '2025', '1', '1')))).toEqual([303, `${path}/branches?saved=yes`]);
    expect(wordsOf(await send(reviewer, `${path}/headcounts?year=2024`, `${path}/headcounts`, { m1: '三十' }))).toContain('1 月的人数应为');
    const early = new JSDOM((await send(reviewer, `${path}/headcounts?year=2012`, `${path}/headcounts`, { m4: '30' })).text).window.document;
    expect(early.querySelector('main .govuk-error-summary a')?.getAttribute('href')).toBe('#m4');
    expect(leadsTo(await send(reviewer, `${path}/headcounts?year=2024`, `${path}/headcounts`, { m1: '３０', m2: '1,030' }))).toEqual([303, `${path}/headcounts?year=2024&saved=yes`]);
    const history = wordsOf(await open(reviewer, `${path}/history`));
    for (const part of ['不存在的锅炉厂', '不存在的锅炉有限公司', '2024-02 职工人数', '1030', '人事联系人', '一分厂', '行业代码', 'C3411', '国有']) expect(history).toContain(part);
    expect(leadsTo(await send(reviewer, `${path}/contacts`, `${path}/contacts/remove`, { role: 'personnel' }))).toEqual([303, `${path}/contacts?saved=yes`]);
  });

  it('two that may be one are settled by a person, and a merging is undone', async () => {
    const uscc = aUscc();
    const [one, other] = [await anEmployer(app, { uscc }), await anEmployer(app)];
    expect(wordsOf(await send(reviewer, `/employers/${other}`, `/employers/${other}/duplicates`, { uscc: '9137' }))).toContain('统一社会信用代码应为 18 位');
    const unknown = await send(reviewer, `/employers/${other}`, `/employers/${other}/duplicates`, { uscc: aUscc() });
    expect([unknown.status, wordsOf(unknown)]).toEqual([422, expect.stringContaining('没有用这个信用代码的已核实单位')]);
    const proposed = await send(reviewer, `/employers/${other}`, `/employers/${other}/duplicates`, { uscc });
    const pair = String(proposed.headers['location']);
    expect(pair).toMatch(/^\/employer-duplicates\//);
    expect(wordsOf(await open(reviewer, '/employer-duplicates'))).toContain(uscc);
    for (const decision of ['', 'x', randomUUID()]) expect(wordsOf(await send(reviewer, pair, pair, { decision }))).toContain('请选择处理结果');
    expect(leadsTo(await send(reviewer, pair, pair, { decision: other }))).toEqual([303, `/employers/${other}?saved=yes`]);
    expect(wordsOf(await open(reviewer, `/employers/${one}`))).toContain('这家单位已并入另一家');
    const page = await open(reviewer, `/employers/${other}`);
    const action = new JSDOM(page.text).window.document.querySelector('form[action*="/employer-merges/"]')?.getAttribute('action') ?? '';
    expect(leadsTo(await send(reviewer, `/employers/${other}`, action, {}))).toEqual([303, `/employers/${one}?saved=yes`]);
    expect(wordsOf(await open(reviewer, `/employers/${one}`))).not.toContain('已并入');
  });
});
