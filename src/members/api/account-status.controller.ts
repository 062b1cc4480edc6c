import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires, TheCaller, Within, type Caller } from '../../platform/access/index.js';
import { MemberReach } from '../app/read-members.query.js';
import { SuspendAccount } from '../app/suspend-account.command.js';

@ApiTags('members')
@Controller('api/v1/members')
export class AccountStatusController {
  constructor(private readonly suspending: SuspendAccount) {}

  /** @throws DomainError members.account.*, members.administrator.last */
  @Post(':accountId/suspend')
  @HttpCode(204)
  @Requires('members.suspend')
  @Within(MemberReach)
  @ApiOperation({ operationId: 'suspendAccount', summary: 'Stop an account with all its roles; its sessions end with their next request' })
  @ApiNoContentResponse({ description: 'Suspended.' })
  suspend(@TheCaller() caller: Caller, @Param('accountId') accountId: string): Promise<void> {
    return this.suspending.suspend(caller, accountId);
  }

  /** @throws DomainError members.account.* */
  @Post(':accountId/restore')
  @HttpCode(204)
  @Requires('members.suspend')
  @Within(MemberReach)
  @ApiOperation({ operationId: 'restoreAccount', summary: 'Give a suspended account back' })
  @ApiNoContentResponse({ description: 'In use again.' })
  restore(@TheCaller() caller: Caller, @Param('accountId') accountId: string): Promise<void> {
    return this.suspending.restore(caller, accountId);
  }
}
