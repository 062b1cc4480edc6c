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
