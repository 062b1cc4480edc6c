import { DomainError } from '../../kernel/domain-error.js';
import type { KeyRing, RingKey } from './key-ring.js';
import { freshNonce } from './nonce.js';
import { parseSealed, sealedHeader, sealedText } from './sealed-text.js';
import { mac, sameBytes, suites, type Cipher } from './suites.js';

/** The one place where a value may stand. `rowId` is known before the row is written, so it is made by the service. */
export type FieldContext = { readonly table: string; readonly column: string; readonly rowId: string };

const PLACE_BYTES = 16;

type Worker = { readonly cipher: Cipher; placeOf(nonce: Buffer, context: FieldContext): Buffer };

/**
 * Seals single fields (网络数据安全管理条例 art. 9; 个人信息保护法 art. 51). A sealed text tells its length and key id and
 * nothing else; sealed twice, one value gives two texts.
 */
export class FieldCipher {
  /** Deriving costs more than sealing, so each key is derived once. */
  readonly #workers = new Map<string, Worker>();

  constructor(private readonly ring: KeyRing) {}

  /** How every text begins that needs no rotation: a query finds the others by it. */
  get currentPrefix(): string {
    return `${headerOf(this.ring.currentOf('field'))}.`;
  }

  /** @param plaintext may be empty; unknown is null and is not sealed */
  seal(plaintext: string, context: FieldContext): string {
    const key = this.ring.currentOf('field');
    const { cipher, placeOf } = this.workerOf(key);
    const nonce = freshNonce(suites[key.suite].nonceBytes);
    const place = placeOf(nonce, context);
    const { body, tag } = cipher.seal(nonce, utf8(plaintext), associated(headerOf(key), place));
    return sealedText({ suite: key.suite, keyId: key.id, nonce, place, body, tag });
  }

  /**
   * @throws DomainError `crypto.field_malformed` (no sealed text), `crypto.field_key_unknown`, `crypto.field_tampered`,
   * `crypto.field_moved` (genuine, but sealed for another place); none of them holds any part of the value
   */
  open(sealed: string, context: FieldContext): string {
    const { table, column } = context;
    const parts = parseSealed(sealed);
    if (parts === null) throw new DomainError('crypto.field_malformed', { table, column });
    const { suite, keyId, nonce, place, body, tag } = parts;
    const key = this.ring.find('field', keyId);
    if (key === null) throw new DomainError('crypto.field_key_unknown', { table, column, keyId });
    const { nonceBytes, tagBytes } = suites[key.suite];
    const fits = suite === key.suite && nonce.length === nonceBytes && place.length === PLACE_BYTES && tag.length === tagBytes;
    const { cipher, placeOf } = this.workerOf(key);
    const plain = fits ? cipher.open(nonce, body, tag, associated(headerOf(key), place)) : null;
    if (plain === null) throw new DomainError('crypto.field_tampered', { table, column, keyId });
    if (!sameBytes(place, placeOf(nonce, context))) throw new DomainError('crypto.field_moved', { table, column, keyId });
    return plain.toString('utf8');
  }

  /** True for what is not sealed under the current key, also where it is no sealed text: opening it then says where. */
  needsRotation(sealed: string): boolean {
    return !sealed.startsWith(this.currentPrefix);
  }

  private workerOf(key: RingKey): Worker {
    const known = this.#workers.get(key.id);
    if (known) return known;
    const keyOf = (part: string, bytes: number): Buffer => key.derive('field', part, bytes);
    const { digest, cipherWith } = suites[key.suite];
    const placeKey = keyOf('place', 32);
    const worker: Worker = {
      cipher: cipherWith(keyOf),
      placeOf: (nonce, context) => mac(digest, placeKey, Buffer.concat([nonce, placeName(context)])).subarray(0, PLACE_BYTES),
    };
    this.#workers.set(key.id, worker);
    return worker;
  }
}

const headerOf = (key: RingKey): string => sealedHeader(key.suite, key.id);

/**
 * The place goes in as a keyed digest that stands in the text. Bound bare, a moved value could not be told from a changed
 * one; in clear, it would have to be trusted.
 */
const associated = (header: string, place: Buffer): Buffer => Buffer.concat([Buffer.from(`${header}.`), place]);

function placeName({ table, column, rowId }: FieldContext): Buffer {
  if (table === '' || column === '' || rowId === '') throw new Error('a sealed field needs its table, column and row');
  return Buffer.from(JSON.stringify([table, column, rowId]));
}

/** Half a surrogate pair would silently come back as another sign. */
function utf8(text: string): Buffer {
  const bytes = Buffer.from(text, 'utf8');
  if (bytes.toString('utf8') !== text) throw new Error('text that is not well-formed Unicode cannot be sealed');
  return bytes;
}
