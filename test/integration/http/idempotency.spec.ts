import { Body, Controller, HttpCode, Injectable, Param, Post, Req } from '@nestjs/common';
import { IsString, MaxLength } from 'class-validator';
import type { Request } from 'express';
import { DataSource } from 'typeorm';
import { DomainError } from '../../../src/kernel/domain-error.js';
import { CallerSource, Public, Requires, type Caller } from '../../../src/platform/access/index.js';
import { UnitOfWork } from '../../../src/platform/database/index.js';
import { NeverKept, Produces } from '../../../src/platform/http/index.js';
import { CleanIdempotentCallsJob } from '../../../src/platform/idempotency/clean-idempotent-calls.job.js';
import { startProbeOnDatabase, type TestApp } from '../../support/app.js';

class WishDto {
  @IsString() @MaxLength(40)
  what: string;
}

/** `Bearer anna:clerk`: the account and the role that it acts in. */
@Injectable()
class NamedCallers extends CallerSource {
  override async callerOf(request: Request): Promise<Caller | null> {
    const [, name, role] = /^Bearer (\w+):(\w*)$/.exec(request.headers.authorization ?? '') ?? [];
    if (name === undefined) return null;
    return { accountId: name, machineKeyId: null, client: null, sessionId: null, membershipId: role ?? null, role: null, organisationId: null, scope: { kind: 'none' }, permissions: new Set(['things.make']), via: 'bearer' };
  }
}

let carriedOut = 0;
let answers: (() => Promise<unknown> | unknown)[] = [];
const outcome = async (): Promise<unknown> => {
  carriedOut += 1;
  return (answers.shift() ?? (() => ({ number: carriedOut })))();
};

@Controller('api/v1')
class ThingsController {
  @Post('things') @Requires('things.make')
  make(@Body() _body: WishDto): Promise<unknown> { return outcome(); }

  @Post('things/:id/close') @HttpCode(204) @Requires('things.make')
  async close(@Param('id') _id: string): Promise<void> { await outcome(); }

  @Post('secrets') @Requires('things.make') @NeverKept('a secret')
  secret(): Promise<unknown> { return outcome(); }

  @Post('lists') @Requires('things.make') @Produces('text/csv')
  list(): Promise<unknown> { return outcome(); }

  @Post('open') @Public()
  open(@Req() _req: Request): Promise<unknown> { return outcome(); }
}

describe('idempotency keys', () => {
  let service: TestApp;
  let next = 0;
  beforeAll(async () => { service = await startProbeOnDatabase([ThingsController], new NamedCallers()); });
  afterAll(() => service.close());
  beforeEach(() => { carriedOut = 0; answers = []; next += 1; });

  const key = (): string => `key-${next}`;
  const post = (path: string, body: object = { what: 'bread' }, { as = 'anna:clerk', key: used = key() }: { as?: string; key?: string } = {}) =>
    service.http().post(`/api/v1/${path}`).set({ Authorization: `Bearer ${as}`, 'Idempotency-Key': used }).send(body);
  const codeOf = ({ text }: { text: string }): string => JSON.parse(text).code;
  const query = (sql: string): Promise<unknown> => service.app.nest.get(DataSource).query(sql);
  /** As if the attempt had begun so long ago. */
  const age = (hours: number) => query(`UPDATE idempotent_call SET begun_at = begun_at - interval '${hours} hours', held_until = held_until - interval '${hours} hours'`);
  const commit = () => service.app.nest.get(UnitOfWork).run((tx) => tx.query('SELECT 1'));

  it('a repeat is given the first answer and nothing is done again', async () => {
    const first = await post('things').expect(201, { number: 1 });
    expect(first.headers).not.toHaveProperty('idempotency-replayed');
    const repeat = await post('things').expect(201, { number: 1 }).expect('Idempotency-Replayed', 'true');
    expect(repeat.text).toBe(first.text);
    await post('things/a/close').expect(204, '');
    await post('things/a/close').expect(204, '').expect('Idempotency-Replayed', 'true');
    expect(carriedOut).toBe(2);
  });

  it('a new key, another caller, another role, another route: a new call', async () => {
    await post('things').expect(201, { number: 1 });
    await post('things', { what: 'bread' }, { key: `${key()}b` }).expect(201, { number: 2 });
    await post('things', { what: 'bread' }, { as: 'ben:clerk' }).expect(201, { number: 3 });
    await post('things', { what: 'bread' }, { as: 'anna:officer' }).expect(201, { number: 4 });
    await post('things/a/close').expect(204);
    expect(carriedOut).toBe(5);
  });

  it('other content under the same key is refused', async () => {
    await post('things').expect(201);
    expect(codeOf(await post('things', { what: 'milk' }).expect(422))).toBe('idempotency.key_reused');
    await post('things/a/close').expect(204);
    expect(codeOf(await post('things/b/close').expect(422))).toBe('idempotency.key_reused');
    expect(carriedOut).toBe(2);
  });

  it('twenty at once: one is carried out, the others are told to wait, then all are given its answer', async () => {
    let go = (): void => undefined;
    const gate = new Promise<void>((resolve) => { go = resolve; });
    answers = [() => gate.then(() => ({ made: 'once' }))];
    let refused = 0;
    const all = Array.from({ length: 20 }, () => post('things').then((answer) => {
      if (answer.status === 409 && ++refused === 19) go();
      return answer;
    }));
    const done = await Promise.all(all);
    expect(done.map(({ status }) => status).sort()).toEqual([201, ...Array.from({ length: 19 }, () => 409)]);
    const waiting = done.find(({ status }) => status === 409);
    expect(codeOf(waiting ?? { text: '{}' })).toBe('idempotency.under_way');
    expect(Number(waiting?.headers['retry-after'])).toBeGreaterThan(0);
    await post('things').expect(201, { made: 'once' });
    expect(carriedOut).toBe(1);
  });

  it('keeps refusals, and neither faults of ours nor "too many calls"', async () => {
    answers = [() => { throw new DomainError('http.rate_limited', { seconds: 3 }); }, () => { throw new Error('a bug'); }, () => { throw new DomainError('http.unavailable'); }, () => { throw new DomainError('http.not_found'); }];
    for (const status of [429, 500, 503, 404]) await post('things').expect(status);
    expect(codeOf(await post('things').expect(404).expect('Idempotency-Replayed', 'true'))).toBe('http.not_found');
    expect(carriedOut).toBe(4);
    expect(codeOf(await post('things', { wrong: 1 }, { key: 'of-bad-input' }).expect(422))).toBe('input.invalid');
    expect(codeOf(await post('things', { wrong: 1 }, { key: 'of-bad-input' }).expect(422).expect('Idempotency-Replayed', 'true'))).toBe('input.invalid');
  });

  describe('an attempt that dies', () => {
    const begun = async (outcomeOf: () => Promise<unknown>): Promise<Promise<{ text: string; status: number }>[]> => {
      let started = (): void => undefined;
      const running = new Promise<void>((resolve) => { started = resolve; });
      answers = [async () => { started(); return outcomeOf(); }];
      const attempt = post('things').then((answer) => answer);
      await running;
      return [attempt];
    };

    it('before its first commit frees its key, and can commit nothing after it', async () => {
      let wake = (): void => undefined;
      const asleep = new Promise<void>((resolve) => { wake = resolve; });
      const [zombie] = await begun(async () => { await asleep; await commit(); return { number: 'of the dead' }; });
      expect(codeOf(await post('things').expect(409))).toBe('idempotency.under_way');
      await age(1);
      await post('things').expect(201, { number: 2 });
      wake();
      expect(codeOf((await zombie) ?? { text: '{}' })).toBe('idempotency.under_way');
      await post('things').expect(201, { number: 2 });
    });

    it('after a commit is not done again: nobody can tell how far it came', async () => {
      let wake = (): void => undefined;
      const asleep = new Promise<void>((resolve) => { wake = resolve; });
      let committed = (): void => undefined;
      const stored = new Promise<void>((resolve) => { committed = resolve; });
      const [attempt] = await begun(async () => { await commit(); committed(); await asleep; throw new Error('gone'); });
      await stored;
      expect(codeOf(await post('things').expect(409))).toBe('idempotency.under_way');
      await age(1);
      expect(codeOf(await post('things').expect(409))).toBe('idempotency.outcome_unknown');
      wake();
      await attempt;
      expect(codeOf(await post('things').expect(409))).toBe('idempotency.outcome_unknown');
      expect(carriedOut).toBe(1);
    });
  });

  it('a day later the key is new, and the job has cleared the table', async () => {
    await post('things').expect(201);
    await age(23);
    await post('things').expect(201).expect('Idempotency-Replayed', 'true');
    await service.app.nest.get(CleanIdempotentCallsJob).handle();
    expect(await query('SELECT count(*)::integer AS n FROM idempotent_call WHERE begun_at > now() - interval \'24 hours\'')).not.toEqual([{ n: 0 }]);
    await age(2);
    await post('things').expect(201, { number: 2 });
    await age(25);
    await service.app.nest.get(CleanIdempotentCallsJob).handle();
    expect(await query('SELECT count(*)::integer AS n FROM idempotent_call')).toEqual([{ n: 0 }]);
  });

  it('the table holds neither key nor content nor answer in clear', async () => {
    answers = [() => ({ answer: 'plain-answer' })];
    await post('things', { what: 'plain-content' }, { key: 'plain-key' }).expect(201);
    expect(JSON.stringify(await query('SELECT * FROM idempotent_call'))).not.toMatch(/plain-/);
  });

  it.each([['empty', ''], ['too long', 'k'.repeat(256)], ['a space', 'a b'], ['beyond ASCII', 'schl\u00fcssel']])('a key that is %s is refused', async (_, used) => {
    expect(codeOf(await post('things', {}, { key: used }).expect(400))).toBe('idempotency.key_malformed');
    expect(carriedOut).toBe(0);
  });

  it('the longest key is taken', async () => {
    await post('things', { what: 'bread' }, { key: 'k'.repeat(255) }).expect(201);
  });

  it('where an answer is never kept a key is refused, not ignored; a stranger’s says nothing', async () => {
    for (const path of ['secrets', 'lists']) expect(codeOf(await post(path).expect(400))).toBe('idempotency.not_offered');
    expect(carriedOut).toBe(0);
    await service.http().post('/api/v1/open').set('Idempotency-Key', key()).expect(201, { number: 1 });
    await service.http().post('/api/v1/open').set('Idempotency-Key', key()).expect(201, { number: 2 });
  });

  it('its place among the answers: after the content type, before the body', async () => {
    const send = (headers: Readonly<Record<string, string>>, body = '{') =>
      service.http().post('/api/v1/things').set({ 'Content-Type': 'application/json', 'Idempotency-Key': 'a b', ...headers }).send(body);
    const Authorization = 'Bearer anna:clerk';
    expect(codeOf(await send({}))).toBe('access.sign_in_required');
    expect(codeOf(await send({ Authorization, 'Content-Type': 'text/plain' }))).toBe('http.unsupported_media_type');
    expect(codeOf(await send({ Authorization }))).toBe('idempotency.key_malformed');
    expect(codeOf(await send({ Authorization, 'Idempotency-Key': 'a' }))).toBe('http.json_malformed');
  });
});
