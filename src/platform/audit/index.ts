export { AccessLog, type Look } from './access-log.js';
export { Audit, STRANGER, type ActEntry, type AuditDetail, type AuditedCaller, type AuditObject, type ReadEntry, type SystemActor } from './audit.js';
export { AuditModule } from './audit.module.js';
export { AuditSealer } from './sealer.js';
export { auditErrorTexts } from './texts.js';
