import { dictionary } from '../../kernel/texts.js';

/** What this room refuses, and what the person can do. */
export const comparisonErrorTexts = dictionary(
  {
    'comparison.conflict.not_found': '找不到这条冲突，或者它不在您负责的范围内。请核对后重试。',
    'comparison.conflict.stale': '这条冲突刚刚有了变化。请重新打开，看过后再裁定。',
    'comparison.conflict.already_settled': '这条冲突已经裁定过了。请刷新查看结果。',
    'comparison.conflict.month_twice': '同一个月只能计入一家单位。请核对每个月的选择。',
    'comparison.conflict.not_contested': '选择的月份里有不存在争议的月份。请只就有争议的月份裁定。',
    'comparison.conflict.no_such_side': '选择的单位不是这条冲突的一方。请重新选择。',
    'comparison.conflict.side_without_filing': '这家单位没有申报，不能把月份计给它。请选择有申报的单位，或选择都不计入。',
    'comparison.conflict.beyond_scope': '另一方不在您负责的地区。您可以裁定不计入本地区的单位；要计入本地区的单位，请交由管辖双方的上级残联裁定。',
    'comparison.signal.not_found': '找不到这条线索，或者它不在您负责的范围内。请核对后重试。',
    'comparison.signal.stale': '这条线索刚刚有了变化。请刷新，看过后再办理。',
  },
  {
    'comparison.conflict.not_found': 'This conflict does not exist or is outside the area that you look after. Check and try again.',
    'comparison.conflict.stale': 'This conflict has just changed. Open it again, look at it, then decide.',
    'comparison.conflict.already_settled': 'This conflict has been settled already. Reload to see how.',
    'comparison.conflict.month_twice': 'A month counts with one employer only. Check the choice for each month.',
    'comparison.conflict.not_contested': 'Some of the months are not in question. Decide about the contested months only.',
    'comparison.conflict.no_such_side': 'The employer chosen is no side of this conflict. Choose again.',
    'comparison.conflict.side_without_filing': 'This unit has not filed, so no month can count with it. Choose one that has filed, or that the months count nowhere.',
    'comparison.conflict.beyond_scope': 'The other side lies outside your area. You can decide that the months do not count with the employer of your area; to count them there, leave it to the federation above both.',
    'comparison.signal.not_found': 'This signal does not exist or is outside the area that you look after. Check and try again.',
    'comparison.signal.stale': 'This signal has just changed. Reload, look at it, then go on.',
  },
);
