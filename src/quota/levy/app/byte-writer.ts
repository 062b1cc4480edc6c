/** Beyond this many bytes a block copy is quicker than a loop. */
const SHORT = 10;

/**
 * A growing run of UTF-8 bytes. JSON is written straight into it: joining hundreds of small strings for each outcome
 * costs more than computing the outcome.
 */
export class ByteWriter {
  #bytes: Buffer;
  #length = 0;
  #spare: Buffer | null = null;

  /** @param capacity bytes at first; it doubles as needed. */
  constructor(private readonly capacity: number) {
    this.#bytes = Buffer.allocUnsafeSlow(capacity);
  }

  get length(): number {
    return this.#length;
  }

  /** What was written, and begins anew; the bytes belong to the caller until it gives them back, if ever. */
  take(): Buffer {
    const taken = this.#bytes.subarray(0, this.#length);
    this.#bytes = this.#spare ?? Buffer.allocUnsafeSlow(this.capacity);
    this.#spare = null;
    this.#length = 0;
    return taken;
  }

  /** Bytes of `take` that nobody needs any more: fresh memory costs the system more than filling it costs us. */
  giveBack(taken: Buffer): void {
    const whole = Buffer.from(taken.buffer, taken.byteOffset);
    if (whole.length >= this.capacity) this.#spare = whole;
  }

  bytes(fragment: Uint8Array): void {
    const size = fragment.length;
    const at = this.#room(size);
    const target = this.#bytes;
    if (size > SHORT) target.set(fragment, at);
    else for (let index = 0; index < size; index++) target[at + index] = fragment[index] as number;
  }

  byte(code: number): void {
    const at = this.#room(1);
    this.#bytes[at] = code;
  }

  /** Plain ASCII that needs no escape, as it is. */
  ascii(text: string): void {
    const size = text.length;
    const at = this.#room(size);
    const target = this.#bytes;
    for (let index = 0; index < size; index++) target[at + index] = text.charCodeAt(index);
  }

  /** A JSON string, quotation marks and escapes included, as `JSON.stringify` writes it. */
  quoted(text: string): void {
    const size = text.length;
    const start = this.#room(size + 2);
    const target = this.#bytes;
    let at = start;
    target[at++] = 34;
    for (let index = 0; index < size; index++) {
      const code = text.charCodeAt(index);
      if (code < 32 || code > 127 || code === 34 || code === 92) {
        this.#length = start;
        this.bytes(Buffer.from(JSON.stringify(text), 'utf8'));
        return;
      }
      target[at++] = code;
    }
    target[at] = 34;
  }

  /** Takes `size` bytes; the place where they begin. */
  #room(size: number): number {
    const at = this.#length;
    const end = at + size;
    if (end > this.#bytes.length) {
      const larger = Buffer.allocUnsafeSlow(Math.max(end, this.#bytes.length * 2));
      larger.set(this.#bytes.subarray(0, at));
      this.#bytes = larger;
    }
    this.#length = end;
    return at;
  }
}
