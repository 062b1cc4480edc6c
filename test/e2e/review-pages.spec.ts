import { startTestApp, type TestApp } from '../support/app.js';
import { managerOf, signedInAs, type Actor } from '../support/members.js';
import { act, aDesk, ALL_TWELVE, aSignal, aWaitingFiling, begun, compareNow, decided, HUZHOU, issued, proved, type Desk, type WaitingFiling } from '../support/review.js';
import { readerOf, type FormReader } from '../support/form-reader.js';

jest.setTimeout(180_000);

let service: TestApp;
let desk: Desk;
beforeAll(async () => {
  service = await startTestApp();
  desk = await aDesk(service);
});
afterAll(() => service.close());

const browserOf = (actor: Actor, language: '' | '/en' = ''): FormReader => readerOf(service, actor, language);

const waiting = (lines = 2, clear = 1): Promise<WaitingFiling> => aWaitingFiling(service, desk, Array.from({ length: lines }, () => ({})), clear);

/** Sends a form with several rows of the same names, as the page that is open holds it. @param rows choice and words, row by row */
async function sendRows(reader: FormReader, action: string, rows: readonly (readonly [choice: string, words: string])[], more: Readonly<Record<string, string>>): Promise<FormReader> {
  const form = new RegExp(`<form[^>]*action="([^"]*${action})"[\\s\\S]*?</form>`).exec(reader.html)?.[0] ?? '';
  const hidden = (name: string): readonly string[] => [...form.matchAll(new RegExp(`name="${name}" value="([^"]*)"`, 'g'))].map(([, value = '']) => value);
  const body = new URLSearchParams([['_csrf', hidden('_csrf')[0] ?? ''], ['version', hidden('version')[0] ?? ''], ...Object.entries(more)]);
  hidden('line\\[\\]').forEach((line, at) => {
    body.append('line[]', line);
    body.append('choice[]', rows[at]?.[0] ?? '');
    body.append('remark[]', rows[at]?.[1] ?? '');
  });
  const path = /action="([^"]+)"/.exec(form)?.[1] ?? '';
  const answer = await reader.raw().post(path).redirects(0).type('form').send(body.toString());
  if (answer.status === 303) return reader.open(String(answer.headers['location']));
  reader.status = answer.status;
  reader.html = answer.text;
  return reader;
}

it('a decision waits for a look at the signals: how many, and where they are', async () => {
  const filing = await waiting(1, 1);
  await begun(service, desk, filing);
  await act(service, desk.first, filing, 'clear-lines');
  const signal = await aSignal(service, filing);
  await act(service, desk.first, filing, 'first-check');
  const second = browserOf(desk.second);
  await second.open(`/reviews/${filing.declarationId}/finish`);
  expect(second.words).toContain('还有 1 条疑似挂证线索没有人看过');
  expect(second.html).toContain(`href="/signals?filing=${filing.declarationId}"`);
  await second.send({ words: '' }, '/second-check');
  expect([second.status, second.faults.length]).toEqual([422, 1]);
  expect(second.words).toContain('还有 1 条疑似挂证线索没有人看过。请打开这份申报的线索');
  await second.open(`/signals?filing=${filing.declarationId}`);
  expect(second.html).toContain(`href="/signals/${signal}"`);
  await second.open(`/signals/${signal}`);
  await second.send({ state: 'no_concern', words: '' }, `/signals/${signal}`);
  expect(second.html).toContain(`href="/reviews/${filing.declarationId}"`);
  await second.open(`/reviews/${filing.declarationId}/finish`);
  expect(second.words).not.toContain('没有人看过');
  await second.send({ words: '' }, '/second-check');
  expect(second.words).toContain('已审定');
});

it('“treat as nobody placed” is offered from its day on, and before the page says from which', async () => {
  const filing = await waiting(1, 1);
  await begun(service, desk, filing);
  await act(service, desk.first, filing, 'return', { items: [{ need: 'facts' }], dueOn: '2099-12-30' });
  const first = browserOf(desk.first);
  await first.open(`/reviews/${filing.declarationId}`);
  expect(first.html).not.toContain('/count-as-none"');
  expect(first.words).toContain('从 2099-12-31 起可以按没有安排处理');
  await first.open(`/reviews/${filing.declarationId}/count-as-none`);
  expect(first.words).toContain('从 2099-12-31 起才可以这样处理');
  await managerOf(service).query(`UPDATE declaration SET due_on = '2026-01-05' WHERE id = $1`, [filing.declarationId]);
  await first.open(`/reviews/${filing.declarationId}`);
  expect(first.html).toContain(`href="/reviews/${filing.declarationId}/count-as-none"`);
});

it('a first reviewer goes from the queue to the second check, and a second reviewer to the result, without script', async () => {
  const filing = await waiting(3, 2);
  const first = browserOf(desk.first);
  await first.open('/account');
  expect(first.links('/reviews')).toEqual(['/reviews']);
  await first.open('/reviews');
  expect(first.heading).toBe('审核队列');
  expect(first.html).toContain(`/reviews/${filing.declarationId}`);
  await first.open(`/reviews/${filing.declarationId}`);
  await first.send({}, '/accept');
  expect(first.words).toContain('已受理');
  await first.send({}, '/begin');
  await first.send({}, '/clear-lines');
  expect(first.words).toContain('共 3 行，没有疑问 2 行；已审核 2 行');
  await first.open(`/reviews/${filing.declarationId}/finish`);
  expect(first.words).toContain('还有 1 行没有审核');
  // Nobody has refused the months of the line that is left.
  expect(first.words).toContain('申报 36 个月，目前计入 24 个月');
  await first.open(`/reviews/${filing.declarationId}/lines?filter=undecided`);
  await first.open(`/reviews/${filing.declarationId}/lines/${filing.lineIds[2]}`);
  expect(first.words).toContain('数据比对');
  await first.send({ months: '12', reason: 'not_working' }, filing.lineIds[2]);
  expect([first.status, first.faults.map(({ field }) => field)]).toEqual([422, ['words']]);
  await first.send({ months: ['1', '2'], reason: 'insurance_missing', words: '三月起没有缴费。' }, filing.lineIds[2]);
  expect(first.at).toBe(`/reviews/${filing.declarationId}/lines?filter=undecided&done=yes`);
  await first.open(`/reviews/${filing.declarationId}/finish`);
  await first.send({ words: '请看第三行。' }, '/first-check');
  expect(first.words).toContain('复核');

  const second = browserOf(desk.second);
  await second.open(`/reviews/${filing.declarationId}/finish`);
  await second.send({}, '/send-back');
  expect([second.status, second.faults.map(({ field }) => field)]).toEqual([422, ['back']]);
  await second.send({ words: '' }, '/second-check');
  expect(second.words).toContain('已审定');
  await second.open(`/filings/${filing.declarationId}/statement`);
  expect(second.words).toContain('计入 26 个月，不计入 10 个月');

  const clerk = browserOf(filing.clerk);
  await clerk.open(`/filings/${filing.declarationId}`);
  expect([...clerk.links('/determinations'), ...clerk.links('/assessments')]).toEqual([expect.stringMatching(/^\/determinations\?year=\d{4}$/), expect.stringMatching(/^\/assessments\?year=\d{4}&uscc=\w+$/)]);
  await clerk.open(`/filings/${filing.declarationId}/statement`);
  expect(clerk.words).toContain('没有足额缴纳社会保险：三月起没有缴费。');
  expect(clerk.words).toContain('可以自知道审核结果之日起 60 日内申请行政复议');
  await clerk.open(`/filings/${filing.declarationId}/objection`);
  await sendRows(clerk, '/objection', [['', '']], {});
  expect(clerk.status).toBe(422);
  await clerk.open(`/filings/${filing.declarationId}/objection`);
  // Words without a choice are not dropped in silence.
  await clerk.send({ 'choice[]': [''], 'remark[]': ['有凭证'] }, '/objection');
  expect([clerk.status, clerk.faults]).toEqual([422, [{ field: 'choice-0', said: expect.stringContaining('写了说明，没有选择'), atField: expect.stringContaining('写了说明，没有选择') }]]);
  await clerk.open(`/filings/${filing.declarationId}/objection`);
  await sendRows(clerk, '/objection', [['paper_available', '有凭证']], { words: '请复查' });
  expect(clerk.words).toContain('异议已经提出');
  expect(clerk.words).toMatch(/提出，等待受理请复查.*：可以提供材料，有凭证/);

  await first.open(`/reviews/${filing.declarationId}/objection`);
  await first.send({ 'due-year': '2099', 'due-month': '12', 'due-day': '31' }, '/objection');
  expect(first.words).toContain('正在重新审核');
  await clerk.open(`/filings/${filing.declarationId}/statement`);
  expect(clerk.words).toContain('正在重新审核，2099-12-31 前答复');
});

it('a return says line by line what is needed, and the clerk finds the way to each', async () => {
  const filing = await waiting(2, 1);
  const first = browserOf(desk.first);
  await first.open(`/reviews/${filing.declarationId}/return`);
  await sendRows(first, '/return', [], {});
  expect(first.status).toBe(422);
  await first.open(`/reviews/${filing.declarationId}/return`);
  await first.send({ 'choice[]': ['contract', '', ''], 'remark[]': ['', '人数对不上', ''], 'due-year': '2099', 'due-month': '12', 'due-day': '10' }, '/return');
  expect([first.status, first.faults.map(({ field }) => field)]).toEqual([422, ['choice-1']]);
  await first.open(`/reviews/${filing.declarationId}/return`);
  await sendRows(first, '/return', [['contract', '合同缺签字页'], ['facts', '']], { 'words': '请尽快', 'due-year': '2099', 'due-month': '12', 'due-day': '10' });
  expect(first.words).toContain('退回补正');
  const clerk = browserOf(filing.clerk);
  await clerk.open(`/filings/${filing.declarationId}`);
  expect(clerk.html).toContain(`/filings/${filing.declarationId}/papers`);
  await clerk.open(`/filings/${filing.declarationId}/papers`);
  expect(clerk.heading).toBe('证明材料');
  // What the reviewer asked of a line stands beside it, whatever a comparison says.
  expect(clerk.words).toContain('劳动合同或服务协议');
  await clerk.open(`/filings/${filing.declarationId}/corrections`);
  expect(clerk.words).toContain('劳动合同或服务协议，合同缺签字页');
  const paper = new RegExp(`/filings/${filing.declarationId}/papers/\\d+`).exec(clerk.html)?.[0] ?? '';
  await clerk.open(paper);
  const token = /name="_csrf" value="([^"]+)"/.exec(clerk.html)?.[1] ?? '';
  const refused = await clerk.raw().post(paper).redirects(0).field('_csrf', token).field('need', 'contract').attach('file', Buffer.from('<html>'), '合同.pdf');
  expect([refused.status, refused.text.includes('只接收 PDF、JPEG 或 PNG 文件')]).toEqual([422, true]);
  // What was chosen stays chosen, whether the file is not taken or was forgotten; it is not the first of the list.
  const none = await clerk.raw().post(paper).redirects(0).field('_csrf', token).field('need', 'contract').attach('file', Buffer.alloc(0), { filename: '' });
  expect(none.status).toBe(422);
  for (const { text } of [refused, none]) expect(text).toMatch(/<option value="contract" selected/);
  const answer = await clerk.raw().post(paper).redirects(0).field('_csrf', token).field('need', 'contract').attach('file', Buffer.from('%PDF-1.7 x'), '合同.pdf');
  await clerk.open(String(answer.headers['location']));
  expect(clerk.words).toContain('材料已经上传');
  await clerk.send({}, '/remove');
  expect(clerk.words).toContain('没有材料');
});

it('a return that cannot list all lines in doubt says how many there are, and leads to the others', async () => {
  const filing = await waiting(202, 0);
  const first = browserOf(desk.first);
  await first.open(`/reviews/${filing.declarationId}/return`);
  expect(first.words).toContain('有疑问的共 202 行，这一页列出 200 行。');
  const [next = ''] = first.links(`/reviews/${filing.declarationId}/return?after=`);
  await first.open(next);
  expect(first.words).toContain('有疑问的共 202 行，这一页列出 2 行。');
  const lines = [...first.html.matchAll(/name="line\[\]" value="(\d+)"/g)].map(([, line]) => line);
  expect(lines).toEqual(filing.lineIds.slice(200));
  // A refusal comes back to the same rows, and what is asked of them goes out.
  const after = new URL(next, 'http://localhost').searchParams.get('after') ?? '';
  await sendRows(first, '/return', [], { after });
  expect([first.status, [...first.html.matchAll(/name="line\[\]" value="(\d+)"/g)].map(([, line]) => line)]).toEqual([422, lines]);
  await sendRows(first, '/return', [['contract', '']], { after, 'due-year': '2099', 'due-month': '12', 'due-day': '10' });
  const asked = await managerOf(service).query('SELECT i.line_id::text AS line, d.state FROM correction_item AS i JOIN correction_request AS q ON q.id = i.request_id JOIN declaration AS d ON d.id = q.declaration_id WHERE d.id = $1', [filing.declarationId]) as unknown[];
  expect(asked).toEqual([{ line: lines[0], state: 'returned' }]);
});

it('only months that registers confirm are ticked beforehand; the others are ticked by a person, all at once if wanted', async () => {
  const filing = await aWaitingFiling(service, desk, [{}, {}, {}], 1);
  const [, unknown = '', unmet = ''] = filing.lineIds;
  await managerOf(service).query(`UPDATE line_comparison SET counted = 3, provisional = 0, paper = 4092 WHERE line_id = $1`, [unmet]);
  await begun(service, desk, filing);
  const first = browserOf(desk.first);
  const ticked = async (line: string | undefined): Promise<readonly string[]> => {
    await first.open(`/reviews/${filing.declarationId}/lines/${line}`);
    return [...first.html.matchAll(/<input[^>]*name="months"[^>]*>/g)].filter(([input]) => / checked/.test(input)).map(([input]) => /value="([^"]*)"/.exec(input)?.[1] ?? '');
  };
  expect(await ticked(filing.lineIds[0])).toEqual(ALL_TWELVE.map(String));
  expect(await ticked(unmet)).toEqual(['1', '2']);
  expect(await ticked(unknown)).toEqual([]);
  await first.send({ months: ALL_TWELVE.join(','), reason: 'paper_proves', words: '' }, unknown);
  expect(await ticked(unknown)).toEqual(ALL_TWELVE.map(String));
});

it('a return shows beside each line why it is in doubt', async () => {
  const filing = await aWaitingFiling(service, desk, [{}, { certificateGrade: 2 }], 1);
  await proved(service, desk, filing, 1);
  await compareNow(service, filing);
  await managerOf(service).query(`UPDATE line_comparison SET groups = $2 WHERE line_id = $1`, [filing.lineIds[1], JSON.stringify([
    { counted: false, provisional: false, months: 0b000000000111, findings: [{ condition: 'medical_insurance', answer: 'unmet', code: 'counting.finding.medical_insurance_unpaid', params: {}, source: 'registry', rules: [] }] },
  ])]);
  const first = browserOf(desk.first);
  await first.open(`/reviews/${filing.declarationId}/return`);
  const fieldset = /<fieldset[\s\S]*?<\/fieldset>/.exec(first.html)?.[0] ?? '';
  expect(fieldset).toContain('1–3 月：不符合：');
  expect(fieldset).toContain('申报的等级是 2 级，登记的是 3 级');
});

it('months for which the same is said stand together on the page of a line', async () => {
  const filing = await waiting(1, 0);
  const [line = ''] = filing.lineIds;
  const finding = (rules: readonly string[]) => ({ answer: 'unknown_fact', code: 'counting.finding.wage_unknown', params: {}, source: 'registry', rules });
  const group = (months: number, rules: readonly string[]) => ({ months, counted: true, provisional: true, weight: 1, findings: [finding(rules)] });
  await managerOf(service).query(
    `INSERT INTO line_comparison (line_id, version_id, counted, provisional, doubled, paper, insured, contracted, groups, sources, notes, compared_at)
     SELECT id, version_id, 4095, 4095, 0, 4095, 0, 4095, $2, '{}', '[]', now() FROM roster_line WHERE id = $1
     ON CONFLICT (line_id) DO UPDATE SET groups = excluded.groups`,
    [line, JSON.stringify([group(0b000000111111, ['a@2024-01-01']), group(0b111000000000, ['a@2024-10-01']), group(0b000111000000, ['a@2024-07-01'])])],
  );
  const first = browserOf(desk.first);
  await first.open(`/reviews/${filing.declarationId}/lines/${line}`);
  expect(first.words.match(/符合，待核实/g)).toHaveLength(1);
  expect(first.words).toContain('1–12 月：符合，待核实');
});

it('a correction and an archive, in English', async () => {
  const filing = await waiting(1, 0);
  await decided(service, desk, filing, [[0, ALL_TWELVE, 'paper_proves']]);
  const first = browserOf(desk.first, '/en');
  await first.open(`/reviews/${filing.declarationId}/correction`);
  await first.send({ words: 'found in an audit' }, '/correction');
  await first.open(`/reviews/${filing.declarationId}/correction`);
  expect(first.words).toContain('Version 2, which is being written, goes');
  await first.send({}, '/drop');
  await first.open(`/reviews/${filing.declarationId}/archive`);
  await first.send({}, '/archive');
  expect(first.words).toContain('The determination of this filing is not issued yet');
  await issued(service, filing);
  await first.open(`/reviews/${filing.declarationId}/archive`);
  await first.send({}, '/archive');
  expect(first.words).toContain('The archive is whole: the checksums of 4 files are right.');
});

it('what somebody else did meanwhile is told on the page as it is now', async () => {
  const filing = await waiting(1, 0);
  const first = browserOf(desk.first);
  await first.open(`/reviews/${filing.declarationId}`);
  await begun(service, desk, filing);
  await first.send({}, '/accept');
  expect([first.status, first.words.includes('这份申报刚刚有了改动')]).toEqual([422, true]);
  const monitor = browserOf(desk.monitor);
  await monitor.open(`/reviews/${filing.declarationId}/lines`);
  expect(monitor.status).toBe(200);
  const elsewhere = browserOf(await signedInAs(service, { role: 'monitor', regionCode: '370303' }));
  await elsewhere.open(`/reviews/${filing.declarationId}`);
  expect([elsewhere.status, HUZHOU]).toEqual([404, '330502']);
});
