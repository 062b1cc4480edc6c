import { Global, Module, type DynamicModule } from '@nestjs/common';
import { systemClock } from '../../kernel/clock.js';
import type { Settings } from '../config/index.js';
import { FieldCipher, KeyRing } from '../crypto/index.js';
import { BlindIndexes } from './blind-indexes.js';
import { KeyRingWatch } from './key-ring-watch.js';
import { openKeyRing } from './open-ring.js';

/** The keys for every room: `KeyRing`, `FieldCipher`, `BlindIndexes`. */
@Global()
@Module({})
export class KeyRingModule {
  /** Reads the keys before Nest starts. @throws KeysError, KeyRingError */
  static forRoot(settings: Settings): DynamicModule {
    const ring = openKeyRing(settings, systemClock.now());
    return {
      module: KeyRingModule,
      providers: [
        { provide: KeyRing, useValue: ring },
        { provide: FieldCipher, useValue: new FieldCipher(ring) },
        { provide: BlindIndexes, useValue: new BlindIndexes(ring) },
        KeyRingWatch,
      ],
      exports: [KeyRing, FieldCipher, BlindIndexes],
    };
  }
}
