import { err, ok, type Result } from '../../kernel/result.js';

/** In use, stopped for a time by an administrator, given up for good. */
export type AccountStatus = 'active' | 'suspended' | 'closed';

export type AccountAct = 'suspend' | 'restore';

export type AccountRefusal = 'members.account.already_suspended' | 'members.account.not_suspended';

export function nextAccountStatus(status: AccountStatus, act: AccountAct): Result<AccountStatus, AccountRefusal> {
  if (act === 'suspend') return status === 'active' ? ok('suspended') : err('members.account.already_suspended');
  return status === 'suspended' ? ok('active') : err('members.account.not_suspended');
}
