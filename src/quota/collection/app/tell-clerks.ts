import { Injectable } from '@nestjs/common';
import type { TextParams } from '../../../kernel/domain-error.js';
import { regionCode } from '../../../kernel/region-code.js';
import { Accounts } from '../../../members/index.js';
import type { RoleName } from '../../../platform/access/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { Messages, type MessageTemplate } from '../../../platform/messages/index.js';

/** Tells the clerks of an employer, or those who look after a region. */
@Injectable()
export class TellClerks {
  constructor(
    private readonly accounts: Accounts,
    private readonly messages: Messages,
  ) {}

  async of(tx: Tx, employerId: string, template: MessageTemplate, params: TextParams): Promise<void> {
    for (const { accountId } of await this.accounts.clerksOf(tx, employerId)) await this.messages.enqueue(tx, { to: { accountId }, template, params });
  }

  async inCharge(tx: Tx, roles: readonly RoleName[], region: string, template: MessageTemplate, params: TextParams): Promise<void> {
    for (const accountId of await this.accounts.inChargeOf(tx, roles, regionCode(region))) await this.messages.enqueue(tx, { to: { accountId }, template, params });
  }
}
