import type { Writable } from 'node:stream';

/** Standard output as a command needs it: waits while the reader is slow, and ends quietly when the reader has gone. */
export class Output {
  #readerGone = false;
  #failure: Error | null = null;
  #resume: (() => void) | null = null;

  constructor(private readonly stream: Writable) {
    const resume = (): void => {
      this.#resume?.();
      this.#resume = null;
    };
    stream.on('drain', resume);
    stream.on('close', () => {
      this.#readerGone = true;
      resume();
    });
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // `zhujiu levy | head` is nobody's fault.
      if (error.code === 'EPIPE' || error.code === 'ERR_STREAM_DESTROYED') this.#readerGone = true;
      else this.#failure = error;
      resume();
    });
  }

  /** False once nobody reads any more: further work is in vain. @throws what broke the stream, such as a full disk. */
  get wanted(): boolean {
    if (this.#failure) throw this.#failure;
    return !this.#readerGone && this.stream.writable;
  }

  /** Resolves when there is room for more; `written` is called when the bytes have left and may be used again. */
  async write(bytes: Uint8Array | string, written: () => void): Promise<void> {
    if (!this.wanted || this.stream.write(bytes, (error) => { if (!error) written(); })) return;
    await new Promise<void>((resolve) => { this.#resume = resolve; });
  }

  /** Resolves when everything written has left the process or the reader has gone. */
  async finish(): Promise<void> {
    if (!this.wanted) return;
    await new Promise<void>((resolve) => { this.stream.write('', () => resolve()); });
    // An error is told to the callback first and to its listeners after it.
    await new Promise<void>((resolve) => { setImmediate(resolve); });
    void this.wanted;
  }
}
