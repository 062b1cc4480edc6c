import type { Scope } from '../../platform/access/index.js';
import type { Tx } from '../../platform/database/index.js';

/** What the room of employers says of an employer; the application connects the two (`employer-standing.module.ts`). */
export abstract class EmployerStanding {
  /** False for one that has registered itself and that no officer has verified; true for one that an officer entered. */
  abstract isTrusted(tx: Tx, scope: Scope, employerId: string): Promise<boolean>;
}
