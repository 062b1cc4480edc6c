import { citizenIdCheckSign } from '../../../src/kernel/ids/citizen-id.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aUscc } from '../../support/employers.js';
import { csvOf, loadFacts } from '../../support/facts.js';
import { managerOf } from '../../support/members.js';
import { aCitizenId } from '../../support/people.js';
import { dumpOf, foundIn } from '../../support/whole-database.js';

jest.setTimeout(120_000);

const INSURANCE = ['公民身份号码', '统一社会信用代码', '费款所属期', '险种'];
const WAGES = ['公民身份号码', '统一社会信用代码', '所属月份', '工资'];
const CERTIFICATES = ['公民身份号码', '残疾人证号', '首次发证日期', '有效期起', '有效期止'];
const SERVICE = ['公民身份号码', '证件号码', '等级', '等级开始', '首次发证日期'];
const balance = (accepted: number, unchanged: number, rejected: number) => ({ in: accepted + unchanged + rejected, accepted, unchanged, rejected });

describe('facts of registers', () => {
  let app: TestApp;
  beforeAll(async () => { app = await startTestApp(); });
  afterAll(() => app.close());

  const rows = <T>(sql: string, ...params: unknown[]): Promise<T[]> => managerOf(app).query(sql, params) as Promise<T[]>;
  const personOf = async (citizenId: string): Promise<string> => {
    const { RegistryPeople } = await import('../../../src/people/registry/index.js');
    return (await app.app.nest.get(RegistryPeople, { strict: false }).find(managerOf(app), [citizenId as never])).get(citizenId as never) ?? '';
  };

  describe('insurance months', () => {
    it('are stored with their batch; a repeat of the file changes nothing, another file with the same months neither', async () => {
      const [one, other, uscc] = [aCitizenId(), aCitizenId(), aUscc()];
      const csv = csvOf(INSURANCE, [one, uscc, '202401', '基本养老保险'], [one, uscc, '2024-01', '医疗'], [other, uscc, '2024年2月', '养老'], [other, uscc, '202402', '养老']);
      const first = await loadFacts(app, { kind: 'insurance', csv });
      expect(first).toMatchObject({ repeated: false, rows: balance(3, 1, 0), faults: [] });
      expect(await rows('SELECT month, kind, employer_key, batch_id FROM insurance_month WHERE registry_person_id = $1 ORDER BY kind', await personOf(one))).toEqual([
        { month: 202401, kind: 'medical', employer_key: uscc, batch_id: first.batchId }, { month: 202401, kind: 'pension', employer_key: uscc, batch_id: first.batchId },
      ]);
      const batches = await rows('SELECT count(*)::int AS n FROM fact_batch');
      expect(await loadFacts(app, { kind: 'insurance', csv })).toMatchObject({ batchId: first.batchId, repeated: true, rows: balance(0, 4, 0) });
      expect(await rows('SELECT count(*)::int AS n FROM fact_batch')).toEqual(batches);
      const more = await loadFacts(app, { kind: 'insurance', csv: `${csv}${one},${uscc},202403,养老\n` });
      expect(more).toMatchObject({ repeated: false, rows: balance(1, 4, 0) });
      expect(await rows('SELECT DISTINCT batch_id FROM insurance_month WHERE registry_person_id = $1 AND month = 202401', await personOf(one))).toEqual([{ batch_id: first.batchId }]);
    });

    it('name line, column and code of each row that is not taken; the balance holds, numbers are never repeated', async () => {
      const [one, uscc] = [aCitizenId(), aUscc()];
      const wrong = `${one.slice(0, 17)}${one.endsWith('1') ? '2' : '1'}`;
      const csv = csvOf(INSURANCE, [one, uscc, '202401', '养老'], [wrong, uscc, '202401', '养老'], [one, `${uscc.slice(0, 17)}${uscc.endsWith('1') ? '2' : '1'}`, '202413', '失业'], ['', '', '', ''], [one, uscc, '202503', '养老'], [one, '', '202402', '养老']);
      const outcome = await loadFacts(app, { kind: 'insurance', csv });
      expect(outcome.rows).toEqual(balance(1, 0, 4));
      expect(outcome.faults.map(({ line, column, code }) => `${line} ${column} ${code}`)).toEqual([
        '3 公民身份号码 sheets.row.citizen_id.check_digit', '4 统一社会信用代码 sheets.row.uscc.check_digit', '4 费款所属期 sheets.row.day_malformed', '4 险种 sheets.row.word_unknown',
        '6 费款所属期 facts.row.month_in_future', '7 统一社会信用代码 sheets.row.required',
      ]);
      expect(await rows('SELECT line, "column", code FROM fact_rejection WHERE batch_id = $1 ORDER BY line, "column" COLLATE "C"', outcome.batchId)).toHaveLength(6);
      expect(JSON.stringify([outcome.faults, await rows('SELECT * FROM fact_rejection')])).not.toContain(wrong);
    });

    it('are told as complete only where no row was rejected, or somebody answers for it', async () => {
      const covers = [{ regionPrefix: '370303', fromMonth: 202401, untilMonth: 202412 }];
      const [one, uscc] = [aCitizenId(), aUscc()];
      const coverage = () => rows('SELECT kind, region_prefix, from_month, until_month, batch_id FROM fact_coverage ORDER BY kind');
      const holed = csvOf(INSURANCE, [one, uscc, '202405', '养老'], [one, uscc, '202405', '?']);
      expect(await loadFacts(app, { kind: 'insurance', csv: holed, covers })).toMatchObject({ covered: false, rows: balance(1, 0, 1) });
      expect(await coverage()).toEqual([]);
      const { batchId } = await loadFacts(app, { kind: 'insurance', csv: holed, covers, coversDespiteRejections: true });
      const expected = ['medical', 'pension'].map((kind) => ({ kind, region_prefix: '370303', from_month: 202401, until_month: 202412, batch_id: batchId }));
      expect(await coverage()).toEqual(expected);
      // A later moment takes its place, an earlier one does not.
      const later = await loadFacts(app, { kind: 'insurance', csv: csvOf(INSURANCE, [one, uscc, '202405', '养老']), asOf: '2025-02-09', covers });
      expect((await coverage()).map((row) => (row as { batch_id: string }).batch_id)).toEqual([later.batchId, later.batchId]);
      await loadFacts(app, { kind: 'insurance', csv: csvOf(INSURANCE, [one, uscc, '202405', '医疗']), asOf: '2025-01-09', covers });
      expect((await coverage()).map((row) => (row as { batch_id: string }).batch_id)).toEqual([later.batchId, later.batchId]);
    });

    it('a dry run tells the same and stores nothing at all', async () => {
      const before = await dumpOf(app.settings.database.url ?? '');
      const csv = csvOf(INSURANCE, [aCitizenId(), aUscc(), '202401', '养老'], ['x', aUscc(), '202401', '养老']);
      expect(await loadFacts(app, { kind: 'insurance', csv, dryRun: true })).toMatchObject({ batchId: null, rows: balance(1, 0, 1), faults: [{ line: 3, code: 'sheets.row.citizen_id.length' }] });
      expect(await dumpOf(app.settings.database.url ?? '')).toEqual(before);
    });

    it('a file that is none is refused as a whole, and the batch says why', async () => {
      await expect(loadFacts(app, { kind: 'insurance', csv: csvOf(['公民身份号码', '费款所属期', '险种'], ['1', '2', '3']) })).rejects.toMatchObject({ code: 'sheets.table.columns_missing', params: { row: 1, names: '统一社会信用代码' } });
      await expect(loadFacts(app, { kind: 'insurance', csv: csvOf(INSURANCE) })).rejects.toMatchObject({ code: 'sheets.table.no_rows' });
      expect(await rows('SELECT state, refusal, rows_in FROM fact_batch ORDER BY id DESC LIMIT 2')).toEqual([{ state: 'refused', refusal: 'sheets.table.no_rows', rows_in: 0 }, { state: 'refused', refusal: 'sheets.table.columns_missing', rows_in: 0 }]);
    });

    it('two files at once wait for each other, and both are whole', async () => {
      const people = Array.from({ length: 30 }, () => aCitizenId());
      const files = ['202401', '202402', '202403', '202401'].map((month, at) => csvOf(INSURANCE, ...(at % 2 === 0 ? people : [...people].reverse()).map((id) => [id, aUscc(), month, '医疗'])));
      const outcomes = await Promise.all(files.map((csv) => loadFacts(app, { kind: 'insurance', csv })));
      expect(outcomes.map((outcome) => outcome.rows)).toEqual(Array(4).fill(balance(30, 0, 0)));
      expect(await rows('SELECT count(*)::int AS n FROM insurance_month WHERE batch_id = ANY ($1::bigint[])', outcomes.map(({ batchId }) => batchId))).toEqual([{ n: 120 }]);
    });

    it('what stands or falls with a batch falls with it', async () => {
      const one = aCitizenId();
      await expect(loadFacts(app, { kind: 'insurance', csv: csvOf(INSURANCE, [one, aUscc(), '202401', '养老']), alongside: async () => { throw new Error('broken'); } })).rejects.toThrow('broken');
      expect(await personOf(one)).toBe('');
      expect(await rows('SELECT state, refusal FROM fact_batch ORDER BY id DESC LIMIT 1')).toEqual([{ state: 'interrupted', refusal: null }]);
    });
  });

  describe('wages', () => {
    it('are corrected by a later moment, kept against an earlier one, and two amounts for one month are no guess', async () => {
      const [one, uscc] = [aCitizenId(), aUscc()];
      const wage = async (): Promise<unknown> => (await rows<{ fen: string }>('SELECT fen FROM wage_month WHERE registry_person_id = $1 AND month = 202406', await personOf(one)))[0]?.fen;
      const file = (...amounts: string[]) => csvOf(WAGES, ...amounts.map((amount) => [one, uscc, '202406', amount]));
      expect(await loadFacts(app, { kind: 'wage', csv: file('5000.50'), asOf: '2025-02-01' })).toMatchObject({ rows: balance(1, 0, 0) });
      expect(await loadFacts(app, { kind: 'wage', csv: file('5100'), asOf: '2025-01-01' })).toMatchObject({ rows: balance(0, 0, 1), faults: [{ line: 2, column: '工资', code: 'facts.row.newer_known' }] });
      expect(await wage()).toBe('500050');
      expect(await loadFacts(app, { kind: 'wage', csv: file('5200', '5200.00', '"5,300"'), asOf: '2025-03-01' })).toMatchObject({ rows: balance(1, 1, 1), faults: [{ line: 4, column: '工资', code: 'facts.row.contradicts_line', params: { line: 2 } }] });
      expect(await wage()).toBe('520000');
      expect(await loadFacts(app, { kind: 'wage', csv: file('5200'), asOf: '2025-01-15' })).toMatchObject({ rows: balance(0, 1, 0) });
    });
  });

  describe('certificates', () => {
    const certificate = (citizenId: string) => rows<object>(
      `SELECT c.category, c.first_issued_on, c.valid_until, (SELECT string_agg(g.grade || ' ' || g.from_date || '–' || coalesce(g.until_date::text, ''), ', ' ORDER BY g.from_date) FROM certificate_grade AS g WHERE g.certificate_id = c.id) AS grades
       FROM certificate_fact AS c JOIN registry_person AS r ON r.id = c.registry_person_id WHERE r.id = $1`, citizenId);

    it('hold first issue, validity and dated grades; a changed grade ends the one before', async () => {
      const one = aCitizenId();
      const csv = csvOf(CERTIFICATES, [one, `${one}43`, '2014-05-01', '2014-05-01', '2024-04-30']);
      expect(await loadFacts(app, { kind: 'disability', csv })).toMatchObject({ rows: balance(1, 0, 0) });
      expect(await loadFacts(app, { kind: 'disability', csv })).toMatchObject({ repeated: true });
      expect(await loadFacts(app, { kind: 'disability', csv, asOf: '2025-02-02' })).toMatchObject({ repeated: false, rows: balance(0, 1, 0) });
      const renewed = csvOf(CERTIFICATES, [one, `${one}42B1`, '', '2024-05-01', '2034-04-30']);
      expect(await loadFacts(app, { kind: 'disability', csv: renewed, asOf: '2025-03-01' })).toMatchObject({ rows: balance(1, 0, 0) });
      expect(await certificate(await personOf(one))).toEqual([{ category: 4, first_issued_on: '2014-05-01', valid_until: '2034-04-30', grades: '3 2014-05-01–2024-04-30, 2 2024-05-01–' }]);
      expect(await loadFacts(app, { kind: 'disability', csv: csvOf(CERTIFICATES, [one, `${one}41`, '2014-05-01', '2014-05-01', '2024-04-30']), asOf: '2025-01-01' })).toMatchObject({ rows: balance(0, 0, 1), faults: [{ column: '残疾人证号', code: 'facts.row.newer_known' }] });
    });

    it('name what is wrong with a number, also somebody else’s and one that is told twice differently', async () => {
      const [one, other] = [aCitizenId(), aCitizenId()];
      const csv = csvOf(CERTIFICATES, [one, `${other}43`, '2014-05-01', '', ''], [one, `${one}45`, '2014-05-01', '', ''], [one, `${one}83`, '2014-05-01', '', ''], [one, `${one}43`, '', '', ''], [one, `${one}43`, '2020-05-01', '2020-05-01', '2019-05-01'],
        [one, `${one}43`, '2014-05-01', '', ''], [one, `${one}43`, '2014-05-01', '', ''], [one, `${one}41`, '2014-05-01', '', '']);
      const outcome = await loadFacts(app, { kind: 'disability', csv });
      expect(outcome.rows).toEqual(balance(1, 1, 6));
      expect(outcome.faults.map(({ line, column, code }) => `${line} ${column} ${code}`)).toEqual([
        '2 残疾人证号 facts.row.certificate_of_someone_else', '3 残疾人证号 facts.row.certificate_number', '4 残疾人证号 facts.row.certificate_number', '5 等级开始 facts.row.grade_start_unknown', '6 有效期止 facts.row.period',
        '6 有效期止 facts.row.period', '9 残疾人证号 facts.row.contradicts_line',
      ]);
    });

    it('of soldiers and policemen have their grades beside the number, and one number one holder', async () => {
      const [one, other] = [aCitizenId(), aCitizenId()];
      const csv = csvOf(SERVICE, [one, '鲁军A012345', '六级', '2010-01-01', '2010-01-01'], [one, '鲁军A012345', '三级', '2020-01-01', '2010-01-01'], [other, '鲁军A012345', '5', '2010-01-01', '2010-01-01'], [other, '鲁军A012346', '11', '', '2010-01-01']);
      const outcome = await loadFacts(app, { kind: 'military', csv });
      expect(outcome.rows).toEqual(balance(2, 0, 2));
      expect(outcome.faults.map(({ line, code }) => `${line} ${code}`)).toEqual(['4 facts.row.number_of_someone_else', '5 sheets.row.word_unknown']);
      expect(await certificate(await personOf(one))).toMatchObject([{ category: null, grades: '6 2010-01-01–2019-12-31, 3 2020-01-01–' }]);
      expect(await loadFacts(app, { kind: 'police', csv: csvOf(SERVICE, [other, '鲁军A012345', '5', '2010-01-01', '2010-01-01']) })).toMatchObject({ rows: balance(1, 0, 0) });
    });
  });

  it('graduates: one degree of a level and day, corrected by a later moment', async () => {
    const one = aCitizenId();
    const head = ['身份证号', '毕业时间', '学历', '毕业院校', '专业'];
    expect(await loadFacts(app, { kind: 'graduate', csv: csvOf(head, [one, '2023-06-30', '大学本科', '某大学', '会计学'], [one, '2023-06-30', '本科', '某大学', '会计学'], [one, '2023-06-30', '本科', '另一大学', '']) })).toMatchObject({ rows: balance(1, 1, 1), faults: [{ line: 4, column: '毕业院校', code: 'facts.row.contradicts_line' }] });
    expect(await loadFacts(app, { kind: 'graduate', csv: csvOf(head, [one, '2023-06-30', '本科', '某某大学', '']), asOf: '2025-03-01' })).toMatchObject({ rows: balance(1, 0, 0) });
    expect(await rows('SELECT education, school, major FROM graduate_fact WHERE registry_person_id = $1', await personOf(one))).toEqual([{ education: 'bachelor', school: '某某大学', major: '会计学' }]);
  });

  it('stand in no table in clear, nor in the log', async () => {
    const first17 = '99999919770307123';
    const marked = first17 + citizenIdCheckSign(first17);
    await loadFacts(app, { kind: 'disability', csv: csvOf(CERTIFICATES, [marked, `${marked}61`, '2014-05-01', '', ''], [`${marked.slice(0, 17)}?`, `${marked}61`, '2014-05-01', '', '']) });
    await loadFacts(app, { kind: 'insurance', csv: csvOf(INSURANCE, [marked, aUscc(), '202401', '养老'], [marked, aUscc(), marked, marked]) });
    const secrets = { citizenId: marked, certificate: `${marked}61`, begun: marked.slice(0, 17) };
    expect(foundIn(await dumpOf(app.settings.database.url ?? ''), secrets)).toEqual([]);
    expect(foundIn([{ name: 'log', text: app.log.join('\n') }], secrets)).toEqual([]);
  });
});
