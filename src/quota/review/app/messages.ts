import { messageTemplate } from '../../../platform/messages/index.js';

/** To the clerks: which lines need what stands in the service, not in the message. */
export const FILING_RETURNED = messageTemplate('review.returned', {
  inInbox: true,
  goesOut: true,
  page: '{path}',
  zh: { subject: '{year} 年度年审申报退回补正', body: '“{name}”{year} 年度的年审申报需要补正 {items} 处，请在 {due} 前改好再提交。要补什么，请登录查看。' },
  en: { subject: 'The annual review of {year} was returned for correction', body: 'The annual review of {year} for {name} needs {items} corrections. Hand it in again by {due}. Sign in to see what is needed.' },
});

/** To the clerks of an employer that objected: somebody looks at it again, and by when. */
export const OBJECTION_TAKEN_UP = messageTemplate('review.objection-taken-up', {
  inInbox: true,
  goesOut: true,
  page: '{path}',
  zh: { subject: '{year} 年度审核异议已受理', body: '“{name}”对 {year} 年度审核结果提出的异议已经受理，{due} 前答复。' },
  en: { subject: 'The objection to the review of {year} was taken up', body: 'The objection of {name} to the review of {year} was taken up and will be answered by {due}.' },
});

/** To the reviewers of the place. */
export const OBJECTION_MADE = messageTemplate('review.objection-made', {
  inInbox: true,
  goesOut: false,
  page: '{path}',
  zh: { subject: '{name} 对 {year} 年度审核结果提出异议', body: '“{name}”对 {year} 年度的审核结果提出异议，涉及 {lines} 行。' },
  en: { subject: '{name} objects to the review of {year}', body: '{name} objects to the review of {year}, {lines} lines.' },
});
