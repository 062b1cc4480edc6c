import { messageTemplate } from '../../../platform/messages/index.js';

/** To the officers of the region: a registration waits for them. */
export const EMPLOYER_REGISTERED = messageTemplate('employers.registered', {
  inInbox: true,
  goesOut: false,
  page: '{path}',
  zh: { subject: '有单位待核实：{name}', body: '“{name}”（{uscc}）已登记，请核实。' },
  en: { subject: 'An employer waits to be verified: {name}', body: '{name} ({uscc}) has registered. Please verify it.' },
});

export const EMPLOYER_VERIFIED = messageTemplate('employers.verified', {
  inInbox: true,
  goesOut: true,
  page: '/employers',
  zh: { subject: '单位登记已通过核实', body: '“{name}”的登记已通过核实，可以开始办理业务。' },
  en: { subject: 'Your registration is verified', body: 'The registration of {name} is verified. You can begin.' },
});

/** The officer's own words are read in the service, not sent about. */
export const EMPLOYER_REFUSED = messageTemplate('employers.refused', {
  inInbox: true,
  goesOut: true,
  page: '/employers',
  zh: { subject: '单位登记没有通过核实', body: '“{name}”的登记没有通过核实。请登录查看原因，改正后重新登记。' },
  en: { subject: 'Your registration was not verified', body: 'The registration of {name} was not verified. Sign in to see why, then register again.' },
});

/** To the clerks of both. */
export const EMPLOYERS_MERGED = messageTemplate('employers.merged', {
  inInbox: true,
  goesOut: true,
  page: '/employers',
  zh: { subject: '“{gone}”已并入“{name}”', body: '当地残联认定“{gone}”和“{name}”是同一家单位，已经合并。两家以前的申报和记录，两家的经办人现在都能看到；新的业务在“{name}”名下办理。认为不是同一家的，请联系当地残联，合并可以撤销。' },
  en: { subject: '{gone} was merged into {name}', body: 'The local federation has found that {gone} and {name} are one employer and merged them. The clerks of both now see the filings and records of both; what is new goes on under {name}. If they are two, tell the local federation: a merging can be undone.' },
});

/** To the clerks of both. */
export const EMPLOYERS_PARTED = messageTemplate('employers.parted', {
  inInbox: true,
  goesOut: true,
  page: '/employers',
  zh: { subject: '“{gone}”和“{name}”的合并已撤销', body: '“{gone}”和“{name}”的合并已经撤销。从现在起，各自的经办人只看到自己单位的申报和记录。' },
  en: { subject: 'The merging of {gone} and {name} was undone', body: 'The merging of {gone} into {name} was undone. From now on the clerks of each see the filings and records of their own employer.' },
});
