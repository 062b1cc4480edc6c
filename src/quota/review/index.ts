/** The room's face: what a federation decided of a filing, and how it came to that. */
export { ArchiveAttachments, type Attachment } from './app/archive-attachments.js';
export { REVIEW_DECIDED } from './app/events.js';
export { ReadReview, type ShownLine, type ShownReview } from './app/read-review.query.js';
export { ReadDecisions, type DecidedFiling, type ReviewStatement } from './app/read-statement.query.js';
export type { Outcome } from './domain/checks.js';
export type { DecisionReason } from './domain/line-decision.js';
export type { FilingReview } from './infra/review.repository.js';
export { reviewConstraintErrors } from './infra/constraints.js';
export { ReviewModule } from './review.module.js';
export { reviewErrorTexts } from './texts.js';
