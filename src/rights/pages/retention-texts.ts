import { dictionary } from '../../kernel/texts.js';

export const retentionRuleTexts = dictionary(
  { closed_file: '结束的档案（到期去掉身份）', answered_request: '已答复的请求（到期删除）', ended_consent: '已撤回或到期的同意（到期删除）' },
  { closed_file: 'Closed files (identity is taken away)', answered_request: 'Answered requests (deleted)', ended_consent: 'Consents that were taken back or ran out (deleted)' },
);

export const retentionPageTexts = dictionary(
  {
    title: '保存期限', unconfirmedWarning: '标明“未确认”的期限是按法律条文推定的，还没有经主管部门确认。确认前，服务照此执行。', rulesTitle: '各类信息保存多久',
    what: '信息', kept: '保存', days: '{days} 天', source: '依据', state: '是否确认', confirmed: '已确认', unconfirmed: '未确认',
    runsTitle: '执行记录', noRuns: '还没有执行过。每天夜里执行一次。', ranAt: '时间', endedBefore: '处理这一天以前结束的', applied: '数量', earlier: '更早的记录',
  },
  {
    title: 'How long data is kept', unconfirmedWarning: 'Periods marked “not confirmed” are derived from the law and no authority has confirmed them yet. The service applies them as they stand.', rulesTitle: 'Periods by kind of data',
    what: 'Data', kept: 'Kept for', days: '{days} days', source: 'Source', state: 'Confirmed', confirmed: 'Confirmed', unconfirmed: 'Not confirmed',
    runsTitle: 'What was done', noRuns: 'Nothing was done yet. It is done every night.', ranAt: 'Time', endedBefore: 'What ended before', applied: 'Number', earlier: 'Earlier',
  },
);
