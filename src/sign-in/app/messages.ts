import { messageTemplate } from '../../platform/messages/index.js';

/** The link to a new password: not into the inbox, which whoever is signed in can read. */
export const RESET_LINK = messageTemplate('sign-in.reset', {
  inInbox: false,
  goesOut: true,
  zh: {
    subject: '助就：设置新密码',
    body: '有人为您的账号申请设置新密码。如果是您本人，请在 {minutes} 分钟内打开这个链接：{link}\n链接只能用一次。如果不是您本人，请不要打开，密码不会改变。',
    sms: '【助就】设置新密码：{link} {minutes} 分钟内有效，只能用一次。不是您本人，请不要打开。',
  },
  en: {
    subject: 'Zhujiu: set a new password',
    body: 'Somebody asked for a new password for your account. If it was you, open this link within {minutes} minutes: {link}\nIt works once. If it was not you, do not open it; your password stays as it is.',
    sms: 'Zhujiu: new password {link} Holds {minutes} minutes, works once. Not you? Do not open it.',
  },
});

/** To a new address, to see that it is the person's. */
export const CONFIRM_ADDRESS = messageTemplate('sign-in.confirm-address', {
  inInbox: false,
  goesOut: true,
  zh: {
    subject: '助就：确认新的联系方式',
    body: '请在 {minutes} 分钟内打开这个链接，确认用它作为账号的联系方式：{link}\n如果不是您本人申请的，请不要打开。',
    sms: '【助就】确认新号码：{link} {minutes} 分钟内有效。不是您本人，请不要打开。',
  },
  en: {
    subject: 'Zhujiu: confirm your new address',
    body: 'Open this link within {minutes} minutes to confirm this as the address of your account: {link}\nIf you did not ask for it, do not open it.',
    sms: 'Zhujiu: confirm your number {link} Holds {minutes} minutes. Not you? Do not open it.',
  },
});

const changedAddress = {
  zh: { subject: '助就：联系方式已更换', body: '您账号的联系方式已经更换。如果不是您本人操作，请马上联系办事窗口。' },
  en: { subject: 'Zhujiu: your address was changed', body: 'The address of your account was changed. If it was not you, contact an office at once.' },
};

/** To each address that the account had before: an owner whose account was entered by somebody else has to learn of it. */
export const ADDRESS_CHANGED = messageTemplate('sign-in.address-changed', { inInbox: false, goesOut: true, ...changedAddress });

/** The same in the inbox, once. */
export const ADDRESS_CHANGED_NOTE = messageTemplate('sign-in.address-changed-note', { inInbox: true, goesOut: false, ...changedAddress });

export const PASSWORD_CHANGED = messageTemplate('sign-in.password-changed', {
  inInbox: true,
  goesOut: true,
  zh: { subject: '助就：密码已更换', body: '您账号的密码已经更换，其他设备上的登录都已结束。如果不是您本人操作，请马上用“忘记密码”，或联系办事窗口。' },
  en: { subject: 'Zhujiu: your password was changed', body: 'The password of your account was changed and sessions on other devices have ended. If it was not you, use “Forgotten password” at once, or contact an office.' },
});

export const SECOND_FACTOR_RESET = messageTemplate('sign-in.second-factor-reset', {
  inInbox: true,
  goesOut: true,
  zh: { subject: '助就：验证器已被重置', body: '管理员取消了您账号的验证器和恢复码，您的登录都已结束。下次登录时，请用密码登录并重新设置验证器。如果不是您要求的，请马上联系管理员，并更换密码。' },
  en: { subject: 'Zhujiu: your authenticator was reset', body: 'An administrator took away the authenticator and the recovery codes of your account, and your sessions have ended. Sign in with your password and set up a new authenticator. If you did not ask for this, tell the administrator at once and change your password.' },
});
