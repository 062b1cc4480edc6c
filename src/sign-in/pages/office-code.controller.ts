import { Controller, Get, Param, Post } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { Requires, TheCaller, Within, type Caller } from '../../platform/access/index.js';
import { Context, Page, type PageAnswer, type PageContext } from '../../ui/index.js';
import { OfficeCodeReach, OfficeCodes } from '../app/office-codes.js';
import { Times } from '../app/times.js';
import { Faults, type Fault } from './faults.js';
import { issueCodePage, issuedCodePage } from './views/account-pages.js';

/** An officer at the counter gives out a code. */
@Controller('office-code')
export class OfficeCodePagesController {
  constructor(
    private readonly codes: OfficeCodes,
    private readonly times: Times,
    private readonly faults: Faults,
  ) {}

  /** @throws DomainError sign_in.account_not_found */
  @Get(':id')
  @Requires('sign_in.issue_code')
  @Within(OfficeCodeReach)
  @Page()
  show(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string): Promise<PageAnswer> {
    return this.form(context, caller, id, []);
  }

  @Post(':id')
  @Requires('sign_in.issue_code')
  @Within(OfficeCodeReach)
  @Page()
  issue(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string): Promise<PageAnswer> {
    return this.faults.attempt(context, 'make', async () => {
      const { code, expiresAt } = await this.codes.issue(caller, id);
      return issuedCodePage(context, { accountId: id, code, until: expiresAt, seesMember: seesMembers(caller) });
    }, (faults) => this.form(context, caller, id, faults));
  }

  private async form(context: PageContext, caller: Caller, id: string, faults: readonly Fault[]): Promise<PageAnswer> {
    const account = await this.codes.subject(caller, id);
    if (account === null) throw new DomainError('sign_in.account_not_found');
    return issueCodePage(context, { accountId: account.id, name: account.displayName, hours: this.times.officeCodeHours, seesMember: seesMembers(caller), faults });
  }
}

/** Some who give out codes come from elsewhere and have no page of members to go back to. */
const seesMembers = (caller: Caller): boolean => caller.permissions.has('members.read');
