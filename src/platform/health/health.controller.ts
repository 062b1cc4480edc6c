import { Controller, Get, Res } from '@nestjs/common';
import type { Response } from 'express';
import { Public } from '../access/index.js';
import { Produces } from '../http/index.js';
import { HealthService, type Readiness } from './health.service.js';

/** For process supervisors and load balancers; not part of the API. */
@Controller('health')
@Produces('application/json')
export class HealthController {
  constructor(private readonly health: HealthService) {}

  /** The process answers. A dead database is no reason to restart it. */
  @Get('live')
  @Public()
  live(): { readonly status: 'ok' } {
    return { status: 'ok' };
  }

  /** 503 while this process should get no requests. */
  @Get('ready')
  @Public()
  async ready(@Res({ passthrough: true }) res: Response): Promise<Readiness> {
    const readiness = await this.health.readiness();
    if (readiness.status !== 'ok') res.status(503);
    return readiness;
  }
}
