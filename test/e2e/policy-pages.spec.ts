import { startTestApp, type TestApp } from '../support/app.js';

/** The policy reader over HTTP, on the law that is shipped. */
describe('policy reader', () => {
  let service: TestApp;
  beforeAll(async () => { service = await startTestApp(); });
  afterAll(() => service.close());

  const page = async (path: string, status = 200): Promise<string> => {
    const { text, headers } = await service.http().get(path).expect(status);
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    // Nothing is asked of the reader: no cookie, no script needed.
    expect(headers['set-cookie']).toBeUndefined();
    return text;
  };

  describe('list', () => {
    it('names every subject, the value in words, its time, whose rule it is and whether it is checked', async () => {
      const text = await page('/policy?region=370303&date=2025-09-01');
      expect(text).toContain('<h1 class="govuk-heading-l">查政策参数</h1>');
      expect(text).toContain('山东省 淄博市 张店区，2025年9月1日');
      expect(text).toContain('当地社会平均工资的 2 倍');
      expect(text).toContain('一类：每月 2,200 元');
      expect(text).toMatch(/从 2023年10月1日 到 2025年9月30日，山东省规定 <strong class="govuk-tag govuk-tag--yellow">待核实/);
      expect(text).toContain('href="/policy/levy.relief.tiers?region=370303&amp;date=2025-09-01"');
    });

    it('an empty form is the whole country today', async () => {
      expect(await page('/policy?q=&year=&month=&day=')).toMatch(/<h2[^>]*>全国，\d{4}年/);
    });

    it('asks which place is meant, with radios', async () => {
      const text = await page('/policy?q=%E6%9C%9D%E9%98%B3&year=2025&month=6&day=1');
      expect(text).toContain('<h1 class="govuk-fieldset__heading">“朝阳”有');
      expect(text).toMatch(/type="radio" value="110105"/);
      expect(text).toContain('name="year" value="2025"');
      expect(await page('/policy?region=110105&year=2025&month=6&day=1')).toContain('北京市 朝阳区，2025年6月1日');
    });

    it('refuses what is no place and no day, keeps what was typed, and says what to do', async () => {
      const text = await page('/policy?q=%E6%97%A0%E6%AD%A4%E5%9C%B0&year=2025&month=2&day=30', 422);
      expect(text).toMatch(/<title>错误：查政策参数/);
      expect(text).toContain('<a href="#q">没有找到“无此地”。');
      expect(text).toContain('<a href="#day-year">没有“2025-2-30”这一天。');
      expect(text).toContain('value="无此地"');
      expect(text).toContain('value="30"');
      expect(text).not.toContain('id="values"');
    });

    it('answers in English, with Chinese names marked as such', async () => {
      const text = await page('/en/policy?region=370303&date=2025-09-01');
      expect(text).toContain('<html lang="en"');
      expect(text).toContain('2 times the local social average wage');
      expect(text).toContain('<span lang="zh-CN">山东省</span>');
    });

    it('tells the successor of a withdrawn code', async () => {
      expect(await page('/policy?region=530630')).toContain('代码 530630 已经撤销，现在是 云南省 昭通市 水富市（530681）。');
    });
  });

  describe('one parameter', () => {
    it('shows value, source with link, timeline and the history of all places', async () => {
      const text = await page('/policy/levy.relief.tiers?region=370303&date=2024-09-01');
      expect(text).toContain('安排比例不到 1%：按应缴额的 90% 缴');
      expect(text).toContain('全国的规定（山东省 淄博市 张店区没有另行规定）');
      expect(text).toContain('<a class="govuk-link zj-alone" href="https://www.gov.cn/zhengce/zhengceku/2023-03/28/content_5748750.htm" rel="external">打开 www.gov.cn</a>');
      expect(text.match(/<ol class="zj-timeline">/g)).toHaveLength(1);
      expect(text).toMatch(/aria-current="true"><p class="zj-timeline__when">从 2023年1月1日 到 2027年12月31日 \(这一天\)/);
      expect(text).toContain('scope="rowgroup"');
    });

    it('says plainly what is not known and what is not recorded', async () => {
      expect(await page('/policy/award.over_quota?region=370303')).toMatch(/zj-value--large">不知道/);
      expect(await page('/policy/levy.relief.tiers?date=2010-01-01')).toContain('这一天没有收录这项规定。');
    });

    it('minimum wages: the sum of the place, and every county whose tier is known', async () => {
      const text = await page('/policy/minimum_wage?region=370300&date=2025-06-01');
      expect(text).toMatch(/<th scope="row"[^>]*>山东省 淄博市 张店区<\/th><td[^>]*>一类<\/td><td[^>]*>2,200/);
      expect(await page('/policy/minimum_wage?region=370303&date=2025-06-01')).toContain('山东省 淄博市 张店区：一类，每月 2,200 元。');
      expect(await page('/policy/minimum_wage?region=370303&date=2026-06-01')).toContain('这里没有一个县（市、区）的档次是我们知道的。');
    });

    it('working age: a table by month of birth that follows from the rule of the day', async () => {
      const now = await page('/policy/counting.working_age?date=2025-06-01');
      expect(now).toMatch(/1965年1月 到 1965年4月<\/th><td[^>]*>60 周岁 1 个月<\/td><td[^>]*>2025年2月 到 2025年5月/);
      expect(await page('/policy/counting.working_age?date=2024-06-01')).toContain('都是 60 周岁。');
    });

    it('an unknown parameter is a page that does not exist', async () => {
      const text = await page('/policy/quota.ratioo', 404);
      expect(text).toContain('没有名为“quota.ratioo”的参数');
      expect(await page('/policy/%3Cscript%3E', 404)).not.toContain('<script>');
      await page('/policy/constructor', 404);
    });
  });

  it('what we do not know: a sum that fits its table, gaps with their reasons', async () => {
    const text = await page('/policy/unknown');
    const [, cells, known, missing] = /一共 (\d+) 格，知道 (\d+) 格，不知道 (\d+) 格/.exec(text) ?? [];
    expect(Number(known) + Number(missing)).toBe(Number(cells));
    expect(text.match(/zj-cell--known/g)).toHaveLength(Number(known));
    expect(text.match(/zj-cell--unknown/g)).toHaveLength(Number(missing));
    expect(text).toContain('不沿用旧标准');
  });

  describe('downloads', () => {
    it.each([
      ['/policy/values.csv?region=370303&date=2025-09-01', '"quota.ratio","应当安排残疾人就业的比例","370000","山东省"'],
      ['/policy/minimum_wage/history.csv', '"minimum_wage","月最低工资标准","370000","山东省","2025-10-01"'],
      ['/policy/unknown.csv', '"social_average_wage","社会平均工资","110000"'],
      ['/en/policy/unknown.csv', '"social_average_wage","Social average wage","110000"'],
    ])('%s', async (path, row) => {
      const { text, headers } = await service.http().get(path).expect(200).expect('Content-Type', 'text/csv; charset=utf-8');
      expect(headers['content-disposition']).toMatch(/^attachment; filename="[\w.-]+\.csv"$/);
      expect(text.startsWith('\ufeff"')).toBe(true);
      expect(text).toContain(row);
      for (const line of text.split('\r\n')) expect(line).not.toMatch(/(^|,)"[=+\-@]/);
    });

    it('refuse a place that is none', async () => {
      await service.http().get('/policy/values.csv?region=999999').expect(422);
      await service.http().get('/policy/nope/history.csv').expect(404);
    });
  });

  describe('as JSON', () => {
    it('one parameter with value, timeline and history', async () => {
      const { body } = await service.http().get('/api/v1/policy/parameters/levy.wage_cap.multiple?region=370303&date=2018-03-31').expect(200);
      expect(body).toMatchObject({ parameter: 'levy.wage_cap.multiple', region: '370303', date: '2018-03-31', value: { value: '3', region: '100000', from: '2017-04-01', until: '2018-03-31' } });
      expect(body.history[0].values.length).toBe(body.timeline.length);
      expect(body.value).not.toHaveProperty('line');
    });

    it('all values of a day, the list of parameters, what is not known', async () => {
      const { body: values } = await service.http().get('/api/v1/policy/values?region=310000&date=2024-01-01').expect(200);
      const { body: list } = await service.http().get('/api/v1/policy/parameters').expect(200);
      expect(values.values.map(({ parameter }: { parameter: string }) => parameter).sort()).toEqual(list.parameters.map(({ parameter }: { parameter: string }) => parameter).sort());
      expect(values.contentHash).toBe(list.contentHash);
      const { body: unknown } = await service.http().get('/api/v1/policy/unknown').expect(200);
      expect(unknown.unknown).toContainEqual(expect.objectContaining({ parameter: 'minimum_wage', region: '370000', from: '2026-02-01' }));
    });

    it('refusals have stable codes', async () => {
      await service.http().get('/api/v1/policy/parameters/nope').expect(404).expect(/http\.not_found/);
      await service.http().get('/api/v1/policy/values?region=999999').expect(422).expect(/policy\.region\.unknown/);
      await service.http().get('/api/v1/policy/values?date=2025-02-30').expect(422).expect(/policy\.date\.malformed/);
      await service.http().get('/api/v1/policy/values?place=1').expect(422).expect(/input\.unknown_field/);
    });
  });
});
