import { Inject, Injectable, Optional } from '@nestjs/common';
import type { Language } from '../../kernel/texts.js';
import { serviceUrl, SETTINGS, type Settings } from '../../platform/config/index.js';
import type { Tx } from '../../platform/database/index.js';
import { AddressBook, type Addresses, type MessageRecipient } from '../../platform/messages/index.js';
import { Mailer } from '../infra/mailer.js';

export type Way = {
  readonly channel: 'email' | 'sms';
  readonly address: string;
  readonly language: Language;
  /** What stands before the path of a page for somebody who reads outside of the service. */
  readonly service: string;
};

/** Which way a message can go now: by mail where there is an address and a server, else as a text message. */
@Injectable()
export class Reachable {
  constructor(
    private readonly mailer: Mailer,
    @Inject(SETTINGS) private readonly settings: Settings,
    @Optional() @Inject(AddressBook) private readonly book: AddressBook | null,
  ) {}

  async wayTo(tx: Tx, to: MessageRecipient): Promise<Way | null> {
    const known = await this.addresses(tx, to);
    if (known === null) return null;
    const { email, phone, language } = known;
    const service = `${serviceUrl(this.settings)}${language === 'en' ? '/en' : ''}`;
    if (email !== null && this.mailer.isOn) return { channel: 'email', address: email, language, service };
    return phone !== null && this.settings.mail.smsOutbox ? { channel: 'sms', address: phone, language, service } : null;
  }

  private async addresses(tx: Tx, to: MessageRecipient): Promise<Addresses | null> {
    if ('accountId' in to) return (await this.book?.addressesOf(tx, to.accountId)) ?? null;
    const { kind, value } = to.address;
    return { email: kind === 'email' ? value : null, phone: kind === 'phone' ? value : null, language: to.language };
  }
}
