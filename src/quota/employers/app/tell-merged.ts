import { Injectable } from '@nestjs/common';
import { Accounts } from '../../../members/index.js';
import type { Tx } from '../../../platform/database/index.js';
import { Messages, type MessageTemplate } from '../../../platform/messages/index.js';

/** To the clerks of both employers of a merging, as long as they are one: what they see and where they work has changed. */
@Injectable()
export class TellMerged {
  constructor(
    private readonly accounts: Accounts,
    private readonly messages: Messages,
  ) {}

  async tell(tx: Tx, template: MessageTemplate, { goesOn, name, gone }: { readonly goesOn: string; readonly name: string; readonly gone: string }): Promise<void> {
    for (const { accountId } of await this.accounts.clerksOf(tx, goesOn)) await this.messages.enqueue(tx, { to: { accountId }, template, params: { name, gone } });
  }
}
