import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { Requires, TheCaller, Within, type Caller } from '../../platform/access/index.js';
import { Context, Page, type PageAnswer, type PageContext } from '../../ui/index.js';
import { ResetSecondFactor, StaffReach } from '../app/reset-second-factor.command.js';
import { lossReasons } from '../domain/device-loss.js';
import { Faults } from './faults.js';
import { resetTexts } from './texts/reset-texts.js';
import { resetSecondFactorPage } from './views/reset-page.js';

class ReasonForm {
  @IsOptional()
  @IsString()
  @MaxLength(20)
  reason?: string;
}

/** An administrator helps somebody who can no longer give a code. */
@Controller('second-factor-reset')
export class SecondFactorResetController {
  constructor(
    private readonly resets: ResetSecondFactor,
    private readonly faults: Faults,
  ) {}

  /** @throws DomainError sign_in.account_not_found */
  @Get(':id')
  @Requires('sign_in.reset_second_factor')
  @Within(StaffReach)
  @Page()
  async show(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Query('done') done: string | undefined): Promise<PageAnswer> {
    return resetSecondFactorPage(context, { person: await this.resets.subject(caller, id), done: done === 'yes', faults: [] });
  }

  @Post(':id')
  @Requires('sign_in.reset_second_factor')
  @Within(StaffReach)
  @Page()
  async reset(@Context() context: PageContext, @TheCaller() caller: Caller, @Param('id') id: string, @Body() { reason: typed }: ReasonForm): Promise<PageAnswer> {
    const person = await this.resets.subject(caller, id);
    const reason = lossReasons.find((one) => one === typed);
    if (reason === undefined) return resetSecondFactorPage(context, { person, done: false, faults: [{ field: 'reason', text: resetTexts[context.language].reasonMissing as string }] });
    return this.faults.attempt(context, 'reason', async () => {
      await this.resets.run(caller, id, reason);
      return { redirectTo: `/second-factor-reset/${id}?done=yes` };
    }, (faults) => resetSecondFactorPage(context, { person, done: false, faults }));
  }
}
