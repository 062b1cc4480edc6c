import { DomainError } from '../../kernel/domain-error.js';

/**
 * A few at a time, the others in order of arrival. A hash takes 9 MiB and a whole core: fifty at once would take half a
 * gigabyte and leave pages without a processor, while fifty in a row are through within a second.
 */
export class HashQueue {
  private running = 0;
  private readonly waiting: (() => void)[] = [];

  /** @param most that may run at once @param longest that may wait */
  constructor(private readonly most: number, private readonly longest: number) {}

  /** @throws DomainError sign_in.busy where too many wait already */
  async run<T>(work: () => Promise<T>): Promise<T> {
    await this.enter();
    try {
      return await work();
    } finally {
      this.leave();
    }
  }

  private enter(): Promise<void> {
    if (this.running < this.most) {
      this.running += 1;
      return Promise.resolve();
    }
    if (this.waiting.length >= this.longest) return Promise.reject(new DomainError('sign_in.busy'));
    return new Promise((resolve) => { this.waiting.push(resolve); });
  }

  /** The place goes straight to the next in line, so that nobody slips in between. */
  private leave(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.running -= 1;
  }
}
