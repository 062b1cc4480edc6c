import { Global, Module } from '@nestjs/common';
import { AccessLog } from './access-log.js';
import { AuditLag } from './audit-lag.js';
import { Audit } from './audit.js';
import { AuditSealer } from './sealer.js';

/** `Audit` for every room, and the sealer in processes whose role includes work. */
@Global()
@Module({ providers: [AccessLog, Audit, AuditSealer, AuditLag], exports: [AccessLog, Audit, AuditSealer] })
export class AuditModule {}
