import { jobName } from '../../../platform/jobs/index.js';
import { messageTemplate } from '../../../platform/messages/index.js';

/** A determination was issued; whoever goes on from it (the tax side) starts here. */
export const DETERMINATION_ISSUED = jobName<{ readonly determinationId: string }>('determinations.issued');

/** To the clerks of the employer. The number stands in the service, not in the message. */
export const DETERMINATION_READY = messageTemplate('determinations.issued', {
  inInbox: true,
  goesOut: true,
  page: '{path}',
  zh: { subject: '{year} 年度审核认定书已出具', body: '“{name}”{year} 年度安排残疾人就业的审核认定书已出具，请登录查看、下载。' },
  en: { subject: 'The determination for {year} is there', body: 'The determination of {name} for {year} has been issued. Sign in to read and download it.' },
});
