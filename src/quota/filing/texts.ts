import { dictionary } from '../../kernel/texts.js';

/** What this room refuses, and what the person can do. */
export const filingErrorTexts = dictionary(
  {
    'filing.declaration.not_found': '找不到这份年审申报，或者它不在您负责的范围内。请核对后重试。',
    'filing.declaration.stale': '这份申报刚刚有了改动。请重新打开，看过后再办理。',
    'filing.declaration.act_not_possible': '这份申报现在的状态下不能这样办理。请刷新，按页面上列出的步骤办理。',
    'filing.declaration.already_open': '本单位这一年度的申报已经有了。请在申报列表里打开它。',
    'filing.line.already_claimed': '这份申报里已经有这个人同一开始日期的合同。请修改原来那一行，不要重复添加。',
  },
  {
    'filing.declaration.not_found': 'This filing does not exist or is outside the area that you look after. Check and try again.',
    'filing.declaration.stale': 'This filing has just been changed. Open it again, look at it, then go on.',
    'filing.declaration.act_not_possible': 'This cannot be done with the filing as it stands. Reload and take one of the steps that the page offers.',
    'filing.declaration.already_open': 'There is a filing of this employer for that year already. Open it in the list of filings.',
    'filing.line.already_claimed': 'This person with a contract of the same first day is in the filing already. Change that line instead of adding another.',
  },
);
