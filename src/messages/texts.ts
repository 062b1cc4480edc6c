import { dictionary } from '../kernel/texts.js';

/** Why a message cannot be shown or sent, and what a person can do about it. */
export const messagesErrorTexts = dictionary({
  'messages.not_found': '没有这条消息。请回到消息列表。',
  'messages.mail_failed': '邮件没有发出去（邮件服务器的答复：{status}）。系统会再试。',
  'messages.mail_refused': '邮件服务器不接收发往这个地址的邮件（{status}）。请核对地址。',
}, {
  'messages.not_found': 'There is no such message. Go back to the list of messages.',
  'messages.mail_failed': 'The e-mail did not go out (the mail server answered {status}). It will be tried again.',
  'messages.mail_refused': 'The mail server takes no mail for this address ({status}). Check the address.',
});
