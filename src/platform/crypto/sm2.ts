import { createHash, createPrivateKey, createSign, createVerify, type KeyObject } from 'node:crypto';

/** The recommended curve and the default id of GM/T 0003.5 and GM/T 0009. */
const ORDER = 0xfffffffeffffffffffffffffffffffff7203df6b21c6052b53bbf40939d54123n;
const [A, B, GX, GY] = [
  'fffffffeffffffffffffffffffffffffffffffff00000000fffffffffffffffc', '28e9fa9e9d9f5e344d5a9e4bcf6509a7f39789f515ab8f92ddbcbd414d940e93',
  '32c4ae2c1f1981195f9904466a39c9948fe30bbff2660be1715a4589334c74c7', 'bc3736a2f4f6779c59bdcee36b692153d0a9877cc62a474002df32e52139f0a0',
].map((hex) => Buffer.from(hex, 'hex')) as [Buffer, Buffer, Buffer, Buffer];
const ID = Buffer.from('1234567812345678');

/** `1.2.156.10197.1.301` in DER: an SPKI with it is of this curve, and OpenSSL signs with it by SM2 and not by ECDSA. */
const CURVE = Buffer.from('06082a811ccf5501822d', 'hex');
/** PKCS #8 of an EC key on the curve, without its public half, up to the 32 bytes of the scalar. */
const PRIVATE_HEAD = Buffer.from('3041020100301306072a8648ce3d020106082a811ccf5501822d042730250201010420', 'hex');
const POINT_BYTES = 64;

export const isSm2 = (spki: Buffer): boolean => spki.includes(CURVE);

/** A private key from at least 40 random bytes: so many that no scalar is likelier than another. */
export function sm2KeyFrom(random: Buffer): KeyObject {
  const scalar = (BigInt(`0x${random.toString('hex')}`) % (ORDER - 2n)) + 1n;
  const bytes = Buffer.from(scalar.toString(16).padStart(64, '0'), 'hex');
  return createPrivateKey({ key: Buffer.concat([PRIVATE_HEAD, bytes]), format: 'der', type: 'pkcs8' });
}

/** SM3 of the id, the curve and the public point: what stands before every message that is signed. */
function prefixOf(spki: Buffer): Buffer {
  const bits = Buffer.alloc(2);
  bits.writeUInt16BE(ID.length * 8);
  return createHash('sm3').update(Buffer.concat([bits, ID, A, B, GX, GY, spki.subarray(-POINT_BYTES)])).digest();
}

/**
 * Signatures as GM/T 0009 has them (DER of r and s). `crypto.sign` offers no way to name the id, so the prefix is made here and the
 * digest over prefix and message is signed; OpenSSL's `pkeyutl -pkeyopt distid:1234567812345678` and others take it.
 */
export const sm2Sign = (key: KeyObject, spki: Buffer, message: Uint8Array): Buffer => createSign('sm3').update(prefixOf(spki)).update(message).sign(key);

export const sm2Verify = (key: KeyObject, spki: Buffer, message: Uint8Array, signature: Uint8Array): boolean => createVerify('sm3').update(prefixOf(spki)).update(message).verify(key, signature);
