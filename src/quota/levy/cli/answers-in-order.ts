import type { Output } from './output.js';

type Answer = {
  /** Null until it has come. */
  bytes: Uint8Array | null;
  readonly come: Promise<void>;
  /** Called when the bytes have left. */
  readonly written: () => void;
};

/** Writes answers in the order in which they were asked for, whoever makes them and however long it takes. */
export class AnswersInOrder {
  readonly #waiting: Answer[] = [];

  /** @param most answers that may wait: beyond it `add` waits too, so that memory stays flat */
  constructor(private readonly output: Output, private readonly most: number) {}

  /** @throws what the output or a promised answer fails with */
  async add(bytes: Uint8Array, written: () => void): Promise<void> {
    this.#waiting.push({ bytes, come: Promise.resolve(), written });
    await this.#write(this.most);
  }

  async addPromised(promised: Promise<{ readonly bytes: Uint8Array; written(): void }>): Promise<void> {
    let written = (): void => undefined;
    const come = promised.then((made) => {
      answer.bytes = made.bytes;
      written = made.written;
    });
    // Awaited in its turn; until then a failure is not unheard.
    come.catch(() => undefined);
    const answer: Answer = { bytes: null, come, written: () => written() };
    this.#waiting.push(answer);
    await this.#write(this.most);
  }

  /** Resolves when every answer has been given to the output. */
  async finish(): Promise<void> {
    await this.#write(0);
  }

  async #write(leave: number): Promise<void> {
    for (let head = this.#waiting[0]; head !== undefined; head = this.#waiting[0]) {
      if (head.bytes === null) {
        if (this.#waiting.length <= leave) return;
        await head.come;
      }
      this.#waiting.shift();
      if (!this.output.wanted) return;
      await this.output.write(head.bytes as Uint8Array, head.written);
    }
  }
}
