import { jobName } from '../../../platform/jobs/index.js';

/** A version of a filing was determined, refused or corrected; whoever goes on from it reads it with `ReadDecisions`. */
export const REVIEW_DECIDED = jobName<{ readonly declarationId: string; readonly versionNumber: number }>('review.decided');
