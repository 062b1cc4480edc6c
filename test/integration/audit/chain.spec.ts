import { randomUUID } from 'node:crypto';
import { STRANGER } from '../../../src/platform/audit/index.js';
import type { ChainHead } from '../../../src/platform/audit/head.js';
import { openAudit, ringOf, type AuditBench } from '../../support/audit.js';

// The limit is there to end a hang, not to measure.
jest.setTimeout(120_000);

let bench: AuditBench;
beforeEach(async () => { bench = await openAudit(); });
afterEach(() => bench.close());

const officer = { accountId: randomUUID(), machineKeyId: null, membershipId: randomUUID(), role: 'town_officer', via: 'cookie' };
const entry = (n: number) => ({ act: 'test.thing.change', object: { kind: 'thing', id: String(n) }, detail: { n } });
const write = (from: number, to: number): Promise<void> => bench.unitOfWork.run((tx) =>
  bench.audit.acts(tx, officer, Array.from({ length: to - from + 1 }, (_, i) => entry(from + i))));

describe('the audit', () => {
  it('is written with the act or not at all', async () => {
    await expect(bench.unitOfWork.run(async (tx) => {
      await bench.audit.act(tx, officer, entry(1));
      throw new Error('changed my mind');
    })).rejects.toThrow('changed my mind');
    await bench.unitOfWork.run((tx) => bench.audit.act(tx, officer, entry(2)));
    expect(await bench.db.query('SELECT object_id, account_id, role, via, at FROM audit_entry')).toEqual([
      { object_id: '2', account_id: officer.accountId, role: 'town_officer', via: 'cookie', at: new Date('2026-11-21T08:00:00.123Z') },
    ]);
  });

  it('keeps looks at protected data with fields, purpose and reason, and hides numbers of people', async () => {
    await bench.unitOfWork.run(async (tx) => {
      await bench.audit.reads(tx, officer, { subjects: [{ kind: 'person', id: 'a' }, { kind: 'person', id: 'b' }], fields: ['citizenId', 'phone'], purpose: 'review', reason: '电话 13800138000 打不通' });
      await bench.audit.act(tx, { system: 'test' }, { ...entry(1), detail: { note: 'of 11010519491231002X', id: '00000000-0000-4000-8000-013800138000' } });
      await bench.audit.act(tx, STRANGER, entry(2));
    });
    const rows: { kind: string; via: string }[] = await bench.db.query('SELECT kind, object_id, fields, purpose, reason, detail, via FROM audit_entry ORDER BY seq');
    expect(rows).toMatchObject([
      { kind: 'read', object_id: 'a', fields: ['citizenId', 'phone'], purpose: 'review', reason: '电话 [hidden] 打不通' },
      { kind: 'read', object_id: 'b' },
      { kind: 'act', via: 'system test', detail: { note: 'of [hidden]', id: '00000000-0000-4000-8000-013800138000' } },
      { kind: 'act', via: 'stranger' },
    ]);
  });

  it('refuses an act whose name says nothing', () =>
    expect(bench.unitOfWork.run((tx) => bench.audit.act(tx, officer, { ...entry(1), act: 'Changed' }))).rejects.toThrow(RangeError));

  it.each(['audit_entry', 'audit_segment'])('is append-only in %s', async (table) => {
    await write(1, 3);
    await bench.seal();
    for (const sql of [`UPDATE ${table} SET ${table === 'audit_entry' ? "via = 'x'" : "key_id = 'x'"}`, `DELETE FROM ${table}`, `TRUNCATE ${table}`]) {
      await expect(bench.db.query(sql)).rejects.toMatchObject({ code: '42501' });
    }
    expect((await bench.db.query(`SELECT FROM ${table}`)).length).toBeGreaterThan(0);
  });
});

describe('the sealer', () => {
  it('covers every entry once, in segments', async () => {
    await write(1, 4500);
    const head = await bench.seal();
    expect(head?.no).toBe('3');
    expect(await bench.verify(head)).toEqual({ fault: null, rows: 4500, segments: 3, waiting: 0 });
    expect(await bench.seal()).toBeNull();
  });

  it('passes over no entry whose number was drawn early and that was committed late', async () => {
    const late = bench.db.createQueryRunner();
    await late.startTransaction();
    await bench.audit.act(late.manager, officer, entry(1));
    await write(2, 3);
    // The first transaction still runs, so nothing younger may be sealed before it.
    expect(await bench.sealNow()).toBeNull();
    expect(await bench.verify(null)).toMatchObject({ rows: 0, waiting: 2 });
    await late.commitTransaction();
    await late.release();
    const head = await bench.seal();
    expect(await bench.verify(head)).toEqual({ fault: null, rows: 3, segments: 1, waiting: 0 });
  });

  it('loses none among many writers that begin, commit and roll back as they like', async () => {
    let writing = true;
    const sealing = (async () => {
      let head: ChainHead | null = null;
      while (writing) head = (await bench.sealNow()) ?? head;
      return (await bench.seal()) ?? head;
    })();
    await Promise.all(Array.from({ length: 6 }, async (_, writer) => {
      for (let n = 0; n < 40; n += 1) {
        await bench.unitOfWork.run(async (tx) => {
          await bench.audit.act(tx, officer, entry(n));
          await tx.query('SELECT pg_sleep($1)', [((n * 7 + writer * 3) % 5) / 500]);
          await bench.audit.act(tx, officer, entry(n));
          if (n % 8 === writer) throw new Error('rolled back');
        }).catch(() => undefined);
      }
    }));
    writing = false;
    const head = await sealing;
    expect(await bench.verify(head)).toMatchObject({ fault: null, rows: 6 * 35 * 2, waiting: 0 });
  });

  it('is one at a time: whoever comes second leaves it to the first', async () => {
    await write(1, 10);
    const holder = bench.db.createQueryRunner();
    await holder.startTransaction();
    await holder.query('SELECT pg_advisory_xact_lock(7403618227)');
    expect(await bench.sealNow()).toBeNull();
    await holder.rollbackTransaction();
    await holder.release();
    expect(await bench.seal()).not.toBeNull();
  });

  it('goes on under a new key at the next segment; the old one is needed to check what it sealed', async () => {
    await write(1, 5);
    await bench.seal();
    await write(6, 8);
    const both = ringOf({ id: 'test', current: ['field', 'index'], readable: ['chain'] }, { id: 'new', suite: 'sm', current: ['chain'] });
    const head = await bench.seal(both);
    expect(await bench.db.query('SELECT key_id FROM audit_segment ORDER BY no')).toEqual([{ key_id: 'test' }, { key_id: 'new' }]);
    expect(await bench.verify(head, both)).toMatchObject({ fault: null, rows: 8 });
    expect(await bench.verify(head, ringOf({ id: 'new', suite: 'sm' }))).toMatchObject({ fault: { kind: 'key_unknown', segment: '1', keyId: 'test' } });
    expect(await bench.verify(head)).toMatchObject({ fault: { kind: 'key_unknown', segment: '2', keyId: 'new' } });
  });
});

describe.each(['aes', 'sm'])('verification under %s', (suite) => {
  const ring = ringOf({ id: 'test', suite });
  let head: ChainHead | null;
  beforeEach(async () => {
    for (let n = 0; n < 3; n += 1) {
      await write(n * 10 + 1, n * 10 + 10);
      head = await bench.seal(ring);
    }
    expect(await bench.verify(head, ring)).toMatchObject({ fault: null, rows: 30, segments: 3 });
  });

  it.each([
    ['a changed byte', "UPDATE audit_entry SET object_id = '17.' WHERE seq = 17", { kind: 'row_changed', seq: '17', segment: '2' }],
    ['a changed second', "UPDATE audit_entry SET at = at + interval '1 microsecond' WHERE seq = 30", { kind: 'row_changed', seq: '30', segment: '3' }],
    ['another signature of the same JSON', `UPDATE audit_entry SET detail = '{"n": 4}' WHERE seq = 4`, { kind: 'row_changed', seq: '4', segment: '1' }],
    ['a missing row', 'DELETE FROM audit_entry WHERE seq = 11', { kind: 'row_missing', seq: '11', segment: '2' }],
    ['two swapped rows', 'UPDATE audit_entry a SET object_id = b.object_id, detail = b.detail FROM audit_entry b WHERE a.seq IN (5, 8) AND b.seq = 13 - a.seq', { kind: 'row_changed', seq: '5', segment: '1' }],
    ['a row slipped in', `INSERT INTO audit_entry (xid, at, kind, via, act, object_kind, object_id) VALUES (1, now(), 'act', 'cookie', 'a.b', 'x', 'y')`, { kind: 'row_added', seq: '31', segment: null }],
    ['a missing segment', 'DELETE FROM audit_segment WHERE no = 2', { kind: 'segment_missing', segment: '2' }],
    ['a segment taken out, the rest moved up', 'DELETE FROM audit_segment WHERE no = 2; UPDATE audit_segment SET no = 2 WHERE no = 3', { kind: 'row_changed', seq: '21', segment: '2' }],
    ['an order changed in a segment', 'UPDATE audit_segment SET seqs = seqs[2:2] || seqs[1:1] || seqs[3:] WHERE no = 1', { kind: 'row_changed', seq: '2', segment: '1' }],
    ['a changed mac', `UPDATE audit_segment SET mac = set_byte(mac, 3, get_byte(mac, 3) # 1) WHERE no = 1`, { kind: 'segment_changed', segment: '1' }],
    ['a cut tail', 'DELETE FROM audit_segment WHERE no = 3; DELETE FROM audit_entry WHERE seq > 20', { kind: 'tail_cut', segment: '3' }],
    ['everything gone', 'TRUNCATE audit_segment, audit_entry', { kind: 'tail_cut', segment: '3' }],
  ])('finds %s', async (_, sql, fault) => {
    for (const statement of sql.split('; ')) await bench.tamper(statement);
    expect((await bench.verify(head, ring)).fault).toEqual(fault);
  });

  it('finds a chain that was built anew by someone with the database and the keys of another ring', async () => {
    await bench.tamper('TRUNCATE audit_segment');
    await bench.tamper(`UPDATE audit_entry SET object_id = 'other' WHERE seq = 1`);
    await bench.seal(ringOf({ id: 'test', suite, secret: ringSecret }));
    expect((await bench.verify(head, ring)).fault).toEqual({ kind: 'row_changed', seq: '1', segment: '1' });
  });

  it('finds a chain that was built anew with our own key, by the head', async () => {
    await bench.tamper('TRUNCATE audit_segment');
    await bench.tamper(`UPDATE audit_entry SET object_id = 'other' WHERE seq = 1`);
    await write(31, 31);
    await bench.seal(ring);
    expect((await bench.verify(null, ring)).fault).toBeNull();
    expect((await bench.verify(head, ring)).fault).toEqual({ kind: 'tail_cut', segment: '3' });
    await write(32, 32);
    await bench.seal(ring);
    await write(33, 33);
    await bench.seal(ring);
    expect((await bench.verify(head, ring)).fault).toEqual({ kind: 'head_differs', segment: '3' });
  });

  it('believes no head that the keys did not sign', async () => {
    const forged = head && { ...head, mac: Buffer.alloc(32, 1).toString('base64url') };
    expect((await bench.verify(forged, ring)).fault).toEqual({ kind: 'head_forged', segment: '3' });
  });
});

const ringSecret = Buffer.from('0f1e2d3c4b5a69788796a5b4c3d2e1f00112233445566778899aabbccddeeff0', 'hex').toString('base64');
