import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { Requires, TheCaller, type Caller } from '../../platform/access/index.js';
import { Context, FormFaults, Page, type PageAnswer, type PageContext } from '../../ui/index.js';
import { NewRequestDto } from '../api/rights.dto.js';
import { MakeRequest } from '../app/make-request.command.js';
import { OwnData } from '../app/own-data.query.js';
import { requestWords } from './form-words.js';
import { IdForm, RankingForm, RequestForm } from './forms.js';
import { withFile, type FormPageState } from './views/parts.js';
import { requestsPage } from './views/requests-page.js';

/** 我的请求, and the off switch of automated ranking. */
@Controller('my-data')
export class OwnRequestsController {
  constructor(
    private readonly own: OwnData,
    private readonly requests: MakeRequest,
    private readonly forms: FormFaults,
  ) {}

  @Get('requests')
  @Requires('rights.own')
  @Page()
  list(@Context() context: PageContext, @TheCaller() caller: Caller, @Query('done') done: string | undefined): Promise<PageAnswer> {
    return this.page(context, caller, { typed: {}, faults: [], done: done ?? null });
  }

  @Post('requests')
  @Requires('rights.own')
  @Page()
  ask(@Context() context: PageContext, @TheCaller() caller: Caller, @Body() form: RequestForm): Promise<PageAnswer> {
    return this.forms.attempt(context, requestWords(context), async () => {
      const { kind, wish } = await this.forms.read(NewRequestDto, form);
      await this.requests.make(caller, kind, wish ?? null);
      return { redirectTo: '/my-data/requests?done=asked' };
    }, (faults) => this.page(context, caller, { typed: form, faults, done: null }));
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

  private page(context: PageContext, caller: Caller, state: FormPageState<RequestForm>): Promise<PageAnswer> {
    return withFile(context, 'requestsTitle', async () => requestsPage(context, { requests: await this.own.requests(caller), rankingOff: await this.own.rankingOff(caller) }, state));
  }
}
