import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';
import type { RingKey } from '../crypto/index.js';
import { mac, sameBytes, suites } from '../crypto/suites.js';

/** An entry as the chain covers it: everything but the number of its transaction, which a restored database draws anew. */
export type ChainRow = { readonly seq: string; readonly content: string };

/** What is kept of a segment beside its rows. */
export type SealedSegment = { readonly no: string; readonly keyId: string; readonly seqs: readonly string[]; readonly marks: Buffer; readonly mac: Buffer };

/** One text for a row, the same for the same values whatever the session's settings are. */
export const ROW_CONTENT = `json_build_array(seq, (extract(epoch FROM at) * 1000000)::bigint, kind, account_id, membership_id, machine_key_id, role, via,
  act, object_kind, object_id, detail, fields, purpose, reason, correlation_id)::text`;

/** Before the first segment there is nothing. */
export const GENESIS = Buffer.alloc(32);

const MARK_BYTES = 8;
const KEY_BYTES = 32;

/**
 * The chain under one key: the value after each row is the keyed digest of the value before and the row; the value after the
 * last row, with the order of the rows and all marks, makes the mac of the segment, from which the next one goes on.
 */
export class ChainKey {
  readonly #digest: 'sha256' | 'sm3';
  readonly #rows: KeyObject;
  readonly #segments: Buffer;
  readonly #heads: Buffer;

  constructor(readonly key: RingKey) {
    this.#digest = suites[key.suite].digest;
    this.#rows = createSecretKey(key.derive('chain', 'rows', KEY_BYTES));
    this.#segments = key.derive('chain', 'segments', KEY_BYTES);
    this.#heads = key.derive('chain', 'heads', KEY_BYTES);
  }

  seal(no: string, before: Buffer, rows: readonly ChainRow[]): SealedSegment {
    const { marks, last } = this.walk(before, rows.map(({ content }) => content));
    const seqs = rows.map(({ seq }) => seq);
    return { no, keyId: this.key.id, seqs, marks, mac: this.segmentMac({ no, seqs, marks }, last) };
  }

  /**
   * @param contents of the rows in the order of the segment, null for one that is not there
   * @returns the place of the first row that is not as it was sealed; `segment` where the segment itself was changed; null where all is well
   */
  check(segment: SealedSegment, before: Buffer, contents: readonly (string | null)[]): number | 'segment' | null {
    const missing = contents.indexOf(null);
    const there = missing < 0 ? contents : contents.slice(0, missing);
    const { marks, last } = this.walk(before, there as readonly string[]);
    for (let place = 0; place < there.length; place += 1) {
      const [from, to] = [place * MARK_BYTES, (place + 1) * MARK_BYTES];
      if (!sameBytes(marks.subarray(from, to), segment.marks.subarray(from, to))) return place;
    }
    if (missing >= 0) return missing;
    return sameBytes(this.segmentMac(segment, last), segment.mac) ? null : 'segment';
  }

  signHead(text: string): Buffer {
    return mac(this.#digest, this.#heads, Buffer.from(text));
  }

  private walk(before: Buffer, contents: readonly string[]): { readonly marks: Buffer; readonly last: Buffer } {
    const marks = Buffer.alloc(contents.length * MARK_BYTES);
    let last = before;
    contents.forEach((content, place) => {
      // The value before has one length, so it needs no mark where it ends.
      last = createHmac(this.#digest, this.#rows).update(last).update(content).digest();
      last.copy(marks, place * MARK_BYTES, 0, MARK_BYTES);
    });
    return { marks, last };
  }

  private segmentMac({ no, seqs, marks }: Pick<SealedSegment, 'no' | 'seqs' | 'marks'>, last: Buffer): Buffer {
    const header = JSON.stringify([no, this.key.id, seqs.length, seqs]);
    return mac(this.#digest, this.#segments, Buffer.concat([last, marks, Buffer.from(header)]));
  }
}
