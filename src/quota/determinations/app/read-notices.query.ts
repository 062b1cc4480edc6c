import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError } from '../../../kernel/domain-error.js';
import { regionPrefix, type RegionCode } from '../../../kernel/region-code.js';
import { isUuid } from '../../../kernel/uuid.js';
import { Reach, type Caller } from '../../../platform/access/index.js';
import { instantKey, limitOf, listPage, pageKey, type ListPage, type PageQueryDto } from '../../../platform/http/index.js';
import { NoticeRepository } from '../infra/notice.repository.js';
import { publicRegister, type PublicNotice, type PublicNoticeLine } from '../infra/public-register.js';

/** Lines of a spreadsheet are read from the database in pieces of this size. */
const AT_ONCE = 2_000;

/** What was published, for everybody. */
@Injectable()
export class ReadNotices {
  constructor(
    private readonly dataSource: DataSource,
    private readonly rows: NoticeRepository,
  ) {}

  async list(filter: { readonly region: RegionCode | null; readonly baseYear: number | null }, query: PageQueryDto): Promise<ListPage<PublicNotice>> {
    const limit = limitOf(query);
    const region = filter.region === null ? null : regionPrefix(filter.region);
    const found = await publicRegister.notices(this.dataSource.manager, { region, baseYear: filter.baseYear }, instantKey(query), limit + 1);
    return listPage(found, limit, ({ publishedAt, id }) => [publishedAt.toISOString(), id]);
  }

  /** @throws DomainError determinations.notice.not_found */
  async find(id: string): Promise<PublicNotice> {
    const found = isUuid(id) ? await publicRegister.notice(this.dataSource.manager, id) : null;
    if (found === null) throw new DomainError('determinations.notice.not_found');
    return found;
  }

  async lines(id: string, query: PageQueryDto): Promise<ListPage<PublicNoticeLine>> {
    const limit = limitOf(query);
    const [after = '0'] = pageKey(query, 1) ?? [];
    if (!/^\d{1,9}$/.test(after)) throw new DomainError('input.invalid', {}, [{ pointer: '/after', code: 'input.wrong_format' }]);
    return listPage(await publicRegister.lines(this.dataSource.manager, id, Number(after), limit + 1), limit, ({ place }) => [String(place)]);
  }

  /** All lines in pieces, for a spreadsheet: the memory that it takes does not grow with the list. */
  async *allLines(id: string): AsyncGenerator<readonly PublicNoticeLine[]> {
    for (let after = 0; ;) {
      const piece = await publicRegister.lines(this.dataSource.manager, id, after, AT_ONCE);
      if (piece.length > 0) yield piece;
      if (piece.length < AT_ONCE) return;
      after = piece.at(-1)?.place ?? after;
    }
  }

  /** How many determinations of the region and year are on no notice yet, in the caller's scope. */
  waiting(caller: Caller, region: RegionCode, baseYear: number): Promise<number> {
    return this.rows.waiting(this.dataSource.manager, caller.scope, regionPrefix(region), baseYear);
  }

  async demandWithin(caller: Caller, id: string): Promise<void> {
    if (!isUuid(id) || !(await this.rows.isWithin(this.dataSource.manager, caller.scope, id))) throw new DomainError('determinations.notice.not_found');
  }
}

/** `:id` is a notice of the caller's own region. */
@Injectable()
export class NoticeReach extends Reach {
  constructor(private readonly notices: ReadNotices) {
    super();
  }

  demand(caller: Caller, { id = '' }: Readonly<Record<string, string>>): Promise<void> {
    return this.notices.demandWithin(caller, id);
  }
}
