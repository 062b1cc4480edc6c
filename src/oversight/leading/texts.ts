import { dictionary } from '../../kernel/texts.js';

/** What this room refuses, and what the person can do. */
export const leadingErrorTexts = dictionary(
  {
    'leading.body.not_found': '找不到这个机关、事业单位或国有企业，或者它不在您负责的范围内。请核对后重试。',
    'leading.region_outside': '这个地区不在您负责的范围内。请填写自己负责的地区。',
    'leading.plan.not_below': '这个单位没有低于比例，不用登记计划。请核对编制数和认定人数。',
    'leading.plan.due_past': '计划的日期应在今天以后。请改填日期。',
    'leading.officials.more_disabled': '残疾人干部数不能多于干部总数。请核对两个数字。',
    'leading.stale': '这些数字刚刚有了改动。请重新打开，看过后再填写。',
  },
  {
    'leading.body.not_found': 'This organ, institution or state-owned enterprise does not exist or is outside the area that you look after. Check and try again.',
    'leading.region_outside': 'This region is outside the area that you look after. Enter one of yours.',
    'leading.plan.not_below': 'This body is not below the ratio, so it needs no plan. Check its establishment and its determination.',
    'leading.plan.due_past': 'The day of a plan lies after today. Enter a later one.',
    'leading.officials.more_disabled': 'There cannot be more disabled officials than officials. Check both numbers.',
    'leading.stale': 'These numbers have just been changed. Open them again, look at them, then go on.',
  },
);
