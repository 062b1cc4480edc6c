import { Injectable } from '@nestjs/common';
import { DomainError } from '../../kernel/domain-error.js';
import { contactKind, maskContact } from '../../members/index.js';
import { Audit, STRANGER } from '../../platform/audit/index.js';
import { UnitOfWork, type Tx } from '../../platform/database/index.js';
import { Messages } from '../../platform/messages/index.js';
import { People } from '../infra/people.js';
import { AddressLinks, type PromisedAddress } from './address-links.js';
import { ADDRESS_CHANGED, ADDRESS_CHANGED_NOTE } from './messages.js';
import { Times } from './times.js';

/** Whoever holds the link has read what went to the new address: from now on it counts. */
@Injectable()
export class ConfirmAddress {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly links: AddressLinks,
    private readonly people: People,
    private readonly messages: Messages,
    private readonly audit: Audit,
    private readonly times: Times,
  ) {}

  /** What a link would confirm, masked; null where it no longer holds. Uses nothing up: a mail program may look first. */
  async look(token: string | undefined): Promise<string | null> {
    const found = await this.unitOfWork.run((tx) => this.links.find(tx, token));
    return found && maskContact(contactKind(found.address) ?? 'phone', found.address);
  }

  /** @throws DomainError sign_in.link_expired, members.contact.already_used */
  async run(token: string | undefined): Promise<void> {
    await this.unitOfWork.run(async (tx) => {
      const promised = await this.links.take(tx, token);
      const account = promised && (await this.people.byId(tx, promised.accountId));
      if (!promised || !account?.isActive) throw new DomainError('sign_in.link_expired');
      await this.tellOthers(tx, promised, account.language);
      const lapsed = await this.people.confirmContact(tx, promised.accountId, promised.address, this.times.now());
      await this.audit.act(tx, { ...STRANGER, accountId: promised.accountId }, { act: 'sign-in.address.confirm', object: { kind: 'account', id: promised.accountId }, detail: { kind: contactKind(promised.address), ...(lapsed === 0 ? {} : { lapsed }) } });
    });
  }

  /** To every address that counted so far, at the address itself: the account's own may be the new one already when it goes out. */
  private async tellOthers(tx: Tx, { accountId, address }: PromisedAddress, language: 'zh' | 'en'): Promise<void> {
    const before = (await this.people.contactsOf(tx, accountId)).filter(({ value, verifiedAt }) => verifiedAt !== null && value !== address);
    for (const { kind, value } of before) await this.messages.enqueue(tx, { to: { address: { kind, value }, language }, template: ADDRESS_CHANGED, params: {} });
    if (before.length > 0) await this.messages.enqueue(tx, { to: { accountId }, template: ADDRESS_CHANGED_NOTE, params: {} });
  }
}
