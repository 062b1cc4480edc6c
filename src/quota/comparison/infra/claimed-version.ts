/** States in which a filing waits for its decision: what it says may still be compared. */
export const UNDECIDED = ['submitted', 'checking', 'accepted', 'first_check', 'second_check', 'returned'] as const;

/**
 * The version that a filing stands by: the latest that was handed in. A correction that is being written is nobody's word yet.
 * For statements about `declaration AS d`; names the version `v`.
 */
export const CLAIMED_VERSION = `CROSS JOIN LATERAL (
    SELECT handed.id, handed.number, handed.submitted_at FROM filing_version AS handed
    WHERE handed.declaration_id = d.id AND handed.submitted_at IS NOT NULL ORDER BY handed.number DESC LIMIT 1
  ) AS v`;
