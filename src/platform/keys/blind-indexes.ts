import { BlindIndex, type IndexKind, type KeyRing } from '../crypto/index.js';

/** The blind index of each kind of number, made once: deriving its key costs more than using it. */
export class BlindIndexes {
  readonly #known = new Map<IndexKind, BlindIndex>();

  constructor(private readonly ring: KeyRing) {}

  of(kind: IndexKind): BlindIndex {
    const known = this.#known.get(kind);
    if (known) return known;
    const made = new BlindIndex(this.ring, kind);
    this.#known.set(kind, made);
    return made;
  }
}
