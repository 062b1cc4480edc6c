import type { EntityClass } from './platform/database/index.js';
import { AuditEntry, AuditSegment } from './platform/audit/audit-tables.entity.js';
import { MessageRecord, SmsRecord } from './messages/infra/message.entity.js';
import { AccountContactRecord, AccountRecord } from './members/infra/account.entity.js';
import { InvitationRecord } from './members/infra/invitation.entity.js';
import { GuardianshipRecord, MembershipRecord } from './members/infra/membership.entity.js';
import { OrganisationRecord } from './members/infra/organisation.entity.js';
import { DemoSeedRecord } from './platform/demo/demo-seed.entity.js';
import { JobReceipt, JobWorker } from './platform/jobs/job-tables.entity.js';
import { KeyHolder } from './platform/keys/key-holder.entity.js';
import { RosterUploadPart, RosterUploadRecord } from './quota/roster/infra/roster-upload.entity.js';

/** Every table's class, of all rooms: what the service connects with and what the drift test compares with the migrations. */
export const entities: readonly EntityClass[] = [MessageRecord, SmsRecord, AuditEntry, AuditSegment, KeyHolder, OrganisationRecord, AccountRecord, AccountContactRecord, MembershipRecord, InvitationRecord, GuardianshipRecord, DemoSeedRecord, JobReceipt, JobWorker, RosterUploadPart, RosterUploadRecord];
