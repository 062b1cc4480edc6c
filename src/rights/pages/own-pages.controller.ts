import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { DomainError } from '../../kernel/domain-error.js';
import { localDate } from '../../kernel/local-date.js';
import { Requires, TheCaller, type Caller } from '../../platform/access/index.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import { Context, FormFaults, Page, type PageAnswer, type PageContext } from '../../ui/index.js';
import { LooksQueryDto, NewRequestDto, OwnConsentDto } from '../api/rights.dto.js';
import { Consents } from '../app/consents.command.js';
import { MakeRequest } from '../app/make-request.command.js';
import { OwnData } from '../app/own-data.query.js';
import { dataKinds, purposes } from '../domain/consent.js';
import { PrivacyBook } from '../reading/privacy-book.js';
import { ConsentForm, IdForm, RankingForm, RequestForm } from './forms.js';
import type { RightsText } from './texts.js';
import { consentsPage, dataPage, looksPage, requestsPage, type FormPageState } from './views/own-pages.js';
import { withoutFilePage } from './views/parts.js';

/** 我的信息: a person's own data and rights. */
@Controller('my-data')
export class OwnPagesController {
  constructor(
    private readonly own: OwnData,
    private readonly consents: Consents,
    private readonly requests: MakeRequest,
    private readonly forms: FormFaults,
    private readonly book: PrivacyBook,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('rights.own')
  @Page()
  data(@Context() context: PageContext, @TheCaller() caller: Caller): Promise<PageAnswer> {
    return this.withFile(context, 'dataTitle', async () => dataPage(context, await this.own.copy(caller)));
  }

  @Get('looks')
  @Requires('rights.own')
  @Page()
  looks(@Context() context: PageContext, @TheCaller() caller: Caller, @Query() { before }: LooksQueryDto): Promise<PageAnswer> {
    return this.withFile(context, 'looksTitle', async () => looksPage(context, await this.own.looks(caller, before ?? null)));
  }

  @Get('consents')
  @Requires('rights.own')
  @Page()
  listConsents(@Context() context: PageContext, @TheCaller() caller: Caller, @Query('done') done: string | undefined): Promise<PageAnswer> {
    return this.consentsOf(context, caller, { typed: {}, faults: [], done: done ?? null });
  }

  @Post('consents')
  @Requires('rights.own')
  @Page()
  give(@Context() context: PageContext, @TheCaller() caller: Caller, @Body() form: ConsentForm): Promise<PageAnswer> {
    return this.forms.attempt(context, 'purpose', async () => {
      const chosen = dataKinds.filter((kind) => form[`what_${kind}`] !== undefined);
      const { purpose, recipient, what, until } = await this.forms.read(OwnConsentDto, { purpose: form.purpose, recipient: form.recipient, until: form.until, what: chosen });
      const { id } = await this.own.person(caller);
      await this.consents.give(caller, id, { purpose, recipient, what, until: until === undefined ? null : localDate(until), how: caller.scope.kind === 'ward' ? 'guardian' : 'online' });
      return { redirectTo: '/my-data/consents?done=given' };
    }, (faults) => this.consentsOf(context, caller, { typed: form, faults, done: null }));
  }

  @Post('consents/withdraw')
  @Requires('rights.own')
  @Page()
  async withdraw(@TheCaller() caller: Caller, @Body() { id = '' }: IdForm): Promise<PageAnswer> {
    await this.consents.withdraw(caller, (await this.own.person(caller)).id, id, caller.scope.kind === 'ward' ? 'guardian' : 'online');
    return { redirectTo: '/my-data/consents?done=withdrawn' };
  }

  @Get('requests')
  @Requires('rights.own')
  @Page()
  listRequests(@Context() context: PageContext, @TheCaller() caller: Caller, @Query('done') done: string | undefined): Promise<PageAnswer> {
    return this.requestsOf(context, caller, { typed: {}, faults: [], done: done ?? null });
  }

  @Post('requests')
  @Requires('rights.own')
  @Page()
  ask(@Context() context: PageContext, @TheCaller() caller: Caller, @Body() form: RequestForm): Promise<PageAnswer> {
    return this.forms.attempt(context, 'kind', async () => {
      const { kind, wish } = await this.forms.read(NewRequestDto, form);
      await this.requests.make(caller, kind, wish ?? null);
      return { redirectTo: '/my-data/requests?done=asked' };
    }, (faults) => this.requestsOf(context, caller, { typed: form, faults, done: null }));
  }

  @Post('requests/withdraw')
  @Requires('rights.own')
  @Page()
  async takeBack(@TheCaller() caller: Caller, @Body() { id = '' }: IdForm): Promise<PageAnswer> {
    await this.requests.withdraw(caller, id);
    return { redirectTo: '/my-data/requests?done=withdrawn' };
  }

  @Post('ranking')
  @Requires('rights.own')
  @Page()
  async ranking(@TheCaller() caller: Caller, @Body() { off }: RankingForm): Promise<PageAnswer> {
    await this.own.setRanking(caller, off === 'yes');
    return { redirectTo: '/my-data/requests?done=switched' };
  }

  private consentsOf(context: PageContext, caller: Caller, state: FormPageState<ConsentForm>): Promise<PageAnswer> {
    return this.withFile(context, 'consentsTitle', async () => {
      const { id } = await this.own.person(caller);
      const asked = purposes.filter((purpose) => this.book.basisOf(purpose, this.clock.today()).value === 'consent');
      return consentsPage(context, await this.consents.of(caller, id), asked, state);
    });
  }

  private requestsOf(context: PageContext, caller: Caller, state: FormPageState<RequestForm>): Promise<PageAnswer> {
    return this.withFile(context, 'requestsTitle', async () => requestsPage(context, { requests: await this.own.requests(caller), rankingOff: await this.own.rankingOff(caller) }, state));
  }

  /** An account without a file is told where to go; it has done nothing wrong. */
  private async withFile(context: PageContext, title: RightsText, work: () => Promise<PageAnswer>): Promise<PageAnswer> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof DomainError && error.code === 'rights.file.not_found') return withoutFilePage(context, title);
      throw error;
    }
  }
}
