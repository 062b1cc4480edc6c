import { randomUUID } from 'node:crypto';
import { EntityManager } from 'typeorm';
import { startTestApp, type TestApp } from '../../support/app.js';
import { managerOf, signedInAs, type Actor } from '../../support/members.js';
import { aCitizenId, aFile, aPerson } from '../../support/people.js';

jest.setTimeout(120_000);

describe('files', () => {
  let app: TestApp;
  let officer: Actor;
  let elsewhere: Actor;
  let counselor: Actor;
  let otherCounselor: Actor;
  beforeAll(async () => {
    app = await startTestApp();
    officer = await signedInAs(app, { role: 'town_officer', regionCode: '370303' });
    elsewhere = await signedInAs(app, { role: 'town_officer', regionCode: '370302' });
    counselor = await signedInAs(app, { role: 'counselor', regionCode: '370303' });
    otherCounselor = await signedInAs(app, { role: 'counselor', regionCode: '370303' });
  });
  afterAll(() => app.close());

  type Answer = { readonly body: { readonly code?: string; readonly errors?: readonly { readonly pointer: string; readonly code: string }[] }; readonly status: number };
  const codeOf = async (asking: PromiseLike<Answer>): Promise<string> => {
    const { body, status } = await asking;
    return [String(status), body.code, ...(body.errors ?? []).map(({ pointer, code }) => `${pointer} ${code}`)].filter((word) => word !== undefined).join(' ');
  };
  const looks = (id: string): Promise<{ fields: string[]; purpose: string; reason: string | null }[]> =>
    managerOf(app).query(`SELECT fields, purpose, reason FROM audit_entry WHERE kind = 'read' AND object_kind = 'person' AND object_id = $1 ORDER BY seq`, [id]);

  describe('opening', () => {
    it('an officer opens one; it is shown masked, and the look is kept', async () => {
      const person = aPerson();
      const id = await aFile(officer, person);
      const { body } = await officer.get(`/api/v1/files/${id}`).expect(200);
      expect(body).toMatchObject({
        id, name: person.name, regionCode: '370303', hasCertificate: true, hasAddress: true, counselorId: null, version: 1,
        citizenIdMasked: `999*************${person.citizenId.slice(-2)}`, certificateMasked: `999${'*'.repeat(17)}`, phoneMasked: `199****${person.phone.slice(-4)}`,
      });
      const text = JSON.stringify(body);
      for (const secret of [person.citizenId, person.certificate, person.phone, person.address, 'category', 'grade']) expect(text).not.toContain(secret);
      expect(await looks(id)).toEqual([{ fields: ['name', 'region', 'masked'], purpose: 'file_opened', reason: null }]);
    });

    it('a counselor opens one in the region of the role, and has the case', async () => {
      const id = await aFile(counselor, aPerson());
      expect((await counselor.get(`/api/v1/files/${id}`).expect(200)).body).toMatchObject({ regionCode: '370303', counselorId: counselor.accountId });
    });

    it('one person has one file: one after the other, in another region, and at once', async () => {
      const person = aPerson();
      await aFile(officer, person);
      const again = { name: 'x', citizenId: ` ${person.citizenId.slice(0, 6)} ${person.citizenId.slice(6)}` };
      expect(await codeOf(officer.post('/api/v1/files', again))).toBe('409 registry.person.already_exists');
      expect(await codeOf(elsewhere.post('/api/v1/files', { ...again, regionCode: '370302' }))).toBe('409 registry.person.already_exists');
      const other = { name: 'x', citizenId: aCitizenId() };
      const answers = await Promise.all([1, 2, 3].map(() => codeOf(officer.post('/api/v1/files', other))));
      expect(answers.sort()).toEqual(['201', '409 registry.person.already_exists', '409 registry.person.already_exists']);
    });

    it('not elsewhere, not with a number that is none, not with somebody else’s certificate', async () => {
      const { name, citizenId } = aPerson();
      expect(await codeOf(officer.post('/api/v1/files', { name, citizenId, regionCode: '370302' }))).toBe('422 files.region.outside_scope');
      expect(await codeOf(counselor.post('/api/v1/files', { name, citizenId, regionCode: '370302001' }))).toBe('422 files.region.outside_scope');
      expect(await codeOf(officer.post('/api/v1/files', { name, citizenId: `${citizenId.slice(0, 17)}${citizenId.endsWith('0') ? '1' : '0'}` }))).toBe('422 input.invalid /citizenId registry.citizen_id.malformed');
      expect(await codeOf(officer.post('/api/v1/files', { name, citizenId, certificate: { number: `${aCitizenId()}42` } }))).toBe('422 input.invalid /certificate/number registry.certificate.other_holder');
      expect(await codeOf(officer.post('/api/v1/files', { name, citizenId, phone: 'mobile' }))).toBe('422 input.invalid /phone files.phone.malformed');
      expect(await codeOf(officer.post('/api/v1/files', { name, citizenId, certificate: { number: `${citizenId}42`, issuedOn: '2030-01-01', validUntil: '2020-01-01' } }))).toBe('422 registry.certificate.period');
      await officer.post('/api/v1/files', { name, citizenId }).expect(201);
    });
  });

  describe('scope', () => {
    it('outside it there is no such file: of another region, of another caseload, of another person', async () => {
      const id = await aFile(officer, aPerson());
      const jobseeker = await signedInAs(app, { role: 'jobseeker' });
      for (const actor of [elsewhere, counselor, otherCounselor, jobseeker]) {
        expect(await codeOf(actor.get(`/api/v1/files/${id}`))).toBe('404 files.file.not_found');
        expect((await actor.get('/api/v1/files?limit=200')).text).not.toContain(id);
      }
      const own = await aFile(counselor, aPerson());
      expect(await codeOf(otherCounselor.post(`/api/v1/files/${own}/reveal`, { fields: ['phone'], purpose: 'contact_person', reason: '电话约面谈' }))).toBe('404 files.file.not_found');
      expect(await codeOf(elsewhere.patch(`/api/v1/files/${id}`, { version: 1, name: 'x' }))).toBe('404 files.file.not_found');
      expect(await codeOf(elsewhere.get(`/api/v1/files/${randomUUID()}`))).toBe('404 files.file.not_found');
      expect(await codeOf((await signedInAs(app, { role: 'administrator' })).get(`/api/v1/files/${id}`))).toBe('403 access.forbidden');
    });

    it('a case that is handed over moves from one counselor to the other', async () => {
      const id = await aFile(counselor, aPerson());
      expect(await codeOf(counselor.post(`/api/v1/files/${id}/assign`, { version: 1, counselorId: otherCounselor.accountId }))).toBe('403 access.forbidden');
      expect(await codeOf(officer.post(`/api/v1/files/${id}/assign`, { version: 1, counselorId: officer.accountId }))).toBe('422 files.account.role_missing');
      await officer.post(`/api/v1/files/${id}/assign`, { version: 1, counselorId: otherCounselor.accountId }).expect(204);
      await otherCounselor.get(`/api/v1/files/${id}`).expect(200);
      expect(await codeOf(counselor.get(`/api/v1/files/${id}`))).toBe('404 files.file.not_found');
    });

    it('a person sees its own file once it is connected; one account, one file', async () => {
      const [id, second] = [await aFile(officer, aPerson()), await aFile(officer, aPerson())];
      const jobseeker = await signedInAs(app, { role: 'jobseeker' });
      await officer.post(`/api/v1/files/${id}/link`, { version: 1, accountId: jobseeker.accountId }).expect(204);
      expect(((await jobseeker.get('/api/v1/files').expect(200)).body as { items: readonly { id: string }[] }).items.map((item) => item.id)).toEqual([id]);
      const before = (await looks(id)).length;
      await jobseeker.get(`/api/v1/files/${id}`).expect(200);
      expect(await looks(id)).toHaveLength(before);
      expect(await codeOf(officer.post(`/api/v1/files/${second}/link`, { version: 1, accountId: jobseeker.accountId }))).toBe('409 registry.account.already_linked');
      expect(await codeOf(officer.post(`/api/v1/files/${second}/link`, { version: 1, accountId: counselor.accountId }))).toBe('422 files.account.role_missing');
    });

    it('a number finds the file inside the scope only', async () => {
      const person = aPerson();
      const id = await aFile(officer, person);
      expect((await officer.post('/api/v1/files/look-up', { citizenId: person.citizenId }).expect(200)).body).toEqual({ id });
      expect(await codeOf(elsewhere.post('/api/v1/files/look-up', { citizenId: person.citizenId }))).toBe('404 files.file.not_found');
      expect(await codeOf(officer.post('/api/v1/files/look-up', { citizenId: aCitizenId() }))).toBe('404 files.file.not_found');
      expect(await looks(id)).toEqual([{ fields: ['citizenId'], purpose: 'look_up', reason: null }]);
    });

    it('a list is a look at everybody in it, with who, why and the number of the call; one’s own is none', async () => {
      const place = '370305';
      const [maker, reader] = [await signedInAs(app, { role: 'town_officer', regionCode: place }), await signedInAs(app, { role: 'village_commissioner', regionCode: place })];
      const ids = [await aFile(maker, aPerson()), await aFile(maker, aPerson()), await aFile(maker, aPerson())];
      const { body } = await reader.get('/api/v1/files?limit=2').set('X-Correlation-Id', 'list-of-two').expect(200);
      const seen = (body as { items: readonly { id: string }[] }).items.map(({ id }) => id);
      const rows = await managerOf(app).query(
        `SELECT object_id, account_id, role, purpose, fields, correlation_id FROM audit_entry WHERE kind = 'read' AND object_id = ANY ($1)`, [ids]) as { object_id: string; correlation_id: string }[];
      expect(rows.map((row) => row.object_id).sort()).toEqual([...seen].sort());
      for (const row of rows) expect(row).toMatchObject({ account_id: reader.accountId, role: 'village_commissioner', purpose: 'file_list', fields: ['name', 'region', 'masked'], correlation_id: expect.any(String) });
      expect(new Set(rows.map((row) => row.correlation_id)).size).toBe(1);
      const self = await signedInAs(app, { role: 'jobseeker', regionCode: place });
      await maker.post(`/api/v1/files/${ids[0] ?? ''}/link`, { version: 1, accountId: self.accountId }).expect(204);
      const before = (await looks(ids[0] ?? '')).length;
      await self.get('/api/v1/files').expect(200);
      expect(await looks(ids[0] ?? '')).toHaveLength(before);
    });

    it('a list shows nothing when the log cannot be written', async () => {
      const id = await aFile(officer, aPerson());
      await managerOf(app).query(`ALTER TABLE audit_entry ADD CONSTRAINT no_reads CHECK (kind <> 'read') NOT VALID`);
      try {
        const answer = await officer.get('/api/v1/files?limit=200');
        expect(answer.status).toBeGreaterThanOrEqual(500);
        expect(answer.text).not.toContain(id);
      } finally {
        await managerOf(app).query('ALTER TABLE audit_entry DROP CONSTRAINT no_reads');
      }
    });
  });

  describe('revealing', () => {
    it('opens what was asked for and nothing else, and logs fields, purpose and reason', async () => {
      const person = aPerson();
      const id = await aFile(officer, person);
      const { body } = await officer.post(`/api/v1/files/${id}/reveal`, { fields: ['citizenId', 'phone'], purpose: 'verify_identity', reason: '窗口核对身份证' }).expect(200);
      expect(body).toEqual({ citizenId: person.citizenId, phone: person.phone });
      const detail = (await officer.post(`/api/v1/files/${id}/reveal`, { fields: ['disability', 'certificateNumber', 'address'], purpose: 'check_certificate', reason: '核对残疾人证' }).expect(200)).body;
      expect(detail).toEqual({ address: person.address, certificateNumber: person.certificate, disability: { category: 4, grade: 2, issuedOn: '2020-01-01', validUntil: '2030-01-01' } });
      expect(await looks(id)).toEqual([
        { fields: ['citizenId', 'phone'], purpose: 'verify_identity', reason: '窗口核对身份证' },
        { fields: ['disability', 'certificateNumber', 'address'], purpose: 'check_certificate', reason: '核对残疾人证' },
      ]);
    });

    it('opens nothing when the log cannot be written', async () => {
      const id = await aFile(officer, aPerson());
      await managerOf(app).query(`ALTER TABLE audit_entry ADD CONSTRAINT no_reads CHECK (kind <> 'read') NOT VALID`);
      try {
        const answer = await officer.post(`/api/v1/files/${id}/reveal`, { fields: ['citizenId'], purpose: 'verify_identity', reason: '窗口核对身份证' });
        expect(answer.status).toBeGreaterThanOrEqual(500);
        expect(answer.text).not.toContain('9999991950');
      } finally {
        await managerOf(app).query('ALTER TABLE audit_entry DROP CONSTRAINT no_reads');
      }
      expect(await looks(id)).toEqual([]);
    });

    it('not without a reason, a purpose, a field; not a field that does not exist', async () => {
      const id = await aFile(officer, aPerson());
      const good = { fields: ['phone'], purpose: 'contact_person', reason: '电话约面谈' };
      const reveal = (over: object) => codeOf(officer.post(`/api/v1/files/${id}/reveal`, { ...good, ...over }));
      expect(await reveal({ reason: '' })).toMatch(/^422 input\.invalid \/reason/);
      expect(await reveal({ purpose: 'curious' })).toMatch(/^422 input\.invalid \/purpose/);
      expect(await reveal({ fields: [] })).toMatch(/^422 input\.invalid \/fields/);
      expect(await reveal({ fields: ['password'] })).toMatch(/^422 input\.invalid \/fields/);
      expect(await reveal({})).toBe('200');
    });

    it('not by whoever may only read', async () => {
      const id = await aFile(officer, aPerson());
      const commissioner = await signedInAs(app, { role: 'village_commissioner', regionCode: '370303' });
      await commissioner.get(`/api/v1/files/${id}`).expect(200);
      expect(await codeOf(commissioner.post(`/api/v1/files/${id}/reveal`, { fields: ['phone'], purpose: 'contact_person', reason: '电话约面谈' }))).toBe('403 access.forbidden');
    });

    it('hides numbers that a reader writes into the reason', async () => {
      const person = aPerson();
      const id = await aFile(officer, person);
      await officer.post(`/api/v1/files/${id}/reveal`, { fields: ['phone'], purpose: 'contact_person', reason: `打 ${person.phone} 找 ${person.citizenId}` }).expect(200);
      expect((await looks(id))[0]?.reason).toBe('打 [hidden] 找 [hidden]');
    });
  });

  describe('changing', () => {
    it('name, contact, certificate; what is not named stays, null takes away', async () => {
      const person = aPerson();
      const id = await aFile(officer, person);
      await officer.patch(`/api/v1/files/${id}`, { version: 1, name: '改过的名字', address: null, certificate: { number: `${person.citizenId}31` } }).expect(204);
      expect((await officer.get(`/api/v1/files/${id}`)).body).toMatchObject({ name: '改过的名字', hasAddress: false, phoneMasked: `199****${person.phone.slice(-4)}`, version: 2 });
      expect((await officer.post(`/api/v1/files/${id}/reveal`, { fields: ['disability'], purpose: 'check_certificate', reason: '核对残疾人证' })).body).toMatchObject({ disability: { category: 3, grade: 1 } });
      expect(await codeOf(officer.patch(`/api/v1/files/${id}`, { version: 1, name: '晚了' }))).toBe('409 files.file.stale');
      expect(await codeOf(officer.patch(`/api/v1/files/${id}`, { version: 2, citizenId: aCitizenId() }))).toMatch(/^422 input\.invalid \/citizenId input\.unknown_field/);
    });

    it('a closed file stays as it is', async () => {
      const id = await aFile(officer, aPerson());
      await officer.post(`/api/v1/files/${id}/close`, { version: 1, reason: 'moved_away' }).expect(204);
      expect((await officer.get(`/api/v1/files/${id}`)).body).toMatchObject({ closingReason: 'moved_away' });
      expect(await codeOf(officer.patch(`/api/v1/files/${id}`, { version: 2, name: 'x' }))).toBe('409 files.file.already_closed');
    });
  });

  it('an export is masked, carries its number and maker, runs no formula, and is logged for each person', async () => {
    const supervisor = await signedInAs(app, { role: 'counselor_supervisor', regionCode: '370304' });
    const inRegion = await signedInAs(app, { role: 'town_officer', regionCode: '370304' });
    const person = { ...aPerson(), name: '=cmd|1' };
    const id = await aFile(inRegion, person);
    const answer = await supervisor.post('/api/v1/files/exports', { purpose: 'fill_form', reason: '上报季度名单' }).set('Accept', 'text/csv').buffer(true).parse((res, done) => {
      const parts: Buffer[] = [];
      res.on('data', (part: Buffer) => parts.push(part));
      res.on('end', () => done(null, Buffer.concat(parts).toString()));
    });
    expect(answer.status).toBe(200);
    const text = answer.body as string;
    const lines = text.trim().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[0]).toContain(supervisor.accountId);
    expect(lines[2]).toBe(`"'=cmd|1","${`999*************${person.citizenId.slice(-2)}`}","370304","199****${person.phone.slice(-4)}","有"`);
    for (const secret of [person.citizenId, person.phone, person.certificate, person.address]) expect(text).not.toContain(secret);
    expect(await looks(id)).toEqual([{ fields: ['name', 'citizenIdMasked', 'region', 'phoneMasked'], purpose: 'export', reason: '上报季度名单' }]);
    expect(await codeOf(inRegion.post('/api/v1/files/exports', { purpose: 'fill_form' }).set('Accept', 'text/csv, application/json'))).toMatch(/^422 input\.invalid \/reason/);
    expect(await codeOf(counselor.post('/api/v1/files/exports', { purpose: 'fill_form', reason: '上报季度名单' }))).toBe('403 access.forbidden');
  });

  it('a list takes two statements, whatever its length', async () => {
    const statements = async (): Promise<number> => {
      const query = jest.spyOn(EntityManager.prototype, 'query');
      await officer.get('/api/v1/files?limit=200').expect(200);
      const count = query.mock.calls.filter(([text]) => text.includes('person AS p')).length;
      query.mockRestore();
      return count;
    };
    const before = await statements();
    for (let i = 0; i < 4; i += 1) await aFile(officer, aPerson());
    expect([before, await statements()]).toEqual([2, 2]);
  });
});
