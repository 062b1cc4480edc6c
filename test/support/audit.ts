import pg from 'pg';
import type { DataSource } from 'typeorm';
import { entities } from '../../src/entities.js';
import { Audit } from '../../src/platform/audit/index.js';
import type { ChainHead } from '../../src/platform/audit/head.js';
import { readLag } from '../../src/platform/audit/audit-lag.js';
import { sealNext } from '../../src/platform/audit/seal-next.js';
import { verifyChain, type ChainVerdict } from '../../src/platform/audit/verify-chain.js';
import { parseKeyRing, type KeyRing } from '../../src/platform/crypto/index.js';
import { openDataSource, UnitOfWork } from '../../src/platform/database/index.js';
import { fixedClock } from '../../src/kernel/clock.js';
import { createTestDatabase } from './database.js';
import { ringText, type TestKey } from './keys.js';
import { testSettings } from './settings.js';

export type AuditBench = {
  readonly url: string;
  readonly db: DataSource;
  readonly unitOfWork: UnitOfWork;
  readonly audit: Audit;
  /** Seals everything; the last head, null where nothing waited. */
  seal(ring?: KeyRing): Promise<ChainHead | null>;
  /** Seals what can be sealed at this moment. */
  sealNow(ring?: KeyRing): Promise<ChainHead | null>;
  verify(head: ChainHead | null, ring?: KeyRing): Promise<ChainVerdict>;
  /** Does what only the owner of the tables could: past the triggers. */
  tamper(sql: string): Promise<void>;
  close(): Promise<void>;
};

export const ringOf = (...keys: readonly TestKey[]): KeyRing => parseKeyRing(ringText(...keys), 'test');

/** The audit alone on a database of its own. */
export async function openAudit(): Promise<AuditBench> {
  const database = await createTestDatabase();
  const settings = testSettings({});
  const db = await openDataSource(database.url, entities, settings);
  const unitOfWork = new UnitOfWork(db, {});
  const first = ringOf({ id: 'test' });
  const sealNow = async (ring: KeyRing): Promise<ChainHead | null> => {
    let last: ChainHead | null = null;
    for (;;) {
      const { done, head } = await unitOfWork.run((tx) => sealNext(tx, ring, new Date('2026-11-21T08:00:01Z')));
      last = head ?? last;
      if (done) return last;
    }
  };
  return {
    url: database.url, db, unitOfWork,
    audit: new Audit(fixedClock('2026-11-21T08:00:00.123Z')),
    seal: async (ring = first) => {
      let last: ChainHead | null = null;
      // The server's own house-keeping runs in transactions too, and the chain waits for each of them for a moment.
      do last = (await sealNow(ring)) ?? last; while ((await readLag(db)).waiting > 0);
      return last;
    },
    sealNow: (ring = first) => sealNow(ring),
    verify: async (head, ring = first) => {
      const client = new pg.Client({ connectionString: database.url });
      await client.connect();
      try {
        return await verifyChain(client, ring, head);
      } finally {
        await client.end();
      }
    },
    tamper: async (sql) => {
      await unitOfWork.run(async (tx) => {
        for (const table of ['audit_entry', 'audit_segment']) await tx.query(`ALTER TABLE ${table} DISABLE TRIGGER USER`);
        await tx.query(sql);
        for (const table of ['audit_entry', 'audit_segment']) await tx.query(`ALTER TABLE ${table} ENABLE TRIGGER USER`);
      });
    },
    close: async () => {
      await db.destroy();
      await database.drop();
    },
  };
}
