import { citizenIdCheckSign } from '../../src/kernel/ids/citizen-id.js';
import { startTestApp, type TestApp } from '../support/app.js';
import { anEmployer } from '../support/filing.js';
import { readerOf, type FormReader } from '../support/form-reader.js';
import { managerOf, signedInAs, type Actor } from '../support/members.js';

jest.setTimeout(180_000);

let service: TestApp;
beforeAll(async () => { service = await startTestApp(); });
afterAll(() => service.close());

async function clerkOfNewEmployer(): Promise<Actor & { readonly employerId: string }> {
  const employerId = await anEmployer(service);
  return { ...(await signedInAs(service, { role: 'employer_clerk', organisationId: employerId, employerId, displayName: '某经办人' })), employerId };
}

const browserOf = (actor: Actor, language: '' | '/en' = ''): FormReader => readerOf(service, actor, language);

const citizenId = (serial: number): string => {
  const first17 = `9999991980031${serial % 10}${String(100 + serial).slice(-3)}`.padEnd(17, '7').slice(0, 17);
  return first17 + citizenIdCheckSign(first17);
};

/** Sends a file through the form of the page that is open. */
async function upload(reader: FormReader, rows: readonly string[]): Promise<FormReader> {
  const token = /name="_csrf" value="([^"]+)"/.exec(reader.html)?.[1] ?? '';
  const action = /action="([^"]+\/uploads)"/.exec(reader.html)?.[1] ?? '';
  const answer = await reader.raw().post(action).redirects(0).field('_csrf', token).attach('file', Buffer.from(rows.join('\n')), '花名册.csv');
  return reader.open(String(answer.headers['location']));
}

const HEADER = '姓名,公民身份号码,证件号码,合同开始,月工资,参保开始';
const row = (serial: number, over: { wage?: string } = {}): string => `示例${serial},${citizenId(serial)},${citizenId(serial)}43,2020-01-01,${over.wage ?? '5000'},2020-01`;

it('a clerk goes from an empty list to the number, without script', async () => {
  const reader = browserOf(await clerkOfNewEmployer());
  await reader.open('/filings');
  expect(reader.words).toContain('还没有申报');
  await reader.send({ baseYear: '2025' });
  expect([reader.status, reader.heading]).toEqual([200, '2025 年度年审申报']);
  // Its window was over on 31 October.
  expect(reader.words).toContain('申报时间已经过了。按规定，逾期没有申报的视为没有安排残疾人就业');
  const filing = reader.at;

  await reader.open(`${filing}/facts`);
  await reader.send({});
  expect([reader.status, reader.faults.map(({ field }) => field)]).toEqual([422, expect.arrayContaining(['m1', 'totalWages'])]);
  await reader.send({ same: '１００', totalWages: '8,000,000', dispatchedStaff: '三' });
  expect([reader.status, reader.faults]).toEqual([422, [{ said: '请填写接受派遣的人数，例如 5；没有可以不填。', atField: '请填写接受派遣的人数，例如 5；没有可以不填。', field: 'dispatchedStaff' }]]);
  await reader.send({ dispatchedStaff: '3', totalWages: '0' });
  expect([reader.status, reader.faults.map(({ field, said }) => [field, said])]).toEqual([422, [['totalWages', '有职工的年份，工资总额不能是 0。请填写全年的工资总额，单位是元。']]]);
  await reader.send({ totalWages: '8,000,000' });
  expect(reader.words).toContain('单位情况已经保存');

  await reader.open(`${filing}/people`);
  await upload(reader, [HEADER, row(1), row(2), row(3, { wage: '五千' })]);
  expect(reader.words).toContain('读到的行3');
  expect(reader.words).toContain('第 4 行，“月工资”（E4）：“五千”不是能识别的金额。');
  await reader.send({}, '/take');
  expect(reader.words).toContain('已经写进申报');

  await reader.open(`${filing}/people`);
  expect(reader.words).toContain('共 2 行，2 人；计入 24 个月，折合 2 人');
  await reader.open(`${filing}/add-person`);
  await reader.send({ name: '示例九', citizenId: '', certificateNumber: `${citizenId(9)}42`, contractStart: '2021-02-30' });
  expect([reader.status, reader.faults.map(({ field }) => field)]).toEqual([422, ['citizenId']]);
  await reader.send({ citizenId: citizenId(9) });
  expect([reader.status, reader.faults.map(({ field, said }) => [field, said])]).toEqual([422, [['contractStart', '“2021-02-30”不是能识别的日期。请写成 2024-03-01。']]]);
  await reader.send({ contractStart: '2021-02-01', wage: '4000' });
  expect(reader.words).toContain('示例九');

  await reader.open(`${filing}/trial`);
  expect(reader.words).toContain('试算，以税务机关核定为准');
  await reader.open(`${filing}/check`);
  expect(reader.words).toContain('还有内容没有完成');
  await reader.open(`${filing}/commitment`);
  await reader.send({});
  expect([reader.status, reader.faults.map(({ field }) => field)]).toEqual([422, ['agreed']]);
  await reader.send({ agreed: 'yes' });
  expect(reader.heading).toBe('提交前核对');
  await reader.send({ lateReason: '' }, '/submit');
  expect([reader.status, reader.faults.map(({ field, said }) => [field, said])]).toEqual([422, [['lateReason', '申报已经过了截止日。请写明补报的原因再提交。']]]);
  await reader.send({ lateReason: '经办人换了' }, '/submit');
  expect(reader.heading).toBe('申报已提交');
  expect(reader.words).toMatch(/370303-2026-[0-9A-F]{5}-[0-9A-F]{5}/);
  expect(reader.words).toContain('正式申报还要在全国联网认证平台办理');

  await reader.open(`${filing}/history`);
  for (const words of ['建立申报', '过了截止日', '提交', '经办人换了', '某经办人', '系统']) expect(reader.words).toContain(words);
  await reader.open(`${filing}/withdraw`);
  await reader.send({ words: '名单有误' }, '/withdraw');
  expect(reader.words).toContain('已撤回');
  await reader.open(`${filing}/reopen`);
  await reader.send({}, '/reopen');
  expect(reader.words).toContain('已过截止日');
  await reader.open(`${filing}/people`);
  expect(reader.words).toContain('示例九');
});

it('an employer that is not verified yet is told so before it chooses a year', async () => {
  const clerk = await clerkOfNewEmployer();
  const reader = browserOf(clerk);
  await managerOf(service).query("UPDATE employer SET status = 'registered', decided_at = NULL WHERE id = $1", [clerk.employerId]);
  await reader.open('/filings');
  expect([reader.words.includes('正在等当地残联核实'), reader.valueOf('baseYear'), reader.links('/employers').length]).toEqual([true, null, 1]);
  await managerOf(service).query("UPDATE employer SET status = 'verified', decided_at = now() WHERE id = $1", [clerk.employerId]);
  await reader.open('/filings');
  expect([reader.words.includes('正在等当地残联核实'), reader.valueOf('baseYear')]).toEqual([false, '']);
});

it('a corrected post leaves the insured months of the file as they were, and a new line without ticks says nothing of them', async () => {
  const reader = browserOf(await clerkOfNewEmployer());
  await reader.open('/filings');
  await reader.send({ baseYear: '2025' });
  const filing = reader.at;
  await reader.open(`${filing}/people`);
  await upload(reader, [HEADER.replace(',参保开始', ''), row(1).replace(/,2020-01$/, '')]);
  await reader.send({}, '/take');
  await reader.open(`${filing}/people`);
  expect(reader.words).toContain('12 个月，其中 12 个月待核实');
  const [line] = reader.links(`${filing}/people/`);
  await reader.open(line as string);
  await reader.send({ post: '保洁' });
  expect(reader.words).toContain('12 个月，其中 12 个月待核实');
  await reader.open(`${filing}/add-person`);
  await reader.send({ name: '示例八', citizenId: citizenId(8), certificateNumber: `${citizenId(8)}43`, contractStart: '2021-02-01', wage: '4000' });
  expect(reader.words.match(/12 个月，其中 12 个月待核实/g)).toHaveLength(2);
});

it('two clerks at once: the second sees both and loses nothing', async () => {
  const first = await clerkOfNewEmployer();
  const second = await signedInAs(service, { role: 'employer_clerk', organisationId: first.employerId, employerId: first.employerId });
  const [one, other] = [browserOf(first), browserOf(second)];
  await one.open('/filings');
  await one.send({ baseYear: '2024' });
  const facts = `${one.at}/facts`;
  await other.open(facts);
  await one.open(facts);
  await one.send({ same: '40', totalWages: '100000' });
  await other.send({ same: '55', totalWages: '200000', alreadyPaid: '12' });
  expect(other.status).toBe(409);
  for (const words of ['这份申报刚刚有了改动', '1–12 月 40 人', '100,000.00 元']) expect(other.words).toContain(words);
  for (const value of ['55', '200000', '12']) expect(other.html).toContain(`value="${value}"`);
  await other.send({});
  expect(other.words).toContain('单位情况已经保存');
  await one.open(facts);
  expect(one.html).toContain('value="200000"');
});

it('seasonal workers in several groups: added, mended where each is wrong, removed, without script', async () => {
  const reader = browserOf(await clerkOfNewEmployer());
  await reader.open('/filings');
  await reader.send({ baseYear: '2023' });
  const facts = `${reader.at}/facts`;
  await reader.open(facts);
  const groups = (): readonly (readonly string[])[] => [reader.valuesOf('seasonalCount[]'), reader.valuesOf('seasonalMonths[]')];
  expect([groups(), reader.html.includes('name="seasonalDrop[]"')]).toEqual([[[''], ['']], false]);

  // Another group keeps all that was typed, be it wrong, and saves nothing.
  await reader.send({ 'm3': '七', 'totalWages': '很多', 'seasonalCount[]': '24', 'seasonalMonths[]': '4', 'act': 'add-group' });
  expect([reader.status, reader.faults, groups(), reader.valueOf('m3'), reader.valueOf('totalWages')]).toEqual([200, [], [['24', ''], ['4', '']], '七', '很多']);
  expect(reader.html).toMatch(/<input[^>]* id="seasonalCount-2"[^>]* autofocus/);

  await reader.send({ 'same': '200', 'm3': '', 'totalWages': '8000000', 'seasonalCount[]': ['24', '', '五'], 'seasonalMonths[]': ['4', '', '13'] });
  expect([reader.status, reader.faults.map(({ field, said }) => [field, said])]).toEqual([422, [
    ['seasonalCount-3', '请填写第 3 组的人数，例如 24；不要这一组，就勾选“删去”。'], ['seasonalMonths-3', '请填写第 3 组做了几个月，1 到 12。'],
  ]]);
  await reader.send({ 'seasonalCount[]': ['24', '', '5'], 'seasonalMonths[]': ['4', '', '2'] });
  expect(reader.words).toContain('单位情况已经保存');
  expect(groups()).toEqual([['24', '5'], ['4', '2']]);

  await reader.send({ 'seasonalDrop[]': '1', 'seasonalMonths[]': ['40', '3'] });
  expect([reader.words.includes('单位情况已经保存'), groups()]).toEqual([true, [['5'], ['3']]]);
  // Removed and added at once; of twenty groups none is added.
  await reader.send({ 'seasonalCount[]': Array.from({ length: 20 }, (_, at) => String(at + 1)), 'seasonalMonths[]': Array.from({ length: 20 }, () => '1'), 'seasonalDrop[]': ['2', '20'], 'act': 'add-group' });
  expect(groups()[0]).toEqual([...Array.from({ length: 20 }, (_, at) => String(at + 1)).filter((one) => !['2', '20'].includes(one)), '']);
  await reader.send({ act: 'add-group' });
  expect([reader.valuesOf('seasonalCount[]').length, reader.html.includes('value="add-group"')]).toEqual([20, false]);
  await reader.open(facts);
  expect(groups()).toEqual([['5'], ['3']]);
});

it('one number for all months beside another for some of them is asked, and nothing that was typed is lost', async () => {
  const reader = browserOf(await clerkOfNewEmployer());
  await reader.open('/filings');
  await reader.send({ baseYear: '2023' });
  await reader.open(`${reader.at}/facts`);
  await reader.send({ same: '120', m3: '121', m4: '120', m5: '九', totalWages: '8000000' });
  const said = '“十二个月人数相同”填了 120，3、5 月另外填了不同的人数。请只留一种：清空这一格，或者清空、改正这些月份。';
  expect([reader.status, reader.faults]).toEqual([422, [{ said, atField: said, field: 'same' }]]);
  expect([reader.valueOf('same'), reader.valueOf('m3'), reader.valueOf('m5')]).toEqual(['120', '121', '九']);
  await reader.send({ m3: '', m5: '' });
  expect(reader.words).toContain('单位情况已经保存');
  // What stands there from before is no less the clerk’s.
  await reader.send({ same: '130' });
  expect([reader.status, reader.faults.map(({ field }) => field)]).toEqual([422, ['same']]);
  expect(reader.words).toContain('1–12 月另外填了不同的人数');
  await reader.send({ same: '', m12: '130' });
  expect([reader.words.includes('单位情况已经保存'), reader.valueOf('m11'), reader.valueOf('m12')]).toEqual([true, '120', '130']);
});

it('nobody placed: said, seen, taken back', async () => {
  const reader = browserOf(await clerkOfNewEmployer(), '/en');
  await reader.open('/filings');
  await reader.send({ baseYear: '2025' });
  const filing = reader.at.replace(/^\/en/, '');
  await reader.open(`${filing}/nothing`);
  await reader.send({}, '/nothing');
  expect(reader.words).toContain('Nobody was placed');
  await reader.open(`${filing}/reopen`);
  await reader.send({}, '/reopen');
  expect(reader.words).toContain('Past the deadline');
});

it('pages of a filing are closed to others', async () => {
  const reader = browserOf(await clerkOfNewEmployer());
  await reader.open('/filings');
  await reader.send({ baseYear: '2024' });
  const stranger = browserOf(await clerkOfNewEmployer());
  for (const part of ['', '/facts', '/people', '/check', '/history', '/trial', '/nothing']) {
    await stranger.open(`${reader.at}${part}`);
    expect([part, stranger.status]).toEqual([part, 404]);
  }
});
