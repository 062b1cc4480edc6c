import type { IndexKind } from '../crypto/index.js';

/** A column that holds sealed text, and the two index columns beside it where its values are looked up. */
export type SealedColumn = {
  readonly table: string;
  readonly column: string;
  /** Primary key of the table, and the row id under which the values were sealed. */
  readonly idColumn: string;
  readonly index?: {
    readonly kind: IndexKind;
    /** The columns of the slots a and b. */
    readonly columnA: string;
    readonly columnB: string;
    /** Begin of the name of the check that demands the complete key: `<name>_<key id>`. */
    readonly check: string;
  };
};
