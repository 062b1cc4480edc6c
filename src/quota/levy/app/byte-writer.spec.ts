import fc from 'fast-check';
import { ByteWriter } from './byte-writer.js';

type Piece = { readonly write: (into: ByteWriter) => void; readonly bytes: Buffer };

const piece: fc.Arbitrary<Piece> = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 30 }).map((text) => ({ write: (into: ByteWriter) => into.quoted(text), bytes: Buffer.from(JSON.stringify(text)) })),
  fc.integer().map((number) => ({ write: (into: ByteWriter) => into.ascii(String(number)), bytes: Buffer.from(String(number)) })),
  fc.uint8Array({ maxLength: 60 }).map((bytes) => ({ write: (into: ByteWriter) => into.bytes(bytes), bytes: Buffer.from(bytes) })),
  fc.nat(255).map((code) => ({ write: (into: ByteWriter) => into.byte(code), bytes: Buffer.of(code) })),
);

describe('byte writer', () => {
  it('holds what was written, one after the other, whatever its first size', () => {
    fc.assert(fc.property(fc.array(piece, { maxLength: 30 }), fc.integer({ min: 1, max: 64 }), (pieces, capacity) => {
      const writer = new ByteWriter(capacity);
      for (const { write } of pieces) write(writer);
      const whole = Buffer.concat(pieces.map(({ bytes }) => bytes));
      expect(writer.length).toBe(whole.length);
      expect(writer.take()).toEqual(whole);
      expect(writer.length).toBe(0);
    }));
  });

  it('leaves taken bytes alone until they are given back', () => {
    const writer = new ByteWriter(8);
    writer.ascii('first run');
    const first = writer.take();
    writer.ascii('second');
    expect(first.toString()).toBe('first run');
    writer.giveBack(first);
    const second = writer.take();
    writer.ascii('third');
    expect(second.toString()).toBe('second');
    expect(writer.take().toString()).toBe('third');
  });
});
