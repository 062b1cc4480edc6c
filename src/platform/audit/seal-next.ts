import type { Tx } from '../database/index.js';
import type { KeyRing } from '../crypto/index.js';
import { ChainKey, GENESIS, ROW_CONTENT, type ChainRow } from './chain.js';
import { signHead, type ChainHead } from './head.js';

/** Any fixed number: one process at a time goes on with the chain. */
const SEALER_LOCK = 7_403_618_227;

/** Enough to make the cost of a segment vanish, little enough to hold in memory. */
const SEGMENT_ROWS = 2_000;

export type Sealing = {
  /** Entries that were sealed now; null where another process is at it. */
  readonly sealed: number | null;
  /** False while more entries wait. */
  readonly done: boolean;
  readonly head: ChainHead | null;
};

type Last = { readonly no: string; readonly mac: Buffer; readonly last_xid: string; readonly last_seq: string };
type Waiting = ChainRow & { readonly xid: string };

const NOTHING: Last = { no: '0', mac: GENESIS, last_xid: '0', last_seq: '0' };

/**
 * Adds one segment to the chain. Entries are taken in the order of their transactions' numbers, and only of transactions
 * older than every one still running (`pg_snapshot_xmin`): whatever becomes visible later has a higher number, so none is
 * ever passed over, though numbers of rows are drawn long before they can be seen.
 */
export async function sealNext(tx: Tx, ring: KeyRing, now: Date): Promise<Sealing> {
  const [lock]: { taken: boolean }[] = await tx.query('SELECT pg_try_advisory_xact_lock($1) AS taken', [SEALER_LOCK]);
  if (!lock?.taken) return { sealed: null, done: true, head: null };
  const [last = NOTHING]: Last[] = await tx.query('SELECT no, mac, last_xid, last_seq FROM audit_segment ORDER BY no DESC LIMIT 1');
  const rows: Waiting[] = await tx.query(
    `SELECT seq, xid, ${ROW_CONTENT} AS content FROM audit_entry
     WHERE (xid, seq) > ($1, $2) AND xid < pg_snapshot_xmin(pg_current_snapshot())::text::bigint ORDER BY xid, seq LIMIT ${SEGMENT_ROWS}`,
    [last.last_xid, last.last_seq],
  );
  const end = rows.at(-1);
  if (!end) return { sealed: 0, done: true, head: null };
  const chain = new ChainKey(ring.currentOf('chain'));
  const segment = chain.seal(String(BigInt(last.no) + 1n), last.mac, rows);
  await tx.query(
    'INSERT INTO audit_segment (no, sealed_at, key_id, seqs, marks, last_xid, last_seq, mac) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)',
    [segment.no, now.toISOString(), segment.keyId, segment.seqs, segment.marks, end.xid, end.seq, segment.mac],
  );
  const head = signHead(chain, { no: segment.no, sealedAt: now.toISOString(), keyId: segment.keyId, mac: segment.mac.toString('base64url') });
  return { sealed: rows.length, done: rows.length < SEGMENT_ROWS, head };
}
