import type { Response } from 'express';

export type Packing = 'br' | 'gzip';
/** Packed copies of one text, made as they are asked for. */
export type PackedCopies = Map<Packing, Buffer>;

const copiesOf = new WeakMap<Response, PackedCopies>();

/** Says that the answer is a text that others get as well: its packed copies may be used again. */
export function sharePacked(res: Response, copies: PackedCopies): void {
  copiesOf.set(res, copies);
}

export const sharedPacked = (res: Response): PackedCopies | undefined => copiesOf.get(res);
