import { Body, Controller, Get, Inject, Param, Post, Query } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { normaliseText } from '../../kernel/normalise.js';
import { Requires, TheCaller, type Caller } from '../../platform/access/index.js';
import { PolicyBook } from '../../policy/index.js';
import { Context, Page, type PageAnswer, type PageContext } from '../../ui/index.js';
import { EndRole } from '../app/end-role.command.js';
import { OwnAccounts } from '../app/own-account.command.js';
import type { LiveMembership } from '../app/accounts.js';
import { AcceptForm, OwnForm } from './forms.js';
import { Refusals } from './refusals.js';
import { accountPage, leavePage, type AccountState } from './views/account-page.js';
import { kitOf, type Fault } from './views/parts.js';

const NAME = /^[^\p{C}\p{Zl}\p{Zp}]{1,60}$/u;

/** What a person sees and changes of itself. */
@Controller('account')
export class AccountPageController {
  constructor(
    private readonly own: OwnAccounts,
    private readonly ending: EndRole,
    private readonly refusals: Refusals,
    @Inject(PolicyBook) private readonly policy: PolicyBook,
  ) {}

  @Get()
  @Requires('account.read')
  @Page()
  show(@Context() context: PageContext, @TheCaller() caller: Caller, @Query('done') asked: unknown): Promise<PageAnswer> {
    const done = (['saved', 'accepted', 'left'] as const).find((word) => word === asked) ?? null;
    return this.page(context, caller, { done, typed: {}, faults: [] });
  }

  @Post()
  @Requires('account.change')
  @Page()
  async save(@Context() context: PageContext, @TheCaller() caller: Caller, @Body() form: OwnForm): Promise<PageAnswer> {
    const displayName = normaliseText(form.displayName ?? '');
    const { t } = kitOf(context, this.policy.regions);
    if (!NAME.test(displayName)) return this.page(context, caller, { done: null, typed: { displayName }, faults: [{ field: 'displayName', text: t('nameMissing') }] });
    await this.own.change(caller, { displayName, language: form.language === 'en' ? 'en' : 'zh' }, null);
    return { redirectTo: '/account?done=saved' };
  }

  @Post('invitation')
  @Requires('account.change')
  @Page()
  async accept(@Context() context: PageContext, @TheCaller() caller: Caller, @Body() { code = '' }: AcceptForm): Promise<PageAnswer> {
    try {
      await this.own.accept(caller, code);
    } catch (error) {
      return this.page(context, caller, { done: null, typed: { code }, faults: [{ field: 'code', text: this.refusals.sentence(error, context.language).text }] });
    }
    return { redirectTo: '/account?done=accepted' };
  }

  /** @throws DomainError members.membership.not_found */
  @Get('memberships/:membershipId/leave')
  @Requires('account.change')
  @Page()
  async ask(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('membershipId') membershipId: string): Promise<PageAnswer> {
    return this.leaving(context, await this.held(caller, membershipId), null);
  }

  @Post('memberships/:membershipId/leave')
  @Requires('account.change')
  @Page()
  async leave(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('membershipId') membershipId: string): Promise<PageAnswer> {
    const held = await this.held(caller, membershipId);
    try {
      await this.ending.leave(caller, membershipId);
    } catch (error) {
      return this.leaving(context, held, this.refusals.sentence(error, context.language).text);
    }
    return { redirectTo: '/account?done=left' };
  }

  private async leaving(context: PageContext, held: LiveMembership, refusal: string | null): Promise<PageAnswer> {
    return leavePage(kitOf(context, this.policy.regions), { held, isLastClerk: await this.own.isLastClerk(held), refusal });
  }

  private async held(caller: Caller, membershipId: string): Promise<LiveMembership> {
    const held = (await this.own.read(caller)).memberships.find(({ id }) => id === membershipId);
    if (!held) throw new DomainError('members.membership.not_found');
    return held;
  }

  private async page(context: PageContext, caller: Caller, { done, typed, faults }: Pick<AccountState, 'done' | 'typed'> & { readonly faults: readonly Fault[] }): Promise<PageAnswer> {
    return accountPage(kitOf(context, this.policy.regions), { own: await this.own.read(caller), permissions: caller.permissions, done, typed, faults });
  }
}
