import { err, ok, type Result } from '../../kernel/result.js';

/** What a person can ask (个人信息保护法 art. 24, 46, 47, 48). A copy (art. 45) is there at once, and so is the off switch. */
export const requestKinds = ['correction', 'deletion', 'explanation'] as const;
export type RequestKind = (typeof requestKinds)[number];

export const requestStatuses = ['received', 'granted', 'refused', 'withdrawn'] as const;
export type RequestStatus = (typeof requestStatuses)[number];

export type RequestAct = 'grant' | 'refuse' | 'withdraw';

const NEXT: Readonly<Record<RequestAct, RequestStatus>> = { grant: 'granted', refuse: 'refused', withdraw: 'withdrawn' };

export function nextRequestStatus(status: RequestStatus, act: RequestAct): Result<RequestStatus, 'rights.request.already_answered'> {
  return status === 'received' ? ok(NEXT[act]) : err('rights.request.already_answered');
}
