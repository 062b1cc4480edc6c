/** argon2id (RFC 9106) with 19 MiB, two passes, one lane: the first choice of the OWASP password storage cheat sheet. */
export const HASH_COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

export type HashOrder =
  | { readonly kind: 'hash'; readonly password: string }
  | { readonly kind: 'verify'; readonly password: string; readonly known: string };

/** A hash in PHC form, or whether a password fits. */
export type HashAnswer = { readonly ok: true; readonly value: string | boolean } | { readonly ok: false; readonly message: string };
