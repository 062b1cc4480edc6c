import type { Scope } from '../../platform/access/index.js';
import type { Tx } from '../../platform/database/index.js';

/** Whose case an account's person is. The room of files knows; the application connects the two (`caseload.module.ts`). */
export abstract class Caseload {
  /** Whether the person of this account has an open file in the scope. */
  abstract holds(tx: Tx, scope: Scope, accountId: string): Promise<boolean>;
}
