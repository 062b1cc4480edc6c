import { messageTemplate } from '../../../platform/messages/index.js';

/** Sums and documents stand in the service, not in messages. */
export const ORDER_ENTERED = messageTemplate('collection.order', {
  inInbox: true,
  goesOut: true,
  zh: { subject: '{year} 年残保金：财政部门的催缴文书', body: '财政部门对“{name}”{year} 年度的残保金发出了催缴文书，请登录查看金额和期限：{path}' },
  en: { subject: 'Levy for {year}: a demand of the finance department', body: 'The finance department has sent {name} a demand for the levy of {year}. Sign in to see sum and term: {path}' },
});

export const RELIEF_DECIDED = messageTemplate('collection.relief-decided', {
  inInbox: true,
  goesOut: true,
  zh: { subject: '减免缓缴申请有了结果', body: '您单位的残保金减免或缓缴申请有了结果，请登录查看：{path}' },
  en: { subject: 'Your request for relief was decided', body: 'Your request for relief or deferral of the levy was decided. Sign in to see how: {path}' },
});

export const CREDIT_NOTICED = messageTemplate('collection.credit-noticed', {
  inInbox: true,
  goesOut: true,
  zh: { subject: '拟记入信用记录的事先告知', body: '“{name}”{year} 年度既没有达到规定比例，也没有缴清残保金。{day} 以前缴清或者提出异议的，不记入。请登录查看：{path}' },
  en: { subject: 'Notice before an entry in the credit record', body: '{name} has neither met the quota of {year} nor paid the levy. If it pays or objects by {day}, nothing is entered. Sign in: {path}' },
});

export const CREDIT_CHANGED = messageTemplate('collection.credit-changed', {
  inInbox: true,
  goesOut: true,
  zh: { subject: '信用记录有变化', body: '“{name}”{year} 年度的信用记录有变化，请登录查看：{path}' },
  en: { subject: 'Your credit record has changed', body: 'The credit record of {name} for {year} has changed. Sign in: {path}' },
});
