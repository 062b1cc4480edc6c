import { DomainError } from '../../kernel/domain-error.js';
import { normalisers, type IndexKind } from './index-kinds.js';
import { indexSlots, type IndexSlot, type KeyRing, type RingKey } from './key-ring.js';
import { mac, suites } from './suites.js';

/** What a row holds in its two index columns; null where the ring has no key for the slot. Always written together. */
export type IndexColumns = Readonly<Record<IndexSlot, string | null>>;

const MAC_BYTES = 32;

/**
 * Keyed digest of one kind of number, by which equal values are found and kept unique without being readable. Kinds never
 * share an index: a phone number cannot be looked up as a bank account. Not shortened, since uniqueness bears no collision.
 */
export class BlindIndex {
  readonly #macKeys = new Map<string, Buffer>();

  constructor(private readonly ring: KeyRing, private readonly kind: IndexKind) {}

  /** `<key id>.<digest>` under the current index key. @throws DomainError `crypto.index_value_empty` */
  indexOf(value: string): string {
    return this.under(this.ring.currentOf('index'), this.normalised(value));
  }

  /** Under every index key of the ring, the current one first: a row is the value's if either column holds any of them. */
  candidatesOf(value: string): readonly string[] {
    const normal = this.normalised(value);
    return this.ring.readableOf('index').map((key) => this.under(key, normal));
  }

  /** What a writer puts into both columns, nulls too: uniqueness while keys change rests on it (ADR 9). */
  columnsOf(value: string): IndexColumns {
    const normal = this.normalised(value);
    return this.slots((key) => this.under(key, normal));
  }

  /** How a column begins once its row is done; null for the column that no key fills. A rotation finds its rows by it, and the table demands it. */
  columnPrefixes(): IndexColumns {
    return this.slots((key) => `${key.id}.`);
  }

  private slots(contentOf: (key: RingKey) => string): IndexColumns {
    const keys = this.ring.readableOf('index');
    const [a = null, b = null] = indexSlots.map((slot) => {
      const key = keys.find(({ entry }) => entry.slot === slot);
      return key ? contentOf(key) : null;
    });
    return { a, b };
  }

  private under(key: RingKey, normal: string): string {
    return `${key.id}.${mac(suites[key.suite].digest, this.macKeyOf(key), Buffer.from(normal)).toString('base64url')}`;
  }

  /** All empty values would be one person's. */
  private normalised(value: string): string {
    const normal = normalisers[this.kind](value);
    if (normal === '') throw new DomainError('crypto.index_value_empty', { kind: this.kind });
    return normal;
  }

  private macKeyOf(key: RingKey): Buffer {
    const known = this.#macKeys.get(key.id);
    if (known) return known;
    const made = key.derive('index', this.kind, MAC_BYTES);
    this.#macKeys.set(key.id, made);
    return made;
  }
}
