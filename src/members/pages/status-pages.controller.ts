import { Controller, Get, Param, Post } from '@nestjs/common';
import { Requires, TheCaller, Within, type Caller } from '../../platform/access/index.js';
import { Context, Page, type PageAnswer, type PageContext } from '../../ui/index.js';
import { MemberReach, ReadMembers } from '../app/read-members.query.js';
import { SuspendAccount } from '../app/suspend-account.command.js';
import type { AccountAct } from '../domain/account-status.js';
import { Refusals } from './refusals.js';
import { statusPage } from './views/status-page.js';

/** Stopping an account and giving it back, each asked once more before. */
@Controller('members/:accountId')
export class StatusPagesController {
  constructor(
    private readonly members: ReadMembers,
    private readonly suspending: SuspendAccount,
    private readonly refusals: Refusals,
  ) {}

  @Get('suspend')
  @Requires('members.suspend')
  @Within(MemberReach)
  @Page()
  askSuspend(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('accountId') accountId: string): Promise<PageAnswer> {
    return this.ask(context, caller, accountId, 'suspend', null);
  }

  @Post('suspend')
  @Requires('members.suspend')
  @Within(MemberReach)
  @Page()
  suspend(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('accountId') accountId: string): Promise<PageAnswer> {
    return this.decide(context, caller, accountId, 'suspend');
  }

  @Get('restore')
  @Requires('members.suspend')
  @Within(MemberReach)
  @Page()
  askRestore(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('accountId') accountId: string): Promise<PageAnswer> {
    return this.ask(context, caller, accountId, 'restore', null);
  }

  @Post('restore')
  @Requires('members.suspend')
  @Within(MemberReach)
  @Page()
  restore(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('accountId') accountId: string): Promise<PageAnswer> {
    return this.decide(context, caller, accountId, 'restore');
  }

  private async decide(context: PageContext, caller: Caller, accountId: string, act: AccountAct): Promise<PageAnswer> {
    try {
      await (act === 'suspend' ? this.suspending.suspend(caller, accountId) : this.suspending.restore(caller, accountId));
    } catch (error) {
      return this.ask(context, caller, accountId, act, this.refusals.sentence(error, context.language).text);
    }
    return { redirectTo: `/members/${accountId}?done=${act === 'suspend' ? 'suspended' : 'restored'}` };
  }

  private async ask(context: PageContext, caller: Caller, accountId: string, act: AccountAct, refusal: string | null): Promise<PageAnswer> {
    return statusPage(context, await this.members.find(caller, accountId), act, refusal);
  }
}
