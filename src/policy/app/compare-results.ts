/** One sum or mark that differs between two answers to the same case. */
export type Difference = { readonly field: string; readonly before: string; readonly after: string };

/**
 * What a payer would notice. Texts of the statement and the hash of the law are left out: a corrected title changes them
 * without changing a fen.
 */
const FIELDS = [
  'ok', 'staff', 'required', 'arranged', 'gap', 'averageWage', 'wageCap', 'leviedWage', 'due', 'relief.kind', 'relief.rate', 'relief.amount',
  'alreadyPaid', 'payable', 'refundDue', 'error.code',
] as const;

/** Compares two answers of the levy field by field, as text: amounts are equal only to the fen. */
export function differencesOf(before: unknown, after: unknown): readonly Difference[] {
  return FIELDS.flatMap((field) => {
    const [old, now] = [textAt(before, field), textAt(after, field)];
    return old === now ? [] : [{ field, before: old, after: now }];
  });
}

function textAt(answer: unknown, path: string): string {
  let at: unknown = answer;
  for (const key of path.split('.')) at = typeof at === 'object' && at !== null ? (at as Readonly<Record<string, unknown>>)[key] : undefined;
  return at === undefined ? '—' : String(at);
}
