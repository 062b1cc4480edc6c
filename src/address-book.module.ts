import { Global, Injectable, Module } from '@nestjs/common';
import { Accounts, MembersModule } from './members/index.js';
import type { Tx } from './platform/database/index.js';
import { AddressBook, type Addresses } from './platform/messages/index.js';

/** The addresses of accounts for messages. It stands above both rooms, so that neither knows the other. */
@Injectable()
export class AccountAddresses extends AddressBook {
  constructor(private readonly accounts: Accounts) {
    super();
  }

  async addressesOf(tx: Tx, accountId: string): Promise<Addresses | null> {
    const account = await this.accounts.accountById(tx, accountId);
    if (account === null || account.status === 'closed') return null;
    const contacts = await this.accounts.contactsOf(tx, accountId);
    const verified = (kind: 'email' | 'phone'): string | null => contacts.find((contact) => contact.kind === kind && contact.verifiedAt !== null)?.value ?? null;
    return { email: verified('email'), phone: verified('phone'), language: account.language };
  }
}

@Global()
@Module({ imports: [MembersModule], providers: [{ provide: AddressBook, useClass: AccountAddresses }], exports: [AddressBook] })
export class AddressBookModule {}
