import { DomainError } from '../../../kernel/domain-error.js';
import type { RosterTotals } from '../domain/outcome.js';
import type { ReadingOrder } from '../infra/thread/messages.js';
import type { Lines } from '../infra/thread/order-sink.js';
import { readApart, readHere } from '../infra/thread/read-apart.js';
import type { FileLines } from './file-lines.js';
import type { RosterPhase } from './read-roster.js';

export type { FileLine, FileLines } from './file-lines.js';

export type LinesOrder = Omit<ReadingOrder, 'gives'>;

export type LineEars = {
  /** Called with rows as they are read, in order, one call at a time; a rejection ends the reading. */
  take(batch: FileLines): Promise<void>;
  progress(phase: RosterPhase, rows: number): void;
  /** Ends the reading from outside. */
  readonly signal: AbortSignal;
};

/** Starting a thread takes longer than reading a file of this size. */
const SMALL_FILE = 131_072;
const SMALL_UNPACKED = 8_388_608;

/**
 * Reads a roster with everything that its rows say, for a room that keeps it. What the file is and whether its rows are right
 * is judged as everywhere; nothing is written anywhere.
 * @throws DomainError what the file is refused for; the signal's reason; what `take` rejects with
 */
export async function readFileLines(order: LinesOrder, ears: LineEars): Promise<RosterTotals> {
  let last: Promise<void> = Promise.resolve();
  let taken = 0;
  const take = (lines: Lines): Promise<void> => {
    if (lines.type !== 'lines') throw new Error('rows were ordered');
    taken++;
    const batch = JSON.parse(lines.json) as FileLines;
    last = last.then(() => ears.take(batch));
    return last;
  };
  const inner = { take, progress: ears.progress, signal: ears.signal };
  if (order.bytes.byteLength <= SMALL_FILE) {
    try {
      return await readHere({ ...order, gives: 'lines', limits: { ...order.limits, maxUnpackedBytes: Math.min(SMALL_UNPACKED, order.limits.maxUnpackedBytes) } }, inner);
    } catch (error) {
      // A small file may unpack to a large one, which is read apart; a true bomb is refused there.
      if (!(error instanceof DomainError) || error.code !== 'sheets.file.zip_bomb' || taken > 0) throw error;
    }
  }
  return readApart({ ...order, gives: 'lines' }, inner);
}
