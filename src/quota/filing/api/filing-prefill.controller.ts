import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { PageQueryDto, type ListPage } from '../../../platform/http/index.js';
import { Doubts } from '../app/doubts.js';
import { Prefill, type PrefillResult } from '../app/prefill.command.js';
import { DeclarationReach } from '../app/read-filing.query.js';
import { SeenDto } from './filings.dto.js';
import { doubtsSchema, prefilledSchema } from './filings.schema.js';
import { doubtView } from './views.js';

type DoubtView = ReturnType<typeof doubtView>;

/** What is known already, and what the clerk should look at. */
@ApiTags('filings')
@Controller('api/v1/filings/:id')
export class FilingPrefillController {
  constructor(
    private readonly prefill: Prefill,
    private readonly doubts: Doubts,
  ) {}

  /** @throws DomainError filing.declaration.* */
  @Post('prefill')
  @HttpCode(200)
  @Requires('filings.write')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'prefillFiling', summary: 'Add what is known: last year’s list, placements, head-counts; whoever is listed stays as entered', description: 'An opening does this once by itself. 建立申报时已经预填一次。' })
  @ApiOkResponse({ description: 'How many were taken over and left out.', schema: prefilledSchema })
  run(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { version }: SeenDto): Promise<PrefillResult> {
    return this.prefill.run(caller, id, version);
  }

  @Get('doubts')
  @Requires('filings.read')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'listFilingDoubts', summary: 'What the prefill noted, those that wait for a look first' })
  @ApiOkResponse({ description: 'A page.', schema: doubtsSchema })
  async list(@TheCaller() caller: Caller, @Param('id') id: string, @Query() query: PageQueryDto): Promise<ListPage<DoubtView>> {
    const { items, next } = await this.doubts.page(caller, id, query);
    return { items: items.map((doubt) => doubtView(doubt, caller.scope)), next };
  }

  /** @throws DomainError filing.declaration.*, filing.doubt.not_found */
  @Post('doubts/:doubtId/settle')
  @HttpCode(204)
  @Requires('filings.write')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'settleFilingDoubt', summary: 'Say that one was looked at' })
  @ApiNoContentResponse({ description: 'Said.' })
  settle(@TheCaller() caller: Caller, @Param('id') id: string, @Param('doubtId') doubtId: string): Promise<void> {
    return this.doubts.settle(caller, id, doubtId);
  }
}
