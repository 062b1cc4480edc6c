import { startTestApp, type TestApp } from '../../support/app.js';
import { managerOf, signedInAs, type Actor } from '../../support/members.js';
import { act, aDesk, ALL_TWELVE, aWaitingFiling, begun, decided, issued, type Desk, type WaitingFiling } from '../../support/review.js';

let service: TestApp;
let desk: Desk;

beforeAll(async () => {
  service = await startTestApp();
  desk = await aDesk(service);
});
afterAll(() => service.close());

const PDF = Buffer.from('%PDF-1.7 一份合同的扫描件');
const waiting = (lines = 2, clear = 1): Promise<WaitingFiling> => aWaitingFiling(service, desk, Array.from({ length: lines }, () => ({})), clear);
const give = (actor: Actor, { declarationId }: WaitingFiling, lineId: string, need: string, bytes: Buffer = PDF, name: string = '合同.pdf') =>
  service.http().post(`/api/v1/filings/${declarationId}/papers`).set('Authorization', actor.bearer).field('lineId', lineId).field('need', need).attach('file', bytes, { filename: name, contentType: 'application/pdf' });

describe('a paper', () => {
  it('is given where the comparison failed, lies sealed, and is opened by reviewers with a trace', async () => {
    const filing = await waiting();
    const made = await give(filing.clerk, filing, filing.lineIds[1] as string, 'wage');
    expect(made).toMatchObject({ status: 201, body: { id: expect.any(String) as string } });
    const { id } = made.body as { id: string };
    const stored = await managerOf(service).query('SELECT f.name, p.content, encode(f.digest, \'hex\') AS digest FROM review_file AS f JOIN review_file_part AS p ON p.file_id = f.id WHERE f.id = $1', [id]) as { name: string; content: string }[];
    expect(stored).toHaveLength(1);
    expect(stored[0]?.name).not.toContain('合同');
    expect(stored[0]?.content).not.toContain(PDF.toString('base64').slice(0, 16));
    for (const actor of [desk.first, desk.second, filing.clerk]) {
      const opened = await actor.get(`/api/v1/filings/${filing.declarationId}/papers/${id}`).buffer(true).parse((res, done) => { const pieces: Buffer[] = []; res.on('data', (piece: Buffer) => pieces.push(piece)).on('end', () => done(null, Buffer.concat(pieces))); });
      expect(opened.status).toBe(200);
      expect(opened.body).toEqual(PDF);
      expect(opened.headers['content-disposition']).toMatch(/^attachment/);
    }
    const looks = await managerOf(service).query(`SELECT account_id AS "accountId", fields FROM audit_entry WHERE kind = 'read' AND object_kind = 'registry_person' AND object_id = $1 AND 'paper' = ANY (fields)`, [filing.persons[1]]) as { accountId: string }[];
    expect(looks.map(({ accountId }) => accountId)).toEqual(expect.arrayContaining([desk.first.accountId, desk.second.accountId]));
    expect((await desk.monitor.get(`/api/v1/filings/${filing.declarationId}/papers/${id}`)).status).toBe(403);
    const stranger = await waiting(1, 0);
    expect((await stranger.clerk.get(`/api/v1/filings/${filing.declarationId}/papers/${id}`)).status).toBe(404);
    expect((await desk.first.get(`/api/v1/reviews/${filing.declarationId}/lines`)).body).toMatchObject({ items: [{ papers: 0 }, { papers: 1 }] });
  });

  it('is not taken where nothing is in question, nor as anything but PDF, JPEG or PNG, nor twice', async () => {
    const filing = await waiting();
    expect(await give(filing.clerk, filing, filing.lineIds[0] as string, 'wage')).toMatchObject({ status: 422, body: { code: 'review.paper.not_needed' } });
    expect(await give(filing.clerk, filing, filing.lineIds[1] as string, 'household')).toMatchObject({ status: 422, body: { code: 'review.paper.not_needed' } });
    expect(await give(filing.clerk, filing, filing.lineIds[1] as string, 'nonsense')).toMatchObject({ status: 422, body: { code: 'input.invalid' } });
    expect(await give(filing.clerk, filing, filing.lineIds[1] as string, 'wage', Buffer.from('<html>'))).toMatchObject({ status: 422, body: { code: 'review.paper.kind' } });
    expect(await give(filing.clerk, filing, '1', 'wage')).toMatchObject({ status: 404, body: { code: 'review.line.not_found' } });
    const once = (await give(filing.clerk, filing, filing.lineIds[1] as string, 'wage')).body as { id: string };
    const twice = (await give(filing.clerk, filing, filing.lineIds[1] as string, 'wage')).body as { id: string };
    expect(twice.id).toBe(once.id);
    for (const actor of [desk.first, desk.monitor]) expect((await give(actor, filing, filing.lineIds[1] as string, 'wage')).status).toBe(403);
  });

  it('is taken where a reviewer asked for it, on the line of the next version, and can be taken back before it is checked', async () => {
    const filing = await waiting();
    await act(service, desk.first, filing, 'return', { items: [{ lineId: filing.lineIds[0], need: 'contract' }], dueOn: '2099-12-10' });
    const [line] = await managerOf(service).query('SELECT l.id::text FROM roster_line AS l JOIN filing_version AS v ON v.id = l.version_id WHERE v.declaration_id = $1 AND v.number = 2 ORDER BY l.id', [filing.declarationId]) as { id: string }[];
    const made = await give(filing.clerk, filing, line?.id ?? '', 'contract');
    expect(made).toMatchObject({ status: 201 });
    const { id } = made.body as { id: string };
    expect((await filing.clerk.post(`/api/v1/filings/${filing.declarationId}/papers/${id}/remove`)).status).toBe(204);
    expect((await filing.clerk.get(`/api/v1/filings/${filing.declarationId}/papers/${id}`)).status).toBe(404);
    expect(await managerOf(service).query('SELECT FROM review_file_part WHERE file_id = $1', [id])).toEqual([]);
  });

  it('that a decision may rest on stays', async () => {
    const filing = await waiting();
    const { id } = (await give(filing.clerk, filing, filing.lineIds[1] as string, 'wage')).body as { id: string };
    await begun(service, desk, filing);
    expect(await filing.clerk.post(`/api/v1/filings/${filing.declarationId}/papers/${id}/remove`)).toMatchObject({ status: 422, body: { code: 'review.paper.closed' } });
  });
});

describe('an archive', () => {
  const bundle = async (actor: Actor, { declarationId }: WaitingFiling) =>
    actor.get(`/api/v1/reviews/${declarationId}/archive`).buffer(true).parse((res, done) => { const pieces: Buffer[] = []; res.on('data', (piece: Buffer) => pieces.push(piece)).on('end', () => done(null, Buffer.concat(pieces))); });

  it('holds the page, the data and the papers, verifies, and lies sealed; nothing changes afterwards', async () => {
    const { unzipSync } = await import('fflate');
    const { verifyBundle } = await import('../../../src/quota/review/app/archive-bundle.js');
    const filing = await aWaitingFiling(service, desk, [{ name: '张某某' }], 0);
    await give(filing.clerk, filing, filing.lineIds[0] as string, 'wage');
    await decided(service, desk, filing, [[0, ALL_TWELVE, 'paper_proves']]);
    expect((await desk.first.get(`/api/v1/reviews/${filing.declarationId}/archive`)).status).toBe(404);
    // An archive is made once: it waits for what a job still writes.
    expect(await act(service, desk.first, filing, 'archive')).toMatchObject({ status: 422, body: { code: 'determinations.archive.not_issued' } });
    await issued(service, filing);
    expect(await act(service, desk.first, filing, 'archive')).toMatchObject({ status: 200, body: { state: 'archived' } });
    const answer = await bundle(desk.second, filing);
    expect(answer.status).toBe(200);
    const zip = answer.body as Buffer;
    expect(verifyBundle(zip)).toEqual({ files: 5, faults: [] });
    const files = unzipSync(zip);
    expect(Object.keys(files).filter((path) => !path.startsWith('determinations/')).sort()).toEqual(['checksums.txt', 'data.json', 'index.html', 'papers/001-wage.pdf']);
    expect(Buffer.from(files['papers/001-wage.pdf'] as Uint8Array)).toEqual(PDF);
    const page = Buffer.from(files['index.html'] as Uint8Array).toString();
    for (const word of ['张某某', '审定', '材料可以证明', '办理记录']) expect(page).toContain(word);
    expect(JSON.parse(Buffer.from(files['data.json'] as Uint8Array).toString())).toMatchObject({ format: 'zhujiu.review-archive/2', head: { state: 'archived' }, versions: [{ number: 1, lines: [{ decision: { reason: 'paper_proves' } }] }] });
    expect(page).toContain('工资发放凭证');
    expect((await desk.first.get(`/api/v1/reviews/${filing.declarationId}/archive/verification`)).body).toMatchObject({ files: 5, faults: [], isWhole: true });
    const [part] = await managerOf(service).query(`SELECT p.content FROM review_file_part AS p JOIN review_file AS f ON f.id = p.file_id WHERE f.declaration_id = $1 AND f.kind = 'archive'`, [filing.declarationId]) as { content: string }[];
    expect(part?.content).not.toContain(zip.toString('base64').slice(0, 16));
    expect(await act(service, desk.first, filing, 'correction', { words: 'x' })).toMatchObject({ status: 422, body: { code: 'filing.declaration.act_not_possible' } });
    for (const actor of [desk.monitor, filing.clerk]) expect((await bundle(actor, filing)).status).toBe(403);
    const elsewhere = await signedInAs(service, { role: 'first_reviewer', regionCode: '370303' });
    expect((await bundle(elsewhere, filing)).status).toBe(404);
  });

  it('holds what was decided first beside what took its place', async () => {
    const { unzipSync } = await import('fflate');
    const filing = await aWaitingFiling(service, desk, [{}], 0);
    await decided(service, desk, filing, [[0, ALL_TWELVE, 'paper_proves']]);
    await issued(service, filing);
    await act(service, desk.first, filing, 'correction', { words: '审计发现' });
    const { items: [line] } = (await desk.first.get(`/api/v1/reviews/${filing.declarationId}/lines`)).body as { items: { id: string }[] };
    expect(await act(service, desk.first, filing, `lines/${line?.id}/decision`, { months: [1, 2, 3, 4, 5, 6], reason: 'not_working', words: '下半年没有到岗' })).toMatchObject({ status: 200 });
    await act(service, desk.first, filing, 'first-check');
    expect(await act(service, desk.second, filing, 'second-check', { words: '同意更正' })).toMatchObject({ status: 200, body: { state: 'corrected' } });
    await issued(service, filing, 2);
    expect(await act(service, desk.first, filing, 'archive')).toMatchObject({ status: 200 });
    const files = unzipSync((await bundle(desk.second, filing)).body as Buffer);
    const data = JSON.parse(Buffer.from(files['data.json'] as Uint8Array).toString()) as { versions: { number: number; lines: { decision: { reason: string; words: string | null } }[] }[] };
    expect(data.versions.map(({ number, lines }) => [number, lines.map(({ decision: { reason, words } }) => [reason, words])])).toEqual([[2, [['not_working', '下半年没有到岗']]], [1, [['paper_proves', '已与单位核对。']]]]);
    const page = Buffer.from(files['index.html'] as Uint8Array).toString();
    for (const word of ['名单（第 2 版）', '下半年没有到岗', '名单（第 1 版）', '材料可以证明']) expect(page).toContain(word);
  });

  it('holds the determination on paper and as its sealed copy', async () => {
    const { unzipSync } = await import('fflate');
    const filing = await aWaitingFiling(service, desk, [{}], 1);
    await decided(service, desk, filing, [[0, ALL_TWELVE, 'explained']]);
    await issued(service, filing);
    expect(await act(service, desk.first, filing, 'archive')).toMatchObject({ status: 200 });
    const files = unzipSync((await bundle(desk.second, filing)).body as Buffer);
    const [copy = '', printed = ''] = Object.keys(files).filter((path) => path.startsWith('determinations/')).sort();
    expect([copy, printed]).toEqual([expect.stringMatching(/^determinations\/.+\.json$/), expect.stringMatching(/^determinations\/.+\.pdf$/)]);
    expect(JSON.parse(Buffer.from(files[copy] as Uint8Array).toString())).toMatchObject({ content: { baseYear: 2025, outcome: 'determined' }, digest: expect.any(String) as string, seal: expect.any(Object) as object });
    expect(Buffer.from(files[printed] as Uint8Array).subarray(0, 5).toString()).toBe('%PDF-');
    expect(Buffer.from(files['index.html'] as Uint8Array).toString()).toContain(printed);
  });
});
