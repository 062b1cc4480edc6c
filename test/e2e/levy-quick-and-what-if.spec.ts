import { startTestApp, type TestApp } from '../support/app.js';
import { FormReader } from '../support/form-reader.js';
import { answerAll } from '../support/levy-answers.js';

let service: TestApp;
beforeAll(async () => { service = await startTestApp(); });
afterAll(() => service.close());

const reader = (): FormReader => new FormReader(service, '');

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
