import { dictionary } from '../../../kernel/texts.js';

/** A lost device of a member of staff. */
export const resetTexts = dictionary(
  {
    title: '重置验证器',
    text: '重置后，{name}原来的验证器和恢复码都作废，现有的登录全部结束。本人下次用密码登录时，重新设置验证器。系统会通知本人。',
    check: '请先确认是本人提出的，例如当面，或打登记过的电话。',
    reason: '原因',
    lost: '手机和恢复码都丢了', stolen: '手机被偷或被他人拿走', broken: '手机坏了，又没有恢复码', replaced: '已换手机，又没有恢复码',
    reasonMissing: '请选择原因。',
    go: '重置验证器',
    done: '验证器已重置',
    doneText: '请告诉本人用密码登录，按提示重新设置。',
    back: '成员',
    faults: '有些内容需要改一改',
  },
  {
    title: 'Reset the authenticator',
    text: 'After this, the authenticator and the recovery codes of {name} no longer work and every session ends. With the next sign-in by password a new authenticator is set up. The person is told.',
    check: 'First make sure that the person asks for it: face to face, or by calling the number on file.',
    reason: 'Reason',
    lost: 'Telephone and recovery codes are lost', stolen: 'The telephone was stolen or taken', broken: 'The telephone is broken, and there are no recovery codes', replaced: 'There is a new telephone, and there are no recovery codes',
    reasonMissing: 'Choose a reason.',
    go: 'Reset the authenticator',
    done: 'The authenticator is reset',
    doneText: 'Tell the person to sign in with the password and to set up a new one.',
    back: 'Member',
    faults: 'Some answers need a change',
  },
);
