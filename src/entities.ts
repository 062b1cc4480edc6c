import type { EntityClass } from './platform/database/index.js';
import { AuditEntry, AuditSegment } from './platform/audit/audit-tables.entity.js';
import { MessageRecord, SmsRecord } from './messages/infra/message.entity.js';
import { AccountContactRecord, AccountRecord } from './members/infra/account.entity.js';
import { InvitationRecord } from './members/infra/invitation.entity.js';
import { GuardianshipRecord, MembershipRecord } from './members/infra/membership.entity.js';
import { OrganisationRecord } from './members/infra/organisation.entity.js';
import { DemoSeedRecord } from './platform/demo/demo-seed.entity.js';
import { IdempotentCall } from './platform/idempotency/idempotent-call.entity.js';
import { JobReceipt, JobWorker } from './platform/jobs/job-tables.entity.js';
import { CallCountRecord } from './platform/limits/call-count.entity.js';
import { KeyHolder } from './platform/keys/key-holder.entity.js';
import { CountedPersonMonthRecord, EmploymentSpellRecord } from './employment/infra/employment.entity.js';
import { FactBatchRecord, FactCoverageRecord, FactPullRecord, FactRejectionRecord } from './people/facts/infra/batch.entity.js';
import { CertificateFactRecord, CertificateGradeRecord, GraduateFactRecord, InsuranceMonthRecord, WageMonthRecord } from './people/facts/infra/fact.entity.js';
import { RegistryPersonRecord } from './people/registry/infra/registry-person.entity.js';
import { EmployerChangeRecord, EmployerContactRecord, EmployerEstablishmentRecord, EmployerHeadcountRecord } from './quota/employers/infra/employer-file.entity.js';
import { EmployerDuplicateRecord, EmployerImportRecord, EmployerImportRejectionRecord, EmployerMergeRecord } from './quota/employers/infra/employer-import.entity.js';
import { PersonContactRecord, PersonFileRecord } from './people/files/infra/file.entity.js';
import { DisabilityCertificateRecord, PersonRecord } from './people/registry/infra/person.entity.js';
import { EmployerRecord } from './quota/employers/infra/employer.entity.js';
import { LineComparisonRecord, VersionComparisonRecord } from './quota/comparison/infra/comparison.entity.js';
import { ClaimConflictRecord, ClaimConflictSideRecord, ClaimSignalRecord } from './quota/comparison/infra/conflict.entity.js';
import { AssessmentRecord, AssessmentStepRecord } from './quota/collection/infra/assessment.entity.js';
import { CreditObjectionRecord } from './quota/collection/infra/credit-objection.entity.js';
import { CreditRecordRecord } from './quota/collection/infra/credit.entity.js';
import { CollectionRecordRecord, ExchangeImportRecord, ExchangeRejectionRecord, TaxBatchRecord } from './quota/collection/infra/exchange.entity.js';
import { ReliefEvidenceRecord, ReliefRequestRecord } from './quota/collection/infra/relief.entity.js';
import { InspectionCampaignRecord, InspectionCaseRecord, InspectionLineRecord, InspectionPaperRecord, InspectionStepRecord } from './oversight/inspection/infra/inspection.entity.js';
import { FederationOfficialsRecord, LeadingPlanRecord } from './oversight/leading/infra/leading.entity.js';
import { DeterminationRecord, DeterminationSerialRecord } from './quota/determinations/infra/determination.entity.js';
import { NoticeObjectionRecord } from './quota/determinations/infra/notice-objection.entity.js';
import { NoticeLineRecord, NoticeRecord } from './quota/determinations/infra/notice.entity.js';
import { DeclarationRecord, DeclarationStepRecord } from './quota/filing/infra/declaration.entity.js';
import { FilingVersionRecord, PrefillNoteRecord } from './quota/filing/infra/filing-version.entity.js';
import { PlatformFileRecord, PlatformFileRejectionRecord, PlatformLineRecord } from './quota/filing/infra/platform-side.entity.js';
import { RosterImportRecord, RosterImportRejectionRecord } from './quota/filing/infra/roster-import.entity.js';
import { RosterLineRecord, RosterStagedLineRecord } from './quota/filing/infra/roster-line.entity.js';
import { CorrectionItemRecord, CorrectionRequestRecord, ObjectionItemRecord, ObjectionRecord } from './quota/review/infra/correspondence.entity.js';
import { ReviewFilePartRecord, ReviewFileRecord } from './quota/review/infra/file.entity.js';
import { FilingReviewRecord, LineDecisionRecord } from './quota/review/infra/review.entity.js';
import { RosterUploadPart, RosterUploadRecord } from './quota/roster/infra/roster-upload.entity.js';
import { ConsentRecord, RetentionRunRecord, RightsRequestRecord } from './rights/infra/rights.entity.js';
import { CredentialRecord, KnownDeviceRecord, OidcIdentityRecord, RecoveryCodeRecord, SignInAttemptRecord, TotpDeviceRecord } from './sign-in/infra/credential.entity.js';
import { MachineClientRecord, MachineKeyRecord } from './sign-in/infra/machine-key.entity.js';
import { OidcAttemptRecord, OneTimeSecretRecord, SessionRecord, SignInTicketRecord } from './sign-in/infra/session.entity.js';

/** Every table's class, of all rooms: what the service connects with and what the drift test compares with the migrations. */
export const entities: readonly EntityClass[] = [
  ConsentRecord,
  RightsRequestRecord,
  RetentionRunRecord,
  PersonRecord,
  DisabilityCertificateRecord,
  PersonFileRecord,
  PersonContactRecord,
  EmployerRecord,
  MessageRecord,
  SmsRecord,
  AuditEntry,
  AuditSegment,
  KeyHolder,
  OrganisationRecord,
  AccountRecord,
  AccountContactRecord,
  MembershipRecord,
  InvitationRecord,
  GuardianshipRecord,
  CredentialRecord,
  KnownDeviceRecord,
  OidcIdentityRecord,
  RecoveryCodeRecord,
  SignInAttemptRecord,
  TotpDeviceRecord,
  MachineClientRecord,
  MachineKeyRecord,
  OidcAttemptRecord,
  OneTimeSecretRecord,
  SessionRecord,
  SignInTicketRecord,
  DemoSeedRecord,
  CallCountRecord,
  IdempotentCall,
  JobReceipt,
  JobWorker,
  RosterUploadPart,
  RosterUploadRecord,
  RegistryPersonRecord,
  FactPullRecord,
  FactBatchRecord,
  FactRejectionRecord,
  FactCoverageRecord,
  CertificateFactRecord,
  CertificateGradeRecord,
  InsuranceMonthRecord,
  WageMonthRecord,
  GraduateFactRecord,
  EmployerImportRecord,
  EmployerImportRejectionRecord,
  EmployerChangeRecord,
  EmployerEstablishmentRecord,
  EmployerContactRecord,
  EmployerHeadcountRecord,
  EmployerDuplicateRecord,
  EmployerMergeRecord,
  EmploymentSpellRecord,
  CountedPersonMonthRecord,
  DeclarationRecord,
  DeclarationStepRecord,
  FilingVersionRecord,
  PrefillNoteRecord, PlatformFileRecord, PlatformLineRecord, PlatformFileRejectionRecord,
  RosterImportRecord,
  RosterImportRejectionRecord,
  RosterLineRecord,
  RosterStagedLineRecord,
  DeterminationRecord,
  DeterminationSerialRecord,
  NoticeRecord,
  NoticeLineRecord,
  NoticeObjectionRecord,
  TaxBatchRecord,
  AssessmentRecord,
  AssessmentStepRecord,
  ExchangeImportRecord,
  ExchangeRejectionRecord,
  CollectionRecordRecord,
  ReliefRequestRecord,
  ReliefEvidenceRecord,
  CreditRecordRecord,
  CreditObjectionRecord,
  LeadingPlanRecord,
  FederationOfficialsRecord,
  InspectionCampaignRecord,
  InspectionCaseRecord,
  InspectionLineRecord,
  InspectionPaperRecord,
  InspectionStepRecord,
  LineComparisonRecord,
  VersionComparisonRecord,
  ClaimConflictRecord,
  ClaimConflictSideRecord,
  ClaimSignalRecord,
  FilingReviewRecord,
  LineDecisionRecord,
  CorrectionRequestRecord,
  CorrectionItemRecord,
  ObjectionRecord,
  ObjectionItemRecord,
  ReviewFileRecord,
  ReviewFilePartRecord,
];
