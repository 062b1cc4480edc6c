import { dictionary } from '../../kernel/texts.js';

export { purposeHints, purposeTexts, recipientTexts, dataKindTexts } from './consent-texts.js';

export const requestKindTexts = dictionary(
  { correction: '更正信息', deletion: '删除信息', explanation: '说明情况' },
  { correction: 'Correct my data', deletion: 'Delete my data', explanation: 'Explain something' },
  { correction: '把写错的改对', deletion: '把我的信息删掉', explanation: '告诉我是怎么回事' },
);

export const requestStatusTexts = dictionary(
  { received: '等待答复', granted: '已同意', refused: '未同意', withdrawn: '已撤回' },
  { received: 'Waiting for an answer', granted: 'Granted', refused: 'Refused', withdrawn: 'Taken back' },
  { received: '请等一等', granted: '同意了', refused: '没有同意', withdrawn: '您收回了' },
);

/** What a look was for; also looks that no form asked a purpose for. */
export const lookPurposeTexts = dictionary(
  {
    verify_identity: '核对身份', contact_person: '联系本人', fill_form: '填写表格或上报', check_certificate: '核对残疾人证', correct_record: '更正档案', answer_complaint: '答复投诉或请求',
    file_opened: '打开档案', file_list: '在名单里看到', look_up: '用证件号码查到', request_list: '在请求清单里看到', request_opened: '打开您的请求', consents_read: '查看您的同意', export: '导出名单', copy: '领取资料副本', comparison_read: '年审时核对用人单位申报的您的就业月份', review_read: '年审时审核用人单位申报的您的就业月份和材料', conflict_opened: '两家单位都申报了您的就业月份，核实时查看', other: '其他',
  },
  {
    verify_identity: 'To check the identity', contact_person: 'To contact the person', fill_form: 'To fill in a form or report', check_certificate: 'To check the certificate', correct_record: 'To correct the file', answer_complaint: 'To answer a complaint or request',
    file_opened: 'Your file was opened', file_list: 'Seen in a list', look_up: 'Found by the citizen id', request_list: 'Seen in the list of requests', request_opened: 'Your request was opened', consents_read: 'Your consents were read', export: 'A list was exported', copy: 'A copy was taken', comparison_read: 'In the annual review, months of your work that an employer declared were checked', review_read: 'In the annual review, months of your work and papers about them were reviewed', conflict_opened: 'Looked at because two employers declared the same months of your work', other: 'Other',
  },
  { contact_person: '联系您', file_opened: '打开您的档案', look_up: '用身份证号找到', request_list: '看大家的请求', consents_read: '看您同意过什么', export: '做名单', copy: '拿一份您的资料', comparison_read: '核对单位报的您上班的月份', review_read: '审核单位报的您上班的月份', conflict_opened: '有两家单位都报了您，要查清楚' },
);

/** What was seen. */
export const lookFieldTexts = dictionary(
  {
    name: '姓名', region: '地区', masked: '遮盖的号码', citizenIdMasked: '遮盖的身份号码', phoneMasked: '遮盖的电话', citizenId: '公民身份号码', phone: '电话', address: '住址', certificateNumber: '残疾人证号', disability: '残疾类别和等级',
    request: '请求', wish: '您的话', consents: '您的同意', comparison: '各月是否计入和原因', employers: '申报您的单位', insuredMonths: '有参保记录的月份', all: '全部资料', other: '其他',
  },
  {
    name: 'name', region: 'region', masked: 'masked numbers', citizenIdMasked: 'masked citizen id', phoneMasked: 'masked telephone', citizenId: 'citizen id', phone: 'telephone', address: 'address', certificateNumber: 'certificate number', disability: 'category and grade of disability',
    request: 'request', wish: 'your words', consents: 'your consents', comparison: 'which months count and why', employers: 'employers that declared you', insuredMonths: 'months with insurance', all: 'everything', other: 'other',
  },
);

export const rolesInLooks = dictionary(
  { counselor: '职业指导员', job_coach: '就业辅导员', counselor_supervisor: '职业指导主管', town_officer: '残联工作人员', village_commissioner: '专职委员', guardian: '监护人', other: '工作人员' },
  { counselor: 'Employment counselor', job_coach: 'Job coach', counselor_supervisor: 'Supervisor of counselors', town_officer: 'Federation officer', village_commissioner: 'Village commissioner', guardian: 'Guardian', other: 'Staff' },
);

export const rightsPageTexts = dictionary(
  {
    dataTitle: '我的信息', dataLead: '这里是本服务保存的关于您的全部信息。', wardLead: '您监护的是{name}。这里是本服务保存的关于{name}的全部信息。', noFile: '您的账号还没有连到档案。请带身份证到当地残联办理，之后就能在这里看到。',
    name: '姓名', citizenId: '公民身份号码', region: '地区', phone: '电话', address: '住址', certificate: '残疾人证号', disability: '残疾类别和等级', opened: '建档日期', nothing: '没有登记',
    more: '还可以', download: '下载机器可读的副本', looks: '看看谁看过我的档案', consents: '查看和管理我的同意', requests: '要求更正、删除或说明',
    looksTitle: '谁看过我的档案', looksLead: '每次查看都有记录。这里写明时间、身份、看了什么和原因。', noLooks: '还没有人看过。', at: '时间', who: '身份', looked: '看了什么', purpose: '用途', reason: '原因', earlier: '更早的记录',
    consentsTitle: '我的同意', consentsLead: '下面这些用途要您同意才可以。不同意不影响您得到其他服务。可以随时撤回，撤回和同意一样简单。', noConsents: '您还没有同意过什么。',
    state: '状态', recipient: '给谁', what: '哪些信息', since: '开始日期', until: '截止日期', holds: '有效', ended: '已结束', withdrawOf: '撤回“{purpose}”', noEnd: '撤回为止',
    giveTitle: '同意一个用途', forWhat: '同意用来做什么', whatHint: '只选您愿意给的', untilLabel: '到哪一天（可以不填）', untilHint: '不填就一直有效，直到您撤回', give: '同意', faults: '有些内容需要改一改', given: '已经记下您的同意', withdrawn: '已经撤回',
    askPurpose: '请选择同意用来做什么。', askRecipient: '请选择给谁。', askWhat: '请至少选择一类信息。', askUntil: '请填写完整的日期，例如 2027 年 12 月 31 日；也可以都不填。',
    requestsTitle: '我的请求', requestsLead: '您可以要求更正或删除您的信息，也可以请我们说明情况。我们会在期限前答复。', noRequests: '您还没有提出请求。', kind: '请求', kindAsked: '您要我们做什么', madeOn: '提出日期', due: '答复期限', answer: '答复',
    askTitle: '提出请求', wish: '您想怎样（可以不填）', wishHint: '例如：哪里写错了，应该是什么', ask: '提出请求', asked: '已经收到您的请求', askKind: '请选择要我们做什么。', askWish: '这段话里有不能保存的字符，请改写。',
    rankingTitle: '自动排序', rankingOff: '自动排序已关闭：程序不会给您排名。', rankingOn: '程序会给岗位和求职者排序。您可以关闭，关闭后由工作人员为您挑选岗位。', switchOff: '关闭自动排序', switchOn: '重新开启自动排序', switchedOff: '自动排序已经关闭', switchedOn: '自动排序已经开启',
    officerTitle: '个人信息请求', officerNone: '没有符合条件的请求。', status: '状态', all: '全部', show: '查看', next: '下一页', person: '姓名', gone: '（已去掉身份）',
    requestTitle: '个人信息请求：{kind}', requestOf: '的请求：{kind}', wishOf: '本人的话', answerLabel: '答复', answerHint: '做了什么，或者为什么不能做。本人会看到。', grant: '同意', refuse: '不同意', deletionWarning: '同意删除后，身份、证件和联系方式马上去掉，不能恢复。', answered: '已经答复', askAnswer: '请写明答复，4 到 1000 个字。',
  },
  {
    dataTitle: 'My data', dataLead: 'Everything that this service holds about you.', wardLead: 'You are the guardian of {name}. This is everything that the service holds about {name}.', noFile: 'Your account is not connected with a file. Go to the local federation with your identity card; after that you see it here.',
    name: 'Name', citizenId: 'Citizen id', region: 'Region', phone: 'Telephone', address: 'Address', certificate: 'Certificate number', disability: 'Category and grade of disability', opened: 'File opened on', nothing: 'Not on file',
    more: 'What else you can do', download: 'Download a machine-readable copy', looks: 'See who looked at my file', consents: 'See and change what I agreed to', requests: 'Ask to correct, delete or explain',
    looksTitle: 'Who looked at my file', looksLead: 'Every look is kept. Here you see when, in which role, what was seen and why.', noLooks: 'Nobody has looked yet.', at: 'Time', who: 'Role', looked: 'What was seen', purpose: 'Purpose', reason: 'Reason', earlier: 'Earlier looks',
    consentsTitle: 'What I agreed to', consentsLead: 'These purposes need your consent. Saying no costs you no other service. You can take it back at any time, as easily as you gave it.', noConsents: 'You have not agreed to anything.',
    state: 'State', recipient: 'To whom', what: 'Which data', since: 'From', until: 'Until', holds: 'In force', ended: 'Ended', withdrawOf: 'Take back “{purpose}”', noEnd: 'until taken back',
    giveTitle: 'Agree to a purpose', forWhat: 'What I agree to', whatHint: 'Choose only what you want to give', untilLabel: 'Last day (may stay empty)', untilHint: 'Without it your consent holds until you take it back', give: 'I agree', faults: 'Some answers need a change', given: 'Your consent is kept', withdrawn: 'Taken back',
    askPurpose: 'Choose what you agree to.', askRecipient: 'Choose to whom.', askWhat: 'Choose at least one kind of data.', askUntil: 'Enter a whole date, such as 31 12 2027, or nothing.',
    requestsTitle: 'My requests', requestsLead: 'You can ask us to correct or delete your data, or to explain something. We answer by the due date.', noRequests: 'You have not asked for anything.', kind: 'Request', kindAsked: 'What shall we do?', madeOn: 'Made on', due: 'Due', answer: 'Answer',
    askTitle: 'Make a request', wish: 'What you want (may stay empty)', wishHint: 'Such as what is wrong, and how it should be', ask: 'Send the request', asked: 'Your request has come in', askKind: 'Choose what we shall do.', askWish: 'This holds characters that cannot be kept. Write it anew.',
    rankingTitle: 'Automated ranking', rankingOff: 'Automated ranking is off: no program ranks you.', rankingOn: 'A program ranks posts and jobseekers. You can switch it off; then staff choose posts for you.', switchOff: 'Switch automated ranking off', switchOn: 'Switch automated ranking on again', switchedOff: 'Automated ranking is off', switchedOn: 'Automated ranking is on',
    officerTitle: 'Requests about personal data', officerNone: 'No request fits.', status: 'Status', all: 'All', show: 'Show', next: 'Next page', person: 'Name', gone: '(anonymised)',
    requestTitle: 'Request about personal data: {kind}', requestOf: ': {kind}', wishOf: 'In the person’s words', answerLabel: 'Answer', answerHint: 'What was done, or why it cannot be. The person reads it.', grant: 'Grant', refuse: 'Refuse', deletionWarning: 'Granting a deletion takes identity, certificate and contact away at once and for good.', answered: 'Answered', askAnswer: 'Enter the answer, 4 to 1,000 characters.',
  },
  {
    dataLead: '我们记下了您的这些信息。', wardLead: '您照顾的人是{name}。我们记下了这些信息。', noFile: '我们还没有连上您的档案。请带身份证去当地残联。工作人员会帮您。以后您就能在这里看到。',
    citizenId: '身份证号', disability: '哪种残疾，几级', opened: '哪天建的档案', nothing: '没有写',
    more: '您还可以', download: '把我的信息存成文件', looks: '看看谁看过我的档案', consents: '看看我同意过什么', requests: '请你们改、删或者说明',
    looksLead: '有人看您的档案，我们都会记下来。', who: '谁', looked: '看了什么', purpose: '用来做什么', reason: '为什么',
    consentsLead: '有些事，您同意了，我们才能做。您可以不同意。不同意，也能得到别的帮助。同意了，也可以随时收回。', noConsents: '您还没有同意过什么。',
    recipient: '给谁看', what: '看哪些信息', since: '从哪天起', until: '到哪天为止', holds: '现在有效', ended: '已经结束', withdrawOf: '收回“{purpose}”', noEnd: '到您收回为止',
    giveTitle: '我想同意一件事', forWhat: '同意做什么', whatHint: '只选您愿意给的', untilLabel: '到哪一天（可以不写）', untilHint: '不写，就到您收回为止。', given: '我们记下了。您同意了。', withdrawn: '收回了。',
    askPurpose: '请选一件事。', askRecipient: '请选给谁看。', askWhat: '请至少选一样。', askUntil: '请写清年、月、日。也可以都不写。',
    requestsLead: '信息写错了，可以请我们改。不想留着，可以请我们删。不明白，可以请我们说明。', noRequests: '您还没有请我们做什么。', kindAsked: '您想请我们做什么', madeOn: '哪天提的', due: '最晚哪天答复', answer: '我们的答复',
    askTitle: '请我们做一件事', wish: '您想说的话（可以不写）', wishHint: '比如：哪里写错了，对的是什么。', ask: '交给我们', asked: '我们收到了。请等我们答复。', askKind: '请选一件事。', wishOf: '您说的话',
    rankingTitle: '电脑排先后', rankingOff: '现在关着。电脑不给您排先后。', rankingOn: '电脑会给岗位和人排先后。您可以关掉。关掉以后，由工作人员帮您挑。', switchOff: '关掉', switchOn: '再打开', switchedOff: '关掉了。', switchedOn: '打开了。',
    faults: '有的地方要改一改',
  },
);

export type RightsText = keyof typeof rightsPageTexts.zh;
