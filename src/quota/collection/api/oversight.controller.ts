import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { regionCode } from '../../../kernel/region-code.js';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { Produces, type ListPage } from '../../../platform/http/index.js';
import { CreditObjections } from '../app/credit-objections.command.js';
import { CreditRecords } from '../app/credit-records.command.js';
import { ExportCredit } from '../app/export-credit.query.js';
import { CreditReach, ReadCredit } from '../app/read-credit.query.js';
import { Reconcile } from '../app/reconcile.query.js';
import type { CreditObjection } from '../infra/credit-objection.repository.js';
import type { CreditRecord } from '../infra/credit.repository.js';
import { CreditAnswerDto, CreditObjectionDto, CreditsQueryDto, DropDto, ExportQueryDto, ReconciliationQueryDto, RemovalDto, VersionDto } from './collection.dto.js';
import { creditSchema, creditsSchema, reconciliationSchema } from './collection.schema.js';
import { shownReconciliation } from './show.js';

const LINES = 'application/x-ndjson';

/** Both sides compared; who has neither met nor paid. */
@ApiTags('collection')
@Controller('api/v1')
export class OversightController {
  constructor(
    private readonly reconciling: Reconcile,
    private readonly records: ReadCredit,
    private readonly keeping: CreditRecords,
    private readonly exporting: ExportCredit,
    private readonly objecting: CreditObjections,
  ) {}

  /** @throws DomainError collection.region_outside */
  @Get('reconciliation')
  @Requires('reconciliation.read')
  @ApiOperation({ operationId: 'reconcile', summary: 'The tax side beside ours, and every difference' })
  @ApiOkResponse({ description: 'Totals and a page of employers.', schema: reconciliationSchema })
  async reconcile(@TheCaller() caller: Caller, @Query() query: ReconciliationQueryDto): Promise<object> {
    return shownReconciliation(await this.reconciling.run(caller, { region: regionCode(query.region), baseYear: Number(query.year), onlyDiffering: query.differing !== 'no' }, query));
  }

  @Get('credit-records')
  @Requires('credit.read')
  @ApiOperation({ operationId: 'listCreditRecords', summary: 'Credit records in your scope, the latest change first' })
  @ApiOkResponse({ description: 'A page.', schema: creditsSchema })
  credits(@TheCaller() caller: Caller, @Query() query: CreditsQueryDto): Promise<ListPage<CreditRecord>> {
    return this.records.list(caller, query.state ?? null, query);
  }

  /** @throws DomainError input.invalid */
  @Get('credit-records/export')
  @Requires('credit.export')
  @Produces(LINES)
  @Header('Content-Type', LINES)
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ operationId: 'exportCreditRecords', summary: 'Signed lines for the credit platform: what changed behind a change' })
  @ApiOkResponse({ description: 'JSON lines: header, changes, trailer with digest and seal.', content: { [LINES]: { schema: { type: 'string' } } } })
  export(@TheCaller() caller: Caller, @Query() { after }: ExportQueryDto): Promise<string> {
    return this.exporting.lines(caller, after ?? '0');
  }

  /** @throws DomainError collection.credit.not_found */
  @Get('credit-records/:id/objection')
  @Requires('credit.read')
  @ApiOperation({ operationId: 'getCreditObjection', summary: 'One record, with what the employer says against its notice and the answer' })
  @ApiOkResponse({ description: 'The record.', schema: creditSchema })
  credit(@TheCaller() caller: Caller, @Param('id') id: string): Promise<CreditRecord & { readonly objection: CreditObjection | null }> {
    return this.records.detail(caller, id);
  }

  /** @throws DomainError collection.credit.* */
  @Post('credit-records/:id/objection')
  @HttpCode(204)
  @Requires('credit.object')
  @Within(CreditReach)
  @ApiOperation({ operationId: 'objectToCreditNotice', summary: 'Object to a notice within its term, once', description: 'Nothing is entered before it is answered.' })
  @ApiNoContentResponse({ description: 'Kept; whoever answers is told.' })
  object(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { version, words }: CreditObjectionDto): Promise<void> {
    return this.objecting.make(caller, id, version, words);
  }

  /** @throws DomainError collection.credit.* */
  @Post('credit-records/:id/answer')
  @HttpCode(204)
  @Requires('credit.keep')
  @Within(CreditReach)
  @ApiOperation({ operationId: 'answerCreditObjection', summary: 'Answer an objection with a reason', description: 'Upheld: nothing is entered. Rejected: the notice stands.' })
  @ApiNoContentResponse({ description: 'Answered; the employer is told.' })
  answer(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { version, outcome, answer }: CreditAnswerDto): Promise<void> {
    return this.objecting.answer(caller, id, version, outcome, answer);
  }

  /** @throws DomainError collection.credit.* */
  @Post('credit-records/:id/record')
  @HttpCode(204)
  @Requires('credit.keep')
  @Within(CreditReach)
  @ApiOperation({ operationId: 'enterCreditRecord', summary: 'Enter a record once the term of its notice has passed' })
  @ApiNoContentResponse({ description: 'Entered; the employer is told.' })
  record(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { version }: VersionDto): Promise<void> {
    return this.keeping.record(caller, id, version);
  }

  /** @throws DomainError collection.credit.* */
  @Post('credit-records/:id/drop')
  @HttpCode(204)
  @Requires('credit.keep')
  @Within(CreditReach)
  @ApiOperation({ operationId: 'dropCreditNotice', summary: 'Let a notice lapse: nothing is entered' })
  @ApiNoContentResponse({ description: 'Dropped; the employer is told.' })
  drop(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { version, reason }: DropDto): Promise<void> {
    return this.keeping.drop(caller, id, version, reason);
  }

  /** @throws DomainError collection.credit.* */
  @Post('credit-records/:id/remove')
  @HttpCode(204)
  @Requires('credit.keep')
  @Within(CreditReach)
  @ApiOperation({ operationId: 'removeCreditRecord', summary: 'Take a record out on repair' })
  @ApiNoContentResponse({ description: 'Taken out; the employer is told.' })
  remove(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { version, reason }: RemovalDto): Promise<void> {
    return this.keeping.remove(caller, id, version, reason);
  }
}
