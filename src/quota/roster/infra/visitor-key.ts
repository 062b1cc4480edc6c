import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from 'node:crypto';

const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const ALGORITHM = 'aes-256-gcm';

/**
 * The visitor's own key: it stands in the cookie (or the header of an API client) and in the memory of the process that
 * serves the visitor, nowhere else. Everything kept for the visitor is encrypted with a key made from it.
 */
export class VisitorKey {
  private constructor(private readonly secret: Buffer) {}

  static make(): VisitorKey {
    return new VisitorKey(randomBytes(KEY_BYTES));
  }

  /** Reads what a cookie or a header brought; null where it is no key. */
  static read(text: string | undefined): VisitorKey | null {
    if (text === undefined || !/^[A-Za-z0-9_-]{43}$/.test(text)) return null;
    return new VisitorKey(Buffer.from(text, 'base64url'));
  }

  /** For the cookie and the answer to the visitor, for nothing else. */
  reveal(): string {
    return this.secret.toString('base64url');
  }

  /** What the database may know: that a later caller holds the same key. */
  get proof(): Buffer {
    return createHash('sha256').update(this.derive('roster visitor', '')).digest();
  }

  cipherOf(uploadId: string): UploadCipher {
    return new UploadCipher(uploadId, this.derive('roster upload', uploadId));
  }

  /** A key in a log would be the end of its use. */
  toJSON(): string {
    return 'key';
  }

  private derive(purpose: string, salt: string): Buffer {
    return Buffer.from(hkdfSync('sha256', this.secret, salt, purpose, KEY_BYTES));
  }
}

/** AES-256-GCM for the pieces of one upload; each has a nonce of its own. */
export class UploadCipher {
  constructor(private readonly uploadId: string, private readonly key: Buffer) {}

  encrypt(kind: string, place: number, plain: Uint8Array): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv(ALGORITHM, this.key, nonce);
    cipher.setAAD(this.nameOf(kind, place));
    return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  }

  /** @throws when the piece was changed or belongs elsewhere */
  decrypt(kind: string, place: number, body: Buffer): Buffer {
    const decipher = createDecipheriv(ALGORITHM, this.key, body.subarray(0, NONCE_BYTES));
    decipher.setAAD(this.nameOf(kind, place));
    decipher.setAuthTag(body.subarray(body.length - TAG_BYTES));
    return Buffer.concat([decipher.update(body.subarray(NONCE_BYTES, body.length - TAG_BYTES)), decipher.final()]);
  }

  private nameOf(kind: string, place: number): Buffer {
    return Buffer.from(`${this.uploadId} ${kind} ${place}`);
  }
}
