import { JSDOM } from 'jsdom';
import type { Response } from 'supertest';
import { systemClock } from '../../../src/kernel/clock.js';
import { addDays, localDate } from '../../../src/kernel/local-date.js';
import { regionCode } from '../../../src/kernel/region-code.js';
import { NoticeLaw } from '../../../src/quota/determinations/app/notice-law.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aDetermination, aFiling, issue } from '../../support/collection.js';
import { anOrganisation, managerOf, signedInAs, type Actor } from '../../support/members.js';

jest.setTimeout(120_000);

let app: TestApp;
/** Of Qingdao, whose rule on notices we know. */
let knowing: Actor;
/** Of a place whose rule we do not know. */
let unknowing: Actor;
beforeAll(async () => {
  app = await startTestApp();
  const federation = await anOrganisation(app, 'federation', '370202', '市南区残联');
  knowing = await signedInAs(app, { role: 'second_reviewer', regionCode: '370202', organisationId: federation });
  unknowing = await signedInAs(app, { role: 'second_reviewer', regionCode: '370303' });
});
afterAll(() => app.close());

const today = () => systemClock.today();
const lawful = () => app.app.nest.get(NoticeLaw, { strict: false }).lawful(regionCode('370202'), today())?.day;
const HTML = { Accept: 'text/html,*/*;q=0.8', 'Sec-Fetch-Site': 'same-origin' };
const open = (who: Actor | null, path: string): Promise<Response> => app.http().get(path).set({ ...HTML, ...(who === null ? {} : { Cookie: who.cookie }) }).redirects(0).then((response) => response);
const wordsOf = ({ text }: Response): string => (new JSDOM(text).window.document.querySelector('main')?.textContent ?? '').replace(/\s+/g, '');
const publish = (who: Actor, body: object) => who.post('/api/v1/notices', body);
const lines = async (id: string, query = ''): Promise<{ readonly items: readonly Readonly<Record<string, unknown>>[]; readonly next: string | null }> => (await app.http().get(`/api/v1/notices/${id}/lines${query}`).expect(200)).body;

describe('a public notice', () => {
  it('publishes employers and numbers of a region and year, by name, for as long as the region asks', async () => {
    const short = await aDetermination(app, { regionCode: '370202', name: '甲厂', countedMonths: 6 });
    await aDetermination(app, { regionCode: '370202', name: '乙厂', countedMonths: 60 });
    await aDetermination(app, { regionCode: '370202', name: '丙厂', baseYear: 2024 });
    await aDetermination(app, { regionCode: '370303', name: '丁厂' });
    const { body: made } = await publish(knowing, { regionCode: '370202', baseYear: 2025 }).expect(201);
    const { body: notice } = await app.http().get(`/api/v1/notices/${made.id}`).expect(200);
    expect(notice).toMatchObject({ kind: 'review', regionCode: '370202', baseYear: 2025, issuer: '市南区残联', lines: 2, closesOn: lawful(), withdrawnAt: null });
    const { items } = await lines(made.id);
    expect(items).toEqual([
      expect.objectContaining({ place: 1, employerName: '乙厂', required: '3', arranged: '5', missing: '0', corrected: false }),
      // Half a person of one employer: its own number, which the law asks to be published.
      expect.objectContaining({ place: 2, employerName: '甲厂', required: '3', arranged: '0.5', missing: '2.5', corrected: false }),
    ]);
    expect(Object.keys(items[0] ?? {}).sort()).toEqual(['arranged', 'corrected', 'deferralMonths', 'employerName', 'missing', 'place', 'reliefAmount', 'reliefDocument', 'reliefKind', 'reliefRegion', 'required', 'uscc']);
    expect((await publish(knowing, { regionCode: '370202', baseYear: 2025 })).body.code).toBe('determinations.notice.nothing_to_publish');
    await issue(app, aFiling(app, short.declarationId, short.employerId, { regionCode: '370202', outcome: 'corrected', countedMonths: 12 }, 2));
    expect((await lines(made.id)).items[1]).toMatchObject({ arranged: '0.5', corrected: true });
    const page = wordsOf(await open(null, `/notices/${made.id}`));
    for (const words of ['甲厂', '2.5', '公布后已更正', '公示期到']) expect(page).toContain(words);
    expect(wordsOf(await open(null, '/notices?region=3702&year=2025'))).toContain('请填写地区的名称');
    expect(wordsOf(await open(null, '/notices?region=370200&year=2025'))).toContain('市南区残联');
  });

  it('needs its last day where the rule of the region is not known, and never closes too early', async () => {
    await aDetermination(app, { regionCode: '370303' });
    const wish = { regionCode: '370303', baseYear: 2025 };
    expect((await publish(unknowing, wish)).body.code).toBe('determinations.notice.term_unknown');
    expect((await publish(unknowing, { ...wish, closesOn: today() })).body.code).toBe('determinations.notice.closes_too_early');
    expect((await publish(unknowing, { ...wish, closesOn: '2026-02-30' })).body.code).toBe('input.invalid');
    expect((await publish(unknowing, { ...wish, regionCode: '370304', closesOn: addDays(today(), 9) })).body.code).toBe('determinations.notice.region_outside');
    await publish(unknowing, { ...wish, closesOn: addDays(today(), 9) }).expect(201);
    await aDetermination(app, { regionCode: '370202', baseYear: 2023 });
    expect((await publish(knowing, { regionCode: '370202', baseYear: 2023, closesOn: addDays(today(), 1) })).body.code).toBe('determinations.notice.closes_too_early');
    expect((await signedInAs(app, { role: 'first_reviewer' }).then((who) => publish(who, wish))).status).toBe(403);
  });

  it('that is taken back shows nothing any more, and its employers can be published anew', async () => {
    await aDetermination(app, { regionCode: '370202', baseYear: 2022 });
    const wish = { regionCode: '370202', baseYear: 2022 };
    const { body: made } = await publish(knowing, wish).expect(201);
    expect((await unknowing.post(`/api/v1/notices/${made.id}/withdraw`, { reason: 'wrong_numbers' })).status).toBe(404);
    await knowing.post(`/api/v1/notices/${made.id}/withdraw`, { reason: 'wrong_numbers' }).expect(204);
    expect((await knowing.post(`/api/v1/notices/${made.id}/withdraw`, { reason: 'wrong_numbers' })).body.code).toBe('determinations.notice.already_withdrawn');
    expect((await lines(made.id)).items).toEqual([]);
    expect(wordsOf(await open(null, `/notices/${made.id}`))).toContain('已经撤回');
    expect((await app.http().get('/api/v1/notices?year=2022')).body.items).toEqual([]);
    await publish(knowing, wish).expect(201);
    const acts = await managerOf(app).query(`SELECT act FROM audit_entry WHERE object_id = $1 ORDER BY seq`, [made.id]) as { act: string }[];
    expect(acts.map(({ act }) => act)).toEqual(['determinations.notice.publish', 'determinations.notice.withdraw']);
  });

  it('two who publish at once publish each employer once', async () => {
    for (const _ of [1, 2, 3]) await aDetermination(app, { regionCode: '370202', baseYear: 2021 });
    const answers = await Promise.all([1, 2].map(() => publish(knowing, { regionCode: '370202', baseYear: 2021 })));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
  });

  it('is read page by page, and as a table that runs nothing', async () => {
    for (const name of ['=HYPERLINK("http://x")', '+1', '＝2', '"引号"厂', '戊厂']) await aDetermination(app, { regionCode: '370202', baseYear: 2020, name });
    const { body: made } = await publish(knowing, { regionCode: '370202', baseYear: 2020 }).expect(201);
    const places: unknown[] = [];
    for (let after: string | null = ''; after !== null;) {
      const page: Awaited<ReturnType<typeof lines>> = await lines(made.id, `?limit=2${after === '' ? '' : `&after=${after}`}`);
      places.push(...page.items.map(({ place }) => place));
      after = page.next;
    }
    expect(places).toEqual([1, 2, 3, 4, 5]);
    const file = await app.http().get(`/notices/${made.id}/lines.csv`).expect(200);
    expect(file.headers['content-disposition']).toBe('attachment; filename="notice-370202-2020.csv"');
    expect(file.text.charCodeAt(0)).toBe(0xfeff);
    const cells = file.text.slice(1).split('\r\n').flatMap((row) => row.split('","').map((cell) => cell.replace(/^"|"$/g, '')));
    expect(cells.filter((cell) => /^[=+\-@＝＋－＠]/.test(cell))).toEqual([]);
    expect(file.text).toContain(`"'=HYPERLINK(""http://x"")"`);
    expect(file.text).toContain('"""引号""厂"');
  });

  it('counts working days by the days off of the year, and names the year where nobody has told them yet', () => {
    const [law, qingdao, endOf2026] = [app.app.nest.get(NoticeLaw, { strict: false }), regionCode('370202'), localDate('2026-12-30')];
    expect(law.lawful(qingdao, localDate('2026-09-29'))).toEqual({ day: '2026-10-12', assumed: [] });
    const closes = localDate('2027-01-06');
    expect(law.lawful(qingdao, endOf2026)).toEqual({ day: closes, assumed: [2027] });
    expect([law.assumed(qingdao, endOf2026, closes), law.assumed(qingdao, endOf2026, addDays(closes, 1))]).toEqual([[2027], []]);
  });

  it('has a desk that counts first and publishes after', async () => {
    await aDetermination(app, { regionCode: '370202', baseYear: 2019 });
    const page = await open(knowing, '/notice-desk');
    const token = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const cookie = [String(page.headers['set-cookie'] ?? '').split(';')[0], knowing.cookie].filter(Boolean).join('; ');
    const send = (fields: object) => app.http().post('/notice-desk').set({ ...HTML, Cookie: cookie }).redirects(0).type('form').send({ _csrf: token, ...fields });
    const empty = await send({ regionCode: '', baseYear: '', act: 'look' });
    expect([empty.status, wordsOf(empty)]).toEqual([422, expect.stringContaining('请填写地区的名称')]);
    const none = await send({ regionCode: '370202', baseYear: '2018', act: 'look' });
    expect([none.status, wordsOf(none)]).toEqual([422, expect.stringContaining('没有还没公示的审核认定')]);
    const counted = await send({ regionCode: '３７０２０２', baseYear: '2019', act: 'look' });
    expect([counted.status, wordsOf(counted)]).toEqual([200, expect.stringContaining(`将公布1个单位，异议截止日${lawful()}`)]);
    const done = await send({ regionCode: '370202', baseYear: '2019', act: 'publish' });
    expect([done.status, done.headers['location']]).toEqual([303, expect.stringMatching(/^\/notices\/[0-9a-f-]{36}\?done=published$/)]);
    expect((await open(await signedInAs(app, { role: 'monitor' }), '/notice-desk')).status).toBe(403);
  });
});

it('closes on the day that was said', async () => {
  const { body: made } = await (async () => {
    await aDetermination(app, { regionCode: '370202', baseYear: 2018 });
    return publish(knowing, { regionCode: '370202', baseYear: 2018 });
  })();
  await managerOf(app).query('UPDATE notice SET closes_on = $2 WHERE id = $1', [made.id, addDays(localDate(today()), -1)]);
  expect(wordsOf(await open(null, `/notices/${made.id}`))).toContain('公示期已于');
});

describe('objections to a notice', () => {
  const made = async (baseYear: number): Promise<string> => {
    await aDetermination(app, { regionCode: '370202', baseYear, name: '被异议厂' });
    return (await publish(knowing, { regionCode: '370202', baseYear }).expect(201)).body.id as string;
  };
  const wish = { place: 1, party: 'worker', words: '公示的人数里有两个人已经离职半年。', contact: '13900000000' };

  it('are made by anybody while the window is open, kept sealed, and answered once by whoever published', async () => {
    const id = await made(2017);
    const path = `/api/v1/notices/${id}/objections`;
    await app.http().post(path).send(wish).expect(201);
    const { body: second } = await app.http().post(path).send({ party: 'other', words: '整个公示缺了三个单位，请核实。' }).expect(201);
    for (const [body, code] of [[{ ...wish, place: 99 }, 'determinations.objection.line_unknown'], [{ ...wish, words: '短' }, 'input.invalid'], [{ ...wish, party: 'x' }, 'input.invalid']] as const) expect((await app.http().post(path).send(body)).body.code).toBe(code);
    const rows = await managerOf(app).query('SELECT words, contact FROM notice_objection WHERE notice_id = $1', [id]) as { words: string; contact: string | null }[];
    expect(rows.map(({ words, contact }) => `${words}${contact}`).join('')).not.toMatch(/离职|13900000000/);
    // What somebody said is nobody else's, and other regions see none of it.
    expect((await app.http().get(path)).status).toBe(401);
    expect((await unknowing.get(path)).status).toBe(404);
    const { body } = await knowing.get(path).expect(200);
    expect(body.items).toMatchObject([{ ...wish, employerName: '被异议厂', outcome: null }, { place: null, party: 'other', contact: null }]);
    const answer = { outcome: 'partly', answer: '核实一人已离职，认定书将更正。' };
    expect((await unknowing.post(`${path}/${second.id}/answer`, answer)).status).toBe(404);
    await knowing.post(`${path}/${second.id}/answer`, answer).expect(204);
    expect((await knowing.post(`${path}/${second.id}/answer`, answer)).body.code).toBe('determinations.objection.not_found');
    expect((await knowing.get(path)).body.items[1]).toMatchObject(answer);
    expect(wordsOf(await open(knowing, `/notices/${id}/objections`))).toContain('核实一人已离职');
    await managerOf(app).query('UPDATE notice SET closes_on = $2 WHERE id = $1', [id, addDays(localDate(today()), -1)]);
    expect((await app.http().post(path).send(wish)).body.code).toBe('determinations.objection.window_closed');
    expect(wordsOf(await open(null, `/notices/${id}/object`))).toContain('公示期已满');
  });

  it('have a form without a script', async () => {
    const id = await made(2016);
    const visitor = app.visitor().set(HTML);
    const token = /name="_csrf" value="([^"]+)"/.exec((await visitor.get(`/notices/${id}/object`)).text)?.[1] ?? '';
    const send = (fields: object) => visitor.post(`/notices/${id}/object`).redirects(0).type('form').send({ _csrf: token, ...fields });
    const empty = await send({});
    expect([empty.status, wordsOf(empty)]).toEqual([422, expect.stringContaining('请写明异议和依据')]);
    const done = await send({ party: 'worker', place: '１', words: wish.words, contact: '' });
    expect([done.status, done.headers['location']]).toEqual([303, `/notices/${id}?done=objected`]);
    expect(wordsOf(await open(null, `/notices/${id}?done=objected`))).toContain('异议已经收到');
  });
});
