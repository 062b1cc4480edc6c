import { randomUUID } from 'node:crypto';
import { statSync } from 'node:fs';
import { Inject, Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { SETTINGS, type Settings } from '../config/index.js';
import { KeyRing, readKeyRing, type KeySource } from '../crypto/index.js';
import { safeErrorText } from '../errors/safe-error-text.js';
import { LOGGER, type Logger } from '../logging/index.js';
import { demandProfile, keySource } from './open-ring.js';

const LOOK_MS = 1_000;
const TELL_EVERY_LOOKS = 10;

/** Changes with every new content: a ring file is replaced, never written into. */
function stampOf(source: KeySource): string {
  if (source.kind === 'environment') return 'environment';
  const { ino, mtimeMs, size } = statSync(source.path);
  return `${ino} ${mtimeMs} ${size}`;
}

/**
 * Takes over a changed key file within seconds, without a restart, and tells the database which keys this process has, so
 * that a rotation knows when every process is ready for its next step. A file that cannot be used changes nothing.
 */
@Injectable()
export class KeyRingWatch implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly processId = randomUUID();
  private timer: NodeJS.Timeout | null = null;
  private looking: Promise<void> = Promise.resolve();
  private stamp = '';
  private looks = 0;
  private failing = false;

  constructor(
    private readonly ring: KeyRing,
    private readonly db: DataSource,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    this.stamp = stampOf(keySource(this.settings));
    await this.tell();
    this.timer = setInterval(() => { this.looking = this.looking.then(() => this.look()); }, LOOK_MS).unref();
  }

  async beforeApplicationShutdown(): Promise<void> {
    if (this.timer) clearInterval(this.timer);
    await this.looking;
    await this.db.query('DELETE FROM key_holder WHERE process_id = $1', [this.processId]).catch(() => undefined);
  }

  private async look(): Promise<void> {
    try {
      const source = keySource(this.settings);
      const stamp = stampOf(source);
      const changed = stamp !== this.stamp;
      // Remembered before the file is read: a fault in it is told once, not every second.
      this.stamp = stamp;
      if (changed) this.takeOver(source);
      this.looks += 1;
      if (changed || this.looks % TELL_EVERY_LOOKS === 0) await this.tell();
      this.failing = false;
    } catch (error) {
      // Every second the same line would bury the others.
      if (!this.failing) this.logger.warn({ event: 'keys.look_failed', err: error }, `the keys could not be looked after, those in use stay: ${safeErrorText(error)}`);
      this.failing = true;
    }
  }

  private takeOver(source: KeySource): void {
    const fresh = readKeyRing(source);
    demandProfile(this.settings, fresh);
    if (!this.ring.replaceBy(fresh)) {
      this.logger.error({ event: 'keys.refused' }, 'the key file was changed but not taken: a key has another secret than before under the same id');
      return;
    }
    this.logger.info({ event: 'keys.taken', ids: fresh.entries.map(({ id }) => id) }, 'the changed key file is in use');
  }

  private async tell(): Promise<void> {
    await this.db.query(
      `INSERT INTO key_holder (process_id, instance, ring, seen_at) VALUES ($1, $2, $3, now())
       ON CONFLICT (process_id) DO UPDATE SET ring = excluded.ring, seen_at = excluded.seen_at`,
      [this.processId, this.settings.log.name, JSON.stringify(this.ring.entries)],
    );
    await this.db.query(`DELETE FROM key_holder WHERE seen_at < now() - interval '1 hour'`);
  }
}
