import type { MigrationInterface } from 'typeorm';
import { PlatformTables1763726400000 } from './1763726400000-platform-tables.js';
import { RosterUploads1763726500000 } from './1763726500000-roster-uploads.js';
import { KeysAndAudit1763726600000 } from './1763726600000-keys-and-audit.js';
import { Members1763730000000 } from './1763730000000-members.js';
import { Messages1763735000000 } from './1763735000000-messages.js';
import { SignIn1763740000000 } from './1763740000000-sign-in.js';
import { Employers1763745000000 } from './1763745000000-employers.js';
import { People1763746000000 } from './1763746000000-people.js';
import { Rights1763747000000 } from './1763747000000-rights.js';
import { IdempotentCalls1763750000000 } from './1763750000000-idempotent-calls.js';
import { CallCounts1763755000000 } from './1763755000000-call-counts.js';
import { ConfirmedContacts1763756000000 } from './1763756000000-confirmed-contacts.js';
import { RegistryFacts1763800000000 } from './1763800000000-registry-facts.js';
import { EmployerFiles1763801000000 } from './1763801000000-employer-files.js';
import { Employment1763802000000 } from './1763802000000-employment.js';
import { NoticeObjections1763880000000 } from './1763880000000-notice-objections.js';
import { Inspection1763870000000 } from './1763870000000-inspection.js';
import { Leading1763860000000 } from './1763860000000-leading.js';
import { Collection1763850000000 } from './1763850000000-collection.js';
import { Determinations1763840000000 } from './1763840000000-determinations.js';
import { Filing1763810000000 } from './1763810000000-filing.js';
import { PlatformSide1763811000000 } from './1763811000000-platform-side.js';
import { Comparison1763820000000 } from './1763820000000-comparison.js';
import { Review1763830000000 } from './1763830000000-review.js';
import { EmployerSearch1763831000000 } from './1763831000000-employer-search.js';
import { ReviewQueue1763890000000 } from './1763890000000-review-queue.js';
import { EmployersAsOne1763891000000 } from './1763891000000-employers-as-one.js';
import { CreditObjections1763892000000 } from './1763892000000-credit-objections.js';
import { PlatformLinePerson1763893000000 } from './1763893000000-platform-line-person.js';
import { RefusedRows1763893200000 } from './1763893200000-refused-rows.js';
import { InspectionDraw1763893500000 } from './1763893500000-inspection-draw.js';
import { ReliefNoticeDecisions1763894000000 } from './1763894000000-relief-notice-decisions.js';

/**
 * Every migration, oldest first. A released migration is frozen: change the schema with a new one, named
 * `<milliseconds>-<what>.ts`. They stand here and not in the rooms because their order is one for the whole database.
 */
export const migrations: readonly (new () => MigrationInterface)[] = [
  PlatformTables1763726400000,
  RosterUploads1763726500000,
  KeysAndAudit1763726600000,
  Members1763730000000,
  Messages1763735000000,
  SignIn1763740000000,
  Employers1763745000000,
  People1763746000000,
  Rights1763747000000,
  IdempotentCalls1763750000000,
  CallCounts1763755000000,
  ConfirmedContacts1763756000000,
  RegistryFacts1763800000000,
  EmployerFiles1763801000000,
  Employment1763802000000,
  Filing1763810000000,
  PlatformSide1763811000000,
  Comparison1763820000000,
  Review1763830000000,
  EmployerSearch1763831000000,
  Determinations1763840000000,
  Collection1763850000000,
  Leading1763860000000,
  Inspection1763870000000,
  NoticeObjections1763880000000,
  ReviewQueue1763890000000,
  EmployersAsOne1763891000000,
  CreditObjections1763892000000,
  PlatformLinePerson1763893000000,
  RefusedRows1763893200000,
  InspectionDraw1763893500000,
  ReliefNoticeDecisions1763894000000,
];
