import { Body, Controller, Get, Header, HttpCode, Param, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { ProducesAnything, Upload } from '../../../platform/http/index.js';
import { DeclarationReach } from '../../filing/index.js';
import { Objections } from '../app/objections.command.js';
import { Papers } from '../app/papers.command.js';
import { ReadCorrespondence } from '../app/read-correspondence.query.js';
import { ReadDecisions } from '../app/read-statement.query.js';
import { disputedOf, receivePaper } from './inputs.js';
import { PaperFields } from './paper-fields.js';
import { FilingObjectionDto, StatementLinesQueryDto, StatementQueryDto } from './reviews.dto.js';
import { madeSchema, objectionsSchema, papersSchema, paperUploadSchema, requestsSchema, statementLinesSchema, statementSchema } from './reviews.schema.js';
import { lineOf, paperView, statementOf } from './views.js';

type Made = { readonly id: string };

/** What an employer and its federation both see of a review, and what the employer answers. */
@ApiTags('filings')
@Controller('api/v1/filings/:id')
export class FilingReviewsController {
  constructor(
    private readonly decisions: ReadDecisions,
    private readonly letters: ReadCorrespondence,
    private readonly objecting: Objections,
    private readonly papers: Papers,
    private readonly fields: PaperFields,
  ) {}

  /** @throws DomainError filing.declaration.not_found, review.statement.not_found */
  @Get('statement')
  @Requires('filings.read')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'getReviewStatement', summary: 'What was decided: the same statement for the employer and for its reviewers' })
  @ApiOkResponse({ description: 'The statement.', schema: statementSchema })
  async statement(@TheCaller() caller: Caller, @Param('id') id: string, @Query() { number }: StatementQueryDto): Promise<object> {
    return statementOf(await this.decisions.statement(caller, id, number === undefined ? null : Number(number)));
  }

  /** @throws DomainError filing.declaration.not_found, review.statement.not_found */
  @Get('statement/lines')
  @Requires('filings.read')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'listStatementLines', summary: 'Its lines: what was claimed, what counts, and why not' })
  @ApiOkResponse({ description: 'A page.', schema: statementLinesSchema })
  async lines(@TheCaller() caller: Caller, @Param('id') id: string, @Query() { number, filter, ...query }: StatementLinesQueryDto): Promise<object> {
    const statement = await this.decisions.statement(caller, id, number === undefined ? null : Number(number));
    const { items, next } = await this.decisions.lines(caller, statement, filter ?? 'all', query);
    return { items: items.map((line) => lineOf(line, caller.scope, statement.head.baseYear)), next };
  }

  /** @throws DomainError filing.declaration.not_found */
  @Get('correction-requests')
  @Requires('filings.read')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'listCorrectionRequests', summary: 'What is to be corrected, line by line, and by when' })
  @ApiOkResponse({ description: 'The latest first.', schema: requestsSchema })
  async requests(@TheCaller() caller: Caller, @Param('id') id: string): Promise<object> {
    return { items: await this.letters.requests(caller, id) };
  }

  /** @throws DomainError filing.declaration.not_found */
  @Get('objections')
  @Requires('filings.read')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'listObjections', summary: 'Objections with their answers' })
  @ApiOkResponse({ description: 'The latest first.', schema: objectionsSchema })
  async objections(@TheCaller() caller: Caller, @Param('id') id: string): Promise<object> {
    return { items: await this.letters.objections(caller, id) };
  }

  /** @throws DomainError review.objection.*, filing.declaration.* */
  @Post('objections')
  @Requires('filings.submit')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'makeObjection', summary: 'Object to the decision of lines, each with its ground' })
  @ApiCreatedResponse({ description: 'Its id.', schema: madeSchema })
  async object(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { version, lines, words }: FilingObjectionDto): Promise<Made> {
    return { id: await this.objecting.make(caller, id, version, { lines: disputedOf(lines), words: words ?? null }) };
  }

  /** @throws DomainError filing.declaration.not_found */
  @Get('papers')
  @Requires('filings.papers')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'listPapers', summary: 'Papers that were given' })
  @ApiOkResponse({ description: 'In the order in which they came.', schema: papersSchema })
  async listPapers(@TheCaller() caller: Caller, @Param('id') id: string): Promise<object> {
    return { items: (await this.letters.papers(caller, id)).map(paperView) };
  }

  /** @throws DomainError upload.*, review.paper.*, review.line.not_found, filing.declaration.not_found */
  @Post('papers')
  @Requires('filings.write')
  @Within(DeclarationReach)
  @Upload()
  @ApiOperation({ operationId: 'addPaper', summary: 'Give a paper for a line whose comparison failed or of which it was asked: PDF, JPEG or PNG of at most 5 MiB' })
  @ApiBody({ schema: paperUploadSchema })
  @ApiCreatedResponse({ description: 'Kept, sealed.', schema: madeSchema })
  async addPaper(@TheCaller() caller: Caller, @Param('id') id: string, @Req() req: Request): Promise<Made> {
    const { name, bytes, ...fields } = await receivePaper(req, () => undefined);
    return { id: await this.papers.add(caller, id, { ...(await this.fields.read(fields)), name, bytes }) };
  }

  /** @throws DomainError review.paper.not_found */
  @Get('papers/:paperId')
  @Requires('filings.papers')
  @Within(DeclarationReach)
  @ProducesAnything()
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ operationId: 'getPaper', summary: 'One paper; the look is logged' })
  @ApiOkResponse({ description: 'The file.', content: { '*/*': { schema: { type: 'string', format: 'binary' } } } })
  async paper(@TheCaller() caller: Caller, @Param('id') id: string, @Param('paperId') paperId: string): Promise<StreamableFile> {
    const { file, bytes } = await this.papers.open(caller, id, paperId);
    return new StreamableFile(bytes, { type: file.mediaType, disposition: 'attachment; filename="paper"' });
  }

  /** @throws DomainError review.paper.* */
  @Post('papers/:paperId/remove')
  @HttpCode(204)
  @Requires('filings.write')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'removePaper', summary: 'Take a paper back before it is checked' })
  @ApiNoContentResponse({ description: 'Removed.' })
  removePaper(@TheCaller() caller: Caller, @Param('id') id: string, @Param('paperId') paperId: string): Promise<void> {
    return this.papers.remove(caller, id, paperId);
  }
}
