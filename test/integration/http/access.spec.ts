import { Body, Controller, Get, HttpCode, Injectable, Post } from '@nestjs/common';
import { IsString } from 'class-validator';
import type { Request } from 'express';
import { DomainError } from '../../../src/kernel/domain-error.js';
import { CallerSource, Public, Reach, Requires, TheCaller, Within, type Caller } from '../../../src/platform/access/index.js';
import { LimitedAs } from '../../../src/platform/http/index.js';
import { startProbeApp, type TestApp } from '../../support/app.js';

/** Who calls stands in a header; `expired` and `broken` are sources that fail. */
class HeaderCallers extends CallerSource {
  async callerOf(request: Request): Promise<Caller | null> {
    const name = request.headers['x-probe-caller'];
    if (name === 'expired') throw new DomainError('access.sign_in_required');
    if (name === 'broken') throw new TypeError('secret');
    if (typeof name !== 'string') return null;
    const [permissions = '', via = 'bearer'] = name.split(' via ');
    return { accountId: 'a1', machineKeyId: null, client: null, sessionId: 's1', membershipId: null, role: null, organisationId: null, scope: { kind: 'none' }, permissions: new Set(permissions.split(',')), via: via as Caller['via'] };
  }
}

@Injectable()
class ThingReach extends Reach {
  async demand(_caller: Caller, { id }: Readonly<Record<string, string>>): Promise<void> {
    if (id !== 'mine') throw new DomainError('http.not_found');
  }
}

class TitleDto {
  @IsString()
  title: string;
}

@Controller()
class ThingsController {
  @Get('things') @Requires('things.read')
  page(@TheCaller() caller: Caller): string { return `<p>${caller.accountId}</p>`; }

  @Post('things') @Requires('things.write')
  send(): string { return 'sent'; }

  @Get('open') @Public()
  open(@TheCaller() caller: Caller | null): string { return `<p>${caller?.accountId ?? 'stranger'}</p>`; }

  @Get('api/v1/things') @Requires('things.read')
  read(@TheCaller() caller: Caller): object { return { account: caller.accountId }; }

  @Post('api/v1/things/:id') @Requires('things.write') @Within(ThingReach) @LimitedAs('signIn') @HttpCode(200)
  write(@Body() body: TitleDto): object { return body; }
}

@Controller('sign-in')
class SignInController {
  @Get() @Public()
  show(): string { return 'sign in'; }
}

const HTML = { Accept: 'text/html,*/*;q=0.8' };
const as = (name: string) => ({ 'X-Probe-Caller': name });

describe('who may call', () => {
  let service: TestApp;
  beforeAll(async () => {
    service = await startProbeApp([ThingsController, SignInController], { ZHUJIU_SIGN_INS_PER_MINUTE: '1' }, { callers: new HeaderCallers(), providers: [ThingReach] });
  });
  afterAll(() => service.close());

  it('whoever holds the permission, and the handler is told who', async () => {
    const { body } = await service.http().get('/api/v1/things').set(as('things.read')).expect(200);
    expect(body).toEqual({ account: 'a1' });
  });

  it('nobody without credentials: the API answers 401, with its scheme', async () => {
    const { body } = await service.http().get('/api/v1/things').set(HTML).expect(401).expect('WWW-Authenticate', 'Bearer').expect('Content-Type', /problem\+json/);
    expect(body.code).toBe('access.sign_in_required');
    await service.http().get('/api/v1/things').set(as('expired')).expect(401);
  });

  it('nobody without the permission, on the API and on pages', async () => {
    const { body } = await service.http().get('/api/v1/things').set(as('other.read')).expect(403);
    expect(body.code).toBe('access.forbidden');
    await service.http().get('/things').set({ ...HTML, ...as('other.read') }).expect(403).expect('Content-Type', /html/);
  });

  it('a page sends a stranger to sign in and back, in the language of the page', async () => {
    await service.http().get('/things?year=2024&x=%2F%2Fevil.example').set(HTML).expect(303).expect('Location', '/sign-in?next=%2Fthings%3Fyear%3D2024%26x%3D%252F%252Fevil.example').expect('Cache-Control', 'no-store');
    await service.http().get('/en/things').set(HTML).expect(303).expect('Location', '/en/sign-in?next=%2Fen%2Fthings');
    await service.http().get('/things').set({ ...HTML, ...as('expired') }).expect(303);
    await service.http().get('/things').set({ ...HTML, ...as('things.read') }).expect(200, '<p>a1</p>');
  });

  it('a page does so only where a person reads it: not for a program, not for a form that was sent', async () => {
    await service.http().get('/things').set({ Accept: 'application/json' }).expect(401);
    await service.http().post('/things').set(HTML).type('form').send({ a: '1' }).expect(401);
  });

  it('the sign-in is only named where there is one', async () => {
    const without = await startProbeApp([ThingsController], {}, { providers: [ThingReach] });
    await without.http().get('/things').set(HTML).expect(401);
    await without.close();
  });

  it('an ended session makes a stranger on a public page, a fault of ours does not pass for one', async () => {
    expect((await service.http().get('/open').set({ ...HTML, ...as('things.read') }).expect(200)).text).toBe('<p>a1</p>');
    expect((await service.http().get('/open').set({ ...HTML, ...as('expired') }).expect(200)).text).toBe('<p>stranger</p>');
    await service.http().get('/open').set({ ...HTML, ...as('broken') }).expect(500);
  });

  it('the order: credentials, permission, scope, rate, origin, type, body', async () => {
    const everythingWrong = { 'Sec-Fetch-Site': 'cross-site', 'Content-Type': 'text/plain' };
    const send = async (path: string, headers: Readonly<Record<string, string>>, body = '{'): Promise<string> => JSON.parse((await service.http().post(path).set({ 'Content-Type': 'application/json', ...headers }).send(body)).text).code;
    expect(await send('/api/v1/things/other', everythingWrong)).toBe('access.sign_in_required');
    expect(await send('/api/v1/things/other', { ...everythingWrong, ...as('things.read') })).toBe('access.forbidden');
    expect(await send('/api/v1/things/other', { ...everythingWrong, ...as('things.write via cookie') })).toBe('http.not_found');
    expect(await send('/api/v1/things/mine', { ...everythingWrong, ...as('things.write via cookie') })).toBe('csrf.cross_site');
    expect(await send('/api/v1/things/mine', { ...everythingWrong, ...as('things.write via cookie') })).toBe('http.rate_limited');
  });

  it('asks for no form token where no browser lends its authority, and for one wherever the cookie does', async () => {
    const roomy = await startProbeApp([ThingsController], {}, { callers: new HeaderCallers(), providers: [ThingReach] });
    const send = (name: string, headers: Readonly<Record<string, string>> = {}) => roomy.http().post('/api/v1/things/mine').set({ ...as(name), ...headers }).send({ title: 'x' });
    await send('things.write via bearer').expect(200);
    await send('things.write via machine').expect(200);
    const { body } = await send('things.write via cookie', { 'Sec-Fetch-Site': 'same-origin', Authorization: 'Bearer of-nobody' }).expect(403);
    expect(body.code).toBe('csrf.token_missing');
    await roomy.close();
  });
});
