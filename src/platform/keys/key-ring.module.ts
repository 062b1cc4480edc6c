import { Global, Module, type DynamicModule } from '@nestjs/common';
import { systemClock } from '../../kernel/clock.js';
import type { Settings } from '../config/index.js';
import { FieldCipher, KeyRing, Seal } from '../crypto/index.js';
import { BlindIndexes } from './blind-indexes.js';
import { IndexChecks, SEALED_COLUMNS } from './index-checks.js';
import { KeyRingWatch } from './key-ring-watch.js';
import { openKeyRing } from './open-ring.js';
import { openSeal } from './open-seal.js';
import type { SealedColumn } from './sealed-columns.js';

/** The keys for every room: `KeyRing`, `FieldCipher`, `BlindIndexes`, `Seal`. */
@Global()
@Module({})
export class KeyRingModule {
  /** Reads the keys before Nest starts. @param columns sealed ones of all rooms @throws KeysError, KeyRingError */
  static forRoot(settings: Settings, columns: readonly SealedColumn[]): DynamicModule {
    const ring = openKeyRing(settings, systemClock.now());
    return {
      module: KeyRingModule,
      providers: [
        { provide: KeyRing, useValue: ring },
        { provide: FieldCipher, useValue: new FieldCipher(ring) },
        { provide: BlindIndexes, useValue: new BlindIndexes(ring) },
        { provide: Seal, useValue: openSeal(settings, ring) },
        { provide: SEALED_COLUMNS, useValue: columns },
        IndexChecks,
        KeyRingWatch,
      ],
      exports: [KeyRing, FieldCipher, BlindIndexes, Seal],
    };
  }
}
