import { createHash, timingSafeEqual } from 'node:crypto';
import { BlockList } from 'node:net';
import { Controller, Get, Header, Inject, Req } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError } from '../../kernel/domain-error.js';
import { Public } from '../access/index.js';
import { SETTINGS, type Settings } from '../config/index.js';
import { Produces } from '../http/index.js';
import { MetricsService } from './metrics.service.js';

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8, 'ipv4');
LOOPBACK.addAddress('::1', 'ipv6');

/** A proxy on this machine also connects from the loopback; what it forwards does not come from here. */
const FORWARDING = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via'];

const CONTENT_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

@Controller('metrics')
@Produces('text/plain')
export class MetricsController {
  constructor(
    private readonly metrics: MetricsService,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Prometheus reads this; open to the loopback, from elsewhere with the key. @throws DomainError access.key_required */
  @Get()
  @Public()
  @Header('Content-Type', CONTENT_TYPE)
  read(@Req() req: Request): Promise<string> {
    if (!isLocal(req) && !this.hasKey(req)) throw new DomainError('access.key_required');
    return this.metrics.text();
  }

  private hasKey(req: Request): boolean {
    const { key } = this.settings.metrics;
    const given = /^Bearer (.+)$/i.exec(req.headers.authorization ?? '')?.[1];
    return key !== null && given !== undefined && timingSafeEqual(digest(key), digest(given));
  }
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

function isLocal(req: Request): boolean {
  const address = (req.socket.remoteAddress ?? '').replace(/^::ffff:/, '');
  const direct = FORWARDING.every((name) => req.headers[name] === undefined);
  return direct && LOOPBACK.check(address, address.includes(':') ? 'ipv6' : 'ipv4');
}
