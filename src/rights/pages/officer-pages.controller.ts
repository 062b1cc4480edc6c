import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Requires, TheCaller, Within, type Caller } from '../../platform/access/index.js';
import { Context, FormFaults, Page, type PageAnswer, type PageContext } from '../../ui/index.js';
import { AnswerDto, RequestsQueryDto } from '../api/rights.dto.js';
import { AnswerRequest } from '../app/answer-request.command.js';
import { ReadRights, RequestReach } from '../app/read-rights.query.js';
import { answerWords } from './form-words.js';
import { AnswerForm } from './forms.js';
import { officerListPage, officerRequestPage, type AnswerState } from './views/officer-pages.js';

/** Requests of people about their data, for those who answer. */
@Controller('rights-requests')
export class OfficerPagesController {
  constructor(
    private readonly rights: ReadRights,
    private readonly answering: AnswerRequest,
    private readonly forms: FormFaults,
  ) {}

  @Get()
  @Requires('rights.answer')
  @Page()
  async list(@Context() context: PageContext, @TheCaller() caller: Caller, @Query() query: RequestsQueryDto): Promise<PageAnswer> {
    const status = query.status ?? null;
    return officerListPage(context, await this.rights.list(caller, status, query), status);
  }

  /** @throws DomainError rights.request.not_found */
  @Get(':id')
  @Requires('rights.answer')
  @Page()
  show(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Query('done') done: string | undefined): Promise<PageAnswer> {
    return this.one(context, caller, id, { typed: '', faults: [], done: done === 'yes' });
  }

  @Post(':id')
  @Requires('rights.answer')
  @Within(RequestReach)
  @Page()
  answer(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: AnswerForm): Promise<PageAnswer> {
    return this.forms.attempt(context, answerWords(context), async () => {
      const { version, answer } = await this.forms.read(AnswerDto, { version: Number(form.version), answer: form.answer });
      await this.answering.run(caller, id, version, form.act === 'grant' ? 'grant' : 'refuse', answer);
      return { redirectTo: `/rights-requests/${id}?done=yes` };
    }, (faults) => this.one(context, caller, id, { typed: form.answer ?? '', faults, done: false }));
  }

  private async one(context: PageContext, caller: Caller, id: string, state: AnswerState): Promise<PageAnswer> {
    return officerRequestPage(context, await this.rights.find(caller, id), state);
  }
}
