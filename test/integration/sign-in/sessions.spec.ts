import { startTestApp, type TestApp } from '../../support/app.js';
import { anAccount, openSessionFor, PASSWORD, sql, totpCode, type TestAccount } from '../../support/sign-in.js';

describe('sign-in over the API', () => {
  let app: TestApp;
  let clerk: TestAccount;
  let officer: TestAccount;
  beforeAll(async () => {
    app = await startTestApp({ ZHUJIU_SIGN_INS_PER_MINUTE: '100000' });
    clerk = await anAccount(app, { contact: 'clerk@example.org', roles: [{ role: 'jobseeker' }] });
    officer = await anAccount(app, { contact: 'officer@example.org', roles: [{ role: 'first_reviewer' }], authenticator: true });
  });
  afterAll(() => app.close());

  const open = (body: object) => app.http().post('/api/v1/sessions').send(body);
  const codeOf = (answer: { body: { code?: string } }): string | undefined => answer.body.code;
  const session = (header: Record<string, string>) => app.http().get('/api/v1/session').set(header);
  const bearer = (token: string) => ({ Authorization: `Bearer ${token}` });

  it('a right password opens a session that says who calls', async () => {
    const { body } = await open({ contact: ' Clerk@Example.org', password: PASSWORD }).expect(201);
    expect(body).toMatchObject({ tokenType: 'Bearer', mustChooseMembership: false });
    const shown = await session(bearer(body.token)).expect(200);
    expect(shown.body).toMatchObject({ accountId: clerk.accountId, sessionId: body.sessionId, role: 'jobseeker', scope: { kind: 'self', accountId: clerk.accountId } });
    const [row] = await sql(app, 'SELECT token_digest FROM session WHERE id = $1', [body.sessionId]) as { token_digest: Buffer }[];
    expect(row?.token_digest.toString('latin1')).not.toContain(body.token);
  });

  it('a wrong password and an unknown account are one refusal', async () => {
    const wrong = await open({ contact: 'clerk@example.org', password: 'something else entirely' }).expect(401);
    const unknown = await open({ contact: 'nobody@example.org', password: 'something else entirely' }).expect(401);
    const noContact = await open({ contact: "' OR 1=1 --", password: '{{7*7}}${7*7}' }).expect(401);
    for (const { body } of [wrong, unknown, noContact]) expect(body).toMatchObject({ code: 'sign_in.wrong', params: {}, errors: [] });
    expect({ ...wrong.body, correlationId: '' }).toEqual({ ...unknown.body, correlationId: '' });
  });

  it('full-width letters of an input method are the same password', async () => {
    await anAccount(app, { contact: 'wide@example.org', password: 'Seven frogs 2 cross', roles: [{ role: 'jobseeker' }] });
    await open({ contact: 'wide@example.org', password: 'Ｓｅｖｅｎ　ｆｒｏｇｓ　２　ｃｒｏｓｓ' }).expect(201);
  });

  it('unknown fields are refused', async () => {
    expect(codeOf(await open({ contact: 'clerk@example.org', password: PASSWORD, role: 'administrator' }).expect(422))).toBe('input.invalid');
  });

  describe('second factor', () => {
    it('is asked of whoever has one, and a code opens once', async () => {
      const proof = { contact: 'officer@example.org', password: PASSWORD };
      expect(codeOf(await open(proof).expect(401))).toBe('sign_in.second_factor_required');
      expect(codeOf(await open({ ...proof, code: '000000' }).expect(401))).toBe('sign_in.code_wrong');
      const code = totpCode();
      const { body } = await open({ ...proof, code: `${code.slice(0, 3)} ${code.slice(3)}` }).expect(201);
      expect((await session(bearer(body.token))).body).toMatchObject({ accountId: officer.accountId, role: 'first_reviewer', scope: { kind: 'region', prefix: '370303' } });
      expect(codeOf(await open({ ...proof, code }).expect(401))).toBe('sign_in.code_replayed');
      await open({ ...proof, code: totpCode(1) }).expect(201);
      expect(codeOf(await open({ ...proof, code }).expect(401))).toBe('sign_in.code_replayed');
    });

    it('staff without one cannot open a session by password alone', async () => {
      await anAccount(app, { contact: 'bare@example.org', roles: [{ role: 'auditor' }] });
      expect(codeOf(await open({ contact: 'bare@example.org', password: PASSWORD }).expect(403))).toBe('sign_in.enrolment_required');
    });
  });

  describe('credentials', () => {
    it.each([
      ['a forged token', () => ({ Authorization: `Bearer zjs_${'A'.repeat(43)}` }), 'access.credentials_unknown'],
      ['a token of another kind', () => ({ Authorization: `Bearer zjd_${'A'.repeat(43)}` }), 'access.credentials_unknown'],
      ['another scheme', () => ({ Authorization: 'Basic Y2xlcms6cGFzc3dvcmQ=' }), 'access.credentials_unknown'],
      ['an empty header', () => ({ Authorization: 'Bearer ' }), 'access.credentials_unknown'],
      ['a forged cookie', () => ({ Cookie: `sid=zjs_${'A'.repeat(43)}` }), 'access.credentials_unknown'],
      ['a cookie of https on plain http', () => ({ Cookie: `__Host-sid=zjs_${'A'.repeat(43)}` }), 'access.sign_in_required'],
      ['nothing', () => ({}), 'access.sign_in_required'],
    ])('%s is refused', async (_, headers, code) => {
      expect(codeOf(await session(headers() as Record<string, string>).expect(401))).toBe(code);
    });

    it('a changed cookie, a cookie as a header, and a header beside a good cookie are refused', async () => {
      const { cookie, bearer: header } = await openSessionFor(app, clerk);
      await session({ Cookie: cookie }).expect(200);
      await session({ Authorization: header }).expect(200);
      const changed = cookie.replace(/.$/, (last) => (last === 'A' ? 'B' : 'A'));
      expect(codeOf(await session({ Cookie: changed }).expect(401))).toBe('access.credentials_unknown');
      expect(codeOf(await session({ Authorization: cookie.replace('sid=', 'Bearer ') }).expect(401))).toBe('access.credentials_unknown');
      expect(codeOf(await session({ Cookie: header.replace('Bearer ', 'sid=') }).expect(401))).toBe('access.credentials_unknown');
      expect(codeOf(await session({ Cookie: cookie, Authorization: 'Bearer nonsense' }).expect(401))).toBe('access.credentials_unknown');
    });

    it('a session ends for want of calls, at its longest time, when it is revoked, and with its account', async () => {
      const opened = async () => (await openSessionFor(app, clerk));
      const cases = [
        ['seen_at = now() - interval \'62 minutes\'', 'access.session_expired'],
        ['opened_at = now() - interval \'12 hours 1 second\'', 'access.session_expired'],
        ['revoked_at = now()', 'access.session_ended'],
      ] as const;
      for (const [change, code] of cases) {
        const { bearer: header, sessionIds } = await opened();
        await session({ Authorization: header }).expect(200);
        await sql(app, `UPDATE session SET ${change} WHERE id = $1`, [sessionIds[1]]);
        expect(codeOf(await session({ Authorization: header }).expect(401))).toBe(code);
      }
      const { bearer: header, sessionIds } = await opened();
      await sql(app, "UPDATE session SET seen_at = now() - interval '59 minutes' WHERE id = $1", [sessionIds[1]]);
      await session({ Authorization: header }).expect(200);
      await sql(app, "UPDATE account SET status = 'suspended' WHERE id = $1", [clerk.accountId]);
      expect(codeOf(await session({ Authorization: header }))).toBe('access.account_closed');
      await sql(app, "UPDATE account SET status = 'active' WHERE id = $1", [clerk.accountId]);
    });

    it('staff sessions end sooner', async () => {
      const { bearer: header, sessionIds } = await openSessionFor(app, officer);
      await sql(app, "UPDATE session SET seen_at = now() - interval '32 minutes' WHERE id = $1", [sessionIds[1]]);
      expect(codeOf(await session({ Authorization: header }).expect(401))).toBe('access.session_expired');
    });

    it('a call is noted at most once a minute', async () => {
      const { bearer: header, sessionIds } = await openSessionFor(app, clerk);
      const seen = async () => (await sql(app, 'SELECT seen_at FROM session WHERE id = $1', [sessionIds[1]]) as { seen_at: Date }[])[0]?.seen_at.getTime() ?? 0;
      const before = await seen();
      await session({ Authorization: header }).expect(200);
      expect(await seen()).toBe(before);
      await sql(app, "UPDATE session SET seen_at = seen_at - interval '61 seconds' WHERE id = $1", [sessionIds[1]]);
      await session({ Authorization: header }).expect(200);
      expect(await seen()).toBeGreaterThanOrEqual(before);
    });

    it('a role that is taken away ends with the next call', async () => {
      const two = await anAccount(app, { roles: [{ role: 'first_reviewer' }] });
      const { bearer: header } = await openSessionFor(app, two);
      expect((await session({ Authorization: header })).body.role).toBe('first_reviewer');
      await sql(app, 'UPDATE membership SET ended_at = now() WHERE account_id = $1', [two.accountId]);
      expect((await session({ Authorization: header })).body).toMatchObject({ role: null, membershipId: null, scope: { kind: 'none' } });
    });
  });

  describe('own sessions', () => {
    it('are listed, and one that is ended is dead at once; nobody ends another’s', async () => {
      const owner = await anAccount(app, { roles: [{ role: 'jobseeker' }] });
      const mine = await openSessionFor(app, owner);
      const other = await openSessionFor(app, clerk);
      const { body } = await app.http().get('/api/v1/sessions').set({ Authorization: mine.bearer }).expect(200);
      expect(body.items.map(({ id, isThis }: { id: string; isThis: boolean }) => [id, isThis])).toEqual(expect.arrayContaining([[mine.sessionIds[0], false], [mine.sessionIds[1], true]]));
      expect(body.items).toHaveLength(2);
      for (const id of [other.sessionIds[0], 'no-uuid', "1' OR '1'='1"]) {
        expect(codeOf(await app.http().delete(`/api/v1/sessions/${encodeURIComponent(id ?? '')}`).set({ Authorization: mine.bearer }).expect(404))).toBe('sign_in.session_not_found');
      }
      await session({ Cookie: mine.cookie }).expect(200);
      await app.http().delete(`/api/v1/sessions/${mine.sessionIds[0]}`).set({ Authorization: mine.bearer }).expect(204);
      expect(codeOf(await session({ Cookie: mine.cookie }).expect(401))).toBe('access.session_ended');
      await app.http().delete('/api/v1/session').set({ Authorization: mine.bearer }).expect(204);
      expect(codeOf(await session({ Authorization: mine.bearer }).expect(401))).toBe('access.session_ended');
      await session({ Authorization: other.bearer }).expect(200);
    });

    it('act in one role at a time, which the person chooses', async () => {
      const both = await anAccount(app, { contact: 'both@example.org', roles: [{ role: 'jobseeker' }, { role: 'jobseeker', regionCode: '370302' }] });
      const { body } = await open({ contact: 'both@example.org', password: PASSWORD }).expect(201);
      expect(body.mustChooseMembership).toBe(true);
      expect((await session(bearer(body.token))).body).toMatchObject({ role: null, membershipId: null });
      const put = (membershipId: unknown) => app.http().put('/api/v1/session/membership').set(bearer(body.token)).send({ membershipId });
      await put(both.membershipIds[1]).expect(204);
      expect((await session(bearer(body.token))).body).toMatchObject({ role: 'jobseeker', membershipId: both.membershipIds[1] });
      expect(codeOf(await put(officer.membershipIds[0]).expect(404))).toBe('sign_in.membership_not_found');
      expect(codeOf(await put("x'; DROP TABLE session; --").expect(422))).toBe('input.invalid');
      expect((await session(bearer(body.token))).body.membershipId).toBe(both.membershipIds[1]);
    });
  });
});
