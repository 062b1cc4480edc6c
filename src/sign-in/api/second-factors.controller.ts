import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Requires, TheCaller, Within, type Caller } from '../../platform/access/index.js';
import { ResetSecondFactor, StaffReach } from '../app/reset-second-factor.command.js';
import { ResetSecondFactorDto } from './sign-in.dto.js';

/** Lost devices of staff. */
@ApiTags('sign-in')
@Controller('api/v1/accounts/:id/second-factor-resets')
export class SecondFactorsController {
  constructor(private readonly resets: ResetSecondFactor) {}

  /** @throws DomainError sign_in.account_not_found, sign_in.reset_not_for_self, sign_in.no_second_factor */
  @Post()
  @HttpCode(204)
  @Requires('sign_in.reset_second_factor')
  @Within(StaffReach)
  @ApiOperation({ operationId: 'resetSecondFactor', summary: 'Take away the second factor of a member of staff who has lost it; every session of theirs ends' })
  @ApiNoContentResponse({ description: 'The person is told, and sets up another one with the next sign-in.' })
  async reset(@TheCaller() caller: Caller, @Param('id') id: string, @Body() { reason }: ResetSecondFactorDto): Promise<void> {
    await this.resets.run(caller, id, reason);
  }
}
