import { cryptoErrorTexts } from './platform/crypto/index.js';
import { embeddedErrorTexts } from './platform/embedded/index.js';
import { httpErrorTexts, listenErrorTexts, mergeErrorTexts } from './platform/http/index.js';
import { messagesErrorTexts } from './messages/index.js';
import { auditErrorTexts } from './platform/audit/index.js';
import { backupErrorTexts } from './platform/backup/index.js';
import { keysErrorTexts } from './platform/keys/index.js';
import { sheetsFileErrorTexts, sheetsRowErrorTexts, sheetsTableErrorTexts } from './platform/sheets/index.js';
import { startupErrorTexts } from './platform/startup/index.js';
import { employmentErrorTexts } from './employment/index.js';
import { membersErrorTexts } from './members/index.js';
import { policyErrorTexts } from './policy/index.js';
import { factsErrorTexts } from './people/facts/index.js';
import { filesErrorTexts } from './people/files/index.js';
import { registryErrorTexts } from './people/registry/index.js';
import { comparisonErrorTexts } from './quota/comparison/index.js';
import { employersErrorTexts } from './quota/employers/index.js';
import { collectionErrorTexts } from './quota/collection/index.js';
import { determinationsErrorTexts } from './quota/determinations/index.js';
import { filingErrorTexts } from './quota/filing/index.js';
import { inspectionErrorTexts } from './oversight/inspection/index.js';
import { leadingErrorTexts } from './oversight/leading/index.js';
import { reviewErrorTexts } from './quota/review/index.js';
import { levyCaseErrorTexts } from './quota/levy/dto/texts.js';
import { levyErrorTexts } from './quota/levy/index.js';
import { rightsErrorTexts } from './rights/index.js';
import { signInErrorTexts } from './sign-in/texts.js';
import { rosterErrorTexts } from './quota/roster/texts.js';

/** The sentences of every stable code of every room. test/architecture fails on a code that is missing here. */
export const errorTexts = mergeErrorTexts(
  httpErrorTexts,
  sheetsFileErrorTexts,
  sheetsTableErrorTexts,
  sheetsRowErrorTexts,
  listenErrorTexts,
  startupErrorTexts,
  embeddedErrorTexts,
  cryptoErrorTexts,
  keysErrorTexts,
  auditErrorTexts,
  backupErrorTexts,
  messagesErrorTexts,
  policyErrorTexts,
  membersErrorTexts,
  signInErrorTexts,
  employmentErrorTexts,
  employersErrorTexts,
  filingErrorTexts,
  reviewErrorTexts,
  comparisonErrorTexts,
  determinationsErrorTexts,
  collectionErrorTexts,
  leadingErrorTexts,
  inspectionErrorTexts,
  registryErrorTexts,
  filesErrorTexts,
  factsErrorTexts,
  rightsErrorTexts,
  levyErrorTexts,
  levyCaseErrorTexts,
  rosterErrorTexts,
);
