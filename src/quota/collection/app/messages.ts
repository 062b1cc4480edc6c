import { messageTemplate } from '../../../platform/messages/index.js';

/** Sums and documents stand in the service, not in messages. */
export const ORDER_ENTERED = messageTemplate('collection.order', {
  inInbox: true,
  goesOut: true,
  page: '{path}',
  zh: { subject: '{year} 年残保金：财政部门的催缴文书', body: '财政部门对“{name}”{year} 年度的残保金发出了催缴文书，请登录查看金额和期限。' },
  en: { subject: 'Levy for {year}: a demand of the finance department', body: 'The finance department has sent {name} a demand for the levy of {year}. Sign in to see sum and term.' },
});

export const RELIEF_DECIDED = messageTemplate('collection.relief-decided', {
  inInbox: true,
  goesOut: true,
  page: '{path}',
  zh: { subject: '减免缓缴申请有了结果', body: '您单位的残保金减免或缓缴申请有了结果，请登录查看。' },
  en: { subject: 'Your request for relief was decided', body: 'Your request for relief or deferral of the levy was decided. Sign in to see how.' },
});

export const CREDIT_NOTICED = messageTemplate('collection.credit-noticed', {
  inInbox: true,
  goesOut: true,
  page: '{path}',
  zh: { subject: '拟记入信用记录的事先告知', body: '“{name}”{year} 年度既没有达到规定比例，也没有缴清残保金。{day} 以前缴清或者提出异议的，不记入。请登录查看。' },
  en: { subject: 'Notice before an entry in the credit record', body: '{name} has neither met the quota of {year} nor paid the levy. If it pays or objects by {day}, nothing is entered. Sign in to read it.' },
});

export const CREDIT_CHANGED = messageTemplate('collection.credit-changed', {
  inInbox: true,
  goesOut: true,
  page: '{path}',
  zh: { subject: '信用记录有变化', body: '“{name}”{year} 年度的信用记录有变化，请登录查看。' },
  en: { subject: 'Your credit record has changed', body: 'The credit record of {name} for {year} has changed. Sign in to see how.' },
});

/** To whoever keeps the credit record: an objection waits for its answer. */
export const CREDIT_OBJECTED = messageTemplate('collection.credit-objected', {
  inInbox: true,
  goesOut: false,
  page: '{path}',
  zh: { subject: '对拟记入信用记录的异议：{name}', body: '“{name}”对 {year} 年度拟记入信用记录的告知提出了异议，请答复。答复以前不能记入。' },
  en: { subject: 'An objection to a notice of the credit record: {name}', body: '{name} objects to the notice of an entry in the credit record for {year}. Please answer; nothing can be entered before.' },
});

export const CREDIT_ANSWERED = messageTemplate('collection.credit-answered', {
  inInbox: true,
  goesOut: true,
  page: '{path}',
  zh: { subject: '信用记录异议有了答复', body: '“{name}”对 {year} 年度拟记入信用记录的异议有了答复，请登录查看结果和理由。' },
  en: { subject: 'Your objection about the credit record was answered', body: 'The objection of {name} about the credit record for {year} was answered. Sign in to see how and why.' },
});

/** To whoever keeps the credit record: the levy is paid, so that an entry can be taken out, or need not be made. */
export const CREDIT_REPAIRED = messageTemplate('collection.credit-repaired', {
  inInbox: true,
  goesOut: false,
  page: '{path}',
  zh: { subject: '残保金已经缴清，请处理信用记录：{name}', body: '“{name}”{year} 年度的残保金已经缴清。请核对：已经记入的移出，拟记入的不再记入。' },
  en: { subject: 'The levy is paid, the credit record is open: {name}', body: '{name} has paid the levy of {year}. Please check: take out an entry that was made, and make none that was only announced.' },
});
