import { Body, Controller, Get, Post, Query, Req } from '@nestjs/common';
import type { Request } from 'express';
import { DomainError } from '../../kernel/domain-error.js';
import { Public, Requires, TheCaller, type Caller } from '../../platform/access/index.js';
import { LimitedAs } from '../../platform/http/index.js';
import { Context, Page, type PageAnswer, type PageContext } from '../../ui/index.js';
import { originOf } from '../api/origin-of.js';
import { AskForAddress } from '../app/ask-for-address.command.js';
import { ConfirmAddress } from '../app/confirm-address.command.js';
import { Arrival } from './arrival.js';
import { Faults } from './faults.js';
import { AddressForm, TokenForm } from './forms.js';
import { addressConfirmedPage, addressPage, confirmAddressPage } from './views/address-pages.js';

/** Another number or e-mail address. The link may be opened on a device where nobody is signed in. */
@Controller('account/address')
export class AddressController {
  constructor(
    private readonly asking: AskForAddress,
    private readonly confirming: ConfirmAddress,
    private readonly arrival: Arrival,
    private readonly faults: Faults,
  ) {}

  @Get()
  @Requires('account.credentials')
  @Page()
  show(@Context() context: PageContext, @Query('sent') sent: string | undefined): PageAnswer {
    return addressPage(context, { contact: '', sentMinutes: sent === 'yes' ? this.arrival.linkMinutes : null, faults: [] });
  }

  @Post()
  @Requires('account.credentials')
  @LimitedAs('signIn')
  @Page()
  ask(@Context() context: PageContext, @TheCaller() caller: Caller, @Body() { contact = '', current = '' }: AddressForm, @Req() request: Request): Promise<PageAnswer> {
    return this.faults.attempt(context, 'contact', async () => {
      await this.asking.run(caller, { contact, current }, originOf(request, 'cookie'));
      return { redirectTo: '/account/address?sent=yes' };
    }, (faults) => addressPage(context, { contact, sentMinutes: null, faults }));
  }

  /** @throws DomainError sign_in.link_expired */
  @Get('confirm')
  @Public()
  @Page()
  async look(@Context() context: PageContext, @Query('token') token: string | undefined, @Query('done') done: string | undefined): Promise<PageAnswer> {
    if (done === 'yes') return addressConfirmedPage(context);
    const known = typeof token === 'string' ? token : '';
    const address = await this.confirming.look(known);
    if (address === null) throw new DomainError('sign_in.link_expired');
    return confirmAddressPage(context, { token: known, address, faults: [] });
  }

  @Post('confirm')
  @Public()
  @LimitedAs('signIn')
  @Page()
  confirm(@Context() context: PageContext, @Body() { token = '' }: TokenForm): Promise<PageAnswer> {
    return this.faults.attempt(context, 'confirm', async () => {
      await this.confirming.run(token);
      return { redirectTo: '/account/address/confirm?done=yes' };
    }, async (faults) => confirmAddressPage(context, { token, address: await this.confirming.look(token), faults }));
  }
}
