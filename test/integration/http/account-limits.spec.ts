import { Controller, Get, Injectable, Post, HttpCode } from '@nestjs/common';
import type { Request } from 'express';
import { CallerSource, Public, Requires, type Caller } from '../../../src/platform/access/index.js';
import { LimitedAs } from '../../../src/platform/http/index.js';
import { startProbeApp, type TestApp } from '../../support/app.js';

/** `Bearer anna` is an account, `Machine taxes` a program. */
@Injectable()
class NamedCallers extends CallerSource {
  override async callerOf({ headers }: Request): Promise<Caller | null> {
    const [via, name, perMinute] = (headers.authorization ?? '').split(' ');
    if (name === undefined) return null;
    const machine = via === 'Machine';
    return { accountId: machine ? null : name, machineKeyId: machine ? `key of ${name}` : null, client: machine ? { id: name, callsPerMinute: Number(perMinute ?? 1_000_000) } : null, sessionId: null, membershipId: null, role: null, organisationId: null, scope: { kind: 'none' }, permissions: new Set(['things.read']), via: machine ? 'machine' : 'bearer' };
  }
}

@Controller('api/v1')
class ThingsController {
  @Get('things') @Requires('things.read')
  read(): { ok: true } { return { ok: true }; }

  @Get('closed') @Requires('things.other')
  other(): { ok: true } { return { ok: true }; }

  @Get('open') @Public()
  open(): { ok: true } { return { ok: true }; }

  @Post('sign-in') @Public() @LimitedAs('signIn') @HttpCode(200)
  signIn(): { ok: true } { return { ok: true }; }
}

describe('limits by account', () => {
  let service: TestApp;
  beforeEach(async () => {
    service = await startProbeApp([ThingsController], { ZHUJIU_ACCOUNT_CALLS_PER_MINUTE: '60', ZHUJIU_ANONYMOUS_CALLS_PER_MINUTE: '600', ZHUJIU_TRUSTED_PROXIES: 'loopback' }, { callers: new NamedCallers() });
  });
  afterEach(() => service.close());

  const call = (who: string, address: string, path = 'things') => service.http().get(`/api/v1/${path}`).set({ 'X-Forwarded-For': address, ...(who === '' ? {} : { Authorization: who }) });
  const statuses = async (times: number, one: () => ReturnType<typeof call>): Promise<number[]> => {
    const all: number[] = [];
    for (let n = 0; n < times; n += 1) all.push((await one()).status);
    return [...new Set(all)];
  };

  it('counts an account over all its addresses, and neither others nor strangers at them', async () => {
    expect(await statuses(30, () => call('Bearer anna', '203.0.113.1'))).toEqual([200]);
    expect(await statuses(30, () => call('Bearer anna', '203.0.113.2'))).toEqual([200]);
    const refused = await call('Bearer anna', '203.0.113.3').expect(429);
    expect(JSON.parse(refused.text)).toMatchObject({ code: 'http.rate_limited' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    // A public page counts for whoever is signed in too.
    await call('Bearer anna', '203.0.113.3', 'open').expect(429);
    await call('Bearer ben', '203.0.113.1').expect(200);
    await call('', '203.0.113.1', 'open').expect(200);
  });

  it('a stranger keeps the 600 of the address, and an account is held to them too', async () => {
    expect(await statuses(600, () => call('', '203.0.113.7', 'open'))).toEqual([200]);
    await call('', '203.0.113.7', 'open').expect(429);
    await call('Bearer anna', '203.0.113.7').expect(429);
    await call('Bearer anna', '203.0.113.8').expect(200);
  });

  it('a machine is held to its own limit only, and uses up nobody else’s', async () => {
    expect(await statuses(700, () => call('Machine taxes', '203.0.113.9'))).toEqual([200]);
    await call('', '203.0.113.9', 'open').expect(200);
    expect(await statuses(5, () => call('Machine slow 5', '203.0.113.9'))).toEqual([200]);
    // Permission comes before the rate: what a machine may not do at all is told to it first.
    await call('Machine slow 5', '203.0.113.9', 'closed').expect(403);
    const refused = await call('Machine slow 5', '203.0.113.9').expect(429);
    expect(JSON.parse(refused.text)).toMatchObject({ code: 'http.rate_limited' });
    await call('Machine taxes', '203.0.113.9').expect(200);
  });
});
