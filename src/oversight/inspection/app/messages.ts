import { messageTemplate } from '../../../platform/messages/index.js';

/** What is asked and found stands in the service, not in messages. */
export const PROOFS_ASKED = messageTemplate('inspection.asked', {
  inInbox: true,
  goesOut: true,
  page: '{path}',
  zh: { subject: '残疾人就业抽查：请提供证明材料', body: '“{name}”{year} 年度的申报被抽中核查。请在 {day} 以前登录，按列出的人员提供证明材料。' },
  en: { subject: 'Inspection: proofs are asked for', body: 'The filing of {name} for {year} was drawn for an inspection. Sign in by {day} and hand in proofs for the people listed.' },
});

export const FINDING_PROPOSED = messageTemplate('inspection.proposed', {
  inInbox: true,
  goesOut: true,
  page: '{path}',
  zh: { subject: '抽查结果拟认定告知，可以陈述申辩', body: '对“{name}”{year} 年度的抽查，有些月份拟不予确认。有不同意见的，请在 {day} 以前登录陈述申辩。' },
  en: { subject: 'A finding is proposed; you can state your defence', body: 'In the inspection of {name} for {year} some months are not to be confirmed. If you disagree, sign in by {day} and state your defence.' },
});

export const CASE_CLOSED = messageTemplate('inspection.closed', {
  inInbox: true,
  goesOut: true,
  page: '{path}',
  zh: { subject: '抽查已有结果', body: '“{name}”{year} 年度的抽查有了结果，请登录查看。' },
  en: { subject: 'The inspection has a result', body: 'The inspection of {name} for {year} has a result. Sign in to see it.' },
});
