import type pg from 'pg';
import type { KeyRing } from '../crypto/index.js';
import { ChainKey, GENESIS, ROW_CONTENT, type SealedSegment } from './chain.js';
import { isSignedHead, type ChainHead } from './head.js';

/** What is wrong first, in the order of the chain. `seq` names a row of audit_entry, `segment` one of audit_segment. */
export type ChainFault =
  | { readonly kind: 'row_changed' | 'row_missing' | 'row_added' | 'row_twice'; readonly seq: string; readonly segment: string | null }
  | { readonly kind: 'segment_missing' | 'segment_changed'; readonly segment: string }
  | { readonly kind: 'key_unknown'; readonly segment: string; readonly keyId: string }
  | { readonly kind: 'tail_cut'; readonly segment: string }
  | { readonly kind: 'head_differs' | 'head_forged'; readonly segment: string };

export type ChainVerdict = {
  readonly fault: ChainFault | null;
  readonly rows: number;
  readonly segments: number;
  /** Entries that no segment covers yet. */
  readonly waiting: number;
};

type StoredSegment = { readonly no: string; readonly key_id: string; readonly seqs: readonly string[]; readonly marks: Buffer; readonly mac: Buffer };
type Walk = { readonly rows: number; readonly segments: number; readonly fault: ChainFault | null; readonly headMac: Buffer | null };

const SEGMENTS_AT_ONCE = 5;

/**
 * Reads the whole chain and every entry in it, in one snapshot and little memory, up to the first fault.
 * @param client not in a transaction
 * @param head as it was told outside the database; null leaves a cut tail unseen
 */
export async function verifyChain(client: pg.Client, ring: KeyRing, head: ChainHead | null): Promise<ChainVerdict> {
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    const walk = await walkSegments(client, ring, head);
    const fault = walk.fault ?? headFault(ring, head, walk) ?? await strayRow(client, walk);
    return { fault, rows: walk.rows, segments: walk.segments, waiting: await waiting(client) };
  } finally {
    await client.query('ROLLBACK');
  }
}

async function walkSegments(client: pg.Client, ring: KeyRing, head: ChainHead | null): Promise<Walk> {
  const chains = new Map<string, ChainKey>();
  let [before, rows, segments, headMac]: [Buffer, number, number, Buffer | null] = [GENESIS, 0, 0, null];
  for (;;) {
    const { rows: stored } = await client.query<StoredSegment>(
      `SELECT no, key_id, seqs, marks, mac FROM audit_segment WHERE no > $1 ORDER BY no LIMIT ${SEGMENTS_AT_ONCE}`, [segments]);
    if (stored.length === 0) return { rows, segments, fault: null, headMac };
    let coming = rowsOf(client, stored[0]);
    for (const [place, segment] of stored.entries()) {
      const expected = String(segments + 1);
      const contents = await coming;
      // The server reads the next rows while these are checked.
      coming = rowsOf(client, stored[place + 1]);
      coming.catch(() => undefined);
      const fault: ChainFault | null = segment.no === expected ? checkSegment(ring, chains, segment, before, contents) : { kind: 'segment_missing', segment: expected };
      if (fault) {
        await coming.catch(() => undefined);
        return { rows, segments, fault, headMac };
      }
      before = segment.mac;
      rows += segment.seqs.length;
      segments += 1;
      if (segment.no === head?.no) headMac = segment.mac;
    }
  }
}

/** What stands in the rows of a segment now, by their numbers. */
async function rowsOf(client: pg.Client, segment: StoredSegment | undefined): Promise<ReadonlyMap<string, string>> {
  if (!segment) return new Map();
  const { rows } = await client.query<{ seq: string; content: string }>(`SELECT seq, ${ROW_CONTENT} AS content FROM audit_entry WHERE seq = ANY ($1::bigint[])`, [segment.seqs]);
  return new Map(rows.map(({ seq, content }) => [seq, content]));
}

function checkSegment(ring: KeyRing, chains: Map<string, ChainKey>, stored: StoredSegment, before: Buffer, contents: ReadonlyMap<string, string>): ChainFault | null {
  const key = ring.find('chain', stored.key_id);
  if (key === null) return { kind: 'key_unknown', segment: stored.no, keyId: stored.key_id };
  const chain = chains.get(key.id) ?? new ChainKey(key);
  chains.set(key.id, chain);
  const segment: SealedSegment = { no: stored.no, keyId: stored.key_id, seqs: stored.seqs, marks: stored.marks, mac: stored.mac };
  const found = chain.check(segment, before, stored.seqs.map((seq) => contents.get(seq) ?? null));
  if (found === null) return null;
  const seq = found === 'segment' ? undefined : stored.seqs[found];
  if (seq === undefined) return { kind: 'segment_changed', segment: stored.no };
  return { kind: contents.has(seq) ? 'row_changed' : 'row_missing', seq, segment: stored.no };
}

function headFault(ring: KeyRing, head: ChainHead | null, { headMac }: Walk): ChainFault | null {
  if (head === null) return null;
  if (!isSignedHead(ring, head)) return { kind: 'head_forged', segment: head.no };
  if (headMac === null) return { kind: 'tail_cut', segment: head.no };
  return headMac.toString('base64url') === head.mac ? null : { kind: 'head_differs', segment: head.no };
}

const LAST = 'SELECT last_xid, last_seq FROM audit_segment ORDER BY no DESC LIMIT 1';

/** A row slipped in behind the chain, or one that stands in it twice. */
async function strayRow(client: pg.Client, { rows }: Walk): Promise<ChainFault | null> {
  const { rows: [counted] } = await client.query<{ n: string }>(`SELECT count(*) AS n FROM audit_entry WHERE (xid, seq) <= (${LAST})`);
  if (Number(counted?.n ?? 0) === rows) return null;
  const { rows: [added] } = await client.query<{ seq: string }>(
    `SELECT seq FROM audit_entry WHERE (xid, seq) <= (${LAST}) EXCEPT SELECT unnest(seqs) FROM audit_segment ORDER BY 1 LIMIT 1`);
  if (added) return { kind: 'row_added', seq: added.seq, segment: null };
  const { rows: [twice] } = await client.query<{ seq: string }>(
    'SELECT seq FROM (SELECT unnest(seqs) AS seq FROM audit_segment) AS sealed GROUP BY seq HAVING count(*) > 1 ORDER BY 1 LIMIT 1');
  return { kind: 'row_twice', seq: twice?.seq ?? '0', segment: null };
}

async function waiting(client: pg.Client): Promise<number> {
  const { rows: [counted] } = await client.query<{ n: number }>(
    `SELECT count(*)::int AS n FROM audit_entry WHERE coalesce((xid, seq) > (SELECT s.last_xid, s.last_seq FROM (${LAST}) AS s), true)`);
  return counted?.n ?? 0;
}
