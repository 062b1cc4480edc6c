import { dictionary } from '../../../kernel/texts.js';

export const employerKindTexts = dictionary(
  { organ: '机关', institution: '事业单位', enterprise: '企业', social_organization: '社会团体', private_non_enterprise: '民办非企业单位', sole_trader: '个体工商户', cooperative: '合作社', village_committee: '村（居）民委员会' },
  { organ: 'Public organ', institution: 'Public institution', enterprise: 'Enterprise', social_organization: 'Social organisation', private_non_enterprise: 'Private non-enterprise unit', sole_trader: 'Sole trader', cooperative: 'Co-operative', village_committee: 'Village committee' },
);

export const employerStatusTexts = dictionary(
  { registered: '待核实', verified: '已核实', refused: '未通过' },
  { registered: 'To be verified', verified: 'Verified', refused: 'Not verified' },
);

export const refusalReasonTexts = dictionary(
  { code_unknown: '查不到这个信用代码', name_differs: '名称与登记不一致', other_region: '不属于本地区', not_authorised: '登记人没有得到单位授权', other: '其他原因' },
  { code_unknown: 'The credit code is not known', name_differs: 'The name is not the registered one', other_region: 'It belongs to another region', not_authorised: 'The person was not authorised', other: 'Another reason' },
);

export const employerPageTexts = dictionary(
  {
    registerTitle: '用人单位登记',
    registerLead: '填写单位资料后，您会得到一个邀请码，用它设置自己的密码。当地残联核实后，就可以办理业务。',
    faults: '有些内容需要改一改',
    uscc: '统一社会信用代码', usccHint: '18 位，见营业执照或登记证书',
    name: '单位名称', nameHint: '与营业执照或登记证书一致',
    kind: '单位类型', region: '所在地区', regionLabel: '所在地区', 
    clerk: '经办人姓名', clerkHint: '您自己的姓名',
    register: '登记',
    registeredTitle: '登记已收到',
    registeredText: '请记下邀请码，它只显示这一次，{until} 前有效。接下来用它设置您的密码。',
    code: '邀请码', setPassword: '设置密码',
    listTitle: '用人单位', oneTitle: '用人单位资料', none: '没有符合条件的单位。请核对输入的内容，或选择别的状态。', search: '查找单位', searchHint: '统一社会信用代码，或名称的开头', status: '状态', all: '全部', show: '查看', more: '下一页',
    registeredAt: '登记时间', reason: '没有通过的原因', note: '说明',
    decideTitle: '核实', decision: '核实结果', decisionHint: '提交后不能更改，经办人会收到通知', verify: '通过', refuse: '不通过', decide: '提交核实结果', reasonLabel: '不通过的原因', noteLabel: '说明（可以不填）', noteHint: '经办人会看到这段话',
    done: '已经办理', doneText: '经办人会收到通知。', waiting: '其他待核实的单位',
    invite: '邀请另一位经办人',
    askUscc: '请填写统一社会信用代码，18 位。', askName: '请填写单位名称，2 到 120 个字。', askKind: '请选择单位类型。', askClerk: '请填写经办人姓名，1 到 60 个字。',
    askDecision: '请选择通过或不通过。', askReason: '请选择不通过的原因。', askNote: '说明里有不能保存的字符，请改写。',
  },
  {
    registerTitle: 'Register an employer',
    registerLead: 'After you enter the facts you get an invitation code, with which you set your own password. Once the local federation has verified the employer, you can begin.',
    faults: 'Some answers need a change',
    uscc: 'Unified social credit code', usccHint: '18 characters, on the licence',
    name: 'Name of the employer', nameHint: 'As on the licence',
    kind: 'Kind of employer', region: 'Region', regionLabel: 'Region', 
    clerk: 'Name of the clerk', clerkHint: 'Your own name',
    register: 'Register',
    registeredTitle: 'The registration has come in',
    registeredText: 'Write the invitation code down: it is shown this once and holds until {until}. Now use it to set your password.',
    code: 'Invitation code', setPassword: 'Set the password',
    listTitle: 'Employers', oneTitle: 'An employer', none: 'No employer fits. Check what you entered, or choose another status.', search: 'Find an employer', searchHint: 'A credit code, or how the name begins', status: 'Status', all: 'All', show: 'Show', more: 'Next page',
    registeredAt: 'Registered', reason: 'Why it was not verified', note: 'Remark',
    decideTitle: 'Verification', decision: 'Decision', decisionHint: 'It cannot be changed afterwards. The clerks are told', verify: 'Verify', refuse: 'Do not verify', decide: 'Send the decision', reasonLabel: 'Why it is not verified', noteLabel: 'Remark (may stay empty)', noteHint: 'The clerks read it',
    done: 'Done', doneText: 'The clerks are told.', waiting: 'Others that wait',
    invite: 'Invite another clerk',
    askUscc: 'Enter the unified social credit code of 18 characters.', askName: 'Enter the name of the employer, 2 to 120 characters.', askKind: 'Choose the kind of employer.', askClerk: 'Enter the name of the clerk, 1 to 60 characters.',
    askDecision: 'Choose whether it is verified.', askReason: 'Choose why it is not verified.', askNote: 'The remark holds characters that cannot be kept. Write it anew.',
  },
);

export type EmployerText = keyof typeof employerPageTexts.zh;
