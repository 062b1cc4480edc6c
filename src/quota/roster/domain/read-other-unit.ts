import { parseUscc, type UsccText } from '../../../kernel/ids/uscc.js';
import { normaliseCode } from '../../../kernel/normalise.js';
import { lostDigits, unquoted } from '../../../kernel/sheet/read-cells.js';
import type { ColumnKey } from './columns.js';
import type { Dispatch } from './read-values.js';
import type { ReadCell, RowCells } from './row-cells.js';

/**
 * Where the other unit stands, best first: who counts a dispatched worker by agreement is the receiving unit, so the other one is
 * the sender, and the other way round (财政部公告2019年第98号).
 */
const PLACES = { in: ['otherUscc', 'sendingUscc', 'receivingUscc'], out: ['otherUscc', 'receivingUscc', 'sendingUscc'] } as const satisfies Record<string, readonly ColumnKey[]>;

type Reader = { readonly keepsWords: boolean; readonly ownUscc: string | null };

/** Whose the roster is: the employer's code, and all codes under which it is known. */
type Employer = { readonly ownUscc: string | null; readonly ownCodes: ReadonlySet<string> };

/**
 * The other unit of a dispatch agreement; null without an agreement, or where the row does not name it. A table may have a column
 * for each side: one of them is the unit's own, and is passed over where the other one is named.
 */
export function readOtherUnit(cells: RowCells, dispatch: Dispatch, reader: Reader): UsccText | null {
  if (dispatch === 'none') {
    if (reader.keepsWords) noteUnused(cells, reader.ownUscc);
    return null;
  }
  const [first, second, ownSide] = PLACES[dispatch];
  let own: ReadCell | null = null;
  for (const key of [first, second, ownSide]) {
    const cell = cells.get(key);
    if (cell === null) continue;
    const code = readCode(cells, cell);
    if (code === null) return null;
    if (code !== reader.ownUscc) return code;
    if (key !== ownSide) own ??= cell;
  }
  if (own !== null) cells.fault(own, 'other_unit_own');
  return null;
}

/** A row of another employer is not taken. The sender of a dispatched worker may well stand as the employer of its row. */
export function demandOwnEmployer(cells: RowCells, otherUnit: UsccText | null, { ownUscc, ownCodes }: Employer): void {
  const cell = ownCodes.size === 0 ? null : cells.get('employerUscc');
  if (cell === null || ownCodes.has(normaliseCode(unquoted(cell.text)))) return;
  const code = readCode(cells, cell);
  if (code !== null && code !== otherUnit) cells.fault(cell, 'other_employer', { told: code, uscc: ownUscc });
}

function readCode(cells: RowCells, cell: ReadCell): UsccText | null {
  if (lostDigits(cell.text, cell.kind)) {
    cells.fault(cell, 'number_precision_lost');
    return null;
  }
  const code = parseUscc(unquoted(cell.text));
  if (code.ok) return code.value.text;
  cells.fault(cell, code.error);
  return null;
}

/** Many tables name the unit's own code in every row; another one says that an agreement was meant. */
function noteUnused(cells: RowCells, own: string | null): void {
  for (const key of PLACES.in) {
    const cell = cells.get(key);
    if (cell !== null && normaliseCode(unquoted(cell.text)) !== own) return cells.note('other_unit_without_dispatch', cell.column);
  }
}
