import { dictionary } from '../kernel/texts.js';

/** What this room refuses, and what the person can do. */
export const rightsErrorTexts = dictionary(
  {
    'rights.file.not_found': '找不到档案：您的账号还没有连到档案，或者这份档案不在您负责的范围内。请联系当地残联。',
    'rights.consent.not_found': '找不到这项同意，它可能已经撤回。请刷新后查看。',
    'rights.consent.not_needed': '这个用途依据法定职责，不需要同意，也不能靠同意来办理。',
    'rights.consent.period': '截止日期已经过去。请填写今天或以后的日期，或者不填。',
    'rights.request.not_found': '找不到这项请求，或者它不在您负责的范围内。请核对后重试。',
    'rights.request.stale': '这项请求刚刚有了变化。请重新打开，看过后再答复。',
    'rights.request.already_answered': '这项请求已经办结。请刷新查看结果。',
    'rights.request.already_made': '您已经提出过同样的请求，正在办理。请等答复，或先撤回再提。',
    'rights.request.own': '不能答复自己提出的请求。请由另一位工作人员答复。',
  },
  {
    'rights.file.not_found': 'There is no file: your account is not connected with one, or it is outside the area that you look after. Ask the local federation.',
    'rights.consent.not_found': 'This consent does not exist; it may have been taken back. Reload and look.',
    'rights.consent.not_needed': 'This purpose rests on a duty of law. It needs no consent and cannot be founded on one.',
    'rights.consent.period': 'The last day is over. Enter today or a later day, or nothing.',
    'rights.request.not_found': 'This request does not exist or is outside the area that you look after. Check and try again.',
    'rights.request.stale': 'This request has just changed. Open it again, look at it, then answer.',
    'rights.request.already_answered': 'This request is settled. Reload to see how.',
    'rights.request.already_made': 'You have asked for the same already and it is being dealt with. Wait for the answer, or take it back first.',
    'rights.request.own': 'Nobody answers a request of their own. Ask another officer.',
  },
);
