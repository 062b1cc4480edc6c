import { startTestApp, type TestApp } from '../../support/app.js';
import { DataSource } from 'typeorm';
import { anEmployer, aUscc } from '../../support/employers.js';
import { managerOf, signedInAs, type Actor } from '../../support/members.js';
import { dumpOf, foundIn } from '../../support/whole-database.js';

jest.setTimeout(120_000);

const PHONE = '19900006543';
const NAME = '某人事专员';

describe('the file of an employer', () => {
  let app: TestApp;
  let reviewer: Actor;
  let monitor: Actor;
  let elsewhere: Actor;
  beforeAll(async () => {
    app = await startTestApp();
    reviewer = await signedInAs(app, { role: 'first_reviewer', regionCode: '370303', displayName: '某初审员' });
    monitor = await signedInAs(app, { role: 'monitor', regionCode: '370303' });
    elsewhere = await signedInAs(app, { role: 'first_reviewer', regionCode: '370302' });
  });
  afterAll(() => app.close());

  const call = (who: Actor, method: 'put' | 'delete' | 'patch' | 'post', path: string, body: object = {}) => app.http()[method](path).set('Authorization', who.bearer).send(body);
  const told = async (answer: PromiseLike<{ readonly status: number; readonly body: { readonly code?: string; readonly errors?: readonly { readonly pointer: string; readonly code: string }[] } }>): Promise<string> => {
    const { status, body } = await answer;
    return [String(status), body.code, ...(body.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`)].filter((word) => word !== undefined).join(' ');
  };
  const facts = (over: object = {}): object => ({
    version: 1, name: '不存在的研究所', kind: 'institution', registeredOn: '2001-09-01', taxRegionCode: '370303', industry: 'M7320', stateOwned: null, establishmentSize: 67, establishmentLevel: 'city', isSchool: false, effectiveOn: '2025-01-01', ...over,
  });
  const fileOf = async (who: Actor, id: string) => (await who.get(`/api/v1/employers/${id}/file`).expect(200)).body as Readonly<Record<string, never>>;
  const historyOf = async (id: string) => ((await reviewer.get(`/api/v1/employers/${id}/history`).expect(200)).body.items as readonly { field: string; before: string | null; after: string | null; recordedBy: string }[]);
  const acts = async (id: string): Promise<string[]> => (await managerOf(app).query(`SELECT act FROM audit_entry WHERE kind = 'act' AND object_id = $1 ORDER BY seq`, [id]) as { act: string }[]).map(({ act }) => act);

  it('is corrected by an officer: facts, liability, a dated history of who changed what', async () => {
    const id = await anEmployer(app, { name: '不存在的研究院' });
    expect(await fileOf(reviewer, id)).toMatchObject({ levyLiable: true, registeredOn: null, establishmentSize: null, contacts: [], branches: [], merged: [], mergedInto: null });
    expect(await told(call(reviewer, 'patch', `/api/v1/employers/${id}/facts`, facts()))).toBe('204');
    expect(await fileOf(reviewer, id)).toMatchObject({ name: '不存在的研究所', kind: 'institution', registeredOn: '2001-09-01', taxRegionCode: '370303', industry: 'M7320', establishmentSize: 67, establishmentLevel: 'city', isSchool: false, version: 2 });
    expect((await historyOf(id)).map(({ field, before, after, recordedBy }) => `${field}: ${before} → ${after} (${recordedBy})`).sort()).toEqual([
      'establishmentLevel: null → city (某初审员)', 'establishmentSize: null → 67 (某初审员)', 'industry: null → M7320 (某初审员)', 'isSchool: null → false (某初审员)', 'kind: enterprise → institution (某初审员)',
      'name: 不存在的研究院 → 不存在的研究所 (某初审员)', 'registeredOn: null → 2001-09-01 (某初审员)', 'taxRegionCode: null → 370303 (某初审员)',
    ]);
    expect(await acts(id)).toEqual(['employers.employer.correct']);
    expect(await told(call(reviewer, 'patch', `/api/v1/employers/${id}/facts`, facts()))).toBe('409 employers.employer.stale');
    expect(await told(call(reviewer, 'patch', `/api/v1/employers/${id}/facts`, facts({ version: 2 })))).toBe('422 employers.change.nothing_changed');
  });

  it.each([
    ['/effectiveOn employers.change.effective_in_future', { effectiveOn: '2099-01-01' }], ['/registeredOn employers.row.registered_in_future', { registeredOn: '2099-01-01' }], ['/taxRegionCode employers.row.region_unknown', { taxRegionCode: '379999' }],
    ['/taxRegionCode employers.change.region_outside', { taxRegionCode: '370302' }],
  ])('refuses %s', async (refusal, over) => {
    const id = await anEmployer(app);
    expect(await told(call(reviewer, 'patch', `/api/v1/employers/${id}/facts`, facts(over)))).toBe(`422 input.invalid ${refusal}`);
  });

  it('is nobody’s outside the area, and corrected by nobody without the right', async () => {
    const id = await anEmployer(app);
    expect(await told(call(elsewhere, 'patch', `/api/v1/employers/${id}/facts`, facts()))).toBe('404 employers.employer.not_found');
    expect((await elsewhere.get(`/api/v1/employers/${id}/file`)).status).toBe(404);
    expect((await call(monitor, 'patch', `/api/v1/employers/${id}/facts`, facts())).status).toBe(403);
    const clerk = await signedInAs(app, { role: 'employer_clerk', regionCode: '370303', organisationId: id, employerId: id });
    expect((await call(clerk, 'patch', `/api/v1/employers/${id}/facts`, facts())).status).toBe(403);
  });

  it('holds contacts, which its clerk keeps: sealed, masked for others, in the history only as a change', async () => {
    const id = await anEmployer(app);
    const clerk = await signedInAs(app, { role: 'employer_clerk', regionCode: '370303', organisationId: id, employerId: id });
    expect(await told(call(clerk, 'put', `/api/v1/employers/${id}/contacts/personnel`, { name: NAME, phone: PHONE }))).toBe('204');
    expect(await told(call(clerk, 'put', `/api/v1/employers/${id}/contacts/finance`, {}))).toBe('422 employers.contact.empty');
    expect(await told(call(clerk, 'put', `/api/v1/employers/${id}/contacts/nobody`, { name: NAME }))).toBe('404 employers.contact.not_found');
    expect((await fileOf(reviewer, id))['contacts']).toMatchObject([{ role: 'personnel', name: NAME, phone: PHONE }]);
    expect((await fileOf(monitor, id))['contacts']).toMatchObject([{ role: 'personnel', name: NAME, phone: '199****6543' }]);
    expect(foundIn(await dumpOf(app.settings.database.url ?? ''), { NAME, PHONE })).toEqual([]);
    expect(await told(call(clerk, 'delete', `/api/v1/employers/${id}/contacts/personnel`))).toBe('204');
    expect(await told(call(clerk, 'delete', `/api/v1/employers/${id}/contacts/personnel`))).toBe('404 employers.contact.not_found');
    expect((await historyOf(id)).map(({ field, before, after }) => [field, before, after])).toEqual([['contact', 'personnel', null], ['contact', null, 'personnel']]);
    expect((await call(monitor, 'put', `/api/v1/employers/${id}/contacts/personnel`, { name: 'x' })).status).toBe(403);
  });

  it('holds branches, whose codes are its own in the registers; a closed one stays on file', async () => {
    const [id, uscc] = [await anEmployer(app), aUscc()];
    const path = `/api/v1/employers/${id}/branches`;
    const { body } = await call(reviewer, 'post', path, { name: '不存在的分厂', uscc: ` ${uscc.toLowerCase()}`, regionCode: '370321', openedOn: '2020-01-01' }).expect(201);
    expect(await managerOf(app).query('SELECT employer_id FROM employer_by_code WHERE uscc = $1', [uscc])).toEqual([{ employer_id: id }]);
    expect(await told(call(reviewer, 'post', path, { name: '另一分厂', uscc, regionCode: '370321' }))).toBe('422 employers.establishment.code_taken');
    expect(await told(call(reviewer, 'post', path, { name: '另一分厂', uscc: `${uscc.slice(0, 17)}${uscc.endsWith('1') ? '2' : '1'}`, regionCode: '370321' }))).toBe('422 input.invalid /uscc employers.uscc.check_digit');
    expect(await told(call(reviewer, 'post', `${path}/${body.id}/close`, { closedOn: '2019-12-31' }))).toBe('422 input.invalid /closedOn employers.establishment.period');
    expect(await told(call(reviewer, 'post', `${path}/${body.id}/close`, { closedOn: '2024-12-31' }))).toBe('204');
    expect(await told(call(reviewer, 'post', `${path}/${body.id}/close`, { closedOn: '2024-12-31' }))).toBe('409 employers.establishment.already_closed');
    expect((await fileOf(reviewer, id))['branches']).toMatchObject([{ name: '不存在的分厂', uscc, openedOn: '2020-01-01', closedOn: '2024-12-31' }]);
  });

  it('holds staff month by month: only months that are over, none before the founding', async () => {
    const id = await anEmployer(app);
    await call(reviewer, 'patch', `/api/v1/employers/${id}/facts`, facts({ registeredOn: '2024-03-31' })).expect(204);
    const path = `/api/v1/employers/${id}/headcounts`;
    const staff = Array.from({ length: 12 }, (_, at) => (at < 2 ? null : 30 + at));
    expect(await told(call(reviewer, 'put', path, { year: 2024, staff: staff.map((count) => count ?? 1) }))).toBe('422 input.invalid /staff/0 employers.headcount.before_registration /staff/1 employers.headcount.before_registration');
    expect(await told(call(reviewer, 'put', path, { year: 2024, staff }))).toBe('204');
    expect((await reviewer.get(`${path}?year=2024`).expect(200)).body).toEqual({ year: 2024, staff });
    expect(await told(call(reviewer, 'put', path, { year: 2024, staff: staff.map((count, at) => (at === 11 ? null : count)) }))).toBe('204');
    expect((await historyOf(id))[0]).toMatchObject({ field: 'headcount.2024-12', before: '41', after: null });
    expect(await told(call(reviewer, 'put', path, { year: 2098, staff: staff.map(() => 1) }))).toContain('employers.headcount.future_month');
    expect(await told(call(reviewer, 'put', path, { year: 2024, staff: [1] }))).toContain('422 input.invalid /staff');
  });

  it('is found by its code and by how its name begins', async () => {
    const uscc = aUscc();
    const id = (await call(reviewer, 'post', '/api/v1/employers', { uscc, name: '找得到（集团）有限责任公司', kind: 'enterprise', regionCode: '370303', clerkName: '某甲' }).expect(201)).body.employerId as string;
    for (const typed of [uscc.toLowerCase(), '找得到(集团)', '找得到集团有限']) expect((await reviewer.get(`/api/v1/employers?q=${encodeURIComponent(typed)}`).expect(200)).body.items).toMatchObject([{ id }]);
    for (const typed of ['%', '得到', aUscc()]) expect((await reviewer.get(`/api/v1/employers?q=${encodeURIComponent(typed)}`).expect(200)).body.items).toEqual([]);
  });

  it('takes four statements whatever it holds', async () => {
    const counted = async (id: string): Promise<number> => {
      const query = jest.spyOn(app.app.nest.get(DataSource).manager, 'query');
      await reviewer.get(`/api/v1/employers/${id}/file`).expect(200);
      const statements = query.mock.calls.filter(([text]) => /\b(?:employer|employer_contact|employer_establishment)\b/.test(text)).length;
      query.mockRestore();
      return statements;
    };
    const [bare, full] = [await anEmployer(app), await anEmployer(app)];
    for (const name of ['甲分厂', '乙分厂', '丙分厂']) await call(reviewer, 'post', `/api/v1/employers/${full}/branches`, { name, regionCode: '370303' }).expect(201);
    for (const role of ['personnel', 'finance']) await call(reviewer, 'put', `/api/v1/employers/${full}/contacts/${role}`, { name: '某甲' }).expect(204);
    expect([await counted(bare), await counted(full)]).toEqual([4, 4]);
  });

  describe('that is on file twice', () => {
    const pair = async (): Promise<{ readonly one: string; readonly other: string; readonly id: string }> => {
      const [code, other] = [aUscc(), await anEmployer(app)];
      const one = await anEmployer(app, { uscc: code });
      const { body } = await call(reviewer, 'post', `/api/v1/employers/${other}/duplicates`, { uscc: code }).expect(201);
      return { one, other, id: body.id as string };
    };

    it('is merged by a person, with audit; nothing is lost; codes lead to the one that goes on; it can be undone', async () => {
      const { one, other, id } = await pair();
      await call(reviewer, 'post', `/api/v1/employers/${one}/branches`, { name: '一分厂', regionCode: '370303' }).expect(201);
      expect((await reviewer.get(`/api/v1/employer-duplicates/${id}`).expect(200)).body).toMatchObject({ reason: 'by_hand', state: 'proposed' });
      expect(await told(call(elsewhere, 'post', `/api/v1/employer-duplicates/${id}/merge`, { into: other }))).toBe('404 employers.duplicate.not_found');
      expect(await told(call(reviewer, 'post', `/api/v1/employer-duplicates/${id}/merge`, { into: other }))).toBe('204');
      expect(await told(call(reviewer, 'post', `/api/v1/employer-duplicates/${id}/merge`, { into: other }))).toBe('409 employers.duplicate.already_decided');
      expect(await acts(one)).toContain('employers.employer.merge');
      expect(await fileOf(reviewer, one)).toMatchObject({ mergedInto: other, branches: [{ name: '一分厂' }] });
      const [merged] = (await fileOf(reviewer, other))['merged'] as unknown as readonly { id: string; mergeId: string }[];
      expect(merged).toMatchObject({ id: one });
      expect(await managerOf(app).query('SELECT employer_id FROM employer_by_code WHERE uscc = (SELECT uscc FROM employer WHERE id = $1)', [one])).toEqual([{ employer_id: other }]);
      expect(await told(call(reviewer, 'put', `/api/v1/employers/${one}/contacts/personnel`, { name: 'x' }))).toBe('422 employers.employer.merged');
      expect(await told(call(reviewer, 'post', `/api/v1/employer-merges/${merged?.mergeId}/undo`))).toBe('204');
      expect(await told(call(reviewer, 'post', `/api/v1/employer-merges/${merged?.mergeId}/undo`))).toBe('409 employers.merge.already_undone');
      expect(await fileOf(reviewer, one)).toMatchObject({ mergedInto: null });
      expect((await reviewer.get(`/api/v1/employer-duplicates/${id}`).expect(200)).body).toMatchObject({ state: 'proposed' });
    });

    it('or is two, and is not proposed again', async () => {
      const { id } = await pair();
      expect(await told(call(reviewer, 'post', `/api/v1/employer-duplicates/${id}/different`))).toBe('204');
      expect((await reviewer.get('/api/v1/employer-duplicates?state=different').expect(200)).body.items).toContainEqual(expect.objectContaining({ id }));
      expect((await reviewer.get('/api/v1/employer-duplicates').expect(200)).body.items).not.toContainEqual(expect.objectContaining({ id }));
    });

    it('never in a chain, and of two officers at once one decides', async () => {
      const [first, second] = [await pair(), await pair()];
      await call(reviewer, 'post', `/api/v1/employer-duplicates/${first.id}/merge`, { into: first.other }).expect(204);
      const { body } = await call(reviewer, 'post', `/api/v1/employers/${first.other}/duplicates`, { uscc: (await fileOf(reviewer, second.one))['uscc'] }).expect(201);
      expect(await told(call(reviewer, 'post', `/api/v1/employer-duplicates/${body.id}/merge`, { into: second.one }))).toBe('422 employers.merge.source_holds_others');
      const answers = await Promise.all([second.one, second.other].map((into) => told(call(reviewer, 'post', `/api/v1/employer-duplicates/${second.id}/merge`, { into }))));
      expect(answers.sort()).toEqual(['204', '409 employers.duplicate.already_decided']);
    });
  });
});
