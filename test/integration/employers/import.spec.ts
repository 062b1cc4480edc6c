import { ImportEmployers, type ImportOrder, type ImportOutcome } from '../../../src/quota/employers/app/import-employers.command.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { anEmployer, aUscc } from '../../support/employers.js';
import { csvOf } from '../../support/facts.js';
import { managerOf, signedInAs } from '../../support/members.js';
import { dumpOf, foundIn } from '../../support/whole-database.js';

jest.setTimeout(120_000);

const HEAD = ['统一社会信用代码', '单位名称', '单位类型', '税务登记地', '成立日期', '行业代码', '是否国有', '编制数', '机构层级', '是否学校', '法定代表人', '联系电话'];
const balance = (accepted: number, unchanged: number, rejected: number) => ({ in: accepted + unchanged + rejected, accepted, unchanged, rejected });
const PHONE = '19900008123';
const NAME = '某法定代表人甲';

describe('a list of the tax register', () => {
  let app: TestApp;
  beforeAll(async () => { app = await startTestApp(); });
  afterAll(() => app.close());

  const rows = <T>(sql: string, ...params: unknown[]): Promise<T[]> => managerOf(app).query(sql, params) as Promise<T[]>;
  const load = (list: readonly (readonly string[])[], over: Partial<ImportOrder> = {}): Promise<ImportOutcome> => app.app.nest.get(ImportEmployers, { strict: false }).run({
    by: { system: 'test' }, scope: { kind: 'region', prefix: '3703' }, file: { bytes: Buffer.from(csvOf(HEAD, ...list)), name: 'a.csv' }, source: '某税务局', asOf: new Date('2025-02-01T00:00:00+08:00'), regionPrefix: '3703', maxRows: 10_000, dryRun: false, begun: () => undefined, progress: () => undefined, ...over,
  });
  const line = (uscc: string, name: string, over: Partial<Record<number, string>> = {}): string[] => [uscc, name, '企业', '370303', '2015-05-01', 'C2319', '否', '', '', '', NAME, PHONE].map((cell, at) => over[at] ?? cell);
  const later = { asOf: new Date('2025-03-01T00:00:00+08:00') };

  it('makes verified employers with what it tells; the same list again changes nothing', async () => {
    const [one, other] = [aUscc(), aUscc()];
    const list = [line(one, '某某印刷厂'), line(other, '某某学校', { 2: '事业单位', 4: '2001/9/1', 5: 'P', 6: '', 7: '67', 8: '市级', 9: '是', 10: '', 11: '' })];
    const first = await load(list);
    expect(first).toMatchObject({ repeated: false, rows: balance(2, 0, 0), faults: [], duplicates: 0 });
    expect(await rows('SELECT e.kind, o.name, o.region_code, e.status, e.registered_on, e.industry, e.state_owned, e.establishment_size, e.establishment_level, e.is_school, e.source FROM employer AS e JOIN organisation AS o USING (id) WHERE e.uscc = $1', other)).toEqual([
      { kind: 'institution', name: '某某学校', region_code: '370303', status: 'verified', registered_on: '2001-09-01', industry: 'P', state_owned: null, establishment_size: 67, establishment_level: 'city', is_school: true, source: 'tax_register' },
    ]);
    expect(await load(list)).toMatchObject({ importId: first.importId, repeated: true, rows: balance(0, 2, 0) });
    expect(await load(list, later)).toMatchObject({ repeated: false, rows: balance(0, 2, 0) });
    expect(await rows('SELECT version FROM employer WHERE uscc = $1', one)).toEqual([{ version: 1 }]);
    expect(await rows('SELECT count(*)::int AS n FROM employer_contact AS c JOIN employer AS e ON e.id = c.employer_id WHERE e.uscc = ANY ($1)', [one, other])).toEqual([{ n: 1 }]);
  });

  it('changes what differs, with a dated history; what it does not say stays; an older list is rejected by row', async () => {
    const uscc = aUscc();
    await load([line(uscc, '某某机械厂', { 7: '12' })]);
    const [before] = await rows<{ id: string }>('SELECT id FROM employer WHERE uscc = $1', uscc);
    expect(await load([line(uscc, '某某机械有限公司', { 3: '370321', 5: '', 6: '国有', 7: '', 10: '某甲', 11: '' })], later)).toMatchObject({ rows: balance(1, 0, 0) });
    expect(await rows('SELECT o.name, o.region_code, e.industry, e.state_owned, e.establishment_size, e.version FROM employer AS e JOIN organisation AS o USING (id) WHERE e.id = $1', before?.id)).toEqual([{ name: '某某机械有限公司', region_code: '370321', industry: 'C2319', state_owned: true, establishment_size: 12, version: 2 }]);
    expect(await rows('SELECT field, before, after, effective_on FROM employer_change WHERE employer_id = $1 ORDER BY field', before?.id)).toEqual([
      { field: 'name', before: '某某机械厂', after: '某某机械有限公司', effective_on: '2025-03-01' }, { field: 'stateOwned', before: 'false', after: 'true', effective_on: '2025-03-01' }, { field: 'taxRegionCode', before: '370303', after: '370321', effective_on: '2025-03-01' },
    ]);
    expect(await load([line(uscc, '某某机械厂')], { asOf: new Date('2025-02-15T00:00:00+08:00') })).toMatchObject({ rows: balance(0, 0, 1), faults: [{ line: 2, column: '单位名称', code: 'employers.row.newer_known' }] });
    // Only the contact: a change too.
    expect(await load([line(uscc, '某某机械有限公司', { 3: '370321', 6: '是', 10: '某乙', 11: PHONE })], { asOf: new Date('2025-04-01T00:00:00+08:00') })).toMatchObject({ rows: balance(1, 0, 0) });
  });

  it('leaves what an officer has corrected behind its day, and says so; a later list changes it', async () => {
    const uscc = aUscc();
    await load([line(uscc, '某某玻璃厂')]);
    const [known] = await rows<{ id: string }>('SELECT id FROM employer WHERE uscc = $1', uscc);
    const officer = await signedInAs(app, { role: 'first_reviewer', regionCode: '370300' });
    const { body } = await officer.get(`/api/v1/employers/${known?.id}/file`).expect(200) as { body: { version: number } };
    await officer.patch(`/api/v1/employers/${known?.id}/facts`, { version: body.version, name: '某某玻璃厂', kind: 'enterprise', registeredOn: '2016-05-01', taxRegionCode: '370303', industry: 'C2319', stateOwned: false, establishmentSize: null, establishmentLevel: null, isSchool: null, effectiveOn: '2016-05-01' }).expect(204);
    const before = { asOf: new Date(Date.now() - 86_400_000) };
    expect(await load([line(uscc, '某某玻璃厂')], before)).toMatchObject({ rows: balance(0, 0, 1), faults: [{ line: 2, column: '成立日期', code: 'employers.row.newer_known' }] });
    // What nobody has corrected is taken from the same day's list.
    expect(await load([line(uscc, '某某玻璃制品厂', { 4: '2016-05-01' })], before)).toMatchObject({ rows: balance(1, 0, 0) });
    expect(await load([line(uscc, '某某玻璃制品厂')], { asOf: new Date() })).toMatchObject({ rows: balance(1, 0, 0) });
  });

  it('a list that names the county alone leaves an employer in its town', async () => {
    const [listed, own] = [aUscc(), aUscc()];
    await anEmployer(app, { regionCode: '370303002', uscc: own });
    await load([line(listed, '某镇一厂', { 3: '370303001' })]);
    expect(await load([line(listed, '某镇一厂')], later)).toMatchObject({ rows: balance(0, 1, 0) });
    await load([line(own, '某镇二厂')], later);
    const towns = (): Promise<unknown> => rows('SELECT e.uscc, o.region_code FROM employer AS e JOIN organisation AS o USING (id) WHERE e.uscc = ANY ($1) ORDER BY o.region_code', [listed, own]);
    expect(await towns()).toEqual([{ uscc: listed, region_code: '370303001' }, { uscc: own, region_code: '370303002' }]);
    // Another county is another matter.
    await load([line(listed, '某镇一厂', { 3: '370321' }), line(own, '某镇二厂', { 3: '370303003' })], { asOf: new Date('2025-04-01T00:00:00+08:00') });
    expect(await towns()).toEqual([{ uscc: own, region_code: '370303003' }, { uscc: listed, region_code: '370321' }]);
  });

  it('names line, column and code of what it does not take', async () => {
    const [one, two, away] = [aUscc(), aUscc(), aUscc()];
    await anEmployer(app, { regionCode: '330521', uscc: away });
    const outcome = await load([
      line(one, '甲厂'), line(one, '甲厂'), line(one, '乙厂'), line(`${two.slice(0, 17)}?`, '丙厂'), line(two, '', { 2: '外星', 3: '37030' }), line(two, '丁厂', { 3: '330521' }), line(two, '戊厂', { 3: '379999' }), line(two, '己厂', { 4: '2099-01-01', 5: 'Z1', 7: '-1', 8: '宇宙' }), line(away, '庚厂'),
    ]);
    expect(outcome.rows).toEqual(balance(1, 1, 7));
    expect(outcome.faults.map(({ line: at, column, code }) => `${at} ${column} ${code}`)).toEqual([
      '4 单位名称 employers.row.contradicts_line', '5 统一社会信用代码 sheets.row.uscc.malformed', '6 单位名称 sheets.row.required', '6 单位类型 sheets.row.word_unknown', '6 税务登记地 employers.row.region_malformed',
      '7 税务登记地 employers.row.other_region', '8 税务登记地 employers.row.region_unknown', '9 成立日期 employers.row.registered_in_future', '9 行业代码 sheets.row.word_unknown', '9 编制数 sheets.row.number_out_of_range', '9 机构层级 sheets.row.word_unknown', '10 统一社会信用代码 employers.row.belongs_elsewhere',
    ]);
    expect(await rows('SELECT name FROM organisation WHERE id = (SELECT id FROM employer WHERE uscc = $1)', away)).toEqual([{ name: `单位 ${away}` }]);
  });

  it('proposes pairs that may be one: the same organisation code, the same name in the same county; never sole traders by name', async () => {
    await managerOf(app).query('TRUNCATE employer_duplicate');
    const { usccCheckSign } = await import('../../../src/kernel/ids/uscc.js');
    const [code, same, named, other, trader, another] = [aUscc(), '', aUscc(), aUscc(), aUscc(), aUscc()];
    const renumbered = `12999999${code.slice(8, 17)}`;
    const twin = same || renumbered + usccCheckSign(renumbered);
    const outcome = await load([
      line(code, '某某研究所'), line(twin, '某某研究院', { 2: '事业单位' }), line(named, '重名（集团）有限责任公司'), line(other, '重名(集团)有限公司'), line(trader, '重名小吃店', { 2: '个体工商户' }), line(another, '重名小吃店', { 2: '个体工商户' }),
    ]);
    expect(outcome).toMatchObject({ rows: balance(6, 0, 0), duplicates: 2 });
    expect(await rows('SELECT d.reason, least(a.uscc, b.uscc) AS one FROM employer_duplicate AS d JOIN employer AS a ON a.id = d.one_id JOIN employer AS b ON b.id = d.other_id ORDER BY reason')).toEqual([
      { reason: 'name_and_region', one: [named, other].sort()[0] }, { reason: 'organisation_code', one: [code, twin].sort()[0] },
    ]);
    // What was proposed is not proposed again.
    expect(await load([line(aUscc(), '另一家')])).toMatchObject({ duplicates: 0 });
  });

  it('in a dry run tells the same and stores nothing', async () => {
    const before = await dumpOf(app.settings.database.url ?? '');
    expect(await load([line(aUscc(), '干跑厂'), line('x', '')], { dryRun: true })).toMatchObject({ importId: null, rows: balance(1, 0, 1) });
    expect(await dumpOf(app.settings.database.url ?? '')).toEqual(before);
  });

  it('that is none is refused as a whole', async () => {
    await expect(load([], {})).rejects.toMatchObject({ code: 'sheets.table.no_rows' });
    await expect(load([line(aUscc(), '甲'), line(aUscc(), '乙')], { maxRows: 1 })).rejects.toMatchObject({ code: 'sheets.table.too_many_rows', params: { limit: 1, row: 3 } });
    await expect(load([line(aUscc(), '甲')], { asOf: new Date('2099-01-01') })).rejects.toMatchObject({ code: 'employers.import.as_of_in_future' });
    expect(await rows('SELECT state, refusal FROM employer_import ORDER BY id DESC LIMIT 2')).toEqual([{ state: 'refused', refusal: 'sheets.table.too_many_rows' }, { state: 'refused', refusal: 'sheets.table.no_rows' }]);
  });

  it('leaves no name of a representative and no telephone in clear', async () => {
    expect((await rows('SELECT id FROM employer_contact')).length).toBeGreaterThan(0);
    expect(foundIn(await dumpOf(app.settings.database.url ?? ''), { name: NAME, phone: PHONE })).toEqual([]);
  });
});
