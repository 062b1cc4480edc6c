import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { PageQueryDto, type ListPage } from '../../../platform/http/index.js';
import { ChangeFiling } from '../app/change-filing.command.js';
import { HandIn } from '../app/hand-in.command.js';
import { DeclarationReach, ReadFiling } from '../app/read-filing.query.js';
import { ShowFiling } from '../app/show-filing.query.js';
import { StartFiling } from '../app/start-filing.command.js';
import type { ShownStep } from '../infra/step.repository.js';
import { FactsDto, HandInDto, NewFilingDto, SeenDto, WithdrawDto } from './filings.dto.js';
import { createdSchema, filingSchema, filingsSchema, headSchema, stepsSchema, versionSchema } from './filings.schema.js';
import { factsOfInput } from './inputs.js';
import { filingView, headView } from './views.js';

type HeadView = ReturnType<typeof headView>;

/** 年审申报: one per employer and base year. */
@ApiTags('filings')
@Controller('api/v1/filings')
export class FilingsController {
  constructor(
    private readonly filings: ShowFiling,
    private readonly reading: ReadFiling,
    private readonly opening: StartFiling,
    private readonly changing: ChangeFiling,
    private readonly handing: HandIn,
  ) {}

  @Get()
  @Requires('filings.read')
  @ApiOperation({ operationId: 'listFilings', summary: 'Filings in your scope, the latest base year first' })
  @ApiOkResponse({ description: 'A page.', schema: filingsSchema })
  async list(@TheCaller() caller: Caller, @Query() query: PageQueryDto): Promise<ListPage<HeadView>> {
    const { items, next } = await this.filings.list(caller, query);
    return { items: items.map(headView), next };
  }

  /** @throws DomainError filing.employer.*, filing.base_year.not_over, filing.window.not_open, filing.declaration.already_open */
  @Post()
  @Requires('filings.write')
  @ApiOperation({ operationId: 'openFiling', summary: 'Open the filing of a base year for your employer' })
  @ApiCreatedResponse({ description: 'Its id.', schema: createdSchema })
  async open(@TheCaller() caller: Caller, @Body() { baseYear }: NewFilingDto): Promise<{ readonly id: string }> {
    return { id: await this.opening.run(caller, baseYear) };
  }

  /** @throws DomainError filing.declaration.not_found */
  @Get(':id')
  @Requires('filings.read')
  @ApiOperation({ operationId: 'getFiling', summary: 'One filing with what it says, what it counts and the trial sum' })
  @ApiOkResponse({ description: 'The filing.', schema: filingSchema })
  async get(@TheCaller() caller: Caller, @Param('id') id: string): Promise<object> {
    return filingView(await this.filings.one(caller, id));
  }

  @Get(':id/steps')
  @Requires('filings.read')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'listFilingSteps', summary: 'What happened with a filing, in order' })
  @ApiOkResponse({ description: 'A page.', schema: stepsSchema })
  steps(@TheCaller() caller: Caller, @Param('id') id: string, @Query() query: PageQueryDto): Promise<ListPage<ShownStep>> {
    return this.reading.steps(caller, id, query);
  }

  /** @throws DomainError filing.declaration.*, filing.staff.* */
  @Post(':id/facts')
  @HttpCode(200)
  @Requires('filings.write')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'changeFilingFacts', summary: 'Head-counts, seasonal and dispatched workers, wages: declared by the employer' })
  @ApiOkResponse({ description: 'Changed.', schema: versionSchema })
  async facts(@TheCaller() caller: Caller, @Param('id') id: string, @Body() body: FactsDto): Promise<{ readonly version: number }> {
    return { version: await this.changing.facts(caller, id, body.version, factsOfInput(body)) };
  }

  /** @throws DomainError filing.declaration.*, filing.commitment.person_required */
  @Post(':id/commitment')
  @HttpCode(200)
  @Requires('filings.submit')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'commitToFiling', summary: 'State that what stands in the filing is true; a later change takes the statement away' })
  @ApiOkResponse({ description: 'Stated.', schema: versionSchema })
  async commit(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { version }: SeenDto): Promise<{ readonly version: number }> {
    return { version: await this.changing.commit(caller, id, version) };
  }

  /** @throws DomainError filing.declaration.*, filing.submit.* */
  @Post(':id/submit')
  @HttpCode(200)
  @Requires('filings.submit')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'submitFiling', summary: 'Hand a filing in; past the deadline with its reason' })
  @ApiOkResponse({ description: 'Handed in.', schema: headSchema })
  async submit(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { version, lateReason }: HandInDto): Promise<HeadView> {
    return headView(await this.handing.run(caller, id, version, lateReason ?? null));
  }

  /** @throws DomainError filing.declaration.* */
  @Post(':id/withdraw')
  @HttpCode(200)
  @Requires('filings.submit')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'withdrawFiling', summary: 'Take a filing back before it is decided' })
  @ApiOkResponse({ description: 'Withdrawn.', schema: headSchema })
  async withdraw(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { version, words }: WithdrawDto): Promise<HeadView> {
    return headView(await this.handing.withdraw(caller, id, version, words ?? null));
  }

  /** @throws DomainError filing.declaration.*, filing.nothing.people_claimed */
  @Post(':id/nothing-to-claim')
  @HttpCode(200)
  @Requires('filings.submit')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'declareNothing', summary: 'Say that the employer placed nobody' })
  @ApiOkResponse({ description: 'Said.', schema: headSchema })
  async nothing(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { version }: SeenDto): Promise<HeadView> {
    return headView(await this.handing.declareNothing(caller, id, version));
  }

  /** @throws DomainError filing.declaration.* */
  @Post(':id/reopen')
  @HttpCode(200)
  @Requires('filings.write')
  @Within(DeclarationReach)
  @ApiOperation({ operationId: 'reopenFiling', summary: 'Go on with a filing that was withdrawn or that claimed nobody' })
  @ApiOkResponse({ description: 'Open again.', schema: headSchema })
  async reopen(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { version }: SeenDto): Promise<HeadView> {
    return headView(await this.handing.reopen(caller, id, version));
  }
}
