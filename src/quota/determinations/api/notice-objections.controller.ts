import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Public, Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { LimitedAs, PageQueryDto, type ListPage } from '../../../platform/http/index.js';
import { NoticeObjections } from '../app/notice-objections.command.js';
import { NoticeReach } from '../app/read-notices.query.js';
import type { NoticeObjection } from '../infra/notice-objection.repository.js';
import { createdSchema, objectionsSchema } from './determinations.schema.js';
import { NoticeObjectionAnswerDto, NoticeObjectionDto } from './objection.dto.js';

/** 公示异议 */
@ApiTags('notices')
@Controller('api/v1/notices/:id/objections')
export class NoticeObjectionsController {
  constructor(private readonly objections: NoticeObjections) {}

  /** @throws DomainError determinations.notice.not_found, determinations.objection.* */
  @Post()
  @Public()
  @LimitedAs('verify')
  @ApiOperation({ operationId: 'objectToNotice', summary: 'Object to a notice while its window is open; anybody may, without a name' })
  @ApiCreatedResponse({ description: 'Taken; the id is its number.', schema: createdSchema })
  async make(@Param('id') id: string, @Body() { place, party, words, contact }: NoticeObjectionDto): Promise<{ readonly id: string }> {
    return { id: await this.objections.make(id, { place: place ?? null, party, words, contact: contact ?? null }) };
  }

  @Get()
  @Requires('notices.publish')
  @Within(NoticeReach)
  @ApiOperation({ operationId: 'listNoticeObjections', summary: 'Objections to a notice, in the order in which they came; the look is logged' })
  @ApiOkResponse({ description: 'A page.', schema: objectionsSchema })
  list(@TheCaller() caller: Caller, @Param('id') id: string, @Query() query: PageQueryDto): Promise<ListPage<NoticeObjection>> {
    return this.objections.list(caller, id, query);
  }

  /** @throws DomainError determinations.objection.not_found */
  @Post(':objectionId/answer')
  @HttpCode(204)
  @Requires('notices.publish')
  @Within(NoticeReach)
  @ApiOperation({ operationId: 'answerNoticeObjection', summary: 'Answer an objection, once' })
  @ApiNoContentResponse({ description: 'Answered.' })
  answer(@TheCaller() caller: Caller, @Param('id') id: string, @Param('objectionId') objectionId: string, @Body() { outcome, answer }: NoticeObjectionAnswerDto): Promise<void> {
    return this.objections.answer(caller, id, objectionId, outcome, answer);
  }
}
