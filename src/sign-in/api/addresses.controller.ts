import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { ApiNoContentResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { Public, Requires, TheCaller, type Caller } from '../../platform/access/index.js';
import { LimitedAs } from '../../platform/http/index.js';
import { AskForAddress } from '../app/ask-for-address.command.js';
import { ConfirmAddress } from '../app/confirm-address.command.js';
import { originOf } from './origin-of.js';
import { AskForAddressDto, ConfirmAddressDto } from './sign-in.dto.js';

/** The number or address by which a person is reached. */
@ApiTags('sign-in')
@Controller('api/v1/address-changes')
export class AddressesController {
  constructor(
    private readonly asking: AskForAddress,
    private readonly confirming: ConfirmAddress,
  ) {}

  /** @throws DomainError input.invalid with `/contact` or `/current`, sign_in.wait */
  @Post()
  @HttpCode(202)
  @Requires('account.credentials')
  @LimitedAs('signIn')
  @ApiOperation({ operationId: 'askForAddressChange', summary: 'Have a link sent to a new number or address; it counts once the link was opened' })
  async ask(@TheCaller() caller: Caller, @Body() body: AskForAddressDto, @Req() request: Request): Promise<void> {
    await this.asking.run(caller, body, originOf(request, 'bearer'));
  }

  /** @throws DomainError sign_in.link_expired, members.contact.already_used */
  @Post('complete')
  @HttpCode(204)
  @Public()
  @LimitedAs('signIn')
  @ApiOperation({ operationId: 'confirmAddress', summary: 'Confirm a number or address with the token of the link' })
  @ApiNoContentResponse({ description: 'It counts from now on.' })
  async confirm(@Body() { token }: ConfirmAddressDto): Promise<void> {
    await this.confirming.run(token);
  }
}
