import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '../../../kernel/domain-error.js';
import { regionPrefix, type RegionCode } from '../../../kernel/region-code.js';
import { isUuid } from '../../../kernel/uuid.js';
import type { Caller } from '../../../platform/access/index.js';
import { limitOf, listPage, pageKey, type ListPage, type PageQueryDto } from '../../../platform/http/index.js';
import type { DeclarationState } from '../../filing/index.js';
import { QueueRepository, type QueuedFiling, type QueueKey } from '../infra/queue.repository.js';

/** States in which somebody of the federation has to do something, or waits for the employer. */
export const queuedStates = ['checking', 'accepted', 'first_check', 'second_check', 'objected', 'returned', 'late'] as const satisfies readonly DeclarationState[];
export type QueuedState = (typeof queuedStates)[number];

const FOR_FIRST: readonly QueuedState[] = ['checking', 'accepted', 'first_check', 'objected'];
const FOR_SECOND: readonly QueuedState[] = ['second_check'];

export type QueueQuestion = { readonly state: QueuedState | null; readonly region: RegionCode | null; readonly baseYear: number | null; readonly mine: boolean };

/** 审核队列: what is due first, then what is most in doubt. */
@Injectable()
export class ReadQueue {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queue: QueueRepository,
  ) {}

  /** Without a state: what waits for the caller's role, for whoever only reads everything that waits. One statement. @throws DomainError input.invalid */
  async page(caller: Caller, { state, region, baseYear, mine }: QueueQuestion, query: PageQueryDto): Promise<ListPage<QueuedFiling>> {
    const limit = limitOf(query);
    const states = state === null ? waitingFor(caller) : [state];
    const rows = await this.queue.page(
      this.dataSource.manager, caller.scope, { states, regionPrefix: region === null ? null : regionPrefix(region), baseYear, checker: mine ? caller.accountId : null }, caller.accountId, keyOf(query), limit + 1,
    );
    const { items, next } = listPage(rows, limit, ({ dueKey, doubt, id }) => [dueKey, String(doubt), id]);
    return { items: items.map(({ dueKey: _, ...filing }) => filing), next };
  }
}

/** By what the caller may do. */
export function waitingFor({ permissions }: Caller): readonly QueuedState[] {
  const states = [...(permissions.has('reviews.check') ? FOR_FIRST : []), ...(permissions.has('reviews.decide') ? FOR_SECOND : [])];
  return states.length > 0 ? states : [...FOR_FIRST, ...FOR_SECOND];
}

function keyOf(query: PageQueryDto): QueueKey | null {
  const key = pageKey(query, 3);
  if (key === null) return null;
  const [due = '', doubt = '', id = ''] = key;
  if (!/^(?:infinity|\d{4}-\d{2}-\d{2})$/.test(due) || !/^\d{1,5}$/.test(doubt) || !isUuid(id)) throw new DomainError('input.invalid', {}, [{ pointer: '/after', code: 'input.wrong_format' }]);
  return { due, doubt: Number(doubt), id };
}
