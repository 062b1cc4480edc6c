import { dictionary } from '../../kernel/texts.js';

/** What this room refuses, and what the person can do. */
export const filingErrorTexts = dictionary(
  {
    'filing.declaration.not_found': '找不到这份年审申报，或者它不在您负责的范围内。请核对后重试。',
    'filing.declaration.stale': '这份申报刚刚有了改动。请重新打开，看过后再办理。',
    'filing.declaration.act_not_possible': '这份申报现在的状态下不能这样办理。请刷新，按页面上列出的步骤办理。',
    'filing.declaration.already_open': '本单位这一年度的申报已经有了。请在申报列表里打开它。',
    'filing.declaration.closed': '这份申报现在不能修改：它已经交上去，或者已经办结。要改，请先撤回，或等待退回补正。',
    'filing.import.not_found': '找不到这次上传，可能已经作废。请重新上传花名册。',
    'filing.import.not_checked': '这次上传的结果已经用过、作废，或者还没有读完。请看最新的一次上传，需要时重新上传。',
    'filing.import.queue_full': '现在上传的文件太多。请过几分钟再上传。',
    'filing.row.contract_twice': '同一个人、同一开始日期的合同在第 {firstRow} 行已经有了。请合并成一行。',
    'filing.line.already_claimed': '这份申报里已经有这个人同一开始日期的合同。请修改原来那一行，不要重复添加。',
  },
  {
    'filing.declaration.not_found': 'This filing does not exist or is outside the area that you look after. Check and try again.',
    'filing.declaration.stale': 'This filing has just been changed. Open it again, look at it, then go on.',
    'filing.declaration.act_not_possible': 'This cannot be done with the filing as it stands. Reload and take one of the steps that the page offers.',
    'filing.declaration.already_open': 'There is a filing of this employer for that year already. Open it in the list of filings.',
    'filing.declaration.closed': 'This filing cannot be changed now: it has been handed in or is settled. To change it, withdraw it first, or wait until it is returned.',
    'filing.import.not_found': 'This upload does not exist or no longer counts. Upload the roster again.',
    'filing.import.not_checked': 'This upload has been used or discarded, or is still being read. Look at the latest upload, and upload again if you need to.',
    'filing.import.queue_full': 'Too many files are being read. Upload again in a few minutes.',
    'filing.row.contract_twice': 'The same person with a contract of the same first day stands in row {firstRow}. Make them one row.',
    'filing.line.already_claimed': 'This person with a contract of the same first day is in the filing already. Change that line instead of adding another.',
  },
);
