import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DomainError } from '../../../kernel/domain-error.js';
import { parseLocalDate, type LocalDate } from '../../../kernel/local-date.js';
import { regionCode } from '../../../kernel/region-code.js';
import { Public, Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { PageQueryDto, type ListPage } from '../../../platform/http/index.js';
import { PublishNotice } from '../app/publish-notice.command.js';
import { NoticeReach, ReadNotices } from '../app/read-notices.query.js';
import type { PublicNotice, PublicNoticeLine } from '../infra/public-register.js';
import { NoticeDto, NoticesQueryDto, NoticeWithdrawalDto } from './determinations.dto.js';
import { createdSchema, noticeLinesSchema, noticeSchema, noticesSchema } from './determinations.schema.js';

/** 公示 */
@ApiTags('notices')
@Controller('api/v1/notices')
export class NoticesController {
  constructor(
    private readonly notices: ReadNotices,
    private readonly publishing: PublishNotice,
  ) {}

  @Get()
  @Public()
  @ApiOperation({ operationId: 'listNotices', summary: 'Public notices, the latest first' })
  @ApiOkResponse({ description: 'A page.', schema: noticesSchema })
  list(@Query() query: NoticesQueryDto): Promise<ListPage<PublicNotice>> {
    return this.notices.list({ region: query.region === undefined ? null : regionCode(query.region), baseYear: query.year === undefined ? null : Number(query.year) }, query);
  }

  /** @throws DomainError determinations.notice.not_found */
  @Get(':id')
  @Public()
  @ApiOperation({ operationId: 'getNotice', summary: 'One public notice' })
  @ApiOkResponse({ description: 'The notice without its lines.', schema: noticeSchema })
  get(@Param('id') id: string): Promise<PublicNotice> {
    return this.notices.find(id);
  }

  /** @throws DomainError determinations.notice.not_found */
  @Get(':id/lines')
  @Public()
  @ApiOperation({ operationId: 'listNoticeLines', summary: 'Employers and numbers of a notice' })
  @ApiOkResponse({ description: 'A page.', schema: noticeLinesSchema })
  async lines(@Param('id') id: string, @Query() query: PageQueryDto): Promise<ListPage<PublicNoticeLine>> {
    await this.notices.find(id);
    return this.notices.lines(id, query);
  }

  /** @throws DomainError determinations.notice.* */
  @Post()
  @Requires('notices.publish')
  @ApiOperation({ operationId: 'publishNotice', summary: 'Publish all determinations of a region and year that are on no notice yet' })
  @ApiCreatedResponse({ description: 'Published.', schema: createdSchema })
  async publish(@TheCaller() caller: Caller, @Body() body: NoticeDto): Promise<{ readonly id: string }> {
    return { id: await this.publishing.review(caller, { regionCode: regionCode(body.regionCode), baseYear: body.baseYear, closesOn: dayOf(body.closesOn) }) };
  }

  /** @throws DomainError determinations.notice.not_found, .already_withdrawn */
  @Post(':id/withdraw')
  @HttpCode(204)
  @Requires('notices.publish')
  @Within(NoticeReach)
  @ApiOperation({ operationId: 'withdrawNotice', summary: 'Take a notice back; its address stays and says so' })
  @ApiNoContentResponse({ description: 'Withdrawn.' })
  withdraw(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { reason }: NoticeWithdrawalDto): Promise<void> {
    return this.publishing.withdraw(caller, id, reason);
  }
}

/** @throws DomainError input.invalid */
export function dayOf(text: string | undefined): LocalDate | null {
  if (text === undefined) return null;
  const day = parseLocalDate(text);
  if (!day.ok) throw new DomainError('input.invalid', {}, [{ pointer: '/closesOn', code: 'input.wrong_format' }]);
  return day.value;
}
