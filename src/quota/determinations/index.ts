/** The room's face: what a federation has determined, and what it published of it. */
export { contentBytes, contentDigest, outcomes, type DeterminationContent, type Outcome, type SealedCopy } from './app/content.js';
export { DETERMINATION_ISSUED } from './app/events.js';
export { IssueDetermination } from './app/issue-determination.command.js';
export { PublishNotice, type NoticeWish } from './app/publish-notice.command.js';
export { ReadDeterminations } from './app/read-determinations.query.js';
export { DeterminationsModule } from './determinations.module.js';
export { determinationsConstraintErrors } from './infra/constraints.js';
export type { Determination, DeterminationHead } from './infra/determination.repository.js';
export type { ReliefLine } from './infra/notice.repository.js';
export { determinationsErrorTexts } from './texts.js';
