import { jobName } from '../../../platform/jobs/index.js';

/** A filing was handed in: what it claims is to be compared with what registers say. */
export const FILING_SUBMITTED = jobName<{ readonly declarationId: string }>('filing.submitted');
