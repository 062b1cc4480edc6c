import { dictionary } from '../../kernel/texts.js';

export const purposeTexts = dictionary(
  { quota_review: '按比例就业审核', employment_service: '就业服务', matching: '为我匹配岗位', sharing_with_employer: '把我的资料给用人单位看', training_referral: '把我推荐给培训机构', publicity: '宣传' },
  { quota_review: 'Review of the quota', employment_service: 'Employment service', matching: 'Finding posts for me', sharing_with_employer: 'Showing my data to an employer', training_referral: 'Recommending me to a training body', publicity: 'Publicity' },
);

export const recipientTexts = dictionary(
  { federation: '残联', employer: '用人单位', training_body: '培训机构', school: '学校', public: '公众' },
  { federation: 'The federation', employer: 'An employer', training_body: 'A training body', school: 'A school', public: 'The public' },
);

export const dataKindTexts = dictionary(
  { name: '姓名', contact: '联系方式', identity: '身份号码', education: '学历', skills: '技能', wishes: '求职愿望', needs: '工作中的需要', disability: '残疾情况', picture: '照片' },
  { name: 'Name', contact: 'Contact', identity: 'Citizen id', education: 'Education', skills: 'Skills', wishes: 'Wishes', needs: 'Needs at work', disability: 'Disability', picture: 'Pictures' },
);

export const requestKindTexts = dictionary(
  { correction: '更正', deletion: '删除', explanation: '请说明' },
  { correction: 'Correction', deletion: 'Deletion', explanation: 'Explanation' },
);

export const requestStatusTexts = dictionary(
  { received: '等待答复', granted: '已同意', refused: '未同意', withdrawn: '已撤回' },
  { received: 'Waiting for an answer', granted: 'Granted', refused: 'Refused', withdrawn: 'Taken back' },
);

/** What a look was for; also looks that no form asked a purpose for. */
export const lookPurposeTexts = dictionary(
  { verify_identity: '核对身份', contact_person: '联系本人', fill_form: '填写表格或上报', check_certificate: '核对残疾人证', correct_record: '更正档案', answer_complaint: '答复投诉或请求', file_opened: '打开档案（号码已遮盖）', file_list: '在名单里看到（号码已遮盖）', look_up: '用证件号码查到', request_list: '在请求清单里看到', request_opened: '打开您的请求', consents_read: '查看您的同意', export: '导出名单（号码已遮盖）', copy: '领取资料副本', other: '其他' },
  { verify_identity: 'To check the identity', contact_person: 'To contact the person', fill_form: 'To fill in a form or report', check_certificate: 'To check the certificate', correct_record: 'To correct the file', answer_complaint: 'To answer a complaint or request', file_opened: 'File opened, numbers masked', file_list: 'Seen in a list, numbers masked', look_up: 'Found by the citizen id', request_list: 'Seen in the list of requests', request_opened: 'Your request was opened', consents_read: 'Your consents were read', export: 'List exported, numbers masked', copy: 'A copy was taken', other: 'Other' },
);

export const rolesInLooks = dictionary(
  { counselor: '职业指导员', job_coach: '就业辅导员', counselor_supervisor: '职业指导主管', town_officer: '残联工作人员', village_commissioner: '专职委员', guardian: '监护人', other: '工作人员' },
  { counselor: 'Employment counselor', job_coach: 'Job coach', counselor_supervisor: 'Supervisor of counselors', town_officer: 'Federation officer', village_commissioner: 'Village commissioner', guardian: 'Guardian', other: 'Staff' },
);

export const rightsPageTexts = dictionary(
  {
    dataTitle: '我的信息', dataLead: '这里是本服务保存的关于您的全部信息。', noFile: '您的帐户还没有连到档案。请带身份证到当地残联办理，之后就能在这里看到。',
    name: '姓名', citizenId: '公民身份号码', region: '地区代码', phone: '电话', address: '住址', certificate: '残疾人证号', disability: '残疾类别和等级', disabilityValue: '类别 {category}，等级 {grade}', opened: '建档日期', nothing: '没有',
    download: '下载机器可读的副本（JSON）', looks: '谁看过我的档案', consents: '我的同意', requests: '我的请求',
    looksTitle: '谁看过我的档案', looksLead: '每次查看都有记录。这里写明时间、身份和原因。', noLooks: '还没有人看过。', at: '时间', who: '身份', purpose: '用途', reason: '原因', more: '更早的',
    consentsTitle: '我的同意', consentsLead: '下面这些用途要您同意才可以。不同意不影响您得到其他服务。可以随时撤回，撤回和同意一样简单。', noConsents: '您还没有同意过什么。', recipient: '给谁', what: '哪些信息', since: '从', until: '到', state: '状态', holds: '有效', ended: '已结束', withdraw: '撤回', withdrawOf: '撤回“{purpose}”', noEnd: '撤回为止',
    giveTitle: '同意一个用途', untilLabel: '到哪一天（可以不填）', untilHint: '例如 2027-12-31', give: '同意', faults: '有些内容需要改一改', given: '已经记下您的同意', withdrawn: '已经撤回',
    requestsTitle: '我的请求', requestsLead: '您可以要求更正、删除您的信息，或者请我们说明。我们会在期限前答复。', noRequests: '您还没有提出请求。', kind: '请求', madeOn: '提出日期', due: '答复期限', answer: '答复',
    askTitle: '提出请求', wish: '您想怎样（可以不填）', wishHint: '例如：哪里写错了，应该是什么', ask: '提出', asked: '已经收到您的请求', takeBack: '撤回请求',
    rankingTitle: '自动排序', rankingOff: '自动排序已关闭：程序不会给您排名。', rankingOn: '程序会给岗位和求职者排序。您可以关闭，关闭后由工作人员为您挑选岗位。', switchOff: '关闭自动排序', switchOn: '重新开启', switched: '已经切换',
    officerTitle: '个人信息请求', officerNone: '没有符合条件的请求。', status: '状态', all: '全部', show: '查看', person: '姓名', gone: '（已去掉身份）',
    requestTitle: '请求：{kind}', wishOf: '本人的话', answerLabel: '答复', answerHint: '做了什么，或者为什么不能做。本人会看到。', grant: '同意', refuse: '不同意', deletionWarning: '同意删除后，身份、证件和联系方式马上去掉，不能恢复。', answered: '已经答复', back: '返回',
  },
  {
    dataTitle: 'My data', dataLead: 'Everything that this service holds about you.', noFile: 'Your account is not connected with a file. Go to the local federation with your identity card; after that you see it here.',
    name: 'Name', citizenId: 'Citizen id', region: 'Region code', phone: 'Telephone', address: 'Address', certificate: 'Certificate number', disability: 'Category and grade of disability', disabilityValue: 'category {category}, grade {grade}', opened: 'File opened on', nothing: 'None',
    download: 'Download a machine-readable copy (JSON)', looks: 'Who looked at my file', consents: 'What I agreed to', requests: 'My requests',
    looksTitle: 'Who looked at my file', looksLead: 'Every look is kept. Here you see when, in which role and why.', noLooks: 'Nobody has looked yet.', at: 'Time', who: 'Role', purpose: 'Purpose', reason: 'Reason', more: 'Earlier',
    consentsTitle: 'What I agreed to', consentsLead: 'These purposes need your consent. Saying no costs you no other service. You can take it back at any time, as easily as you gave it.', noConsents: 'You have not agreed to anything.', recipient: 'To whom', what: 'Which data', since: 'From', until: 'Until', state: 'State', holds: 'In force', ended: 'Ended', withdraw: 'Take back', withdrawOf: 'Take back “{purpose}”', noEnd: 'until taken back',
    giveTitle: 'Agree to a purpose', untilLabel: 'Last day (may stay empty)', untilHint: 'Such as 2027-12-31', give: 'I agree', faults: 'Some answers need a change', given: 'Your consent is kept', withdrawn: 'Taken back',
    requestsTitle: 'My requests', requestsLead: 'You can ask us to correct or delete your data, or to explain. We answer by the due date.', noRequests: 'You have not asked for anything.', kind: 'Request', madeOn: 'Made on', due: 'Due', answer: 'Answer',
    askTitle: 'Ask', wish: 'What you want (may stay empty)', wishHint: 'Such as what is wrong, and how it should be', ask: 'Send', asked: 'Your request has come in', takeBack: 'Take the request back',
    rankingTitle: 'Automated ranking', rankingOff: 'Automated ranking is off: no program ranks you.', rankingOn: 'A program ranks posts and jobseekers. You can switch it off; then staff choose posts for you.', switchOff: 'Switch ranking off', switchOn: 'Switch it on again', switched: 'Switched',
    officerTitle: 'Requests about personal data', officerNone: 'No request fits.', status: 'Status', all: 'All', show: 'Show', person: 'Name', gone: '(anonymised)',
    requestTitle: 'Request: {kind}', wishOf: 'In the person’s words', answerLabel: 'Answer', answerHint: 'What was done, or why it cannot be. The person reads it.', grant: 'Grant', refuse: 'Refuse', deletionWarning: 'Granting a deletion takes identity, certificate and contact away at once and for good.', answered: 'Answered', back: 'Back',
  },
);

export type RightsText = keyof typeof rightsPageTexts.zh;
