import { Injectable } from '@nestjs/common';
import type { Language } from '../../kernel/texts.js';
import { AcceptInvitation } from '../../members/index.js';
import { STRANGER } from '../../platform/audit/index.js';
import { UnitOfWork } from '../../platform/database/index.js';
import { People } from '../infra/people.js';
import { AddressLinks } from './address-links.js';
import { BackOff } from './back-off.js';
import type { Origin } from './origin.js';
import { SetPassword } from './set-password.js';

/** `contact`: what the person will sign in with, and be reached by once the link that goes there was opened; null for somebody who has neither telephone nor e-mail. */
export type TakenUp = { readonly code: string; readonly displayName: string | null; readonly contact: string | null; readonly password: string; readonly language: Language };

/** An invited person's account with its first password, in one transaction; signing in comes after it. */
@Injectable()
export class TakeUpInvitation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly invitations: AcceptInvitation,
    private readonly people: People,
    private readonly links: AddressLinks,
    private readonly backOff: BackOff,
    private readonly passwords: SetPassword,
  ) {}

  /** @returns the account @throws DomainError members.invitation.*, members.contact.*, sign_in.wait, input.invalid */
  async run({ code, displayName, contact, password, language }: TakenUp, origin: Origin): Promise<string> {
    const attempt = await this.unitOfWork.run((tx) => this.backOff.admit(tx, { kind: 'office_code' }, origin));
    return this.backOff.judge(attempt, async () => {
      // Looked at before the hash is made, so that guessing codes costs no work of ours.
      const offered = await this.unitOfWork.run((tx) => this.invitations.look(tx, code));
      const hash = await this.passwords.prepare(password, [displayName ?? offered.displayName, ...(contact === null ? [] : [contact])]);
      return this.unitOfWork.run(async (tx) => {
        const { accountId } = await this.invitations.accept(tx, code, { accountId: null, displayName, language });
        if (contact !== null) {
          await this.people.giveContact(tx, accountId, contact);
          await this.links.send(tx, { accountId, address: contact });
        }
        await this.backOff.succeeded(tx, attempt);
        await this.passwords.store(tx, { accountId, hash }, null, { ...STRANGER, accountId });
        return accountId;
      });
    });
  }
}
