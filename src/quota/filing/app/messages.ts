import { messageTemplate } from '../../../platform/messages/index.js';

/** To the clerks of an employer that placed people: the window closes soon. */
export const FILING_REMINDER = messageTemplate('filing.reminder', {
  inInbox: true,
  goesOut: true,
  page: '/filings',
  zh: { subject: '{year} 年度年审申报还有 {days} 天截止', body: '“{name}”{year} 年度的年审申报 {closes} 截止，还有 {days} 天。请登录办理。' },
  en: { subject: '{days} days left for the annual review of {year}', body: 'The annual review of {year} for {name} closes on {closes}, in {days} days. Sign in to file.' },
});

/** To the clerks of a draft whose window has closed. */
export const FILING_LATE = messageTemplate('filing.late', {
  inInbox: true,
  goesOut: true,
  page: '/filings/{id}',
  zh: { subject: '{year} 年度年审申报已过截止日', body: '“{name}”{year} 年度的年审申报 {closes} 已经截止，填过的内容都还在。可以登录写明原因补报。' },
  en: { subject: 'The deadline of the annual review of {year} has passed', body: 'The annual review of {year} for {name} closed on {closes}; everything that you filled in is kept. You can still sign in, file and say why.' },
});
