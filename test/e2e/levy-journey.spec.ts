import { deflateRawSync } from 'node:zlib';
import { startTestApp, type TestApp } from '../support/app.js';
import { FormReader } from '../support/form-reader.js';
import { answerAll } from '../support/levy-answers.js';

let service: TestApp;
beforeAll(async () => { service = await startTestApp(); });
afterAll(() => service.close());

const reader = (prefix: '' | '/en' = ''): FormReader => new FormReader(service, prefix);

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

  it('shows an example that says it is one, on every page, until an answer is changed', async () => {
    const visitor = await reader().open('/levy');
    await visitor.send({}, '/levy/example');
    expect(visitor.at).toBe('/levy/statement');
    expect(visitor.words).toContain('实缴 195,671.65 元');
    const mark = '示例 这家企业和这些数字都是编的';
    expect(visitor.words).toContain(mark);
    expect((await visitor.open('/levy/check')).words).toContain(mark);
    expect((await visitor.open('/levy')).words).toContain(mark);
    await visitor.open('/levy/paid?to=check');
    await visitor.send({ alreadyPaid: '1' });
    expect((await visitor.open('/levy/check')).words).not.toContain(mark);
  });

  it('never puts the example in the place of answers that were begun', async () => {
    const fresh = reader();
    const token = (await fresh.open('/levy')).valueOf('_csrf') ?? '';
    await fresh.open('/levy/wages');
    await fresh.send({ how: 'average', averageWage: '12345' });
    const refused = await fresh.raw().post('/levy/example').type('form').send({ _csrf: token });
    expect(refused.headers['location']).toBe('/levy?notice=kept');
    expect((await fresh.open('/levy/check')).words).toContain('12,345.00');
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
