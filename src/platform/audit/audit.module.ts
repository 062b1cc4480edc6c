import { Global, Module } from '@nestjs/common';
import { AuditLag } from './audit-lag.js';
import { Audit } from './audit.js';
import { AuditSealer } from './sealer.js';

/** `Audit` for every room, and the sealer in processes whose role includes work. */
@Global()
@Module({ providers: [Audit, AuditSealer, AuditLag], exports: [Audit, AuditSealer] })
export class AuditModule {}
