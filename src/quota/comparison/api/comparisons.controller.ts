import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import type { ListPage } from '../../../platform/http/index.js';
import { DeclarationReach } from '../../filing/index.js';
import { ReadComparison } from '../app/read-comparison.query.js';
import { LinesQueryDto } from './comparison.dto.js';
import { comparedFilingSchema, comparedLinesSchema } from './comparison.schema.js';
import { comparedFilingView, comparedLineView } from './views.js';

/** 系统比对: what registers and other filings say to a filing. */
@ApiTags('comparison')
@Controller('api/v1/filings/:id/comparison')
export class ComparisonsController {
  constructor(private readonly comparisons: ReadComparison) {}

  /** @throws DomainError filing.declaration.not_found */
  @Get()
  @Requires('filings.read')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'getComparison', summary: 'What the comparison of a filing came to' })
  @ApiOkResponse({ description: 'In numbers.', schema: comparedFilingSchema })
  async get(@TheCaller() caller: Caller, @Param('id') id: string): Promise<object> {
    return comparedFilingView(await this.comparisons.filing(caller, id));
  }

  /** @throws DomainError filing.declaration.not_found */
  @Get('lines')
  @Requires('filings.read')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'listComparedLines', summary: 'Line by line: every month with its answer, its source and as of when; which paper helps' })
  @ApiOkResponse({ description: 'A page.', schema: comparedLinesSchema })
  async lines(@TheCaller() caller: Caller, @Param('id') id: string, @Query() query: LinesQueryDto): Promise<ListPage<object>> {
    const filing = await this.comparisons.filing(caller, id);
    const { items, next } = await this.comparisons.page(caller, filing, query.choice ?? 'all', query);
    return { items: items.map((line) => comparedLineView(line, caller.scope, filing.head.baseYear)), next };
  }
}
