import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { localDate } from '../../kernel/local-date.js';
import { Requires, TheCaller, Within, type Caller } from '../../platform/access/index.js';
import { PageQueryDto, type ListPage } from '../../platform/http/index.js';
import { AnswerRequest } from '../app/answer-request.command.js';
import { Consents, PersonReach, type ConsentShown } from '../app/consents.command.js';
import { ReadRights, RequestReach } from '../app/read-rights.query.js';
import type { RequestDetail, RightsRequest } from '../infra/request.repository.js';
import type { RetentionRun } from '../infra/retention-run.repository.js';
import type { RetentionRule } from '../reading/privacy-book.js';
import { AnswerDto, RecordedConsentDto, RequestsQueryDto, ConsentWithdrawalDto } from './rights.dto.js';
import { consentsSchema, createdSchema, requestSchema, requestsSchema, retentionRulesSchema, retentionSchema } from './rights.schema.js';

/** Rights of people, as those who answer for them see them. */
@ApiTags('rights')
@Controller('api/v1')
export class RightsController {
  constructor(
    private readonly rights: ReadRights,
    private readonly answering: AnswerRequest,
    private readonly consents: Consents,
  ) {}

  @Get('rights-requests')
  @Requires('rights.answer')
  @ApiOperation({ operationId: 'listRightsRequests', summary: 'Requests in your scope in the order in which they are due' })
  @ApiOkResponse({ description: 'A page.', schema: requestsSchema })
  list(@TheCaller() caller: Caller, @Query() query: RequestsQueryDto): Promise<ListPage<RightsRequest>> {
    return this.rights.list(caller, query.status ?? null, query);
  }

  /** @throws DomainError rights.request.not_found */
  @Get('rights-requests/:id')
  @Requires('rights.answer')
  @ApiOperation({ operationId: 'getRightsRequest', summary: 'One request with its words' })
  @ApiOkResponse({ description: 'The request.', schema: requestSchema })
  get(@TheCaller() caller: Caller, @Param('id') id: string): Promise<RequestDetail> {
    return this.rights.find(caller, id);
  }

  /** @throws DomainError rights.request.* */
  @Post('rights-requests/:id/grant')
  @HttpCode(204)
  @Requires('rights.answer')
  @Within(RequestReach)
  @ApiOperation({ operationId: 'grantRightsRequest', summary: 'Grant a request; a deletion is done with it' })
  @ApiNoContentResponse({ description: 'Granted; the person is told.' })
  grant(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { version, answer }: AnswerDto): Promise<void> {
    return this.answering.run(caller, id, version, 'grant', answer);
  }

  /** @throws DomainError rights.request.* */
  @Post('rights-requests/:id/refuse')
  @HttpCode(204)
  @Requires('rights.answer')
  @Within(RequestReach)
  @ApiOperation({ operationId: 'refuseRightsRequest', summary: 'Refuse a request and say why' })
  @ApiNoContentResponse({ description: 'Refused; the person is told.' })
  refuse(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { version, answer }: AnswerDto): Promise<void> {
    return this.answering.run(caller, id, version, 'refuse', answer);
  }

  /** @throws DomainError rights.file.not_found */
  @Get('people/:personId/consents')
  @Requires('consents.record')
  @Within(PersonReach)
  @ApiOperation({ operationId: 'listConsents', summary: 'What a person in your scope has agreed to' })
  @ApiOkResponse({ description: 'All of them, ended ones too.', schema: consentsSchema })
  async consentsOf(@TheCaller() caller: Caller, @Param('personId') personId: string): Promise<{ readonly items: readonly ConsentShown[] }> {
    return { items: await this.consents.of(caller, personId) };
  }

  /** @throws DomainError rights.file.not_found, rights.consent.* */
  @Post('people/:personId/consents')
  @Requires('consents.record')
  @Within(PersonReach)
  @ApiOperation({ operationId: 'recordConsent', summary: 'Write down what a person has agreed to on paper or in sign language' })
  @ApiCreatedResponse({ description: 'Its id.', schema: createdSchema })
  async record(@TheCaller() caller: Caller, @Param('personId') personId: string, @Body() { purpose, recipient, what, until, how }: RecordedConsentDto): Promise<{ readonly id: string }> {
    return { id: await this.consents.give(caller, personId, { purpose, recipient, what, how, until: until === undefined || until === null ? null : localDate(until) }) };
  }

  /** @throws DomainError rights.consent.not_found */
  @Post('people/:personId/consents/:id/withdraw')
  @HttpCode(204)
  @Requires('consents.record')
  @Within(PersonReach)
  @ApiOperation({ operationId: 'recordWithdrawal', summary: 'Write down that a person takes its consent back' })
  @ApiNoContentResponse({ description: 'Taken back from today on.' })
  withdraw(@TheCaller() caller: Caller, @Param('personId') personId: string, @Param('id') id: string, @Body() { how }: ConsentWithdrawalDto): Promise<void> {
    return this.consents.withdraw(caller, personId, id, how);
  }

  @Get('retention-rules')
  @Requires('retention.read')
  @ApiOperation({ operationId: 'listRetentionRules', summary: 'How long each kind of data is kept today, by which article, and whether an authority has confirmed it' })
  @ApiOkResponse({ description: 'All of them.', schema: retentionRulesSchema })
  retentionRules(): { readonly items: readonly RetentionRule[] } {
    return { items: this.rights.retentionRules() };
  }

  @Get('retention-runs')
  @Requires('retention.read')
  @ApiOperation({ operationId: 'listRetentionRuns', summary: 'What was ended because its time of keeping was over, in numbers' })
  @ApiOkResponse({ description: 'A page, the latest first.', schema: retentionSchema })
  retention(@TheCaller() caller: Caller, @Query() query: PageQueryDto): Promise<ListPage<RetentionRun>> {
    return this.rights.retention(caller, query);
  }
}
