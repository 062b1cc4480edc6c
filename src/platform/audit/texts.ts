import { dictionary } from '../../kernel/texts.js';

/** Why the chain cannot be checked, and what a person can do about it. */
export const auditErrorTexts = dictionary({
  'audit.head_unreadable': '审计链头 {file} 读不出来：{reason}。请从另存的地方取回，或用 --head 指定另一份。',
}, {
  'audit.head_unreadable': 'The head of the audit chain in {file} cannot be read: {reason}. Fetch it from where it was kept, or name another by --head.',
});
