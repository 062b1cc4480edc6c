import { randomUUID } from 'node:crypto';
import { startTestApp, type TestApp } from '../../support/app.js';
import { aMembership, anOrganisation, managerOf, signedInAs, type Actor } from '../../support/members.js';
import { countStatements } from '../../support/statements.js';

jest.setTimeout(120_000);

describe('members and roles', () => {
  let app: TestApp;
  let admin: Actor;
  let officer: Actor;
  let federation: string;
  beforeAll(async () => {
    app = await startTestApp();
    federation = await anOrganisation(app, 'federation', '370303');
    admin = await signedInAs(app, { role: 'administrator', regionCode: '370300' });
    officer = await signedInAs(app, { role: 'town_officer', organisationId: federation });
  });
  afterAll(() => app.close());

  const codeOf = async (asking: PromiseLike<{ readonly body: { readonly code?: string }; readonly status: number }>): Promise<string> => {
    const { body, status } = await asking;
    return `${status} ${body.code ?? ''}`.trim();
  };
  const counselor = { displayName: '王指导', role: 'counselor' } as const;

  describe('giving', () => {
    it('an administrator makes a member and gives a second role; both stand in the list and in the audit', async () => {
      const made = await admin.post('/api/v1/members', { ...counselor, organisationId: federation, contact: '+86 138 0000 1234' }).expect(201);
      const { accountId } = made.body as { accountId: string };
      await admin.post(`/api/v1/members/${accountId}/memberships`, { role: 'job_coach', organisationId: federation }).expect(201);
      const { body } = await admin.get(`/api/v1/members/${accountId}`).expect(200);
      expect(body).toMatchObject({ displayName: '王指导', roles: [{ role: 'counselor', regionCode: '370303' }, { role: 'job_coach' }] });
      const acts = await managerOf(app).query(`SELECT act FROM audit_entry WHERE detail::text LIKE $1 ORDER BY act`, [`%${accountId}%`]);
      expect(acts).toEqual([{ act: 'members.membership.grant' }, { act: 'members.membership.grant' }]);
      const dump = JSON.stringify(await managerOf(app).query('SELECT * FROM account_contact WHERE account_id = $1', [accountId]));
      expect(dump).not.toMatch(/1380000|1234/);
    });

    it('not beyond the own rights: neither a role that is not theirs to give, nor a region outside', async () => {
      expect(await codeOf(officer.post('/api/v1/members', { displayName: 'x', role: 'administrator', organisationId: federation }))).toBe('403 members.grant.beyond_own_rights');
      expect(await codeOf(officer.post('/api/v1/members', { displayName: 'x', role: 'jobseeker', regionCode: '370302' }))).toBe('403 members.grant.beyond_own_rights');
      expect(await codeOf(officer.post('/api/v1/members', { displayName: 'x', role: 'jobseeker', regionCode: '370300' }))).toBe('403 members.grant.beyond_own_rights');
      await officer.post('/api/v1/members', { displayName: 'x', role: 'jobseeker', regionCode: '370303001' }).expect(201);
    });

    it('nothing to oneself', async () => {
      expect(await codeOf(admin.post(`/api/v1/members/${admin.accountId}/memberships`, { role: 'counselor', organisationId: federation }))).toBe('403 members.grant.to_oneself');
    });

    it('only where the role belongs', async () => {
      const employer = await anOrganisation(app, 'employer', '370303');
      expect(await codeOf(admin.post('/api/v1/members', { ...counselor, organisationId: employer }))).toBe('422 members.grant.organisation_kind');
      expect(await codeOf(admin.post('/api/v1/members', { ...counselor, regionCode: '370303' }))).toBe('422 members.grant.organisation_needed');
      expect(await codeOf(admin.post('/api/v1/members', { ...counselor, organisationId: federation, regionCode: '370304' }))).toBe('422 members.grant.region_outside_organisation');
      expect(await codeOf(admin.post('/api/v1/members', { ...counselor, organisationId: federation, regionCode: '379999' }))).toBe('422 members.region.unknown');
      expect(await codeOf(admin.post('/api/v1/members', { ...counselor, organisationId: federation, validUntil: '2020-01-01' }))).toBe('422 members.membership.period');
      expect(await codeOf(officer.post('/api/v1/members', { displayName: 'x', role: 'guardian', regionCode: '370303' }))).toBe('422 members.grant.ward_needed');
    });

    it('an organisation outside the scope is one that does not exist', async () => {
      const elsewhere = await anOrganisation(app, 'federation', '110101');
      expect(await codeOf(admin.post('/api/v1/members', { ...counselor, organisationId: elsewhere }))).toBe('404 members.organisation.not_found');
      expect(await codeOf(admin.post('/api/v1/members', { ...counselor, organisationId: randomUUID() }))).toBe('404 members.organisation.not_found');
    });

    it('the same role twice is told as such, one after the other and both at once', async () => {
      const { body } = await admin.post('/api/v1/members', { ...counselor, organisationId: federation }).expect(201);
      const path = `/api/v1/members/${body.accountId}/memberships`;
      expect(await codeOf(admin.post(path, { role: 'counselor', organisationId: federation }))).toBe('409 members.membership.already_held');
      const answers = await Promise.all([1, 2, 3].map(() => codeOf(admin.post(path, { role: 'monitor', organisationId: federation }))));
      expect(answers.sort()).toEqual(['201', '409 members.membership.already_held', '409 members.membership.already_held']);
    });

    it('one contact, once it is confirmed, belongs to one account', async () => {
      const { body } = await admin.post('/api/v1/members', { ...counselor, organisationId: federation, contact: 'Wang@example.org' }).expect(201);
      // As long as it was only typed it keeps nobody out.
      await admin.post('/api/v1/members', { ...counselor, organisationId: federation, contact: 'wang@example.org ' }).expect(201);
      await managerOf(app).query('UPDATE account_contact SET email_verified_at = now() WHERE account_id = $1', [body.accountId]);
      expect(await codeOf(admin.post('/api/v1/members', { ...counselor, organisationId: federation, contact: 'wang@example.org ' }))).toBe('409 members.contact.already_used');
      expect(await codeOf(admin.post('/api/v1/members', { ...counselor, organisationId: federation, contact: 'no contact' }))).toBe('422 members.contact.malformed');
    });
  });

  describe('duties are apart', () => {
    it('nobody holds two of the three, nor one beside another role', async () => {
      const { body } = await admin.post('/api/v1/members', { displayName: '审计员', role: 'auditor', organisationId: federation }).expect(201);
      const path = `/api/v1/members/${body.accountId}/memberships`;
      for (const role of ['administrator', 'security_officer', 'counselor']) expect(await codeOf(admin.post(path, { role, organisationId: federation }))).toBe('409 members.duty.conflict');
      const made = await admin.post('/api/v1/members', { ...counselor, organisationId: federation }).expect(201);
      expect(await codeOf(admin.post(`/api/v1/members/${made.body.accountId}/memberships`, { role: 'auditor', organisationId: federation }))).toBe('409 members.duty.conflict');
    });

    it('two at once: one is given', async () => {
      const { body } = await admin.post('/api/v1/members', { ...counselor, organisationId: federation }).expect(201);
      const path = `/api/v1/members/${body.accountId}/memberships`;
      const answers = await Promise.all([codeOf(admin.post(path, { role: 'monitor', organisationId: federation })), codeOf(admin.post(path, { role: 'security_officer', organisationId: federation }))]);
      expect(answers.filter((answer) => answer === '201')).toHaveLength(1);
    });

    it('the table itself refuses what slipped through', async () => {
      const { body } = await admin.post('/api/v1/members', { displayName: '安全员', role: 'security_officer', organisationId: federation }).expect(201);
      await expect(aMembership(app, body.accountId, { role: 'auditor' })).rejects.toThrow(/membership_one_duty_key/);
    });
  });

  describe('taking', () => {
    it('a role that was taken does not work at the next request, and the member may see why not', async () => {
      const coach = await signedInAs(app, { role: 'counselor_supervisor', organisationId: federation });
      await coach.get('/api/v1/members').expect(200);
      await admin.post(`/api/v1/members/${coach.accountId}/memberships/${coach.membershipId}/revoke`).expect(204);
      const { status } = await coach.get('/api/v1/members');
      expect([401, 403]).toContain(status);
      expect(await codeOf(admin.post(`/api/v1/members/${coach.accountId}/memberships/${coach.membershipId}/revoke`))).toBe('404 members.member.not_found');
    });

    it('not what one may not give', async () => {
      const { body } = await admin.post('/api/v1/members', { ...counselor, organisationId: federation }).expect(201);
      expect(await codeOf(officer.post(`/api/v1/members/${body.accountId}/memberships/${body.membershipId}/revoke`))).toBe('404 members.member.not_found');
      const auditor = await signedInAs(app, { role: 'auditor' });
      expect(await codeOf(auditor.post(`/api/v1/members/${body.accountId}/memberships/${body.membershipId}/revoke`))).toBe('403 access.forbidden');
    });

    it('the last administrator of a place stays; with a second one either may go, but not both at once', async () => {
      const fresh = await startTestApp();
      const [first, second] = [await signedInAs(fresh, { role: 'administrator', regionCode: '370303' }), await signedInAs(fresh, { role: 'administrator', regionCode: '370303' })];
      const county = await signedInAs(fresh, { role: 'administrator', regionCode: '370303001' });
      await county.post(`/api/v1/account/memberships/${county.membershipId}/leave`).expect(204);
      const answers = await Promise.all([first, second].map((one) => codeOf(one.post(`/api/v1/account/memberships/${one.membershipId}/leave`))));
      expect(answers.sort()).toEqual(['204', '409 members.administrator.last']);
      const [last] = await managerOf(fresh).query(`SELECT account_id, id FROM membership WHERE role = 'administrator' AND ended_at IS NULL`) as { account_id: string; id: string }[];
      const remaining = [first, second].find(({ accountId }) => accountId === last?.account_id) as Actor;
      expect(await codeOf(remaining.post(`/api/v1/account/memberships/${remaining.membershipId}/leave`))).toBe('409 members.administrator.last');
      expect(await codeOf(remaining.post(`/api/v1/members/${remaining.accountId}/memberships/${remaining.membershipId}/revoke`))).toBe('409 members.administrator.last');
      await fresh.close();
    });

    it('nobody takes part in a role that is not their own', async () => {
      const coach = await signedInAs(app, { role: 'counselor', organisationId: federation });
      expect(await codeOf(coach.post(`/api/v1/account/memberships/${officer.membershipId}/leave`))).toBe('404 members.membership.not_found');
      expect(await codeOf(coach.post('/api/v1/account/memberships/none/leave'))).toBe('404 members.membership.not_found');
      await coach.post(`/api/v1/account/memberships/${coach.membershipId}/leave`).expect(204);
    });
  });

  describe('seeing', () => {
    it('other regions, towns and employers are not there: 404, word for word as for what is missing', async () => {
      const inside = await signedInAs(app, { role: 'jobseeker', regionCode: '370303001' });
      const others = [
        await signedInAs(app, { role: 'town_officer', regionCode: '370302' }),
        await signedInAs(app, { role: 'town_officer', regionCode: '370303002' }),
        await signedInAs(app, { role: 'employer_clerk' }),
      ];
      await officer.get(`/api/v1/members/${inside.accountId}`).expect(200);
      for (const other of others) {
        const [hidden, missing] = [await other.get(`/api/v1/members/${inside.accountId}`), await other.get(`/api/v1/members/${randomUUID()}`)];
        expect([hidden.status, missing.status]).toEqual([404, 404]);
        expect({ ...hidden.body, correlationId: '' }).toEqual({ ...missing.body, correlationId: '' });
        // Nor does the body matter: it is not read.
        expect(await codeOf(other.post(`/api/v1/members/${inside.accountId}/memberships`, { nonsense: true }))).toBe('404 members.member.not_found');
      }
    });

    it('an administrator does not see who is a jobseeker', async () => {
      const person = await signedInAs(app, { role: 'jobseeker' });
      expect(await codeOf(admin.get(`/api/v1/members/${person.accountId}`))).toBe('404 members.member.not_found');
      expect((await admin.get('/api/v1/members?role=jobseeker').expect(200)).body.items).toEqual([]);
    });

    it('clerks see those of their own employer', async () => {
      const employer = await anOrganisation(app, 'employer');
      const [first, second] = [await signedInAs(app, { role: 'employer_clerk', organisationId: employer }), await signedInAs(app, { role: 'employer_clerk', organisationId: employer })];
      const { body } = await first.get('/api/v1/members').expect(200);
      expect(body.items.map(({ accountId }: { accountId: string }) => accountId).sort()).toEqual([first.accountId, second.accountId].sort());
      expect((await first.get('/api/v1/organisations').expect(200)).body.items).toMatchObject([{ id: employer }]);
      await first.post('/api/v1/members', { displayName: '第二人', role: 'employer_clerk', organisationId: employer }).expect(201);
      expect(await codeOf(first.post('/api/v1/members', { displayName: 'x', role: 'employer_clerk', organisationId: await anOrganisation(app, 'employer') }))).toBe('404 members.organisation.not_found');
    });

    it('roles are told with what they may do and whether one may give them', async () => {
      const { body } = await officer.get('/api/v1/roles').expect(200);
      expect(body.roles).toHaveLength(20);
      expect(body.roles.filter(({ grantable }: { grantable: boolean }) => grantable).map(({ role }: { role: string }) => role)).toEqual(['jobseeker', 'guardian', 'employer_clerk', 'village_commissioner']);
    });
  });

  it('a guardian is made for one jobseeker in the scope, and not for the own account', async () => {
    const ward = await signedInAs(app, { role: 'jobseeker' });
    const { body } = await officer.post('/api/v1/guardianships', { wardAccountId: ward.accountId, guardianName: '母亲', basis: 'statutory' }).expect(201);
    expect(body).toEqual({ guardianAccountId: expect.any(String), membershipId: expect.any(String) });
    const member = await officer.get(`/api/v1/members/${body.guardianAccountId}`).expect(200);
    expect(member.body.roles).toMatchObject([{ role: 'guardian', wardAccountId: ward.accountId }]);
    await officer.post(`/api/v1/members/${body.guardianAccountId}/memberships/${body.membershipId}/revoke`).expect(204);
    const elsewhere = await signedInAs(app, { role: 'jobseeker', regionCode: '110101' });
    expect(await codeOf(officer.post('/api/v1/guardianships', { wardAccountId: elsewhere.accountId, guardianName: 'x', basis: 'statutory' }))).toBe('404 members.ward.not_found');
    expect(await codeOf(officer.post('/api/v1/guardianships', { wardAccountId: ward.accountId, guardianAccountId: ward.accountId, basis: 'appointed' }))).toBe('403 members.grant.to_oneself');
    expect(await codeOf(officer.post('/api/v1/guardianships', { wardAccountId: ward.accountId, basis: 'appointed' }))).toBe('422 input.invalid');
    expect(await codeOf(admin.post('/api/v1/guardianships', { wardAccountId: ward.accountId, guardianName: 'x', basis: 'appointed' }))).toBe('403 access.forbidden');
  });

  describe('what comes in', () => {
    const ATTACKS = ["'; DROP TABLE membership; --", '" OR 1=1 --', '${7*7}', '{{7*7}}', '<script>alert(1)</script>', '%00', '../../etc/passwd', '\\u0000'];

    it('unknown fields are refused', async () => {
      const { body } = await admin.post('/api/v1/members', { ...counselor, organisationId: federation, isAdmin: true, scope: 'all' }).expect(422);
      expect(body.errors.map(({ pointer, code }: { pointer: string; code: string }) => `${pointer} ${code}`).sort()).toEqual(['/isAdmin input.unknown_field', '/scope input.unknown_field']);
      await admin.get('/api/v1/members?scope=all').expect(422);
    });

    it.each(ATTACKS)('%j is a name like any other, and no address', async (text) => {
      const { body } = await admin.post('/api/v1/members', { displayName: text, role: 'counselor', organisationId: federation }).expect(201);
      expect((await admin.get(`/api/v1/members/${body.accountId}`).expect(200)).body.displayName).toBe(text);
      for (const path of [`/api/v1/members/${encodeURIComponent(text)}`, `/api/v1/organisations/${encodeURIComponent(text)}`]) expect([400, 404]).toContain((await admin.get(path)).status);
      for (const query of [`role=${encodeURIComponent(text)}`, `organisationId=${encodeURIComponent(text)}`, `after=${encodeURIComponent(text)}`, `limit=${encodeURIComponent(text)}`]) await admin.get(`/api/v1/members?${query}`).expect(422);
    });

    it('signs that show nothing are refused in a name', async () => {
      for (const displayName of ['a\u0000b', 'a\nb', '\u202Eabc', 'x'.repeat(61), '']) await admin.post('/api/v1/members', { ...counselor, displayName, organisationId: federation }).expect(422);
    });
  });

  it('lists by the page, each in as many statements as the last', async () => {
    const region = '370304';
    const clerk = await signedInAs(app, { role: 'administrator', regionCode: region });
    for (let index = 0; index < 7; index++) await signedInAs(app, { role: 'counselor', regionCode: region });
    const seen: string[] = [];
    let next: string | null = null;
    do {
      const { body }: { body: { items: { accountId: string }[]; next: string | null } } = await clerk.get(`/api/v1/members?limit=3${next === null ? '' : `&after=${next}`}`).expect(200);
      seen.push(...body.items.map(({ accountId }) => accountId));
      next = body.next;
    } while (next !== null);
    expect(new Set(seen).size).toBe(8);
    expect(seen).toHaveLength(8);
    const statements = async (limit: number): Promise<number> => countStatements(app, () => clerk.get(`/api/v1/members?limit=${limit}`).expect(200));
    expect(await statements(1)).toBe(await statements(8));
  });
});
