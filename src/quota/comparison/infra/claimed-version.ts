/** States in which a filing waits for its decision: what it says may still be compared. */
export const UNDECIDED = ['submitted', 'checking', 'accepted', 'first_check', 'second_check', 'returned'] as const;

export const waitsForDecision = (state: string): boolean => UNDECIDED.some((one) => one === state);

/** Filings of which months were counted, by whatever came of it later. For statements about `declaration AS d`. */
export const DECIDED = `(d.state IN ('determined', 'corrected', 'objected') OR d.state = 'archived' AND EXISTS (
    SELECT FROM declaration_step AS s WHERE s.declaration_id = d.id AND s.act = 'archive' AND s.from_state IN ('determined', 'corrected')))`;

/**
 * The version that a filing stands by: the latest that was handed in. A correction that is being written is nobody's word yet.
 * For statements about `declaration AS d`; names the version `v`.
 */
export const CLAIMED_VERSION = `CROSS JOIN LATERAL (
    SELECT handed.id, handed.number, handed.submitted_at FROM filing_version AS handed
    WHERE handed.declaration_id = d.id AND handed.submitted_at IS NOT NULL ORDER BY handed.number DESC LIMIT 1
  ) AS v`;

/** The credit codes of an employer, of its branches, and of every employer that stands as one with it. For statements about `employer_as_one AS one`. */
export const CODES = 'ARRAY(SELECT e.uscc FROM employer AS e WHERE e.id = ANY (one.ids)) || ARRAY(SELECT b.uscc FROM employer_establishment AS b WHERE b.employer_id = ANY (one.ids) AND b.uscc IS NOT NULL)';
