import { Injectable } from '@nestjs/common';
import type { Caller } from '../../platform/access/index.js';
import { DisplayProfiles } from '../../ui/index.js';
import { OwnAccounts } from './own-account.command.js';

/** Display settings in the profile: they come along to every device. */
@Injectable()
export class ProfileDisplays extends DisplayProfiles {
  constructor(private readonly own: OwnAccounts) {
    super();
  }

  async keep(caller: Caller, words: string): Promise<void> {
    await this.own.change(caller, { display: words }, null);
  }
}
