import { Body, Controller, Get, Inject, Post } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import { DomainError } from '../../../kernel/domain-error.js';
import { normaliseCode } from '../../../kernel/normalise.js';
import { regionCode } from '../../../kernel/region-code.js';
import { ownCounty, Requires, TheCaller, type Caller } from '../../../platform/access/index.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { placeCodeTyped, PolicyBook } from '../../../policy/index.js';
import { Context, dayTyped, FormFaults, Page, type PageAnswer, type PageContext } from '../../../ui/index.js';
import { NoticeDto } from '../api/determinations.dto.js';
import { dayOf } from '../api/notices.controller.js';
import { NoticeLaw } from '../app/notice-law.js';
import { PublishNotice } from '../app/publish-notice.command.js';
import { ReadNotices } from '../app/read-notices.query.js';
import { deskWords } from './form-words.js';
import { DeskForm } from './forms.js';
import { kitOf, type Kit } from './views/kit.js';
import { deskPage } from './views/notice-pages.js';

/** Where a federation publishes a notice. */
@Controller('notice-desk')
export class NoticeDeskController {
  constructor(
    private readonly notices: ReadNotices,
    private readonly publishing: PublishNotice,
    private readonly law: NoticeLaw,
    private readonly forms: FormFaults,
    @Inject(PolicyBook) private readonly policy: PolicyBook,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('notices.publish')
  @Page()
  ask(@Context() context: PageContext, @TheCaller() caller: Caller): PageAnswer {
    return deskPage(this.kit(context), { typed: { regionCode: ownCounty(caller) }, faults: [] }, null);
  }

  /** The first press counts, the second publishes: what is published cannot be unread. */
  @Post()
  @Requires('notices.publish')
  @Page()
  act(@Context() context: PageContext, @TheCaller() caller: Caller, @Body() form: DeskForm): Promise<PageAnswer> {
    const kit = this.kit(context);
    return this.forms.attempt(context, deskWords(kit), async () => {
      const { regionCode: region, baseYear, closesOn } = await this.forms.read(NoticeDto, { regionCode: placeCodeTyped(form.regionCode, this.policy.regions) ?? '', baseYear: yearOf(form.baseYear), closesOn: dayTyped(form, 'closesOn') });
      const wish = { regionCode: regionCode(region), baseYear, closesOn: dayOf(closesOn) };
      if (form.act === 'publish') return { redirectTo: `/notices/${await this.publishing.review(caller, wish)}?done=published` };
      const waiting = await this.notices.waiting(caller, wish.regionCode, baseYear);
      if (waiting === 0) throw new DomainError('determinations.notice.nothing_to_publish');
      const today = this.clock.today();
      const closes = this.law.closingDay(wish.regionCode, today, wish.closesOn);
      return deskPage(kit, { typed: form, faults: [] }, { waiting, closesOn: closes, assumed: this.law.assumed(wish.regionCode, today, closes) });
    }, (faults) => deskPage(kit, { typed: form, faults }, null));
  }

  private kit(context: PageContext): Kit {
    return kitOf(context, this.policy.regions);
  }
}

/** What was typed as the API takes it; what is no number stays what it is and is told at its field. */
function yearOf(typed: string | undefined): number | string | undefined {
  const text = normaliseCode(typed ?? '');
  return text === '' ? undefined : /^\d{4}$/.test(text) ? Number(text) : text;
}
