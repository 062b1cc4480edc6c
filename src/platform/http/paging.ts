import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional, IsString, Matches, MaxLength } from 'class-validator';
import { DomainError } from '../../kernel/domain-error.js';

const USUAL = 50;
const MOST = 200;

/** Query of every list that is read page by page. */
export class PageQueryDto {
  @ApiPropertyOptional({ description: `Rows of a page, at most ${MOST}; ${USUAL} otherwise.`, example: '50' })
  @IsOptional()
  @Matches(/^(?:[1-9]\d?|1\d\d|200)$/)
  limit?: string;

  @ApiPropertyOptional({ description: '`next` of the page before.' })
  @IsOptional()
  @IsString()
  @MaxLength(1000)
  after?: string;
}

/** A page and the key of the one behind it; null on the last. */
export type ListPage<T> = { readonly items: readonly T[]; readonly next: string | null };

export const limitOf = ({ limit }: PageQueryDto): number => (limit === undefined ? USUAL : Number(limit));

/**
 * Cuts a page out of `limit + 1` rows. The key holds what the rows are ordered by, with the id last, so that rows which come
 * and go meanwhile neither repeat nor hide others.
 */
export function listPage<T>(rows: readonly T[], limit: number, keyOf: (row: T) => readonly string[]): ListPage<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const next = rows.length > limit && last !== undefined ? Buffer.from(JSON.stringify(keyOf(last))).toString('base64url') : null;
  return { items, next };
}

/** The key of a page, as many texts as it was made of; null for the first. @throws DomainError input.invalid */
export function pageKey({ after }: PageQueryDto, parts: number): readonly string[] | null {
  if (after === undefined) return null;
  const key = parsed(after);
  if (Array.isArray(key) && key.length === parts && key.every((part) => typeof part === 'string' && !part.includes('\0'))) return key as string[];
  throw malformed();
}

const malformed = (): DomainError => new DomainError('input.invalid', {}, [{ pointer: '/after', code: 'input.wrong_format' }]);

/** The key of a list that is ordered by an instant and an id. @throws DomainError input.invalid */
export function instantKey(query: PageQueryDto): readonly [Date, string] | null {
  const key = pageKey(query, 2);
  if (key === null) return null;
  const [instant = '', id = ''] = key;
  const at = new Date(instant);
  if (Number.isNaN(at.getTime()) || !/^[0-9a-f-]{36}$/.test(id)) throw malformed();
  return [at, id];
}

function parsed(after: string): unknown {
  try {
    return JSON.parse(Buffer.from(after, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
