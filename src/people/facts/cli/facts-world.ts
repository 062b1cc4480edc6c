import { setTimeout as sleep } from 'node:timers/promises';
import type { Clock } from '../../../kernel/clock.js';
import { Audit } from '../../../platform/audit/index.js';
import { readSettings, type Settings } from '../../../platform/config/index.js';
import { FieldCipher } from '../../../platform/crypto/index.js';
import { openDataSource, UnitOfWork } from '../../../platform/database/index.js';
import { BlindIndexes, openKeyRing } from '../../../platform/keys/index.js';
import { withDatabase } from '../../../platform/startup/index.js';
import { RegistryPeople } from '../../registry/index.js';
import { FactParts, LoadFacts } from '../app/load-facts.js';
import { PullFacts, PullStore } from '../app/pull-facts.command.js';
import { Batches } from '../infra/batches.js';
import { HttpRegister } from '../infra/http-register.js';
import { Pulls } from '../infra/pulls.js';
import type { DataSource } from 'typeorm';

export type FactsWorld = { readonly settings: Settings; readonly db: DataSource; readonly unitOfWork: UnitOfWork; readonly batches: Batches; readonly loading: LoadFacts; readonly pulling: PullFacts };

/** What a command of this room needs, without the framework; everything is closed afterwards. */
export function withFacts<T>(clock: Clock, work: (world: FactsWorld) => Promise<T>): Promise<T> {
  const settings = readSettings();
  const ring = openKeyRing(settings, clock.now());
  return withDatabase(settings, async ({ url }) => {
    const db = await openDataSource(url, [], settings);
    try {
      const unitOfWork = new UnitOfWork(db, {});
      const batches = new Batches();
      const [cipher, indexes] = [new FieldCipher(ring), new BlindIndexes(ring)];
      const parts = new FactParts(new RegistryPeople(cipher, indexes), cipher, indexes);
      const loading = new LoadFacts(unitOfWork, batches, parts, new Audit(clock), clock);
      const register = new HttpRegister(settings.facts, (milliseconds) => sleep(milliseconds).then(() => undefined));
      return await work({ settings, db, unitOfWork, batches, loading, pulling: new PullFacts(register, loading, new PullStore(new Pulls(), batches, unitOfWork), clock) });
    } finally {
      await db.destroy();
    }
  });
}
