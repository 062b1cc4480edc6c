import type { TextParams } from '../../kernel/domain-error.js';
import { dictionary, say, type TextVariant } from '../../kernel/texts.js';
import { rosterRowErrorTexts, rowErrorSentence, type RowError } from '../roster/index.js';

/** What this room refuses, and what the person can do. */
export const filingErrorTexts = dictionary(
  {
    'filing.declaration.not_found': '找不到这份年审申报，或者它不在您负责的范围内。请核对后重试。',
    'filing.declaration.stale': '这份申报刚刚有了改动。请重新打开，看过后再办理。',
    'filing.declaration.act_not_possible': '这份申报现在的状态下不能这样办理。请刷新，按页面上列出的步骤办理。',
    'filing.declaration.already_open': '本单位这一年度的申报已经有了。请在申报列表里打开它。',
    'filing.declaration.closed': '这份申报现在不能修改：它已经交上去，或者已经办结。要改，请先撤回，或等待退回补正。',
    'filing.employer.not_verified': '本单位的登记还没有通过核实，暂时不能申报。请等当地残联核实，或联系他们。',
    'filing.employer.not_liable': '本单位的类型不在按比例就业的范围内，不需要申报。类型登记有误的，请联系当地残联更正。',
    'filing.base_year.not_over': '{baseYear} 年还没有结束，不能申报。请选择已经结束的年度。',
    'filing.window.not_open': '当地的申报从 {opens} 开始。请到那天以后再来。',
    'filing.staff.malformed': '请填写人数：0 到 10000000 的整数；登记以前的月份留空。',
    'filing.staff.month_missing': '请填写 {month} 月的在职职工人数；没有职工填 0。',
    'filing.staff.before_registration': '本单位 {registeredOn} 才登记，{month} 月还没有职工。请留空，登记日期有误的请联系当地残联更正。',
    'filing.money.malformed': '请填写金额，单位为元，最多两位小数，例如 12000000 或 12000000.50。',
    'filing.uscc.malformed': '请核对对方单位的统一社会信用代码，应为 18 位。',
    'filing.line.already_claimed': '这份申报里已经有这个人同一开始日期的合同。请修改原来那一行，不要重复添加。',
    'filing.line.same_month': '这个人的这些月份在另一行里已经填过，一个人一个月只计一次。请修改合同起止日期或参保月份，或者修改另一行。',
    'filing.line.not_found': '找不到这一行，它可能刚刚被删去。请重新打开名单。',
    'filing.import.not_found': '找不到这次上传，可能已经作废。请重新上传花名册。',
    'filing.import.not_checked': '这次上传的结果已经用过、作废，或者还没有读完。请看最新的一次上传，需要时重新上传。',
    'filing.import.queue_full': '现在上传的文件太多。请过几分钟再上传。',
    'filing.row.contract_twice': '同一个人、同一开始日期的合同在第 {firstRow} 行已经有了。请合并成一行。',
    'filing.commitment.person_required': '承诺只能由经办人本人登录后作出。请登录后再办理。',
    'filing.submit.facts_missing': '单位情况还没有填完，不能提交。请填写各月人数和工资总额。',
    'filing.submit.late_reason_required': '申报已经过了截止日。请写明补报的原因再提交。',
    'filing.submit.not_committed': '还没有作出承诺，或者承诺以后又改过。请重新看过全部内容，作出承诺再提交。',
    'filing.submit.nobody': '名单里没有人。没有安排残疾人的，请选择“没有安排残疾人”；有的，请先上传或填写名单。',
    'filing.submit.sum_impossible': '单位情况里的数字互相矛盾，算不出结果。请核对各月人数和工资总额再提交。',
    'filing.nothing.people_claimed': '名单里还有 {lines} 行。请先把名单清空，再选择“没有安排残疾人”。',
  },
  {
    'filing.declaration.not_found': 'This filing does not exist or is outside the area that you look after. Check and try again.',
    'filing.declaration.stale': 'This filing has just been changed. Open it again, look at it, then go on.',
    'filing.declaration.act_not_possible': 'This cannot be done with the filing as it stands. Reload and take one of the steps that the page offers.',
    'filing.declaration.already_open': 'There is a filing of this employer for that year already. Open it in the list of filings.',
    'filing.declaration.closed': 'This filing cannot be changed now: it has been handed in or is settled. To change it, withdraw it first, or wait until it is returned.',
    'filing.employer.not_verified': 'The registration of this employer is not verified yet, so it cannot file. Wait for the local federation to verify it, or ask them.',
    'filing.employer.not_liable': 'An employer of this kind owes no quota and has nothing to file. If the kind is wrong, ask the local federation to correct it.',
    'filing.base_year.not_over': 'The year {baseYear} is not over yet. Choose a year that is.',
    'filing.window.not_open': 'Filing begins on {opens} at this place. Come back then.',
    'filing.staff.malformed': 'Give a whole number from 0 to 10000000; leave months before the registration empty.',
    'filing.staff.month_missing': 'Give the staff of month {month}; 0 where there was nobody.',
    'filing.staff.before_registration': 'The employer was registered on {registeredOn}, so month {month} has no staff. Leave it empty; if the date is wrong, ask the local federation to correct it.',
    'filing.money.malformed': 'Give an amount in yuan with at most two decimals, such as 12000000 or 12000000.50.',
    'filing.uscc.malformed': 'Check the credit code of the other unit: it has 18 characters.',
    'filing.line.already_claimed': 'This person with a contract of the same first day is in the filing already. Change that line instead of adding another.',
    'filing.line.same_month': 'Another line claims some of these months for the same person; one person counts once a month. Change the contract dates or the insured months, or change the other line.',
    'filing.line.not_found': 'This line does not exist; it may just have been removed. Open the list again.',
    'filing.import.not_found': 'This upload does not exist or no longer counts. Upload the roster again.',
    'filing.import.not_checked': 'This upload has been used or discarded, or is still being read. Look at the latest upload, and upload again if you need to.',
    'filing.import.queue_full': 'Too many files are being read. Upload again in a few minutes.',
    'filing.row.contract_twice': 'The same person with a contract of the same first day stands in row {firstRow}. Make them one row.',
    'filing.commitment.person_required': 'Only the clerk in person can make this statement. Sign in, then go on.',
    'filing.submit.facts_missing': 'The facts of the employer are not complete. Give the staff of each month and the total wages, then submit.',
    'filing.submit.late_reason_required': 'The deadline has passed. Say why the filing comes late, then submit.',
    'filing.submit.not_committed': 'The statement has not been made, or something was changed since. Look at everything again, make the statement, then submit.',
    'filing.submit.nobody': 'Nobody is on the list. If nobody was placed, choose “Nobody was placed”; else upload or fill in the list first.',
    'filing.submit.sum_impossible': 'The figures of the employer contradict each other and give no result. Check the monthly staff and the total wages, then submit.',
    'filing.nothing.people_claimed': 'There are still {lines} lines on the list. Empty it first, then choose “Nobody was placed”.',
  },
);

type Fault = { readonly row: number; readonly column: string; readonly code: string; readonly params: TextParams };

const rowTexts = dictionary({ row: '第 {row} 行：' }, { row: 'Row {row}: ' });

const isRosterFault = (fault: Fault): fault is RowError => Object.hasOwn(rosterRowErrorTexts.zh, fault.code);

/** Where and what: `第 8 行，“身份证号”（C8）：…`. */
export function rejectionSentence(fault: Fault, variant: TextVariant): string {
  if (isRosterFault(fault)) return rowErrorSentence(fault, variant);
  return say(rowTexts, variant, 'row', { row: fault.row }) + say(filingErrorTexts, variant, fault.code as keyof typeof filingErrorTexts.zh, fault.params);
}
