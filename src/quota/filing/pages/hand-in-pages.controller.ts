import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { DomainError } from '../../../kernel/domain-error.js';
import { Requires, TheCaller, Within, type Caller } from '../../../platform/access/index.js';
import { Context, FormFaults, Page, type FormFault, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { HandInDto, SeenDto, WithdrawDto } from '../api/filings.dto.js';
import { ChangeFiling } from '../app/change-filing.command.js';
import { HandIn } from '../app/hand-in.command.js';
import { DeclarationReach } from '../app/read-filing.query.js';
import type { DeclarationAct } from '../domain/declaration-states.js';
import { CommitForm, LateForm, SeenForm, WordsForm } from './forms.js';
import { PageQuestions } from './page-questions.js';
import { askPage, checkPage, commitmentPage, submittedPage, type Asked } from './views/hand-in-pages.js';
import { kitOf, wordsOf } from './views/kit.js';

const ACT_OF: Readonly<Record<Asked['part'], DeclarationAct>> = { nothing: 'declare_nothing', withdraw: 'withdraw', reopen: 'reopen' };

/** From the statement of truth to the number, and the ways back. */
@Controller('filings/:id')
export class HandInPagesController {
  constructor(
    private readonly questions: PageQuestions,
    private readonly changing: ChangeFiling,
    private readonly handing: HandIn,
    private readonly forms: FormFaults,
  ) {}

  @Get('commitment')
  @Requires('filings.submit')
  @Within(DeclarationReach)
  @Page()
  async askCommitment(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string): Promise<PageAnswer> {
    return commitmentPage(kitOf(context), await this.questions.showing.one(caller, id), []);
  }

  @Post('commitment')
  @Requires('filings.submit')
  @Within(DeclarationReach)
  @Page()
  commit(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: CommitForm): Promise<PageAnswer> {
    return this.forms.attempt(context, wordsOf(kitOf(context), 'agreed'), async () => {
      if (form.agreed !== 'yes') throw new DomainError('input.invalid', {}, [{ pointer: '/agreed', code: 'input.required' }]);
      const { version } = await this.forms.read(SeenDto, { version: Number(form.version) });
      await this.changing.commit(caller, id, version);
      return { redirectTo: `/filings/${id}/check` };
    }, async (faults) => commitmentPage(kitOf(context), await this.questions.showing.one(caller, id), faults));
  }

  @Get('check')
  @Requires('filings.submit')
  @Within(DeclarationReach)
  @Page()
  async check(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string): Promise<PageAnswer> {
    const filing = await this.questions.showing.one(caller, id);
    return checkPage(kitOf(context), filing, filing.version.lateReason ?? '', []);
  }

  @Post('submit')
  @Requires('filings.submit')
  @Within(DeclarationReach)
  @Page()
  submit(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: LateForm): Promise<PageAnswer> {
    return this.forms.attempt(context, wordsOf(kitOf(context), 'lateReason'), async () => {
      const { version, lateReason } = await this.forms.read(HandInDto, { version: Number(form.version), lateReason: form.lateReason });
      await this.handing.run(caller, id, version, lateReason ?? null);
      return { redirectTo: `/filings/${id}/submitted` };
    }, async (faults) => checkPage(kitOf(context), await this.questions.showing.one(caller, id), form.lateReason ?? '', faults));
  }

  @Get('submitted')
  @Requires('filings.submit')
  @Within(DeclarationReach)
  @Page()
  async submitted(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string): Promise<PageAnswer> {
    const head = await this.questions.reading.filings.head(caller, id);
    return head.submittedAt === null ? { redirectTo: `/filings/${id}` } : submittedPage(kitOf(context), head);
  }

  @Get('nothing')
  @Requires('filings.submit')
  @Within(DeclarationReach)
  @Page()
  askNothing(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string): Promise<PageAnswer> {
    return this.asked(context, caller, id, 'nothing', '', []);
  }

  @Post('nothing')
  @Requires('filings.submit')
  @Within(DeclarationReach)
  @Page()
  nothing(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: SeenForm): Promise<PageAnswer> {
    return this.attempt(context, caller, id, 'nothing', '', async () => {
      await this.handing.declareNothing(caller, id, (await this.forms.read(SeenDto, { version: Number(form.version) })).version);
    });
  }

  @Get('withdraw')
  @Requires('filings.submit')
  @Within(DeclarationReach)
  @Page()
  askWithdrawal(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string): Promise<PageAnswer> {
    return this.asked(context, caller, id, 'withdraw', '', []);
  }

  @Post('withdraw')
  @Requires('filings.submit')
  @Within(DeclarationReach)
  @Page()
  withdraw(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: WordsForm): Promise<PageAnswer> {
    return this.attempt(context, caller, id, 'withdraw', form.words ?? '', async () => {
      const { version, words } = await this.forms.read(WithdrawDto, { version: Number(form.version), words: form.words });
      await this.handing.withdraw(caller, id, version, words ?? null);
    });
  }

  @Get('reopen')
  @Requires('filings.write')
  @Within(DeclarationReach)
  @Page()
  askReopening(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string): Promise<PageAnswer> {
    return this.asked(context, caller, id, 'reopen', '', []);
  }

  @Post('reopen')
  @Requires('filings.write')
  @Within(DeclarationReach)
  @Page()
  reopen(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() form: SeenForm): Promise<PageAnswer> {
    return this.attempt(context, caller, id, 'reopen', '', async () => {
      await this.handing.reopen(caller, id, (await this.forms.read(SeenDto, { version: Number(form.version) })).version);
    });
  }

  private attempt(context: PageContext, caller: Caller, id: string, part: Asked['part'], typed: string, work: () => Promise<void>): Promise<PageAnswer> {
    return this.forms.attempt(context, wordsOf(kitOf(context), part === 'withdraw' ? 'words' : 'version'), async () => {
      await work();
      return { redirectTo: `/filings/${id}` };
    }, (faults) => this.asked(context, caller, id, part, typed, faults));
  }

  private async asked(context: PageContext, caller: Caller, id: string, part: Asked['part'], typed: string, faults: readonly FormFault[]): Promise<PageAnswer> {
    const { head, sums, acts } = await this.questions.showing.one(caller, id);
    return askPage(kitOf(context), head, { part, possible: acts.includes(ACT_OF[part]), lines: sums.lines, typed, faults });
  }
}
