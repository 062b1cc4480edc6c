import type { IncomingMessage } from 'node:http';
import { readMultipart } from '../../../platform/http/index.js';

/** A file that is small enough to be held whole. @param refused hears what was typed beside a file that is refused @throws DomainError upload.* */
export async function wholeFile(req: IncomingMessage, limit: number, refused: (fields: Readonly<Partial<Record<'year' | 'upload', string>>>) => void): Promise<{ readonly name: string; readonly bytes: Buffer; readonly year: string | null }> {
  const { file, fields } = await readMultipart(req, { file: 'file', fileLimit: limit, fields: { year: { maxBytes: 16, required: false }, upload: { maxBytes: 16, required: false } }, refused }, async ({ stream }) => {
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(piece as Buffer);
    return Buffer.concat(pieces);
  });
  return { name: file.name, bytes: file.stored, year: fields.year ?? null };
}
