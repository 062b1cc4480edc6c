import fc from 'fast-check';
import { LineSplitter, type Line } from './line-splitter.js';

const MAX = 40;

/** All lines of the bytes when they come in pieces that end at the given places. */
function split(bytes: Buffer, cuts: readonly number[]): readonly Line[] {
  const splitter = new LineSplitter(MAX, 0);
  const places = [...new Set(cuts.map((cut) => cut % (bytes.length + 1)))].sort((a, b) => a - b);
  const lines: Line[] = [];
  let from = 0;
  for (const to of [...places, bytes.length]) {
    lines.push(...splitter.push(Buffer.from(bytes.subarray(from, to))));
    from = to;
  }
  return [...lines, ...splitter.end()];
}

const whole = (text: string): readonly Line[] => split(Buffer.from(text), []);

describe('line splitter', () => {
  it('numbers lines, blank ones too, and needs no line end at the end', () => {
    expect(whole('a\n\nb')).toEqual([{ number: 1, text: 'a' }, { number: 2, text: '' }, { number: 3, text: 'b' }]);
    expect(whole('a\n')).toEqual([{ number: 1, text: 'a' }]);
    expect(whole('')).toEqual([]);
  });

  it('takes CRLF for a line end, and a CR elsewhere for what it is', () => {
    expect(whole('a\r\n\r\nb\rc\r\nd\r')).toEqual([{ number: 1, text: 'a' }, { number: 2, text: '' }, { number: 3, text: 'b\rc' }, { number: 4, text: 'd' }]);
  });

  it('drops a byte order mark at the beginning and only there', () => {
    expect(whole('\ufeffa\n\ufeffb\n')).toEqual([{ number: 1, text: 'a' }, { number: 2, text: '\ufeffb' }]);
  });

  it('takes a line of the greatest length, line end apart, and refuses one byte more', () => {
    const longest = 'x'.repeat(MAX);
    expect(whole(`${longest}\r\n${longest}\n${longest}y\n`)).toEqual([{ number: 1, text: longest }, { number: 2, text: longest }, { number: 3, fault: 'too_long' }]);
    expect(whole('残'.repeat(13))).toEqual([{ number: 1, text: '残'.repeat(13) }]);
    expect(whole('残'.repeat(14))).toEqual([{ number: 1, fault: 'too_long' }]);
  });

  it('refuses what is not UTF-8 and reads on', () => {
    expect(split(Buffer.concat([Buffer.from('a\n'), Buffer.from([0xb2, 0xd0, 10]), Buffer.from('残\n')]), [])).toEqual([
      { number: 1, text: 'a' }, { number: 2, fault: 'not_utf8' }, { number: 3, text: '残' },
    ]);
  });

  it('keeps no more than one line of what it refuses', () => {
    const splitter = new LineSplitter(1_000, 0);
    const chunk = Buffer.alloc(65_536, 'x');
    const before = process.memoryUsage().arrayBuffers;
    for (let count = 0; count < 2_000; count++) expect(splitter.push(Buffer.from(chunk))).toEqual([]);
    global.gc?.();
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(2_000 * 65_536);
    expect(splitter.push(Buffer.from('\nnext\n'))).toEqual([{ number: 1, fault: 'too_long' }, { number: 2, text: 'next' }]);
  });

  it('gives the same lines however the bytes are cut into chunks', () => {
    const piece = fc.oneof(
      fc.constantFrom('\n', '\r\n', '\r', 'x'.repeat(MAX), 'x'.repeat(MAX + 1), 'x'.repeat(MAX + 2), '残疾人', '𠮷', '\ufeff', '{"id":1}').map((text) => Buffer.from(text)),
      fc.uint8Array({ maxLength: 6 }).map((bytes) => Buffer.from(bytes)),
    );
    fc.assert(fc.property(fc.array(piece, { maxLength: 14 }), fc.array(fc.nat(400), { maxLength: 20 }), (pieces, cuts) => {
      const bytes = Buffer.concat(pieces);
      const lines = split(bytes, cuts);
      expect(lines).toEqual(split(bytes, []));
      expect(lines.map(({ number }) => number)).toEqual(Array.from(lines, (_, index) => index + 1));
    }), { numRuns: 2_000 });
  });
});
