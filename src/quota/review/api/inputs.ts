import type { IncomingMessage } from 'node:http';
import { DomainError } from '../../../kernel/domain-error.js';
import { parseLocalDate, type LocalDate } from '../../../kernel/local-date.js';
import { parseRegionCode, type RegionCode } from '../../../kernel/region-code.js';
import { readMultipart } from '../../../platform/http/index.js';
import type { QueueQuestion } from '../app/read-queue.query.js';
import type { LineDecisionWish } from '../app/decide-lines.command.js';
import type { NeededThing } from '../domain/correction-request.js';
import type { DisputedLine } from '../domain/objection.js';
import { PAPER_BYTES } from '../domain/paper.js';
import type { DisputedDto, LineDecisionDto, NeededDto, QueueQueryDto } from './reviews.dto.js';

const malformed = (pointer: string): DomainError => new DomainError('input.invalid', {}, [{ pointer, code: 'input.wrong_format' }]);

/** @throws DomainError input.invalid */
export function dayOrNull(pointer: string, text: string | undefined): LocalDate | null {
  if (text === undefined) return null;
  const parsed = parseLocalDate(text);
  if (!parsed.ok) throw malformed(`/${pointer}`);
  return parsed.value;
}

/** @throws DomainError input.invalid */
export function questionOf({ state, region, year, mine }: QueueQueryDto): QueueQuestion {
  return { state: state ?? null, region: region === undefined ? null : regionOf(region), baseYear: year === undefined ? null : Number(year), mine: mine === 'yes' };
}

function regionOf(text: string): RegionCode {
  const parsed = parseRegionCode(text);
  if (!parsed.ok) throw malformed('/region');
  return parsed.value;
}

export const decisionOf = ({ months, reason, words }: LineDecisionDto): LineDecisionWish => ({ months: months.reduce((mask, month) => mask | (1 << (month - 1)), 0), reason, words: words ?? null });

export const itemsOf = (items: readonly NeededDto[]): readonly NeededThing[] => items.map(({ lineId, need, words }) => ({ lineId: lineId ?? null, need, words: words ?? null }));

export const disputedOf = (lines: readonly DisputedDto[]): readonly DisputedLine[] => lines.map(({ lineId, ground, words }) => ({ lineId, ground, words: words ?? null }));

export type ReceivedPaper = { readonly name: string; readonly bytes: Buffer; readonly lineId: string | undefined; readonly need: string | undefined };

/** A paper with its fields; small enough to be held whole. @param refused hears what was chosen beside a file that is refused @throws DomainError upload.* */
export async function receivePaper(req: IncomingMessage, refused: (fields: Readonly<Partial<Record<'lineId' | 'need', string>>>) => void): Promise<ReceivedPaper> {
  const { file, fields } = await readMultipart(req, { file: 'file', fileLimit: PAPER_BYTES, fields: { lineId: { maxBytes: 32, required: false }, need: { maxBytes: 32, required: false } }, refused }, async ({ stream }) => {
    const pieces: Buffer[] = [];
    for await (const piece of stream) pieces.push(piece as Buffer);
    return Buffer.concat(pieces);
  });
  return { name: file.name, bytes: file.stored, lineId: fields.lineId, need: fields.need };
}
