import { dictionary } from '../kernel/texts.js';

/** What this room refuses, and what the person can do. */
export const employmentErrorTexts = dictionary(
  {
    'employment.person_month.already_counted': '这名人员在同一个月已经计入另一家单位（或本单位的另一份申报）。一人一月全国只计一次：请在“冲突”里查看是哪一份申报，由审核人员裁定计入哪一方。',
    'employment.spell.overlap': '这名人员在这家单位同一时间已有一段就业记录。请先结束原来的那一段，或改正起止月份。',
    'employment.spell.not_found': '找不到这段就业记录，或者它不在您负责的范围内。请核对后重试。',
    'employment.spell.stale': '这段就业记录刚刚被别人改过。请重新打开，看过后再办理。',
    'employment.spell.employer_needed': '这种就业形式要有用人单位。请填写用人单位，或改选自主创业、种养加、灵活就业。',
    'employment.spell.contract_period': '合同结束日期早于开始日期。请核对这两个日期。',
    'employment.spell.already_closed': '这段就业记录已经结束，不能再改结束月份。重新上岗请另建一段。',
    'employment.spell.ends_before_it_begins': '结束月份早于开始月份。请核对这两个月份。',
  },
  {
    'employment.person_month.already_counted': 'This person is counted in the same month for another employer (or in another filing of this one). A person-month counts once in the whole country: see under conflicts which filing it is, and let a reviewer decide for one side.',
    'employment.spell.overlap': 'This person already has an employment spell at this employer in the same time. Close that one first, or correct the months.',
    'employment.spell.not_found': 'This employment spell does not exist or is outside the area that you look after. Check and try again.',
    'employment.spell.stale': 'Somebody has just changed this spell. Open it again, look at it, then go on.',
    'employment.spell.employer_needed': 'This form of employment needs an employer. Name it, or choose self-employed, rural or flexible work.',
    'employment.spell.contract_period': 'The contract ends before it begins. Check both days.',
    'employment.spell.already_closed': 'This spell is closed and its end stays. Open another one for somebody who comes back.',
    'employment.spell.ends_before_it_begins': 'The spell ends before it begins. Check both months.',
  },
);
