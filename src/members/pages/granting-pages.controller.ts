import { Body, Controller, Get, Inject, Param, Post, Req } from '@nestjs/common';
import type { Request } from 'express';
import { chinaDay } from '../../kernel/clock.js';
import { Requires, TheCaller, Within, type Caller } from '../../platform/access/index.js';
import { SETTINGS, type Settings } from '../../platform/config/index.js';
import { PolicyBook } from '../../policy/index.js';
import { Context, Page, type PageAnswer, type PageContext } from '../../ui/index.js';
import { GrantRole } from '../app/grant-role.command.js';
import { InviteMember } from '../app/invite-member.command.js';
import { MemberReach, ReadMembers } from '../app/read-members.query.js';
import { RoleForm } from './forms.js';
import { readRoleForm, type ReadForm } from './read-role-form.js';
import { RoleForms } from './role-forms.js';
import { kitOf } from './views/parts.js';
import { invitedPage, type RoleFormState } from './views/role-form-page.js';

/** Inviting, registering at the counter, giving another role. */
@Controller('members')
export class GrantingPagesController {
  constructor(
    private readonly forms: RoleForms,
    private readonly inviting: InviteMember,
    private readonly granting: GrantRole,
    private readonly members: ReadMembers,
    @Inject(PolicyBook) private readonly policy: PolicyBook,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get(':accountId/grant')
  @Requires('members.grant')
  @Page()
  async askGrant(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('accountId') accountId: string): Promise<PageAnswer> {
    return this.forms.show(context, caller, await this.grantMode(caller, accountId), { typed: this.forms.blank(caller), faults: [] });
  }

  @Post(':accountId/grant')
  @Requires('members.grant')
  @Within(MemberReach)
  @Page()
  async grant(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('accountId') accountId: string, @Body() form: RoleForm): Promise<PageAnswer> {
    return this.attempt(context, caller, await this.grantMode(caller, accountId), readRoleForm(form, false), async ({ wish }) => {
      await this.granting.toMember(caller, accountId, wish);
      return { redirectTo: `/members/${accountId}?done=granted` };
    });
  }

  @Get('invite')
  @Requires('members.invite')
  @Page()
  askInvite(@Context() context: PageContext, @TheCaller() caller: Caller): Promise<PageAnswer> {
    return this.forms.show(context, caller, 'invite', { typed: this.forms.blank(caller), faults: [] });
  }

  /** Answers with the code itself and no redirection: it is shown this once and stands in no address. */
  @Post('invite')
  @Requires('members.invite')
  @Page()
  invite(@Context() context: PageContext, @TheCaller() caller: Caller, @Body() form: RoleForm, @Req() request: Request): Promise<PageAnswer> {
    return this.attempt(context, caller, 'invite', readRoleForm(form, true), async ({ typed, wish }) => {
      const { code, expiresAt } = await this.inviting.invite(caller, typed.displayName, wish);
      const origin = this.settings.server.publicUrl ?? `${request.protocol}://${request.host}`;
      return invitedPage(kitOf(context, this.policy.regions), { displayName: typed.displayName, code, link: `${origin}/invitation?code=${code}`, until: chinaDay(expiresAt) });
    });
  }

  @Get('new')
  @Requires('members.grant')
  @Page()
  askNew(@Context() context: PageContext, @TheCaller() caller: Caller): Promise<PageAnswer> {
    return this.forms.show(context, caller, 'create', { typed: this.forms.blank(caller), faults: [] });
  }

  @Post('new')
  @Requires('members.grant')
  @Page()
  create(@Context() context: PageContext, @TheCaller() caller: Caller, @Body() form: RoleForm): Promise<PageAnswer> {
    return this.attempt(context, caller, 'create', readRoleForm(form, true), async ({ typed, wish }) => {
      const contact = typed.contact === '' ? null : typed.contact;
      const { accountId } = await this.granting.toNewMember(caller, { displayName: typed.displayName, language: context.language, contact }, wish);
      return { redirectTo: `/members/${accountId}?done=created` };
    });
  }

  private async grantMode(caller: Caller, accountId: string): Promise<RoleFormState['mode']> {
    const { displayName } = await this.members.find(caller, accountId);
    return { grantTo: { accountId, displayName } };
  }

  private async attempt(context: PageContext, caller: Caller, mode: RoleFormState['mode'], read: ReadForm, work: (read: ReadForm) => Promise<PageAnswer>): Promise<PageAnswer> {
    const again = (faults: RoleFormState['faults']): Promise<PageAnswer> => this.forms.show(context, caller, mode, { typed: read.typed, faults });
    if (read.faults.length > 0) return again(this.forms.own(context, read.faults));
    try {
      return await work(read);
    } catch (error) {
      return again([this.forms.refused(context, error)]);
    }
  }
}
