import { generateKeyPairSync, sign } from 'node:crypto';
import { JSDOM } from 'jsdom';
import type { Response } from 'supertest';
import { Seal } from '../../../src/platform/crypto/index.js';
import { contentBytes, contentDigest, type SealedCopy } from '../../../src/quota/determinations/index.js';
import { IssueOnDecisionJob } from '../../../src/quota/determinations/app/issue-on-decision.job.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aDetermination, aFiling, issue, trialOf } from '../../support/collection.js';
import { anEmployer } from '../../support/employers.js';
import { aDeclaration } from '../../support/filing.js';
import { anOrganisation, managerOf, signedInAs, type Actor } from '../../support/members.js';

jest.setTimeout(120_000);

let app: TestApp;
let federation: string;
let reviewer: Actor;
beforeAll(async () => {
  app = await startTestApp({ ZHUJIU_PUBLIC_URL: 'https://zhujiu.example' });
  federation = await anOrganisation(app, 'federation', '370303', '张店区残联');
  reviewer = await signedInAs(app, { role: 'second_reviewer', organisationId: federation });
});
afterAll(() => app.close());

const HTML = { Accept: 'text/html,*/*;q=0.8', 'Sec-Fetch-Site': 'same-origin' };
const open = (who: Actor | null, path: string): Promise<Response> => app.http().get(path).set({ ...HTML, ...(who === null ? {} : { Cookie: who.cookie }) }).redirects(0).then((response) => response);
const wordsOf = ({ text }: Response): string => (new JSDOM(text).window.document.querySelector('main')?.textContent ?? '').replace(/\s+/g, ' ').trim();
const copyOf = async (who: Actor, id: string): Promise<SealedCopy> => (await who.get(`/api/v1/determinations/${id}/copy`).expect(200)).body as SealedCopy;
const verify = (copy: unknown) => app.http().post('/api/v1/verifications').send({ copy: typeof copy === 'string' ? copy : JSON.stringify(copy) });

describe('a determination', () => {
  it('is numbered in its region and year, sealed, told to the clerks, handed on', async () => {
    const employerId = await anEmployer(app, { name: '示例印刷厂' });
    const clerk = await signedInAs(app, { role: 'employer_clerk', employerId, organisationId: employerId });
    const { id, declarationId } = await aDetermination(app, { employerId, decidedBy: reviewer.accountId });
    const next = await aDetermination(app);
    const { body } = await clerk.get(`/api/v1/determinations/${id}`).expect(200);
    expect(body).toMatchObject({ declarationId, versionNumber: 1, employerName: '示例印刷厂', baseYear: 2025, outcome: 'determined', arranged: '1.5', required: '3', issuer: '张店区残联', supersededBy: null });
    const serial = (number: string): number => Number(/^残审认〔\d{4}〕370303-(\d{5})号$/.exec(number)?.[1]);
    expect(serial((await reviewer.get(`/api/v1/determinations/${next.id}`)).body.number)).toBe(serial(body.number) + 1);
    const { content, digest, seal } = body.copy as SealedCopy;
    expect(content).toMatchObject({ declared: { staff: '200', required: '3' }, remedies: { confirmed: true, ways: [{ kind: 'reconsideration', within: 60, unit: 'days' }, { kind: 'court', within: 6, unit: 'months' }] }, verifyAt: `https://zhujiu.example/verify/${content.code}` });
    expect(contentDigest(contentBytes(content))).toBe(digest);
    expect(app.app.nest.get(Seal, { strict: false }).verify(contentBytes(content), seal)).toBe(true);
    const jobs = await managerOf(app).query(`SELECT 1 FROM graphile_worker._private_jobs WHERE payload->>'determinationId' = $1`, [id]) as unknown[];
    const messages = await managerOf(app).query('SELECT template FROM message WHERE account_id = $1', [clerk.accountId]) as unknown[];
    const audited = await managerOf(app).query(`SELECT detail->>'outcome' AS outcome FROM audit_entry WHERE act = 'determinations.determination.issue' AND object_id = $1`, [declarationId]) as unknown[];
    expect([jobs.length, messages, audited]).toEqual([1, [{ template: 'determinations.issued' }], [{ outcome: 'determined' }]]);
  });

  it('is issued once for each version, whoever asks how often, and a late job of an older version changes nothing', async () => {
    const made = await aDetermination(app);
    const [again, twice] = await Promise.all([issue(app, made.filing), issue(app, made.filing)]);
    expect([again, twice]).toEqual([made.id, made.id]);
    const corrected = aFiling(app, made.declarationId, made.employerId, { outcome: 'corrected', countedMonths: 24 }, 3);
    const third = await issue(app, corrected);
    expect(await issue(app, { ...made.filing, versionNumber: 2 })).toBeNull();
    const { body } = await reviewer.get(`/api/v1/determinations/${made.id}`);
    expect(body.supersededBy).toMatchObject({ id: third });
    expect((await reviewer.get(`/api/v1/determinations/${third}`)).body.copy.content).toMatchObject({ supersedes: body.number, outcome: 'corrected', arranged: '2' });
  });

  it('never holds a person, whatever the statement told', async () => {
    const employerId = await anEmployer(app);
    const declarationId = await aDeclaration(app, employerId, { state: 'determined' });
    const filing = aFiling(app, declarationId, employerId, {}, 1);
    const line = { code: 'levy.line.person_month_counted', params: { ref: '张三', person: 1 }, value: '1', unit: 'persons' as const, rule: null };
    const id = await issue(app, { ...filing, trial: { ...trialOf(app, '370303', 2025, '200', '80000', '1.5'), statement: [line, ...(filing.trial?.statement ?? [])] } });
    const [row] = await managerOf(app).query('SELECT content FROM determination WHERE id = $1', [id]) as { content: string }[];
    expect(row?.content).not.toMatch(/张三|person_month/);
    expect(row?.content).toContain('levy.line.due');
  });

  it('of a refusal determines nobody', async () => {
    const { id } = await aDetermination(app, { outcome: 'refused' });
    const { body } = await reviewer.get(`/api/v1/determinations/${id}`);
    expect(body).toMatchObject({ outcome: 'refused', arranged: '0', countedMonths: 0 });
  });

  it('lies in its scope', async () => {
    const { id, employerId } = await aDetermination(app);
    const stranger = await signedInAs(app, { role: 'employer_clerk' });
    const elsewhere = await signedInAs(app, { role: 'first_reviewer', regionCode: '370302' });
    for (const path of [`/api/v1/determinations/${id}`, `/api/v1/determinations/${id}/copy`, `/api/v1/determinations/${id}/certificate`]) {
      for (const who of [stranger, elsewhere]) expect((await who.get(path)).body.code ?? '').toBe('determinations.determination.not_found');
    }
    const own = await signedInAs(app, { role: 'employer_clerk', employerId, organisationId: employerId });
    expect((await own.get('/api/v1/determinations?year=2025').expect(200)).body.items.map((one: { id: string }) => one.id)).toEqual([id]);
  });
});

describe('the certificate', () => {
  it('says the same to the employer and to the federation, with what is only declared marked so', async () => {
    const { id, employerId } = await aDetermination(app, { decidedBy: reviewer.accountId });
    const clerk = await signedInAs(app, { role: 'employer_clerk', employerId, organisationId: employerId });
    const [mine, theirs] = [await open(clerk, `/determinations/${id}`), await open(reviewer, `/determinations/${id}`)];
    expect([mine.status, wordsOf(mine)]).toEqual([200, wordsOf(theirs)]);
    const squeezed = wordsOf(mine).replace(/\s/g, '');
    for (const words of ['按比例安排残疾人就业审核结果单', '以平台出具的认定书为准', '认定的实际安排残疾人就业人数1.5人', '在职职工人数（用人单位申报）200人', '计征工资80,000.00元', '60日内', '6个月内', '张店区残联', '/verify/']) expect(squeezed).toContain(words);
    const statement = wordsOf(await open(clerk, `/determinations/${id}/statement`));
    expect(statement).toContain('试算');
    expect(statement).toBe(wordsOf(await open(reviewer, `/determinations/${id}/statement`)));
    // Figures that the employer typed are the employer's, whoever reads them.
    for (const words of [wordsOf(mine), statement]) expect([words.includes('（用人单位申报）'), /[您你]填写/.test(words)]).toEqual([true, false]);
    expect(wordsOf(await open(reviewer, `/en/determinations/${id}/statement`))).not.toMatch(/as you gave it|\byour own\b|\byou have\b/i);
    expect(wordsOf(await open(clerk, `/en/determinations/${id}`))).toContain('Staff (declared by the employer)');
  });

  it('is a tagged PDF too', async () => {
    const { id } = await aDetermination(app);
    const file = await reviewer.get(`/api/v1/determinations/${id}/certificate`).expect(200);
    expect(file.headers['content-type']).toBe('application/pdf');
    expect((file.body as Buffer).subarray(0, 8).toString()).toBe('%PDF-1.7');
    expect((file.body as Buffer).toString('latin1')).toMatch(/\/MarkInfo/);
    expect((await open(reviewer, `/determinations/${id}/certificate.pdf`)).headers['content-disposition']).toMatch(/^attachment; filename="determination-2025-[0-9A-Z]{12}\.pdf"$/);
  });

  it('with a name that no font can write is a page only, and says so', async () => {
    const { id } = await aDetermination(app, { name: '示例\u{10FFFD}厂' });
    expect((await open(reviewer, `/determinations/${id}`)).status).toBe(200);
    const refused = await reviewer.get(`/api/v1/determinations/${id}/certificate`);
    expect([refused.status, refused.body.code]).toEqual([422, 'determinations.certificate.signs_missing']);
    expect(wordsOf(await open(reviewer, `/determinations/${id}/certificate.pdf`))).toContain('请直接打印网页');
  });
});

describe('verification, by anybody', () => {
  it('of a code says genuine, superseded or unknown, and what is wrong with a code that is none', async () => {
    const made = await aDetermination(app);
    const { content } = await copyOf(reviewer, made.id);
    const genuine = await app.http().get(`/api/v1/verifications/${content.code.toLowerCase()}`).expect(200);
    expect(genuine.body).toMatchObject({ verdict: 'genuine', determination: { number: content.number, arranged: '1.5', baseYear: 2025 } });
    // What the employer earns and owes is nobody else's.
    expect(JSON.stringify(genuine.body)).not.toMatch(/80000|trial|wage/i);
    await issue(app, aFiling(app, made.declarationId, made.employerId, { outcome: 'corrected', countedMonths: 24 }, 2));
    expect((await app.http().get(`/api/v1/verifications/${content.code}`)).body).toMatchObject({ verdict: 'superseded', determination: { supersededBy: { number: expect.stringMatching(/^残审认/) } } });
    const slip = content.code.startsWith('2') ? `3${content.code.slice(1)}` : `2${content.code.slice(1)}`;
    for (const [code, fault] of [['ABC', 'length'], [`${content.code.slice(0, 11)}0`, 'sign'], [slip, 'check']] as const) {
      const answer = await app.http().get(`/api/v1/verifications/${code}`);
      expect([answer.status, answer.body.code]).toEqual([422, `determinations.code.${fault}`]);
    }
    expect((await app.http().get('/api/v1/verifications/222222222222')).body).toEqual({ verdict: 'unknown' });
  });

  it('of a copy finds every change, and every seal that is not ours', async () => {
    const { id } = await aDetermination(app);
    const copy = await copyOf(reviewer, id);
    expect((await verify(copy).expect(200)).body.verdict).toBe('genuine');
    // Written anew by another program: other order, other spaces.
    const reordered = { seal: copy.seal, content: Object.fromEntries(Object.entries(copy.content).reverse()) };
    expect((await verify(`\ufeff${JSON.stringify(reordered, null, 4)}`)).body.verdict).toBe('genuine');
    for (const over of [{ arranged: '15' }, { issuer: '别的残联' }, { employer: { ...copy.content.employer, name: '别的单位' } }, { extra: 1 }]) {
      expect((await verify({ ...copy, content: { ...copy.content, ...over } })).body).toMatchObject({ verdict: 'changed', determination: { arranged: '1.5' } });
    }
    const { privateKey } = generateKeyPairSync('ed25519');
    const forged = { ...copy.content, arranged: '15' };
    const seal = { ...copy.seal, signature: sign(null, contentBytes(forged), privateKey).toString('base64url') };
    expect((await verify({ content: forged, seal })).body.verdict).toBe('changed');
    expect((await verify({ content: { ...forged, code: '222222222222' }, seal })).body).toEqual({ verdict: 'changed', determination: null });
    for (const text of ['', 'not json', '[]', '{}', '{"content":{"format":"other"},"seal":{}}', JSON.stringify({ ...copy, seal: {} })]) {
      const answer = await verify(text);
      expect(answer.status).toBe(422);
      expect(['determinations.copy.unreadable', 'input.invalid']).toContain(answer.body.code);
    }
  });

  it('has a page for both, without a script', async () => {
    const { id } = await aDetermination(app, { name: '核验示例厂' });
    const { content } = await copyOf(reviewer, id);
    const visitor = app.visitor().set(HTML);
    const page = await visitor.get('/verify');
    const token = /name="_csrf" value="([^"]+)"/.exec(page.text)?.[1] ?? '';
    const sent = await visitor.post('/verify').redirects(0).type('form').send({ _csrf: token, code: content.code.toLowerCase() });
    expect([sent.status, sent.headers['location']]).toEqual([303, `/verify/${content.code}`]);
    expect(wordsOf(await open(null, `/verify/${content.code}`))).toContain('核验示例厂');
    expect((await visitor.post('/verify').type('form').send({ _csrf: token, code: '' })).status).toBe(422);
    const wrong = await visitor.get('/verify/ABC');
    expect([wrong.status, wordsOf(wrong)]).toEqual([422, expect.stringContaining('核验码应为 12 位')]);
    const file = await visitor.get(`/verify`).then(() => reviewer.get(`/api/v1/determinations/${id}/copy`));
    const uploaded = await visitor.post('/verify/file').field('_csrf', token).attach('file', Buffer.from(JSON.stringify(file.body)), 'copy.json');
    expect(wordsOf(uploaded)).toContain('核验结果：是真的');
    const pasted = await visitor.post('/verify/text').type('form').send({ _csrf: token, copy: JSON.stringify({ ...file.body, content: { ...file.body.content, arranged: '9' } }) });
    expect(wordsOf(pasted)).toContain('内容被改过');
    expect((await visitor.post('/verify/file').field('_csrf', token).attach('file', Buffer.from('x'), 'copy.json')).status).toBe(422);
    expect((await visitor.post('/verify/text').type('form').send({ _csrf: token, copy: '' })).status).toBe(422);
  });

  it('is counted: nobody tries codes by the thousand', async () => {
    const strict = await startTestApp({ ZHUJIU_VERIFICATIONS_PER_MINUTE: '2' });
    const statuses = [];
    for (const _ of [1, 2, 3]) statuses.push((await strict.http().get('/api/v1/verifications/222222222222')).status);
    await strict.close();
    expect(statuses).toEqual([200, 200, 429]);
  });
});

describe('what a review has decided', () => {
  it('is issued by its job, once, and a refusal determines nobody', async () => {
    const decided = async (outcome: 'determined' | 'refused'): Promise<string> => {
      const employerId = await anEmployer(app);
      const declarationId = await aDeclaration(app, employerId, { state: outcome });
      const { trial } = aFiling(app, declarationId, employerId, {}, 1);
      await managerOf(app).query(
        `INSERT INTO filing_review (version_id, declaration_id, steps, steps_reason, accepted_at, first_by, first_at, first_outcome, outcome, decided_at, arranged, weighted_months, counted_months, refused_months, trial)
         SELECT v.id, $1, 1, 'region', now(), $2, now(), $3, $3, '2026-08-20T02:00:00Z', $5, $6, $7, 0, $4 FROM filing_version AS v WHERE v.declaration_id = $1`,
        [declarationId, reviewer.accountId, outcome, JSON.stringify(trial), ...(outcome === 'refused' ? [0, 0, 0] : [1.5, 18, 12])],
      );
      return declarationId;
    };
    const job = app.app.nest.get(IssueOnDecisionJob, { strict: false });
    const declarationId = await decided('determined');
    for (const _ of [1, 2]) await job.handle({ declarationId, versionNumber: 1 });
    // Nothing was decided of a second version.
    await job.handle({ declarationId, versionNumber: 2 });
    const issued = async (id: string) => managerOf(app).query('SELECT outcome, trim_scale(arranged)::text AS arranged, counted_months, weighted_months, issuer FROM determination WHERE declaration_id = $1', [id]) as Promise<unknown[]>;
    expect(await issued(declarationId)).toEqual([{ outcome: 'determined', arranged: '1.5', counted_months: 12, weighted_months: 18, issuer: '张店区残联' }]);
    const refused = await decided('refused');
    await job.handle({ declarationId: refused, versionNumber: 1 });
    expect(await issued(refused)).toMatchObject([{ outcome: 'refused', arranged: '0', counted_months: 0 }]);
  });
});
