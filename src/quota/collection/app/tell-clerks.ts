import { Injectable } from '@nestjs/common';
import type { TextParams } from '../../../kernel/domain-error.js';
import { Accounts } from '../../../members/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { Messages, type MessageTemplate } from '../../../platform/messages/index.js';

/** Tells the clerks of an employer. */
@Injectable()
export class TellClerks {
  constructor(
    private readonly accounts: Accounts,
    private readonly messages: Messages,
  ) {}

  async of(tx: Tx, employerId: string, template: MessageTemplate, params: TextParams): Promise<void> {
    for (const { accountId } of await this.accounts.clerksOf(tx, employerId)) await this.messages.enqueue(tx, { to: { accountId }, template, params });
  }
}
