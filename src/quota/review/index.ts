/** The room's face: what a federation decides of filings. */
export { REVIEW_DECIDED } from './app/events.js';
