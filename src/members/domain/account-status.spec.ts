import { nextAccountStatus, type AccountAct, type AccountStatus } from './account-status.js';

const statuses: readonly AccountStatus[] = ['active', 'suspended', 'closed'];
const acts: readonly AccountAct[] = ['suspend', 'restore'];

it('an account in use is suspended, a suspended one restored, a closed one stays closed', () => {
  const table = statuses.flatMap((status) => acts.map((act) => {
    const next = nextAccountStatus(status, act);
    return `${act} ${status}: ${next.ok ? next.value : next.error}`;
  }));
  expect(table).toEqual([
    'suspend active: suspended', 'restore active: members.account.not_suspended',
    'suspend suspended: members.account.already_suspended', 'restore suspended: active',
    'suspend closed: members.account.already_suspended', 'restore closed: members.account.not_suspended',
  ]);
});
