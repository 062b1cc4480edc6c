/**
 * argon2id (RFC 9106) with 9 MiB, four passes, one lane: of the settings that the OWASP password storage cheat sheet lists as
 * equal in strength, one that takes a fifth less of a processor than 19 MiB and two passes, because most of its memory stays
 * in the cache.
 */
export const HASH_COST = { memoryCost: 9_216, timeCost: 4, parallelism: 1 } as const;

export type HashOrder =
  | { readonly kind: 'hash'; readonly password: string }
  | { readonly kind: 'verify'; readonly password: string; readonly known: string };

/** A hash in PHC form, or whether a password fits. */
export type HashAnswer = { readonly ok: true; readonly value: string | boolean } | { readonly ok: false; readonly message: string };
