export { BlindIndexes } from './blind-indexes.js';
export { KeyRingModule } from './key-ring.module.js';
export { KeysError } from './keys-error.js';
export { openSeal } from './open-seal.js';
export { SealKeysModule } from './seal-keys.module.js';
export { keysErrorTexts } from './texts.js';
export { openKeyRing } from './open-ring.js';
export type { SealedColumn } from './sealed-columns.js';
