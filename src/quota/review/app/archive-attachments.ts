import { Injectable } from '@nestjs/common';
import type { Caller } from '../../../platform/access/index.js';

/** A document that another room puts into the archive of a case. */
export type Attachment = {
  /** Inside the bundle: `determinations/2025-ABC.pdf`. */
  readonly path: string;
  /** What it is, in Chinese, as the archive's page lists it. */
  readonly title: string;
  readonly bytes: Uint8Array;
};

export type AttachmentMaker = (caller: Caller, declarationId: string) => Promise<readonly Attachment[]>;

/** Rooms behind the review say at the start what they add to its archives; the review knows none of them. */
@Injectable()
export class ArchiveAttachments {
  readonly #makers: AttachmentMaker[] = [];

  add(maker: AttachmentMaker): void {
    this.#makers.push(maker);
  }

  async of(caller: Caller, declarationId: string): Promise<readonly Attachment[]> {
    return (await Promise.all(this.#makers.map((make) => make(caller, declarationId)))).flat();
  }
}
