import { DomainError } from '../../../kernel/domain-error.js';
import { parseLocalDate, type LocalDate } from '../../../kernel/local-date.js';
import type { IncomingMessage } from 'node:http';
import { readMultipart } from '../../../platform/http/index.js';
import type { CaseDetail } from '../app/read-inspections.query.js';
import { monthsOfBits } from './inspection.dto.js';

/** A case as the API tells it: months by number, not as bits; whoever proposed is nobody else's affair. */
export function shownCase({ head: { proposedBy: _, ...head }, lines, ...rest }: CaseDetail): object {
  return { ...head, ...rest, lines: lines.map((line) => ({ ...line, claimed: monthsOfBits(line.claimed), refused: monthsOfBits(line.refused) })) };
}

/** @throws DomainError input.invalid */
export function dayOf(field: string, text: string): LocalDate {
  const day = parseLocalDate(text);
  if (!day.ok) throw new DomainError('input.invalid', {}, [{ pointer: `/${field}`, code: 'input.wrong_format' }]);
  return day.value;
}

export type HandedIn = { readonly name: string; readonly bytes: Buffer; readonly lineId: string | null };

/** A proof, small enough to be held whole. @param sent hears which line was chosen, whether the file is taken or not @throws DomainError upload.*, inspection.line.not_found */
export async function paperIn(req: IncomingMessage, limit: number, sent: (fields: Readonly<Partial<Record<'line' | 'upload', string>>>) => void): Promise<HandedIn> {
  const { file, fields } = await readMultipart(req, { file: 'file', fileLimit: limit, fields: { line: { maxBytes: 20, required: false }, upload: { maxBytes: 16, required: false } }, refused: sent }, async ({ stream }) => {
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(piece as Buffer);
    return Buffer.concat(pieces);
  });
  sent(fields);
  const line = fields.line ?? '';
  if (line !== '' && !/^\d{1,18}$/.test(line)) throw new DomainError('inspection.line.not_found');
  return { name: file.name, bytes: file.stored, lineId: line === '' ? null : line };
}
