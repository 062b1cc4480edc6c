import type { Clock } from '../../../src/kernel/clock.js';
import { CLOCK } from '../../../src/platform/clock/clock.module.js';
import { RetentionJob } from '../../../src/rights/app/retention.job.js';
import { startTestApp, type TestApp } from '../../support/app.js';
import { managerOf, signedInAs, type Actor } from '../../support/members.js';
import { aFile, aPerson, type TestPerson } from '../../support/people.js';

jest.setTimeout(120_000);

describe('rights of a person', () => {
  let app: TestApp;
  let officer: Actor;
  let elsewhere: Actor;
  beforeAll(async () => {
    app = await startTestApp();
    officer = await signedInAs(app, { role: 'town_officer', regionCode: '370303' });
    elsewhere = await signedInAs(app, { role: 'town_officer', regionCode: '370302' });
  });
  afterAll(() => app.close());

  const codeOf = async (asking: PromiseLike<{ readonly body: { readonly code?: string }; readonly status: number }>): Promise<string> => {
    const { body, status } = await asking;
    return `${status} ${body.code ?? ''}`.trim();
  };
  type Someone = { readonly id: string; readonly person: TestPerson; readonly self: Actor };
  async function someone(): Promise<Someone> {
    const person = aPerson();
    const id = await aFile(officer, person);
    const self = await signedInAs(app, { role: 'jobseeker' });
    await officer.post(`/api/v1/files/${id}/link`, { version: 1, accountId: self.accountId }).expect(204);
    return { id, person, self };
  }
  const matching = { purpose: 'matching', recipient: 'federation', what: ['skills', 'needs'] };

  describe('consent', () => {
    it('is given for a purpose, holds, and is taken back as easily', async () => {
      const { id: personId, self } = await someone();
      const { body } = await self.post('/api/v1/own/consents', { ...matching, until: '2099-12-31' }).expect(201);
      const read = async (): Promise<object[]> => ((await self.get('/api/v1/own/consents').expect(200)).body as { items: object[] }).items;
      expect(await read()).toMatchObject([{ ...matching, until: '2099-12-31', givenHow: 'online', withdrawnOn: null, holds: true }]);
      const { id } = body as { id: string };
      await self.post(`/api/v1/own/consents/${id}/withdraw`).expect(204);
      expect(await read()).toMatchObject([{ withdrawnHow: 'online', holds: false }]);
      expect(await codeOf(self.post(`/api/v1/own/consents/${id}/withdraw`))).toBe('404 rights.consent.not_found');
      expect(await managerOf(app).query(`SELECT act FROM audit_entry WHERE object_id = $1 AND act LIKE 'rights.consent.%' ORDER BY seq`, [personId])).toEqual([{ act: 'rights.consent.give' }, { act: 'rights.consent.withdraw' }]);
    });

    it('is not asked for what the law demands, nor for the past, nor for a purpose that nobody knows', async () => {
      const { self } = await someone();
      expect(await codeOf(self.post('/api/v1/own/consents', { ...matching, purpose: 'quota_review' }))).toBe('422 rights.consent.not_needed');
      expect(await codeOf(self.post('/api/v1/own/consents', { ...matching, until: '2020-01-01' }))).toBe('422 rights.consent.period');
      expect(await codeOf(self.post('/api/v1/own/consents', { ...matching, purpose: 'advertising' }))).toBe('422 input.invalid');
    });

    it('of others: an officer writes down what was said on paper, in its region only', async () => {
      const { id, self } = await someone();
      await officer.post(`/api/v1/people/${id}/consents`, { ...matching, how: 'paper' }).expect(201);
      expect((await self.get('/api/v1/own/consents')).body).toMatchObject({ items: [{ givenHow: 'paper' }] });
      expect(await codeOf(elsewhere.post(`/api/v1/people/${id}/consents`, { ...matching, how: 'paper' }))).toBe('404 rights.file.not_found');
      expect(await codeOf(elsewhere.get(`/api/v1/people/${id}/consents`))).toBe('404 rights.file.not_found');
      const other = await someone();
      const { body } = await other.self.post('/api/v1/own/consents', matching);
      expect(await codeOf(self.post(`/api/v1/own/consents/${(body as { id: string }).id}/withdraw`))).toBe('404 rights.consent.not_found');
    });
  });

  it('who looked: role, fields, purpose and reason, and no name; another’s file shows nothing', async () => {
    const { id, self } = await someone();
    await officer.get(`/api/v1/files/${id}`).expect(200);
    await officer.post(`/api/v1/files/${id}/reveal`, { fields: ['phone'], purpose: 'contact_person', reason: '电话约面谈' }).expect(200);
    const { body } = await self.get('/api/v1/own/looks').expect(200);
    expect(body).toMatchObject({ next: null, items: [{ role: 'town_officer', fields: ['phone'], purpose: 'contact_person', reason: '电话约面谈' }, { purpose: 'file_opened' }] });
    expect(JSON.stringify(body)).not.toContain(officer.accountId);
    expect((await (await someone()).self.get('/api/v1/own/looks')).body).toEqual({ items: [], next: null });
    expect(await codeOf((await signedInAs(app, { role: 'jobseeker' })).get('/api/v1/own/looks'))).toBe('404 rights.file.not_found');
    expect(await codeOf(officer.get('/api/v1/own/looks'))).toBe('403 access.forbidden');
  });

  it('who looked shows lists, requests and consents too', async () => {
    const { id, self } = await someone();
    const request = ((await self.post('/api/v1/own/requests', { kind: 'explanation', wish: '请说明' }).expect(201)).body as { id: string }).id;
    await officer.get('/api/v1/files?limit=200').expect(200);
    await officer.get('/api/v1/rights-requests?limit=200').expect(200);
    await officer.get(`/api/v1/rights-requests/${request}`).expect(200);
    await officer.get(`/api/v1/people/${id}/consents`).expect(200);
    // Whether it lies in reach is asked before every act, and is no look.
    await officer.post(`/api/v1/rights-requests/${request}/grant`, { version: 1, answer: '已当面说明' }).expect(204);
    // The person's own are none.
    await self.get('/api/v1/own/requests').expect(200);
    await self.get('/api/v1/own/consents').expect(200);
    const { body } = await self.get('/api/v1/own/looks').expect(200);
    expect((body as { items: readonly { purpose: string; role: string }[] }).items.map(({ purpose, role }) => `${purpose} ${role}`)).toEqual([
      'consents_read town_officer', 'request_opened town_officer', 'request_list town_officer', 'file_list town_officer',
    ]);
    const page = await app.http().get('/my-data/looks').set({ Cookie: self.cookie, Accept: 'text/html' }).expect(200);
    for (const words of ['查看您的同意', '打开您的请求', '在请求清单里看到', '在名单里看到']) expect(page.text).toContain(words);
  });

  it('a copy holds everything, and nothing of anybody else', async () => {
    const { person, self } = await someone();
    await self.post('/api/v1/own/consents', matching).expect(201);
    const { body, headers } = await self.get('/api/v1/own/data').expect(200);
    expect(body).toMatchObject({
      format: 'zhujiu.person.v1', identity: { name: person.name, citizenId: person.citizenId, regionCode: '370303' }, contact: { phone: person.phone, address: person.address },
      certificate: { number: person.certificate, category: 4, grade: 2 }, file: { closedOn: null, rankingOff: false }, consents: [matching], requests: [], looks: [],
    });
    expect(headers['cache-control']).toBe('no-store');
  });

  it('a guardian uses the rights of its ward, and the ward sees it', async () => {
    const { id, self } = await someone();
    const guardian = await signedInAs(app, { role: 'guardian', wardAccountId: self.accountId });
    expect((await guardian.get('/api/v1/own/data').expect(200)).body).toMatchObject({ identity: { id } });
    expect((await self.get('/api/v1/own/looks')).body).toMatchObject({ items: [{ role: 'guardian', purpose: 'copy' }] });
    const stranger = await signedInAs(app, { role: 'guardian' });
    expect(await codeOf(stranger.get('/api/v1/own/data'))).toBe('404 rights.file.not_found');
  });

  it('ranking is switched off at once, and on again', async () => {
    const { id, self } = await someone();
    for (const off of [true, false]) {
      await self.post('/api/v1/own/ranking', { off }).expect(204);
      expect((await officer.get(`/api/v1/files/${id}`)).body).toMatchObject({ rankingOff: off });
    }
    expect(await codeOf(self.post('/api/v1/own/ranking', { off: 'yes' }))).toBe('422 input.invalid');
  });

  describe('requests', () => {
    it('have a due date from dated data, reach the officer, are answered once, and the person is told', async () => {
      const { self } = await someone();
      const { id } = (await self.post('/api/v1/own/requests', { kind: 'correction', wish: '地址搬了' }).expect(201)).body as { id: string };
      const listed = (await officer.get('/api/v1/rights-requests?status=received&limit=200').expect(200)).body as { items: readonly { id: string; madeAt: string; dueOn: string }[] };
      const mine = listed.items.find((item) => item.id === id);
      expect(Math.round((Date.parse(`${mine?.dueOn ?? ''}T12:00:00+08:00`) - Date.parse(mine?.madeAt ?? '')) / 86_400_000)).toBeGreaterThanOrEqual(29);
      expect((await officer.get(`/api/v1/rights-requests/${id}`)).body).toMatchObject({ wish: '地址搬了', status: 'received' });
      await officer.post(`/api/v1/rights-requests/${id}/grant`, { version: 1, answer: '已按您说的改好' }).expect(204);
      expect((await self.get('/api/v1/own/requests')).body).toMatchObject({ items: [{ status: 'granted', answer: '已按您说的改好' }] });
      expect(await codeOf(officer.post(`/api/v1/rights-requests/${id}/refuse`, { version: 2, answer: '又不行了' }))).toBe('409 rights.request.already_answered');
      expect(await managerOf(app).query(`SELECT template FROM message WHERE account_id = $1`, [self.accountId])).toEqual([{ template: 'rights.request-answered' }]);
      const [row] = await managerOf(app).query('SELECT * FROM rights_request WHERE id = $1', [id]);
      expect(JSON.stringify(row)).not.toMatch(/搬|改好/);
    });

    it('not twice at once, not from elsewhere, not on an old version, not without words', async () => {
      const { self } = await someone();
      const { id } = (await self.post('/api/v1/own/requests', { kind: 'explanation' }).expect(201)).body as { id: string };
      expect(await codeOf(self.post('/api/v1/own/requests', { kind: 'explanation' }))).toBe('409 rights.request.already_made');
      expect(await codeOf(elsewhere.get(`/api/v1/rights-requests/${id}`))).toBe('404 rights.request.not_found');
      expect(await codeOf(elsewhere.post(`/api/v1/rights-requests/${id}/grant`, { version: 1, answer: '好的可以' }))).toBe('404 rights.request.not_found');
      expect(await codeOf(officer.post(`/api/v1/rights-requests/${id}/grant`, { version: 9, answer: '好的可以' }))).toBe('409 rights.request.stale');
      expect(await codeOf(officer.post(`/api/v1/rights-requests/${id}/refuse`, { version: 1 }))).toBe('422 input.invalid');
      expect(await codeOf((await someone()).self.post(`/api/v1/own/requests/${id}/withdraw`))).toBe('404 rights.request.not_found');
      await self.post(`/api/v1/own/requests/${id}/withdraw`).expect(204);
      expect(await codeOf(officer.post(`/api/v1/rights-requests/${id}/grant`, { version: 2, answer: '好的可以' }))).toBe('409 rights.request.already_answered');
    });

    it('a deletion that is granted takes away everything that says who it was; a refused one nothing', async () => {
      const [refused, granted] = [await someone(), await someone()];
      const ask = async ({ self }: Someone): Promise<string> => ((await self.post('/api/v1/own/requests', { kind: 'deletion', wish: '请删除' }).expect(201)).body as { id: string }).id;
      await officer.post(`/api/v1/rights-requests/${await ask(refused)}/refuse`, { version: 1, answer: '正在办理补贴，暂不能删除' }).expect(204);
      expect((await officer.get(`/api/v1/files/${refused.id}`)).body).toMatchObject({ name: refused.person.name });
      await officer.post(`/api/v1/rights-requests/${await ask(granted)}/grant`, { version: 1, answer: '已经删除' }).expect(204);
      expect((await officer.get(`/api/v1/files/${granted.id}`)).body).toMatchObject({ name: null, citizenIdMasked: null, certificateMasked: null, phoneMasked: null, hasAddress: false, accountId: null });
      for (const table of ['disability_certificate', 'person_contact']) expect(await managerOf(app).query(`SELECT 1 FROM ${table} WHERE person_id = $1`, [granted.id])).toEqual([]);
      expect(await managerOf(app).query('SELECT wish, answer FROM rights_request WHERE person_id = $1', [granted.id])).toEqual([{ wish: null, answer: null }]);
      expect(await codeOf(granted.self.get('/api/v1/own/data'))).toBe('404 rights.file.not_found');
      // The number is free: the same person can have a file again.
      await aFile(officer, granted.person);
    });
  });

  describe('retention', () => {
    it('anonymises what was closed long enough, deletes what was answered and withdrawn, leaves the rest, and reports in numbers', async () => {
      const [old, young, open] = [await someone(), await someone(), await someone()];
      for (const { id } of [old, young]) await officer.post(`/api/v1/files/${id}/close`, { version: 2, reason: 'moved_away' }).expect(204);
      const day = (days: number): string => new Date(app.app.nest.get<Clock>(CLOCK).now().getTime() - days * 86_400_000).toISOString().slice(0, 10);
      await managerOf(app).query('UPDATE person_file SET closed_on = $2, opened_on = $2 WHERE person_id = $1', [old.id, day(1096)]);
      await managerOf(app).query('UPDATE person_file SET closed_on = $2, opened_on = $2 WHERE person_id = $1', [young.id, day(1093)]);
      const { id: consent } = (await open.self.post('/api/v1/own/consents', matching)).body as { id: string };
      await managerOf(app).query(`UPDATE consent SET since = $2, withdrawn_on = $2, withdrawn_how = 'online' WHERE id = $1`, [consent, day(1200)]);
      await app.app.nest.get(RetentionJob, { strict: false }).handle();
      expect((await officer.get(`/api/v1/files/${old.id}`)).body).toMatchObject({ name: null });
      expect((await officer.get(`/api/v1/files/${young.id}`)).body).toMatchObject({ name: young.person.name });
      expect((await officer.get(`/api/v1/files/${open.id}`)).body).toMatchObject({ name: open.person.name });
      expect(await managerOf(app).query('SELECT 1 FROM consent WHERE id = $1', [consent])).toEqual([]);
      const auditor = await signedInAs(app, { role: 'auditor' });
      const { body } = await auditor.get('/api/v1/retention-runs').expect(200);
      const runs = Object.fromEntries((body as { items: readonly { rule: string; applied: number }[] }).items.map(({ rule, applied }) => [rule, applied]));
      expect(runs).toEqual({ closed_file: 1, answered_request: 0, ended_consent: 1 });
      expect(await codeOf(officer.get('/api/v1/retention-runs'))).toBe('403 access.forbidden');
    });

    it('says for how long, by which article, and that nobody has confirmed it, in the API and on the page', async () => {
      const auditor = await signedInAs(app, { role: 'auditor' });
      const { body } = await auditor.get('/api/v1/retention-rules').expect(200);
      expect(body).toMatchObject({ items: [{ rule: 'closed_file', days: 1095, reference: { title: '中华人民共和国个人信息保护法' }, confirmed: false }, { rule: 'answered_request' }, { rule: 'ended_consent' }] });
      const page = await app.http().get('/retention').set({ Cookie: auditor.cookie, Accept: 'text/html' }).expect(200);
      expect(page.text).toContain('还没有经主管部门确认');
      expect(page.text.match(/未确认<\/td>/g)).toHaveLength(3);
      expect(page.text).toContain('1095 天');
      expect(await codeOf(officer.get('/api/v1/retention-rules'))).toBe('403 access.forbidden');
      await app.http().get('/retention').set({ Cookie: officer.cookie, Accept: 'text/html' }).expect(403);
    });

    it('a second run on the same day finds nothing to do', async () => {
      await app.app.nest.get(RetentionJob, { strict: false }).handle();
      const rows = await managerOf(app).query('SELECT sum(applied)::int AS n FROM retention_run') as { n: number }[];
      expect(rows).toEqual([{ n: 2 }]);
    });
  });
});
