import { Body, Controller, Get, Header, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { localDate } from '../../kernel/local-date.js';
import { Requires, TheCaller, type Caller } from '../../platform/access/index.js';
import { Consents, type ConsentShown } from '../app/consents.command.js';
import { MakeRequest } from '../app/make-request.command.js';
import { OwnData, type DataCopy, type LookPage } from '../app/own-data.query.js';
import type { RequestDetail } from '../infra/request.repository.js';
import { LooksQueryDto, NewRequestDto, OwnConsentDto, RankingDto } from './rights.dto.js';
import { consentsSchema, copySchema, createdSchema, looksSchema, ownRequestsSchema } from './rights.schema.js';

type Made = { readonly id: string };
type Items<T> = { readonly items: readonly T[] };

/** A person's own rights, used by the person or its guardian. */
@ApiTags('rights')
@Controller('api/v1/own')
export class OwnRightsController {
  constructor(
    private readonly own: OwnData,
    private readonly consents: Consents,
    private readonly requests: MakeRequest,
  ) {}

  /** @throws DomainError rights.file.not_found */
  @Get('data')
  @Requires('rights.own')
  @Header('Cache-Control', 'no-store')
  @ApiOperation({ operationId: 'getOwnData', summary: 'A copy of everything that the service holds about you' })
  @ApiOkResponse({ description: 'The copy.', schema: copySchema })
  data(@TheCaller() caller: Caller): Promise<DataCopy> {
    return this.own.copy(caller);
  }

  @Get('looks')
  @Requires('rights.own')
  @ApiOperation({ operationId: 'listLooks', summary: 'Who looked at your file, when and why' })
  @ApiOkResponse({ description: 'A page.', schema: looksSchema })
  looks(@TheCaller() caller: Caller, @Query() { before }: LooksQueryDto): Promise<LookPage> {
    return this.own.looks(caller, before ?? null);
  }

  @Get('consents')
  @Requires('rights.own')
  @ApiOperation({ operationId: 'listOwnConsents', summary: 'What you have agreed to' })
  @ApiOkResponse({ description: 'All of them, ended ones too.', schema: consentsSchema })
  async list(@TheCaller() caller: Caller): Promise<Items<ConsentShown>> {
    return { items: await this.consents.of(caller, (await this.own.person(caller)).id) };
  }

  /** @throws DomainError rights.consent.* */
  @Post('consents')
  @Requires('rights.own')
  @ApiOperation({ operationId: 'giveConsent', summary: 'Agree to a purpose' })
  @ApiCreatedResponse({ description: 'Its id.', schema: createdSchema })
  async give(@TheCaller() caller: Caller, @Body() { purpose, recipient, what, until }: OwnConsentDto): Promise<Made> {
    const { id } = await this.own.person(caller);
    const wish = { purpose, recipient, what, until: until === undefined || until === null ? null : localDate(until), how: howOf(caller) };
    return { id: await this.consents.give(caller, id, wish) };
  }

  /** @throws DomainError rights.consent.not_found */
  @Post('consents/:id/withdraw')
  @HttpCode(204)
  @Requires('rights.own')
  @ApiOperation({ operationId: 'withdrawConsent', summary: 'Take your consent back' })
  @ApiNoContentResponse({ description: 'Taken back from today on.' })
  async withdraw(@TheCaller() caller: Caller, @Param('id') id: string): Promise<void> {
    await this.consents.withdraw(caller, (await this.own.person(caller)).id, id, howOf(caller));
  }

  @Get('requests')
  @Requires('rights.own')
  @ApiOperation({ operationId: 'listOwnRequests', summary: 'What you have asked for, with the answers' })
  @ApiOkResponse({ description: 'All of them.', schema: ownRequestsSchema })
  async ownRequests(@TheCaller() caller: Caller): Promise<Items<RequestDetail>> {
    return { items: await this.own.requests(caller) };
  }

  /** @throws DomainError rights.request.already_made */
  @Post('requests')
  @Requires('rights.own')
  @ApiOperation({ operationId: 'makeRequest', summary: 'Ask for correction, deletion or an explanation' })
  @ApiCreatedResponse({ description: 'Its id.', schema: createdSchema })
  async make(@TheCaller() caller: Caller, @Body() { kind, wish }: NewRequestDto): Promise<Made> {
    return { id: await this.requests.make(caller, kind, wish ?? null) };
  }

  /** @throws DomainError rights.request.* */
  @Post('requests/:id/withdraw')
  @HttpCode(204)
  @Requires('rights.own')
  @ApiOperation({ operationId: 'withdrawRequest', summary: 'Take a request back' })
  @ApiNoContentResponse({ description: 'Taken back.' })
  withdrawRequest(@TheCaller() caller: Caller, @Param('id') id: string): Promise<void> {
    return this.requests.withdraw(caller, id);
  }

  @Post('ranking')
  @HttpCode(204)
  @Requires('rights.own')
  @ApiOperation({ operationId: 'setRanking', summary: 'Switch automated ranking of yourself off or on; it counts at once' })
  @ApiNoContentResponse({ description: 'Switched.' })
  ranking(@TheCaller() caller: Caller, @Body() { off }: RankingDto): Promise<void> {
    return this.own.setRanking(caller, off);
  }
}

const howOf = ({ scope }: Caller): 'online' | 'guardian' => (scope.kind === 'ward' ? 'guardian' : 'online');
