import { Controller, Get, Param, Query, Req, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import type { RowFault } from '../../../kernel/sheet/row-reader.js';
import { Requires } from '../../../platform/access/index.js';
import { PageQueryDto, requestView, type ListPage } from '../../../platform/http/index.js';
import { rowFaultSentence } from '../../../platform/sheets/index.js';
import { ReadBatches } from '../app/read-batches.query.js';
import type { CoverageRow, FactBatch } from '../infra/batches.js';
import { factsErrorTexts } from '../texts.js';
import { batchesSchema, batchSchema, coverageSchema, rejectionsSchema } from './facts.schema.js';

/** What registers told: batches with their balance, the rows that were not taken, and what is complete. */
@ApiTags('facts')
@Controller('api/v1/facts')
export class FactsController {
  constructor(private readonly batches: ReadBatches) {}

  @Get('batches')
  @Requires('facts.read')
  @ApiOperation({ operationId: 'listFactBatches', summary: 'Imported batches, the latest first' })
  @ApiOkResponse({ description: 'A page.', schema: batchesSchema })
  list(@Query() query: PageQueryDto): Promise<ListPage<FactBatch>> {
    return this.batches.list(query);
  }

  /** @throws DomainError facts.batch.not_found */
  @Get('batches/:id')
  @Requires('facts.read')
  @ApiOperation({ operationId: 'getFactBatch', summary: 'One batch' })
  @ApiOkResponse({ description: 'The batch.', schema: batchSchema })
  get(@Param('id') id: string): Promise<FactBatch> {
    return this.batches.find(id);
  }

  /** @throws DomainError facts.batch.not_found */
  @Get('batches/:id/rejections')
  @Requires('facts.read')
  @ApiOperation({ operationId: 'listFactRejections', summary: 'Rows of a batch that were not taken, with line, column and why' })
  @ApiOkResponse({ description: 'A page.', schema: rejectionsSchema })
  async rejections(@Param('id') id: string, @Query() query: PageQueryDto, @Req() req: Request, @Res({ passthrough: true }) res: Response): Promise<ListPage<RowFault & { readonly message: string }>> {
    const { items, next } = await this.batches.faults(id, query);
    const { language } = requestView(req, res);
    return { items: items.map((fault) => ({ ...fault, message: rowFaultSentence(factsErrorTexts, fault, language) })), next };
  }

  @Get('coverage')
  @Requires('facts.read')
  @ApiOperation({ operationId: 'factCoverage', summary: 'For which regions and months a register is loaded completely', description: 'Inside, what is not found does not exist; outside, it is not known.' })
  @ApiOkResponse({ description: 'All of them.', schema: coverageSchema })
  async coverage(): Promise<{ readonly items: readonly CoverageRow[] }> {
    return { items: await this.batches.coverage() };
  }
}
