import { Controller, Get, Post } from '@nestjs/common';
import { Public, Requires, RouteTable } from '../../../src/platform/access/index.js';
import { startProbeApp } from '../../support/app.js';

@Controller('careless')
class CarelessController {
  @Get(':id') open(): string { return 'open'; }
  @Get('said') @Public() said(): string { return 'said'; }
}

@Controller('whole')
@Public()
class WholeController {
  @Get() read(): object { return {}; }
  @Post() @Requires('things.write') write(): object { return {}; }
}

@Controller('whole')
class TwinController {
  @Get() @Public() read(): object { return {}; }
}

describe('routes are closed by default', () => {
  it('a route that does not say who may call it stops the boot, by name', async () => {
    await expect(startProbeApp([CarelessController])).rejects.toThrow('CarelessController.open (GET /careless/:id)');
    await expect(startProbeApp([CarelessController])).rejects.not.toThrow('said');
  });

  it('a controller may say it for its routes, and a route otherwise', async () => {
    const service = await startProbeApp([WholeController]);
    expect(service.app.nest.get(RouteTable).all.filter(({ path }) => path === '/whole').map(({ method, access }) => [method, access])).toEqual([
      ['GET', { kind: 'public' }], ['POST', { kind: 'permission', permission: 'things.write' }],
    ]);
    await service.http().get('/whole').set('Accept', 'text/html').expect(200);
    await service.http().post('/whole').expect(401);
    await service.close();
  });

  it('two routes on one address stop the boot', async () => {
    await expect(startProbeApp([WholeController, TwinController])).rejects.toThrow(/whole/);
  });
});
