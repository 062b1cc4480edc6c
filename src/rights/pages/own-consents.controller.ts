import { Body, Controller, Get, Inject, Post, Query } from '@nestjs/common';
import type { Clock } from '../../kernel/clock.js';
import { localDate } from '../../kernel/local-date.js';
import { Requires, TheCaller, type Caller } from '../../platform/access/index.js';
import { CLOCK } from '../../platform/clock/clock.module.js';
import { Context, dayTyped, FormFaults, Page, type PageAnswer, type PageContext } from '../../ui/index.js';
import { OwnConsentDto } from '../api/rights.dto.js';
import { Consents } from '../app/consents.command.js';
import { OwnData } from '../app/own-data.query.js';
import { dataKinds, purposes } from '../domain/consent.js';
import { PrivacyBook } from '../reading/privacy-book.js';
import { consentWords } from './form-words.js';
import { ConsentForm, IdForm } from './forms.js';
import { consentsPage } from './views/consents-page.js';
import { withFile, type FormPageState } from './views/parts.js';

/** 我的同意: given, looked at and withdrawn by the person or its guardian. */
@Controller('my-data/consents')
export class OwnConsentsController {
  constructor(
    private readonly own: OwnData,
    private readonly consents: Consents,
    private readonly forms: FormFaults,
    private readonly book: PrivacyBook,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('rights.own')
  @Page()
  list(@Context() context: PageContext, @TheCaller() caller: Caller, @Query('done') done: string | undefined): Promise<PageAnswer> {
    return this.page(context, caller, { typed: {}, faults: [], done: done ?? null });
  }

  @Post()
  @Requires('rights.own')
  @Page()
  give(@Context() context: PageContext, @TheCaller() caller: Caller, @Body() form: ConsentForm): Promise<PageAnswer> {
    return this.forms.attempt(context, consentWords(context), async () => {
      const chosen = dataKinds.filter((kind) => form[`what_${kind}`] !== undefined);
      const { purpose, recipient, what, until } = await this.forms.read(OwnConsentDto, { purpose: form.purpose, recipient: form.recipient, until: dayTyped(form, 'until'), what: chosen });
      const { id } = await this.own.person(caller);
      await this.consents.give(caller, id, { purpose, recipient, what, until: until === undefined ? null : localDate(until), how: howOf(caller) });
      return { redirectTo: '/my-data/consents?done=given' };
    }, (faults) => this.page(context, caller, { typed: form, faults, done: null }));
  }

  @Post('withdraw')
  @Requires('rights.own')
  @Page()
  async withdraw(@TheCaller() caller: Caller, @Body() { id = '' }: IdForm): Promise<PageAnswer> {
    await this.consents.withdraw(caller, (await this.own.person(caller)).id, id, howOf(caller));
    return { redirectTo: '/my-data/consents?done=withdrawn' };
  }

  private page(context: PageContext, caller: Caller, state: FormPageState<ConsentForm>): Promise<PageAnswer> {
    return withFile(context, 'consentsTitle', async () => {
      const { id } = await this.own.person(caller);
      const asked = purposes.filter((purpose) => this.book.basisOf(purpose, this.clock.today()).value === 'consent');
      return consentsPage(context, await this.consents.of(caller, id), asked, state);
    });
  }
}

const howOf = ({ scope }: Caller): 'online' | 'guardian' => (scope.kind === 'ward' ? 'guardian' : 'online');
