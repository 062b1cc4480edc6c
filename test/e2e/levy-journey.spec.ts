import { deflateRawSync } from 'node:zlib';
import { RouteTable } from '../../src/platform/access/index.js';
import { levyPages } from '../../src/quota/levy/pages/registered.js';
import { IS_PAGE, stray, unregistered } from '../../src/ui/index.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { FormReader } from '../support/form-reader.js';

let service: TestApp;
beforeAll(async () => { service = await startTestApp(); });
afterAll(() => service.close());

const reader = (prefix: '' | '/en' = ''): FormReader => new FormReader(service, prefix);

/** Through the whole journey by its buttons, as a person without script goes; ends on the page of answers. */
async function answerAll(visitor: FormReader): Promise<void> {
  await visitor.open('/levy/region');
  await visitor.send({ q: '张店' });
  await visitor.send({ region: '370303' });
  await visitor.send({ year: '2024' });
  await visitor.send({ kind: 'enterprise' });
  await visitor.send({ 'registered-year': '２０１０', 'registered-month': '5月', 'registered-day': '1' });
  await visitor.send({ how: 'monthly', ...Object.fromEntries(Array.from({ length: 12 }, (_, index) => [`m${index + 1}`, index < 6 ? '２００' : ' 201 人'])) });
  await visitor.send({ seasonal: 'no' });
  await visitor.send({ how: 'total', totalWages: '２０，０００，０００．００ 元' });
  await visitor.send({ disabled: 'people' });
  await visitor.send({ certificate: 'disability', grade: '1 级', from: '8月', to: '12' });
  await visitor.send({}, '/levy/people');
  await visitor.send({ alreadyPaid: '', ratio: '1.5%', socialAverageWage: '80,000', scale: '0' });
}

describe('the levy journey', () => {
  it('begins with what it needs, what it gives and what becomes of the answers', async () => {
    const visitor = await reader().open('/levy');
    expect(visitor.words).toContain('以税务机关核定为准');
    expect(visitor.words).toContain('只存在您自己的浏览器里');
    expect(visitor.links('/levy/')).toEqual(expect.arrayContaining(['/levy/region', '/levy/staff', '/levy/wages', '/levy/disabled', '/levy/quick', '/levy/roster']));
    expect(visitor.words.match(/未完成/g)).toHaveLength(6);
    expect(visitor.words).not.toContain('已完成');
  });

  it('leads from page to page to the sum of the contract’s example, and tells every step with its rule', async () => {
    const visitor = reader();
    await answerAll(visitor);
    expect(visitor.at).toBe('/levy/check');
    expect(visitor.words).toContain('山东省 淄博市 张店区 370303');
    expect(visitor.words).toContain('全年总额 20,000,000.00 元');
    expect(visitor.words).toContain('残疾人证，1 级，8 月到 12 月');
    await visitor.send({});
    expect(visitor.at).toBe('/levy/statement');
    expect(visitor.words).toContain('实缴 195,671.65 元');
    expect(visitor.words).toContain('本结果为试算，以税务机关核定为准。');
    expect(visitor.words).toContain('应缴 = 差额 2.185 人 × 计征工资 99,502.49 元 = 217,412.94 元。');
    expect(visitor.words).toContain('依据：您自行指定的数值');
    expect(visitor.words).toContain('待核实');
    expect(visitor.words).toContain('5 个月，全部计入');
    expect(visitor.words).toContain('小型企业免缴：在职职工 201 人，超过 30 人，不适用。');
    expect(visitor.links('/policy/levy.relief.tiers')).toEqual(['/policy/levy.relief.tiers?region=370303&date=2023-01-01']);
    expect((await visitor.open('/levy')).words.match(/已完成/g)).toHaveLength(6);
  });

  it('gives the case and the result as the API does', async () => {
    const visitor = reader();
    await answerAll(visitor);
    const download = await visitor.raw().get('/levy/statement.json').set('Accept', 'application/json').expect(200);
    expect(download.headers['content-disposition']).toBe('attachment; filename=levy-2024.json');
    expect(download.headers['cache-control']).toBe('no-store');
    const { case: levyCase, result } = download.body as { case: object; result: { payable: string } };
    const answer = await service.http().post('/api/v1/levy/simulations').send(levyCase).expect(200);
    expect(answer.body).toEqual(result);
    expect(result.payable).toBe('195671.65');
  });

  it('keeps nothing but one cookie that scripts cannot read and that ends after a day', async () => {
    const visitor = reader();
    await visitor.open('/levy/region');
    const token = visitor.valueOf('_csrf') ?? '';
    const { headers } = await visitor.raw().post('/levy/region').type('form').send({ _csrf: token, region: '370303' }).expect(303);
    const [cookie = ''] = (headers['set-cookie'] as unknown as string[]).filter((one) => one.startsWith('zj-levy='));
    expect(cookie).toMatch(/^zj-levy=1\.[\w-]+; Max-Age=86400; Path=\/; Expires=[^;]+; HttpOnly; SameSite=Lax$/);
    expect(service.log.join('')).not.toContain(cookie.slice('zj-levy='.length, 30));
  });

  it('lets each answer be changed from the page of answers and comes back there', async () => {
    const visitor = reader();
    await answerAll(visitor);
    await visitor.send({});
    await visitor.open('/levy/staff?to=check');
    expect(visitor.chosen('how')).toBe('monthly');
    expect(visitor.valueOf('m7')).toBe('201');
    await visitor.send({ how: 'average', average: '30' });
    expect(visitor.at).toBe('/levy/check');
    expect(visitor.words).toContain('全年平均 30 人');
    // A changed answer has to be checked again.
    expect((await visitor.open('/levy')).words.match(/未完成/g)).toHaveLength(2);
  });

  it('adds, changes and removes people, and keeps own staff before dispatched ones', async () => {
    const visitor = reader();
    await answerAll(visitor);
    await visitor.open('/levy/people/new');
    await visitor.send({ certificate: 'disability', grade: '3', from: '1', to: '12', dispatch: 'in' });
    await visitor.open('/levy/people/new');
    await visitor.send({ certificate: 'military', grade: '9', from: '1', to: '3', dispatch: 'none' });
    expect(visitor.at).toBe('/levy/people');
    expect(visitor.words).toMatch(/第 2 人.*残疾军人证，9 级.*第 3 人.*残疾人证，3 级.*派遣，约定由本单位计入/);
    await visitor.open('/levy/people/2');
    expect([visitor.chosen('certificate'), visitor.valueOf('grade'), visitor.valueOf('from'), visitor.valueOf('to')]).toEqual(['military', '9', '1', '3']);
    await visitor.send({ grade: '8' });
    expect(visitor.words).toContain('残疾军人证，8 级');
    await visitor.send({}, '/levy/people/1/remove');
    expect(visitor.words).toContain('已填写 2 人');
    expect(visitor.words).not.toContain('8 月到 12 月');
    expect((await visitor.open('/levy/people/7')).at).toBe('/levy/people');
  });

  it('tells which months of whom do not count, and why', async () => {
    const visitor = reader();
    await answerAll(visitor);
    await visitor.open('/levy/people/new');
    await visitor.send({ certificate: 'military', grade: '9', from: '1', to: '3' });
    await visitor.open('/levy/statement');
    expect(visitor.words).toContain('第 2 人残疾军人证 9 级');
    expect(visitor.words).toContain('1、2、3 月：这类证件或等级在当地不计入');
  });

  it('collects seasonal workers group by group', async () => {
    const visitor = await reader().open('/levy/seasonal');
    await visitor.send({ seasonal: 'yes', count: '24', months: '4' });
    await visitor.send({ seasonal: 'yes', count: '1,000', months: '12' });
    expect(visitor.words).toContain('24 人，4 个月');
    await visitor.send({}, '/levy/seasonal/remove');
    expect(visitor.words).not.toContain('24 人，4 个月');
    await visitor.send({ seasonal: 'no' });
    expect(visitor.at).toBe('/levy/wages');
    await visitor.open('/levy/check');
    expect(visitor.words).toContain('1,000 人，12 个月');
  });

  it('sends those who owe no quota to the page that says so, and saves nothing', async () => {
    const visitor = await reader().open('/levy/kind');
    await visitor.send({ kind: 'cooperative' });
    expect(visitor.at).toBe('/levy/not-liable?kind=cooperative');
    expect(visitor.words).toContain('农民专业合作社没有按比例安排残疾人就业的法定义务');
    expect((await visitor.open('/levy/check')).words).not.toContain('农民专业合作社');
  });

  it('asks for what is missing before it computes', async () => {
    const visitor = await reader().open('/levy/statement');
    expect(visitor.at).toBe('/levy?notice=dropped');
    await visitor.open('/levy/kind');
    await visitor.send({ kind: 'organ' });
    await visitor.open('/levy/statement');
    expect(visitor.at).toBe('/levy/check');
    expect(visitor.words).toContain('还有几项没有填');
    expect(visitor.html).not.toContain('action="/levy/check"');
    expect((await visitor.open('/levy/what-if')).at).toBe('/levy/check');
  });

  it('tells of answers that contradict each other, at their rows', async () => {
    const visitor = reader();
    await answerAll(visitor);
    await visitor.open('/levy/registered?to=check');
    await visitor.send({ 'registered-year': '2024' });
    await visitor.open('/levy/year?to=check');
    await visitor.send({ year: 'other', otherYear: '2020' });
    expect(visitor.at).toBe('/levy/check');
    expect(visitor.status).toBe(422);
    expect(visitor.words.match(/登记日期晚于基准年 2020/g)).toHaveLength(2);
    expect((await visitor.open('/levy/statement')).at).toBe('/levy/check');
  });

  it('forgets everything on demand', async () => {
    const visitor = reader();
    await answerAll(visitor);
    await visitor.open('/levy');
    await visitor.send({}, '/levy/clear');
    expect(visitor.words).toContain('已经清除');
    expect(visitor.words.match(/未完成/g)).toHaveLength(6);
  });

  it.each([
    ['cut', '1.AAAA'],
    ['of another version', '9.abc'],
    ['forged with an unknown key', `1.${deflateRawSync(JSON.stringify({ region: '370303', role: 'admin' })).toString('base64url')}`],
    ['forged with markup', `1.${deflateRawSync(JSON.stringify({ region: '<script>alert(1)</script>' })).toString('base64url')}`],
  ])('takes a cookie that is %s for an empty one', async (_, cookie) => {
    const { text, status } = await service.http().get('/levy').set('Cookie', `zj-levy=${cookie}`);
    expect(status).toBe(200);
    expect(text.match(/未完成/g)).toHaveLength(6);
    await service.http().get('/levy/statement').set('Cookie', `zj-levy=${cookie}`).expect(303).expect('Location', '/levy?notice=dropped');
  });

  it('offers the roster where a draft no longer fits into a cookie', async () => {
    const people = Array.from({ length: 300 }, () => [0, 1, 1, 12, 0]);
    const cookie = `1.${deflateRawSync(JSON.stringify({ disabled: 'people', people })).toString('base64url')}`;
    const page = await service.http().get('/levy/people/new').set('Cookie', `zj-levy=${cookie}`).expect(200);
    const token = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1];
    const form = (page.headers['set-cookie'] as unknown as string[]).map((one) => one.split(';')[0]).join('; ');
    const { status, text } = await service.http().post('/levy/people/new').set('Sec-Fetch-Site', 'same-origin').set('Accept', 'text/html').set('Cookie', `${form}; zj-levy=${cookie}`)
      .type('form').send({ _csrf: token, certificate: 'disability', grade: '1', from: '1', to: '12' });
    expect(status).toBe(422);
    expect(text).toContain('<a href="/levy/roster">填的条数太多，浏览器里存不下了。残疾职工较多时，请改用花名册上传。</a>');
  });

  it('refuses a form without its token, and changes nothing', async () => {
    const visitor = await reader().open('/levy/kind');
    await visitor.raw().post('/levy/kind').type('form').send({ kind: 'organ' }).expect(403);
    await visitor.raw().post('/levy/clear').type('form').send({}).expect(403);
    expect((await visitor.open('/levy/check')).words).not.toContain('机关');
  });
});

describe('faults of a page', () => {
  // path, what is sent, fields at fault
  it.each<[string, Record<string, string>, string[]]>([
    ['/levy/region', {}, ['q']],
    ['/levy/region', { q: '没有这个地方' }, ['q']],
    ['/levy/region?q=%E6%9C%9D%E9%98%B3', {}, ['region']],
    ['/levy/year', {}, ['year']],
    ['/levy/year', { year: 'other', otherYear: '' }, ['otherYear']],
    ['/levy/year', { year: 'other', otherYear: '2014' }, ['otherYear']],
    ['/levy/year', { year: 'other', otherYear: '2999' }, ['otherYear']],
    ['/levy/year', { year: '2024', 'filing-year': '2025', 'filing-month': '2', 'filing-day': '30' }, ['filing-year']],
    ['/levy/year', { year: '2024', 'filing-year': '2025' }, ['filing-year']],
    ['/levy/year', { year: 'other', otherYear: '1999', 'filing-month': '13' }, ['otherYear', 'filing-year']],
    ['/levy/kind', {}, ['kind']],
    ['/levy/kind', { kind: 'club' }, ['kind']],
    ['/levy/registered', { 'registered-year': '2010' }, ['registered-year']],
    ['/levy/registered', { 'registered-year': '2099', 'registered-month': '1', 'registered-day': '1' }, ['registered-year']],
    ['/levy/staff', {}, ['how']],
    ['/levy/staff', { how: 'same', same: '' }, ['same']],
    ['/levy/staff', { how: 'same', same: '-1' }, ['same']],
    ['/levy/staff', { how: 'same', same: '99999999' }, ['same']],
    ['/levy/staff', { how: 'monthly', m1: '1', m2: 'x', m3: '2.5', m4: '1', m5: '1', m6: '1', m7: '1', m8: '1', m9: '1', m10: '1', m11: '1', m12: '' }, ['m2', 'm3', 'm12']],
    ['/levy/staff', { how: 'average', average: '1e3' }, ['average']],
    ['/levy/staff', { how: 'average', average: '1.1234567' }, ['average']],
    ['/levy/seasonal', {}, ['seasonal']],
    ['/levy/seasonal', { seasonal: 'yes', count: '', months: '13' }, ['count', 'months']],
    ['/levy/wages', {}, ['how']],
    ['/levy/wages', { how: 'total', totalWages: '' }, ['totalWages']],
    ['/levy/wages', { how: 'average', averageWage: '1,5' }, ['averageWage']],
    ['/levy/wages', { how: 'total', totalWages: '100000000000000' }, ['totalWages']],
    ['/levy/disabled', {}, ['disabled']],
    ['/levy/disabled', { disabled: 'number', arrangedCount: '很多' }, ['arrangedCount']],
    ['/levy/people/new', {}, ['certificate', 'grade', 'from', 'to']],
    ['/levy/people/new', { certificate: 'disability', grade: '5', from: '0', to: '13' }, ['grade', 'from', 'to']],
    ['/levy/people/new', { certificate: 'military', grade: '10', from: '6', to: '5' }, ['to']],
    ['/levy/paid', { alreadyPaid: 'x', ratio: '1.5', socialAverageWage: '0' }, ['alreadyPaid', 'ratio', 'socialAverageWage']],
    ['/levy/quick', {}, ['q', 'year', 'kind', 'average', 'how', 'arrangedCount']],
    ['/levy/quick', { q: '朝阳', year: '2024', kind: 'organ', average: '10', how: 'average', averageWage: '1', arrangedCount: '0' }, ['region']],
  ])('%s with %j: in the summary, at the field, in the title, and what was typed stays', async (path, sent, fields) => {
    const visitor = await reader().open(path);
    await visitor.send(sent);
    expect(visitor.status).toBe(422);
    expect(visitor.title).toMatch(/^错误：/);
    expect(visitor.faults.map(({ field }) => field)).toEqual(fields);
    for (const { said, atField, field } of visitor.faults) {
      // Two boxes of one date share the place of the sentence.
      if (!(path === '/levy/people/new' && field === 'to')) expect(atField).toBe(said);
      expect(said).not.toMatch(/undefined|\{|levy\./);
    }
    for (const [name, value] of Object.entries(sent)) expect(visitor.chosen(name) ?? visitor.valueOf(name)).toBe(value === 'club' ? visitor.valueOf(name) : value);
  });

  it('prints what was typed as text, never as markup', async () => {
    const visitor = await reader().open('/levy/wages');
    await visitor.send({ how: 'total', totalWages: '"><script>alert(1)</script>' });
    expect(visitor.valueOf('totalWages')).toBe('"><script>alert(1)</script>');
    expect(visitor.html).not.toContain('<script>alert');
  });
});

describe('the form on one page', () => {
  const FILLED = { q: '山东省淄博市张店区', year: '2024', kind: 'enterprise', average: '100', how: 'average', averageWage: '500000', arrangedCount: '0', alreadyPaid: '' };

  it('leads to the same statement', async () => {
    const visitor = await reader().open('/levy/quick');
    await visitor.send(FILLED);
    expect(visitor.at).toBe('/levy/statement');
    // 100 × 1.5 % × 2 × 90,072, less a tenth.
    expect(visitor.words).toContain('实缴 243,194.40 元');
    await visitor.open('/levy/quick');
    expect([visitor.valueOf('q'), visitor.valueOf('average'), visitor.chosen('kind')]).toEqual(['山东省 淄博市 张店区', '100', 'enterprise']);
  });

  it('keeps staff by month and people one by one', async () => {
    const visitor = reader();
    await answerAll(visitor);
    await visitor.open('/levy/quick');
    expect(visitor.valueOf('average')).toBeNull();
    await visitor.send({});
    expect(visitor.at).toBe('/levy/statement');
    expect(visitor.words).toContain('实缴 195,671.65 元');
  });

  it('answers a script with the sum alone, and half a form with no sum', async () => {
    const visitor = await reader().open('/levy/quick');
    const live = async (fields: object): Promise<string> => {
      const { text } = await visitor.raw().post('/levy/live').type('form').send({ _csrf: visitor.valueOf('_csrf'), ...fields }).expect(200).expect('Content-Type', /^text\/html/);
      return text;
    };
    expect(await live(FILLED)).toMatch(/^<output class="zj-live" aria-live="off"><strong class="zj-sum-line" data-announce="?(?:true)?"?>试算：实缴 243,194\.40 元。<\/strong>/);
    expect(await live({ ...FILLED, averageWage: '' })).toBe('<output class="zj-live" aria-live="off">填好后，这里会显示试算的金额。</output>');
    await visitor.raw().post('/levy/live').type('form').send(FILLED).expect(403);
  });

  it('suggests places to a script', async () => {
    const { body } = await service.http().get('/levy/regions').query({ q: '张店' }).set('Accept', 'application/json').expect(200);
    expect(body).toEqual({ items: [{ value: '370303', text: '山东省 淄博市 张店区' }] });
    expect((await service.http().get('/levy/regions').set('Accept', 'application/json')).body).toEqual({ items: [] });
  });
});

describe('what one more person would change', () => {
  it('asks, answers month by month, and says that it is hypothetical', async () => {
    const visitor = reader();
    await answerAll(visitor);
    await visitor.open('/levy/what-if');
    expect(visitor.words).toContain('这里只做假设');
    await visitor.send({ kind: 'recognised', severity: 'severe', month: '8', wage: '' });
    expect(visitor.at).toBe('/levy/what-if');
    expect(visitor.status).toBe(200);
    expect(visitor.words).toContain('8 月（所选）');
    expect(visitor.words).toMatch(/实缴 [\d,.]+ 元，比现在少 [\d,.]+ 元。/);
    expect(visitor.words).toContain('到 2028 年申报时实缴变成 217,412.94 元（现在 195,671.65 元）');
    expect(visitor.html).toContain('<svg role="img"');
  });

  it('warns of the exemption that a hire would end', async () => {
    const visitor = await reader().open('/levy/quick');
    await visitor.send({ q: '370303', year: '2024', kind: 'enterprise', average: '30', how: 'average', averageWage: '100000', arrangedCount: '0' });
    await visitor.open('/levy/what-if');
    await visitor.send({ kind: 'new_hire', severity: 'ordinary', month: '7', wage: '8000' });
    expect(visitor.words).toContain('单位从免缴变成要缴');
    expect(visitor.words).toContain('不再免缴');
  });

  it('shows faults as every form does', async () => {
    const visitor = reader();
    await answerAll(visitor);
    await visitor.open('/levy/what-if');
    await visitor.send({ month: '13', wage: 'x' });
    expect(visitor.status).toBe(422);
    expect(visitor.faults.map(({ field }) => field)).toEqual(['kind', 'severity', 'month', 'wage']);
  });

  const CASE = {
    id: 'w1', region: '370303', baseYear: 2024, filingYear: 2025, employerKind: 'enterprise', headcount: { average: '30' }, averageWage: '100000', arranged: [],
    overrides: { ratio: '0.015', socialAverageWage: '149208' },
  };

  it('is an API too', async () => {
    const { body } = await service.http().post('/api/v1/levy/what-if').send({ case: CASE, kind: 'new_hire', severity: 'ordinary', monthlyWage: '8333.33' }).expect(200);
    expect(body).toMatchObject({ ok: true, id: 'w1', kind: 'new_hire', monthlyWage: '8333.33', payableNow: '0.00' });
    const { rows } = body as { rows: { month: string; exemptionLost: boolean }[] };
    expect(rows).toHaveLength(12);
    expect(rows[0]).toMatchObject({ month: '2024-01', exemptionLost: true });
    const outlook = await service.http().post('/api/v1/levy/outlook').send({ case: CASE }).expect(200);
    expect(outlook.body).toMatchObject({ ok: true, filingYear: 2025, payable: '0.00', change: { filingYear: 2028, payable: '45000.00' }, until: 2030 });
  });

  it.each([
    [{ case: { ...CASE, baseYear: 1999 }, kind: 'new_hire', severity: 'ordinary' }, [['/case/baseYear', 'levy.case.base_year_too_early']]],
    [{ case: { ...CASE, region: 'x' }, kind: 'new_hire', severity: 'ordinary', monthlyWage: '1e9' }, [['/case/region', 'levy.case.region_malformed'], ['/monthlyWage', 'levy.case.exponent']]],
    [{ case: CASE, kind: 'both', severity: 'ordinary' }, [['/kind', 'input.not_allowed']]],
    [{ kind: 'new_hire', severity: 'severe' }, [['/case', 'input.required']]],
    [{ case: CASE, kind: 'new_hire', severity: 'severe', name: 'x' }, [['/name', 'input.unknown_field']]],
  ])('names the faults of %j', async (body, faults) => {
    const answer = await service.http().post('/api/v1/levy/what-if').send(body).expect(422);
    expect((answer.body as { errors: { pointer: string; code: string }[] }).errors.map(({ pointer, code }) => [pointer, code])).toEqual(faults);
  });
});

describe('in English', () => {
  it('is the same journey under /en', async () => {
    const visitor = reader('/en');
    await answerAll(visitor);
    expect(visitor.at).toBe('/en/levy/check');
    expect(visitor.words).toContain('20,000,000.00 yuan in all');
    await visitor.send({});
    expect(visitor.at).toBe('/en/levy/statement');
    expect(visitor.words).toContain('Payable 195,671.65 yuan');
    expect(visitor.words).toContain('the assessment of the tax authority stands');
    expect(visitor.html).toContain('<html lang="en"');
    expect(visitor.html).toContain('<span lang="zh-CN">');
    await visitor.open('/levy/staff');
    await visitor.send({ how: 'monthly', m3: 'x' });
    expect(visitor.title).toMatch(/^Error: /);
    expect(visitor.faults[0]?.said).toBe('Enter the staff of March in digits, for example 200.');
  });
});

it('every page of the journey is registered for the browser checks', () => {
  const routes = service.app.nest.get(RouteTable).all.filter((route) => /^\/levy(?!\/roster)(?:\/|$)/.test(route.path) && route.metadata<boolean>(IS_PAGE) === true);
  expect(unregistered(routes, levyPages)).toEqual([]);
  expect(stray(routes, levyPages)).toEqual([]);
});
