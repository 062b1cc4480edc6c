import { Injectable } from '@nestjs/common';
import { regionCode } from '../../kernel/region-code.js';
import type { Tx } from '../../platform/database/index.js';
import { messageTemplate, Messages } from '../../platform/messages/index.js';
import type { HeldMembership } from '../infra/member.repository.js';
import { OrganisationRepository } from '../infra/organisation.repository.js';
import { Accounts } from './accounts.js';

/** To the officers of the region: they can invite the next clerk. */
const NO_CLERK_LEFT = messageTemplate('members.no-clerk-left', {
  inInbox: true,
  goesOut: false,
  page: '/members/invite',
  zh: { subject: '“{name}”没有经办人了', body: '“{name}”的最后一位经办人已退出。请联系该单位，并在“成员与角色”里邀请新的经办人。' },
  en: { subject: '{name} has no clerk left', body: 'The last clerk of {name} has left. Please speak to the employer and invite a new clerk under "Members and roles".' },
});

type Role = Pick<HeldMembership, 'id' | 'role' | 'employerId'>;

/**
 * Nobody is held in the role of a clerk, the last one neither: people leave employers. Whoever leaves last is warned before, and
 * the federation, which can invite anew, is told.
 */
@Injectable()
export class LastClerk {
  constructor(
    private readonly accounts: Accounts,
    private readonly organisations: OrganisationRepository,
    private readonly messages: Messages,
  ) {}

  /** Whether the employer has no other clerk today. */
  async holds(tx: Tx, { id, role, employerId }: Role): Promise<boolean> {
    if (role !== 'employer_clerk' || employerId === null) return false;
    return (await this.accounts.clerksOf(tx, employerId)).flatMap(({ membershipIds }) => membershipIds).every((one) => one === id);
  }

  /** After the role has ended. */
  async tellOfficers(tx: Tx, { employerId, regionCode: region, accountId: left }: HeldMembership): Promise<void> {
    if (employerId === null) return;
    const organisation = await this.organisations.find(tx, { kind: 'employer', employerId, merged: [] }, employerId);
    const officers = await this.accounts.inChargeOf(tx, ['town_officer'], regionCode(region));
    for (const accountId of officers.filter((one) => one !== left)) {
      await this.messages.enqueue(tx, { to: { accountId }, template: NO_CLERK_LEFT, params: { name: organisation?.name ?? '' } });
    }
  }
}
