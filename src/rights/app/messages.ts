import { messageTemplate } from '../../platform/messages/index.js';

/** To the officers of the region; whose request it is stands in the service. */
export const REQUEST_MADE = messageTemplate('rights.request-made', {
  inInbox: true,
  goesOut: false,
  page: '{path}',
  zh: { subject: '有个人信息请求待答复，期限 {due}', body: '收到一项个人信息请求，请在 {due} 前答复。' },
  en: { subject: 'A request about personal data waits, due {due}', body: 'A request about personal data has come. Please answer it by {due}.' },
});

/** The answer itself is read in the service. */
export const REQUEST_ANSWERED = messageTemplate('rights.request-answered', {
  inInbox: true,
  goesOut: true,
  page: '/my-data/requests',
  zh: { subject: '您的个人信息请求有了答复', body: '您提出的个人信息请求已经答复。请登录，在“我的信息”中查看。' },
  easy: { subject: '您提的事，我们答复了', body: '请打开“我的请求”看看。' },
  en: { subject: 'Your request about your data is answered', body: 'Your request about your personal data has been answered. Sign in and look under “My data”.' },
});
