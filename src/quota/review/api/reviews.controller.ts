import { Controller, Get, Header, HttpCode, Param, Post, Body, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { ProducesAnything, type ListPage } from '../../../platform/http/index.js';
import { DeclarationReach, ReadFiling } from '../../filing/index.js';
import { ArchiveFiling, type ArchiveCheck } from '../app/archive-filing.command.js';
import { ReadQueue } from '../app/read-queue.query.js';
import { ReadReview } from '../app/read-review.query.js';
import type { QueuedFiling } from '../infra/queue.repository.js';
import { questionOf } from './inputs.js';
import { QueueQueryDto, ReviewLinesQueryDto, SeenReviewDto } from './reviews.dto.js';
import { archiveCheckSchema, queueSchema, reviewHeadSchema, reviewLinesSchema, reviewSchema } from './reviews.schema.js';
import { headView, lineOf, reviewOf } from './views.js';

/** 审核: the queue, one filing, its archive. */
@ApiTags('reviews')
@Controller('api/v1/reviews')
export class ReviewsController {
  constructor(
    private readonly queue: ReadQueue,
    private readonly reviews: ReadReview,
    private readonly filings: ReadFiling,
    private readonly archiving: ArchiveFiling,
  ) {}

  @Get()
  @Requires('reviews.read')
  @ApiOperation({ operationId: 'listReviews', summary: 'The queue: what is due first, then what is most in doubt' })
  @ApiOkResponse({ description: 'A page.', schema: queueSchema })
  list(@TheCaller() caller: Caller, @Query() query: QueueQueryDto): Promise<ListPage<QueuedFiling>> {
    return this.queue.page(caller, questionOf(query), query);
  }

  /** @throws DomainError filing.declaration.not_found */
  @Get(':id')
  @Requires('reviews.read')
  @ApiOperation({ operationId: 'getReview', summary: 'One filing with its checks, signals, requests, objections and papers' })
  @ApiOkResponse({ description: 'The filing.', schema: reviewSchema })
  async get(@TheCaller() caller: Caller, @Param('id') id: string): Promise<object> {
    return reviewOf(await this.reviews.one(caller, id), caller.accountId);
  }

  /** @throws DomainError filing.declaration.not_found */
  @Get(':id/lines')
  @Requires('reviews.read')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'listReviewLines', summary: 'Lines, masked, each with what registers say and what was decided' })
  @ApiOkResponse({ description: 'A page.', schema: reviewLinesSchema })
  async lines(@TheCaller() caller: Caller, @Param('id') id: string, @Query() query: ReviewLinesQueryDto): Promise<object> {
    const { baseYear } = await this.filings.head(caller, id);
    const { items, next } = await this.reviews.lines(caller, id, query.filter ?? 'all', query);
    return { items: items.map((line) => lineOf(line, caller.scope, baseYear)), next };
  }

  /** @throws DomainError review.archive.*, filing.declaration.* */
  @Post(':id/archive')
  @HttpCode(200)
  @Requires('reviews.archive')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'archiveFiling', summary: 'Close a case: one bundle of a page, data, papers and checksums' })
  @ApiOkResponse({ description: 'Archived.', schema: reviewHeadSchema })
  async archive(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { version }: SeenReviewDto): Promise<object> {
    return headView(await this.archiving.run(caller, id, version));
  }

  /** @throws DomainError review.archive.not_found */
  @Get(':id/archive')
  @Requires('reviews.archive')
  @Within(DeclarationReach)
  @ProducesAnything()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ operationId: 'getArchive', summary: 'The bundle; the look is logged' })
  @ApiOkResponse({ description: 'A ZIP.', content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } } })
  async bundle(@TheCaller() caller: Caller, @Param('id') id: string): Promise<StreamableFile> {
    const { file, bytes } = await this.archiving.open(caller, id);
    return new StreamableFile(bytes, { type: file.mediaType, disposition: `attachment; filename="${file.name}"` });
  }

  /** @throws DomainError review.archive.not_found */
  @Get(':id/archive/verification')
  @Requires('reviews.archive')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'verifyArchive', summary: 'Hold every file of the bundle against its checksum' })
  @ApiOkResponse({ description: 'What was found.', schema: archiveCheckSchema })
  verify(@TheCaller() caller: Caller, @Param('id') id: string): Promise<ArchiveCheck> {
    return this.archiving.verify(caller, id);
  }
}
