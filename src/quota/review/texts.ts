import { dictionary } from '../../kernel/texts.js';

/** What this room refuses, and what the person can do. */
export const reviewErrorTexts = dictionary(
  {
    'review.person_required': '审核只能由工作人员本人登录后办理。请登录后再办理。',
    'review.check.not_open': '这份申报现在没有在审核。请刷新，按页面上列出的步骤办理。',
    'review.check.other_checker': '这份申报在另一位审核人员手上。需要由您办理的，请先接手。',
    'review.check.same_person': '初审和复核必须由不同的人办理，您已经参与过这份申报的初审。请交由另一位人员复核。',
    'review.check.lines_undecided': '还有 {lines} 行没有审核。请逐行办理，没有疑问的可以一并通过。',
    'review.check.signals_unseen': '还有 {signals} 条疑似挂证线索没有人看过。请打开这份申报的线索，逐条看过并选择结果，再作出审核结果。线索本身不是不予计入的依据。',
    'review.check.claims_conflict': '有 {lines} 行计入的月份，后来发现别的单位也在申报。请先裁定冲突，再重新审核这些行。',
    'review.check.months_conflict': '有 {months} 个人月已经计入别的单位，一个人一个月只计一次。请查看这些行，改为不计入，或先处理对方单位的认定。',
    'review.line.not_found': '找不到这一行。请重新打开这份申报的名单。',
    'review.line.month_not_claimed': '选择的月份里有单位没有申报的月份。请只在申报的月份里选择。',
    'review.line.reason_refuses': '申报的月份全部计入，理由却是不计入的理由。请核对月份和理由。',
    'review.line.reason_accepts': '有月份不计入，理由却是计入的理由。请核对月份和理由。',
    'review.line.words_required': '请用文字写明理由，单位会看到。',
    'review.line.conflict_open': '有的月份别的单位也在申报，还没有裁定。请先裁定冲突，再审核这一行。',
    'review.line.conflict_lost': '有的月份已经裁定计入别的单位或不计入。请去掉这些月份。',
    'review.line.month_taken': '{month} 已经计入别的单位。请改为不计入。',
    'review.return.nothing_needed': '请至少写明一项需要补正的内容。',
    'review.return.due_required': '本系统没有收集到当地补正的天数。请填写补正的截止日。',
    'review.return.due_passed': '补正的截止日应在今天以后。请重新填写。',
    'review.return.words_required': '需要的内容选了“其他”，请用文字写明要补什么。',
    'review.return.still_due': '补正的截止日 {due} 还没有过，不能按没有安排处理。请等到截止日以后。',
    'review.objection.already_open': '这份申报已经有一项异议正在办理。请等它答复以后再提出。',
    'review.objection.too_late': '提出异议的期限已经过了。可以申请行政复议或者提起行政诉讼，期限见审核结果。',
    'review.row.without_choice': '这里写了说明，没有选择。请选择一项；不需要的，请删去说明。',
    'review.objection.nothing_disputed': '请至少为一行选择异议理由。',
    'review.objection.line_twice': '同一行选了两次。请每行只写一次。',
    'review.objection.line_counts_whole': '选择的行里有申报的月份已经全部计入的，或者不在审核结果里的。请只选择没有全部计入的行。',
    'review.objection.correction_open': '这份申报的审核结果正在更正。请等更正完成后，对新的结果提出异议。',
    'review.objection.due_required': '本系统没有收集到当地答复异议的天数。请填写答复的截止日。',
    'review.objection.due_passed': '答复的截止日不能早于今天。请重新填写。',
    'review.correction.already_open': '这份申报已经有一项更正正在办理。请先完成或放弃那一项。',
    'review.paper.kind': '只接收 PDF、JPEG 或 PNG 文件。请另存为这些格式再上传。',
    'review.paper.closed': '这份申报现在的状态下不能增加或删去材料。',
    'review.paper.not_needed': '这一行不需要这种材料：数据比对没有疑问，审核人员也没有要求。请不要上传。',
    'review.paper.too_many': '一份申报最多 {most} 份材料。请先删去不需要的。',
    'review.paper.not_found': '找不到这份材料，可能已经删去。请刷新后重试。',
    'review.statement.not_found': '这份申报还没有审核结果。请等审核结束后再看。',
    'review.archive.not_found': '这份申报还没有归档。请先归档。',
    'review.archive.correction_open': '这份申报正在更正，不能归档。请先完成或放弃更正。',
    'review.archive.objection_term': '提出异议的期限到 {until}，还没有过，不能归档。',
  },
  {
    'review.person_required': 'Only a member of staff in person can check filings. Sign in, then go on.',
    'review.check.not_open': 'Nobody is checking this filing now. Reload and take one of the steps that the page offers.',
    'review.check.other_checker': 'This filing lies on another reviewer’s desk. If you are to go on with it, take it over first.',
    'review.check.same_person': 'The first and the second check are done by different people, and you took part in the first. Leave the second to a colleague.',
    'review.check.lines_undecided': '{lines} lines are not decided yet. Decide them one by one; those that are clear can be accepted together.',
    'review.check.signals_unseen': 'Nobody has looked at {signals} signals of pretended employment. Open the signals of this filing, say for each what you found, then decide. A signal by itself refuses nothing.',
    'review.check.claims_conflict': 'For {lines} lines, months that count are claimed by another employer as was found since. Settle the conflict, then decide those lines again.',
    'review.check.months_conflict': '{months} person-months count for another employer already; a person counts once a month. Look at the lines, decide that the months do not count, or deal with the other decision first.',
    'review.line.not_found': 'This line does not exist. Open the list of this filing again.',
    'review.line.month_not_claimed': 'Some of the months are not claimed. Choose among the months that the employer claims.',
    'review.line.reason_refuses': 'Every month counts, and the reason is one for refusing. Check the months and the reason.',
    'review.line.reason_accepts': 'Some months do not count, and the reason is one for accepting. Check the months and the reason.',
    'review.line.words_required': 'Give the reason in words; the employer reads them.',
    'review.line.conflict_open': 'Another employer claims some of these months, and nobody has settled it. Settle the conflict, then decide the line.',
    'review.line.conflict_lost': 'Some of these months were settled for another employer or for nobody. Take them out.',
    'review.line.month_taken': '{month} counts for another employer already. Decide that it does not count here.',
    'review.return.nothing_needed': 'Say at least one thing that is needed.',
    'review.return.due_required': 'This place has no known term for corrections. Give the last day.',
    'review.return.due_passed': 'The last day must lie after today. Give another one.',
    'review.return.words_required': 'Where something else is needed, say in words what it is.',
    'review.return.still_due': 'The correction is due on {due}, which has not passed. Wait until then.',
    'review.objection.already_open': 'An objection of this filing is being dealt with. Wait for its answer.',
    'review.objection.too_late': 'The term for objections has passed. You can ask for administrative reconsideration or go to court; the terms stand in the result.',
    'review.row.without_choice': 'There are words here and nothing is chosen. Choose one, or delete the words.',
    'review.objection.nothing_disputed': 'Choose at least one line that you object to.',
    'review.objection.line_twice': 'The same line stands twice. Name each line once.',
    'review.objection.line_counts_whole': 'Some of these lines count in all months that were claimed, or are not in the result. Choose lines that do not count as a whole.',
    'review.objection.correction_open': 'The result of this filing is being corrected. Wait for the new one, then object to that.',
    'review.objection.due_required': 'This place has no known term for answers. Give the last day.',
    'review.objection.due_passed': 'The last day cannot lie before today. Give another one.',
    'review.correction.already_open': 'A correction of this filing is being written. Finish it or let it go first.',
    'review.paper.kind': 'Only PDF, JPEG and PNG are taken. Save it as one of these, then upload it.',
    'review.paper.closed': 'Papers cannot be added or removed as the filing stands.',
    'review.paper.not_needed': 'This line needs no such paper: the comparison has no question and no reviewer asked. Do not upload it.',
    'review.paper.too_many': 'A filing takes {most} papers at most. Remove what is not needed first.',
    'review.paper.not_found': 'This paper does not exist or was removed. Reload and try again.',
    'review.statement.not_found': 'This filing has no result yet. Come back when the review is over.',
    'review.archive.not_found': 'This filing is not archived yet. Archive it first.',
    'review.archive.correction_open': 'This filing is being corrected. Finish the correction or let it go, then archive.',
    'review.archive.objection_term': 'Objections can be made until {until}. Archive after that day.',
  },
);

/** Reasons of decisions, for the one who decides and for the one who reads them. */
export const reasonTexts = dictionary(
  {
    clear: '数据比对没有疑问', paper_proves: '材料可以证明', register_outdated: '登记信息有误或滞后，已核实', explained: '单位的说明合理', certificate_missing: '没有残疾人证等证件', certificate_invalid: '证件已过期或等级不计入',
    contract_missing: '没有在编或一年以上的合同、服务协议', insurance_missing: '没有足额缴纳社会保险', wage_below_minimum: '工资低于当地最低工资标准', outside_working_age: '不在法定劳动年龄', counts_elsewhere: '计入别的单位',
    not_working: '没有实际在岗', paper_missing: '没有提供要求的材料', other: '其他',
  },
  {
    clear: 'The comparison has no question', paper_proves: 'Proved by paper', register_outdated: 'The register was wrong or late; verified', explained: 'The employer’s explanation holds', certificate_missing: 'No certificate',
    certificate_invalid: 'The certificate has ended or its grade does not count', contract_missing: 'Neither in establishment nor a contract of a year or more', insurance_missing: 'Social insurance not paid in full',
    wage_below_minimum: 'Wage below the local minimum', outside_working_age: 'Outside the statutory working age', counts_elsewhere: 'Counts with another employer', not_working: 'Not actually at work', paper_missing: 'The paper asked for was not given', other: 'Other',
  },
);

export const needTexts = dictionary(
  {
    certificate: '残疾人证等证件', contract: '劳动合同或服务协议', wage: '工资发放凭证', pension: '基本养老保险缴费凭证', medical: '基本医疗保险缴费凭证', identity: '身份证明', post: '岗位类别证明', pension_status: '养老金领取情况证明', household: '户籍或居住地证明',
    dispatch: '派遣协议', facts: '单位情况', other: '其他',
  },
  {
    certificate: 'The certificate', contract: 'Contract or service agreement', wage: 'Proof of wages paid', pension: 'Proof of pension insurance paid', medical: 'Proof of medical insurance paid', identity: 'Proof of identity', post: 'Proof of the kind of post',
    pension_status: 'Proof whether a pension is drawn', household: 'Proof of household or residence', dispatch: 'Dispatch agreement', facts: 'Facts of the employer', other: 'Other',
  },
);

export const groundTexts = dictionary(
  { worked_there: '本人实际在岗', paper_available: '可以提供材料', register_wrong: '登记数据有误', rule_wrong: '规定适用有误', other: '其他' },
  { worked_there: 'The person really worked there', paper_available: 'Paper can be given', register_wrong: 'The register is wrong', rule_wrong: 'The rule was applied wrongly', other: 'Other' },
);

export const answerTexts = dictionary({ upheld: '异议成立', partly: '异议部分成立', rejected: '异议不成立' }, { upheld: 'Upheld', partly: 'Upheld in part', rejected: 'Rejected' });

export const outcomeTexts = dictionary({ determined: '审定', refused: '不予认定', corrected: '更正' }, { determined: 'Determined', refused: 'Refused', corrected: 'Corrected' });
