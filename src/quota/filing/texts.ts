import type { TextParams } from '../../kernel/domain-error.js';
import { dictionary, say, type TextVariant } from '../../kernel/texts.js';
import { rosterRowErrorTexts, rowErrorSentence, rowPlace, type RowError } from '../roster/index.js';

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
    'filing.staff.same_and_months': '“十二个月人数相同”填了 {same}，{months} 月另外填了不同的人数。请只留一种：清空这一格，或者清空、改正这些月份。',
    'filing.staff.before_registration': '本单位 {registeredOn} 才登记，{month} 月还没有职工。请留空，登记日期有误的请联系当地残联更正。',
    'filing.money.malformed': '请填写金额，单位为元，最多两位小数，例如 12000000 或 12000000.50。',
    'filing.wages.none': '有职工的年份，工资总额不能是 0。请填写全年的工资总额，单位是元。',
    'filing.uscc.malformed': '请核对对方单位的统一社会信用代码，应为 18 位。',
    'filing.line.already_claimed': '这份申报里已经有这个人同一开始日期的合同。请修改原来那一行，不要重复添加。',
    'filing.line.same_month': '这个人的这些月份在另一行里已经填过，一个人一个月只计一次。请修改合同起止日期或参保月份，或者修改另一行。',
    'filing.doubt.not_found': '找不到这一条，名单可能刚刚有了新版本。请重新打开后再看。',
    'filing.line.other_unit_missing': '有派遣协议的，请填写对方单位的统一社会信用代码，否则无法与对方的申报核对。',
    'filing.line.other_unit_own': '这是本单位的统一社会信用代码。请填写派遣协议另一方的代码；没有派遣协议的请选“没有”。',
    'filing.line.not_found': '找不到这一行，它可能刚刚被删去。请重新打开名单。',
    'filing.import.not_found': '找不到这次上传，可能已经作废。请重新上传花名册。',
    'filing.import.not_checked': '这次上传的结果已经用过、作废，或者还没有读完。请看最新的一次上传，需要时重新上传。',
    'filing.import.queue_full': '现在上传的文件太多。请过几分钟再上传。',
    'filing.platform.other_year': '第 {row} 行的“{column}”是 {year} 年度，这份申报是 {baseYear} 年度的。文件没有导入。请从平台导出 {baseYear} 年度的文件再上传。',
    'filing.platform.other_employer': '第 {row} 行的“{column}”是 {told}，这份申报是 {uscc} 的。文件没有导入。请从平台导出本单位的文件再上传。',
    'filing.platform.nothing_known': '文件里没有找到“身份证号”“受理编号”“认定安排人数”中的任何一列。请核对是不是从平台导出的文件。',
    'filing.platform.no_result': '文件里只有名单，没有“审核结果”“认定月数”“受理编号”“认定安排人数”中的任何一列，所以没有导入。请核对是不是把从这里导出的名单传了回来；要的是平台审核以后的文件。',
    'filing.platform.nobody_gone': (p) => `从这一行起有 ${p['rows']} 行${p['column'] === undefined ? '' : `的“${p['column']}”`}读不出是谁。上次有、这次没有读到的 ${p['people']} 人可能就在其中，所以都原样保留，没有当作平台上已经没有。请更正这些行，再导入一次。`,
    'filing.platform.person_twice': '这个人在第 {firstRow} 行已经有了。请核对平台导出的文件，留一行。',
    'filing.row.contract_twice': '同一个人、同一开始日期的合同在第 {firstRow} 行已经有了。请合并成一行。',
    'filing.commitment.person_required': '承诺只能由经办人本人登录后作出。请登录后再办理。',
    'filing.submit.facts_missing': '单位情况还没有填完，不能提交。请填写各月人数和工资总额。',
    'filing.submit.late_reason_required': '申报已经过了截止日。请写明补报的原因再提交。',
    'filing.submit.not_committed': '还没有作出承诺，或者承诺以后又改过。请重新看过全部内容，作出承诺再提交。',
    'filing.submit.nobody': '名单里没有人。没有安排残疾人的，请选择“没有安排残疾人”；有的，请先上传或填写名单。',
    'filing.submit.sum_impossible': '单位情况里的数字互相矛盾，算不出结果。请核对各月人数和工资总额再提交。',
    'filing.submit.other_of_year': '本单位合并前的另一家，这一年度的申报已经交上去了，不能再交一份。请在申报列表里打开那一份；要补人的，请先撤回那一份，或联系当地残联。',
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
    'filing.staff.same_and_months': (p) => `“The same in all twelve months” says ${p['same']}, and other numbers stand in months ${String(p['months']).replaceAll('、', ', ')}. Keep one of the two: empty this field, or empty or correct those months.`,
    'filing.staff.before_registration': 'The employer was registered on {registeredOn}, so month {month} has no staff. Leave it empty; if the date is wrong, ask the local federation to correct it.',
    'filing.money.malformed': 'Give an amount in yuan with at most two decimals, such as 12000000 or 12000000.50.',
    'filing.wages.none': 'In a year with staff the total wages cannot be 0. Give the wages of the whole year, in yuan.',
    'filing.uscc.malformed': 'Check the credit code of the other unit: it has 18 characters.',
    'filing.line.already_claimed': 'This person with a contract of the same first day is in the filing already. Change that line instead of adding another.',
    'filing.line.same_month': 'Another line claims some of these months for the same person; one person counts once a month. Change the contract dates or the insured months, or change the other line.',
    'filing.doubt.not_found': 'This note does not exist; the filing may have a new version. Open the notes again.',
    'filing.line.other_unit_missing': 'With a dispatch agreement give the credit code of the other unit: else it cannot be held against that unit’s filing.',
    'filing.line.other_unit_own': 'This is your own credit code. Give the code of the other side of the dispatch agreement; if there is none, choose “None”.',
    'filing.line.not_found': 'This line does not exist; it may just have been removed. Open the list again.',
    'filing.import.not_found': 'This upload does not exist or no longer counts. Upload the roster again.',
    'filing.import.not_checked': 'This upload has been used or discarded, or is still being read. Look at the latest upload, and upload again if you need to.',
    'filing.import.queue_full': 'Too many files are being read. Upload again in a few minutes.',
    'filing.platform.other_year': 'Row {row}, “{column}”, is of {year}, and this filing is of {baseYear}. Nothing was imported. Export the file of {baseYear} from the platform and upload it.',
    'filing.platform.other_employer': 'Row {row}, “{column}”, is of {told}, and this filing is of {uscc}. Nothing was imported. Export the file of this employer from the platform and upload it.',
    'filing.platform.nothing_known': 'The file has none of the columns 身份证号, 受理编号 and 认定安排人数. Check that it was exported from the platform.',
    'filing.platform.no_result': 'The file has a list of people and none of the columns 审核结果, 认定月数, 受理编号 and 认定安排人数, so nothing was imported. Check whether it is the list exported here; wanted is the file that the platform gives after its check.',
    'filing.platform.nobody_gone': (p) => `From this row on, ${p['rows']} rows do not tell${p['column'] === undefined ? '' : ` under “${p['column']}”`} who they are about. ${p['people']} people who were named before and were not read now may be among them, so all of them were kept as they were. Correct these rows and import the file again.`,
    'filing.platform.person_twice': 'This person stands in row {firstRow} already. Check the file of the platform and keep one row.',
    'filing.row.contract_twice': 'The same person with a contract of the same first day stands in row {firstRow}. Make them one row.',
    'filing.commitment.person_required': 'Only the clerk in person can make this statement. Sign in, then go on.',
    'filing.submit.facts_missing': 'The facts of the employer are not complete. Give the staff of each month and the total wages, then submit.',
    'filing.submit.late_reason_required': 'The deadline has passed. Say why the filing comes late, then submit.',
    'filing.submit.not_committed': 'The statement has not been made, or something was changed since. Look at everything again, make the statement, then submit.',
    'filing.submit.nobody': 'Nobody is on the list. If nobody was placed, choose “Nobody was placed”; else upload or fill in the list first.',
    'filing.submit.sum_impossible': 'The figures of the employer contradict each other and give no result. Check the monthly staff and the total wages, then submit.',
    'filing.submit.other_of_year': 'The employer that was merged with yours has a filing of this year that was handed in, so there cannot be a second one. Open it in the list of filings; to add people, withdraw it first or ask the local federation.',
    'filing.nothing.people_claimed': 'There are still {lines} lines on the list. Empty it first, then choose “Nobody was placed”.',
  },
);

/** What the prefill has noted, and what the clerk can do about it. */
export const prefillTexts = dictionary(
  {
    'filing.prefill.left': '在本单位的就业记录到 {month} 结束，没有带入今年的名单。仍在职的，请逐人添加。',
    'filing.prefill.not_insured': '登记显示 {year} 年本单位没有为他缴纳养老和医疗保险，没有带入今年的名单。仍在职的，请逐人添加。',
    'filing.prefill.certificate_missing': '{month} 起在本单位就业，登记里没有查到证件，没有带入名单。要申报的，请向本人核对证件后逐人添加。',
    'filing.prefill.contract_ended': '上年填写的合同 {end} 已经到期，现在一个月都不计入。续签了的，请改合同日期；离职了的，请从名单移除。',
    'filing.prefill.contract_ends': '合同在 {end} 到期，以后的月份不计入。续签了的，请改合同结束日期。',
    'filing.prefill.left_during': '在本单位的就业记录到 {month} 结束，以后的月份没有申报。请核对。',
    'filing.prefill.certificate_expired': '证件有效期到 {until} 为止，已经过期。提交时无效的证件不计入，请提醒本人换证。',
    'filing.prefill.insurance_unknown': '有些月份的养老或医疗保险没有查到登记，按合同起止申报。请核对参保月份。',
    'filing.prefill.same_months': '这个人另有一份合同已经申报了相同的月份，这一行没有重复申报。请核对两份合同的日期。',
    'filing.prefill.hired_here': '{month} 起经就业服务到本单位就业，按就业记录带入。请补充岗位，核对合同和工资。',
    'filing.prefill.months_not_counted': '有 {months} 个月按现在填写的内容不计入。请打开这一行查看原因。',
  },
  {
    'filing.prefill.left': 'The employment here ended with {month}, so the person was left out. If the person still works here, add them by hand.',
    'filing.prefill.not_insured': 'The registers show no pension and medical insurance paid by this employer in {year}, so the person was left out. If the person still works here, add them by hand.',
    'filing.prefill.certificate_missing': 'Employed here since {month}; no register has a certificate, so the person was left out. To claim them, check the certificate with the person and add them by hand.',
    'filing.prefill.contract_ended': 'The contract given last year ended on {end}, so no month counts now. If it was renewed, change its dates; if the person has left, remove the line.',
    'filing.prefill.contract_ends': 'The contract ends on {end}; later months do not count. If it was renewed, change the last day.',
    'filing.prefill.left_during': 'The employment here ended with {month}; later months are not claimed. Check this.',
    'filing.prefill.certificate_expired': 'The certificate was valid until {until}. One that is not valid on the day of filing does not count: ask the person to renew it.',
    'filing.prefill.insurance_unknown': 'For some months no register tells of pension or medical insurance; they are claimed by the contract. Check the insured months.',
    'filing.prefill.same_months': 'Another contract of the same person claims the same months; this line does not claim them again. Check the dates of both.',
    'filing.prefill.hired_here': 'Placed here by the employment service since {month}, taken over from that record. Add the post, check contract and wage.',
    'filing.prefill.months_not_counted': '{months} months do not count by what is filled in. Open the line to see why.',
  },
);

export const doubtSentence = ({ code, params }: { readonly code: keyof typeof prefillTexts.zh; readonly params: TextParams }, variant: TextVariant): string => say(prefillTexts, variant, code, params);

type Fault = { readonly row: number; readonly column: string; readonly code: string; readonly params: TextParams };

const isRosterFault = (fault: Fault): fault is RowError => Object.hasOwn(rosterRowErrorTexts.zh, fault.code);

/** Where and what: `第 8 行，“身份证号”（C8）：…`. */
export function rejectionSentence(fault: Fault, variant: TextVariant): string {
  if (isRosterFault(fault)) return rowErrorSentence(fault, variant);
  return rowPlace(fault, variant) + say(filingErrorTexts, variant, fault.code as keyof typeof filingErrorTexts.zh, fault.params);
}
