import { createCipheriv, createDecipheriv, createHmac, timingSafeEqual } from 'node:crypto';

/** `aes`: AES-256-GCM and HMAC-SHA-256. `sm`: SM4-CTR with HMAC-SM3, encrypt then MAC (GB/T 32907, GB/T 32905). */
export type SuiteName = 'aes' | 'sm';

/** Key bytes for one part of the work, such as `encrypt`; each part has bytes of its own. */
export type KeyOf = (part: string, bytes: number) => Buffer;

export type Cipher = {
  /** @param associated bytes that are not kept here but must be the same when it is opened */
  seal(nonce: Buffer, plain: Buffer, associated: Buffer): { readonly body: Buffer; readonly tag: Buffer };
  /** The plain bytes; null where anything was changed. */
  open(nonce: Buffer, body: Buffer, tag: Buffer, associated: Buffer): Buffer | null;
};

export type Suite = {
  readonly digest: 'sha256' | 'sm3';
  readonly nonceBytes: number;
  readonly tagBytes: number;
  cipherWith(keyOf: KeyOf): Cipher;
};

const GCM = 'aes-256-gcm';
const GCM_TAG_BYTES = 16;

const aes: Suite = {
  digest: 'sha256',
  nonceBytes: 12,
  tagBytes: GCM_TAG_BYTES,
  cipherWith: (keyOf) => {
    const key = keyOf('encrypt', 32);
    return {
      seal: (nonce, plain, associated) => {
        const cipher = createCipheriv(GCM, key, nonce, { authTagLength: GCM_TAG_BYTES }).setAAD(associated);
        const body = Buffer.concat([cipher.update(plain), cipher.final()]);
        return { body, tag: cipher.getAuthTag() };
      },
      open: (nonce, body, tag, associated) => {
        const decipher = createDecipheriv(GCM, key, nonce, { authTagLength: GCM_TAG_BYTES }).setAAD(associated).setAuthTag(tag);
        const plain = decipher.update(body);
        try {
          return Buffer.concat([plain, decipher.final()]);
        } catch {
          return null;
        }
      },
    };
  },
};

const SM4 = 'sm4-ctr';

/** Node 20's OpenSSL has no SM4-GCM, so the tag is an HMAC over everything that GCM would cover. */
const sm: Suite = {
  digest: 'sm3',
  nonceBytes: 16,
  tagBytes: 32,
  cipherWith: (keyOf) => {
    const key = keyOf('encrypt', 16);
    const macKey = keyOf('authenticate', 32);
    const tagOf = (nonce: Buffer, body: Buffer, associated: Buffer): Buffer => {
      // Without its length, bytes could wander from the associated data into the nonce.
      const length = Buffer.alloc(8);
      length.writeBigUInt64BE(BigInt(associated.length));
      return mac('sm3', macKey, Buffer.concat([length, associated, nonce, body]));
    };
    return {
      seal: (nonce, plain, associated) => {
        const cipher = createCipheriv(SM4, key, nonce);
        const body = Buffer.concat([cipher.update(plain), cipher.final()]);
        return { body, tag: tagOf(nonce, body, associated) };
      },
      open: (nonce, body, tag, associated) => {
        if (!sameBytes(tag, tagOf(nonce, body, associated))) return null;
        const decipher = createDecipheriv(SM4, key, nonce);
        return Buffer.concat([decipher.update(body), decipher.final()]);
      },
    };
  },
};

export const suites: Readonly<Record<SuiteName, Suite>> = { aes, sm };

export const mac = (digest: Suite['digest'], key: Buffer, data: Buffer): Buffer => createHmac(digest, key).update(data).digest();

/** Compares in a time that tells nothing of where the bytes differ. */
export const sameBytes = (a: Buffer, b: Buffer): boolean => a.length === b.length && timingSafeEqual(a, b);
