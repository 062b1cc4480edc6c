import { Body, Controller, Get, Header, HttpCode, Inject, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { DomainError } from '../../../kernel/domain-error.js';
import { regionCode } from '../../../kernel/region-code.js';
import type { Language } from '../../../kernel/texts.js';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { ERROR_TEXTS, PageQueryDto, Produces, requestView, sentenceOf, Upload, type ErrorTexts, type ListPage } from '../../../platform/http/index.js';
import { ReadExchange, BatchReach } from '../app/read-exchange.query.js';
import { BATCH_BYTES, ReceiveBatch, type ReceivedBatch } from '../app/receive-batch.command.js';
import { SendBatch } from '../app/send-batch.command.js';
import type { Party } from '../domain/exchange-line.js';
import type { TaxBatch } from '../infra/batch.repository.js';
import type { Import, Rejection } from '../infra/import.repository.js';
import { AcknowledgementDto, RegionYearDto } from './collection.dto.js';
import { batchesSchema, batchFileSchema, batchSchema, importSchema, importsSchema, receivedSchema, rejectionsSchema } from './collection.schema.js';
import { wholeFile } from './whole-file.js';

const LINES = 'application/x-ndjson';

export type ToldRejection = Rejection & { readonly sentence: string };

/** With the tax authority and the finance department: determinations out, declarations, payments, orders and decisions in. */
@ApiTags('exchange')
@Controller('api/v1')
export class ExchangeController {
  constructor(
    private readonly exchange: ReadExchange,
    private readonly sending: SendBatch,
    private readonly receiving: ReceiveBatch,
    @Inject(ERROR_TEXTS) private readonly texts: ErrorTexts,
  ) {}

  @Get('tax/batches')
  @Requires('tax.read')
  @ApiOperation({ operationId: 'listTaxBatches', summary: 'Batches of determinations that went out, the latest first' })
  @ApiOkResponse({ description: 'A page.', schema: batchesSchema })
  batches(@TheCaller() caller: Caller, @Query() query: PageQueryDto): Promise<ListPage<TaxBatch>> {
    return this.exchange.batches(caller, query);
  }

  /** @throws DomainError collection.batch.region_outside, collection.batch.nothing_to_send */
  @Post('tax/batches')
  @Requires('tax.send')
  @ApiOperation({ operationId: 'makeTaxBatch', summary: 'Put all determinations of a region and year that wait into a signed batch' })
  @ApiCreatedResponse({ description: 'The batch; fetch its lines next.', schema: batchSchema })
  make(@TheCaller() caller: Caller, @Body() { regionCode: region, baseYear }: RegionYearDto): Promise<TaxBatch> {
    return this.sending.make(caller, regionCode(region), baseYear);
  }

  /** @throws DomainError collection.batch.not_found */
  @Get('tax/batches/:id')
  @Requires('tax.read')
  @ApiOperation({ operationId: 'getTaxBatch', summary: 'One batch without its lines' })
  @ApiOkResponse({ description: 'The batch.', schema: batchSchema })
  batch(@TheCaller() caller: Caller, @Param('id') id: string): Promise<TaxBatch> {
    return this.exchange.batch(caller, id);
  }

  /** @throws DomainError collection.batch.not_found */
  @Get('tax/batches/:id/lines')
  @Requires('tax.read')
  @Produces(LINES)
  @Header('Content-Type', LINES)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ operationId: 'getTaxBatchLines', summary: 'The signed lines; the same bytes each time' })
  @ApiOkResponse({ description: 'JSON lines: header, determinations, trailer with digest and seal.', content: { [LINES]: { schema: { type: 'string' } } } })
  lines(@TheCaller() caller: Caller, @Param('id') id: string): Promise<string> {
    return this.exchange.body(caller, id);
  }

  /** @throws DomainError collection.batch.not_found, collection.batch.digest_differs */
  @Post('tax/batches/:id/acknowledge')
  @HttpCode(200)
  @Requires('tax.exchange')
  @Within(BatchReach)
  @ApiOperation({ operationId: 'acknowledgeTaxBatch', summary: 'Say that a batch has arrived whole; once more changes nothing' })
  @ApiOkResponse({ description: 'The batch.', schema: batchSchema })
  acknowledge(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { digest }: AcknowledgementDto): Promise<TaxBatch> {
    return this.sending.acknowledge(caller, id, digest);
  }

  /** @throws DomainError upload.*, collection.batch.* */
  @Post('tax/imports')
  @Requires('tax.exchange')
  @Upload()
  @ApiOperation({ operationId: 'sendTaxRecords', summary: 'Send declarations, payments, refunds, late fees and arrears' })
  @ApiBody({ schema: batchFileSchema })
  @ApiCreatedResponse({ description: 'Taken, known or refused line by line; the same batch again answers the same.', schema: receivedSchema })
  tax(@TheCaller() caller: Caller, @Req() req: Request): Promise<ReceivedBatch> {
    return this.receive(caller, 'tax', req);
  }

  /** @throws DomainError upload.*, collection.batch.* */
  @Post('finance/imports')
  @Requires('finance.order')
  @Upload()
  @ApiOperation({ operationId: 'sendFinanceRecords', summary: 'Send warnings, orders and decisions on relief' })
  @ApiBody({ schema: batchFileSchema })
  @ApiCreatedResponse({ description: 'Taken, known or refused line by line; the same batch again answers the same.', schema: receivedSchema })
  finance(@TheCaller() caller: Caller, @Req() req: Request): Promise<ReceivedBatch> {
    return this.receive(caller, 'finance', req);
  }

  @Get('exchange/imports')
  @Requires('tax.read')
  @ApiOperation({ operationId: 'listImports', summary: 'Batches that came in, the latest first' })
  @ApiOkResponse({ description: 'A page.', schema: importsSchema })
  imports(@TheCaller() caller: Caller, @Query() query: PageQueryDto): Promise<ListPage<Import>> {
    return this.exchange.imports(caller, null, query);
  }

  /** @throws DomainError collection.import.not_found */
  @Get('exchange/imports/:id')
  @Requires('tax.read')
  @ApiOperation({ operationId: 'getImport', summary: 'How one batch was taken' })
  @ApiOkResponse({ description: 'The balance.', schema: importSchema })
  import(@TheCaller() caller: Caller, @Param('id') id: string): Promise<Import> {
    return this.exchange.import(caller, id);
  }

  /** @throws DomainError collection.import.not_found */
  @Get('exchange/imports/:id/rejections')
  @Requires('tax.read')
  @ApiOperation({ operationId: 'listRejections', summary: 'Lines that were not taken, each with its reason' })
  @ApiOkResponse({ description: 'A page.', schema: rejectionsSchema })
  async rejections(@TheCaller() caller: Caller, @Param('id') id: string, @Query() query: PageQueryDto, @Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<ListPage<ToldRejection>> {
    const page = await this.exchange.rejections(caller, id, query);
    return { items: page.items.map((rejection) => told(this.texts, requestView(req, res).language, rejection)), next: page.next };
  }

  private async receive(caller: Caller, party: Party, req: Request): Promise<ReceivedBatch> {
    const { bytes, year } = await wholeFile(req, BATCH_BYTES, () => undefined);
    return this.receiving.run(caller, party, yearOf(year), bytes);
  }
}

/** @throws DomainError input.invalid */
export function yearOf(text: string | null): number | null {
  if (text === null || text.trim() === '') return null;
  if (!/^20\d\d$/.test(text.trim())) throw new DomainError('input.invalid', {}, [{ pointer: '/year', code: 'input.wrong_format' }]);
  return Number(text);
}

/** A refused line with its sentence. */
export const told = (texts: ErrorTexts, language: Language, { line, code, field }: Rejection): ToldRejection =>
  ({ line, code, field, sentence: sentenceOf(texts, language, code, { line, field: field ?? '' }) ?? code });
