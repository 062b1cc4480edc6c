import { jobName } from '../../platform/jobs/index.js';

export type LinkJob = { readonly secretId: string; readonly kind: 'password_reset' | 'address_change' };

/** Makes the token and hands the message on. */
export const SEND_LINK = jobName<LinkJob>('sign-in.send-link');
