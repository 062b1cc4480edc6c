import { dictionary } from '../../../kernel/texts.js';

export const revealPurposeTexts = dictionary(
  { verify_identity: '核对身份', contact_person: '联系本人', fill_form: '填写表格或上报', check_certificate: '核对残疾人证', correct_record: '更正档案', answer_complaint: '答复投诉或请求' },
  { verify_identity: 'To check the identity', contact_person: 'To contact the person', fill_form: 'To fill in a form or report', check_certificate: 'To check the certificate', correct_record: 'To correct the file', answer_complaint: 'To answer a complaint or request' },
);

export const revealFieldTexts = dictionary(
  { citizenId: '公民身份号码', phone: '电话', address: '住址', certificateNumber: '残疾人证号', disability: '残疾类别和等级' },
  { citizenId: 'Citizen id', phone: 'Telephone', address: 'Address', certificateNumber: 'Certificate number', disability: 'Category and grade of disability' },
);

export const preferredTexts = dictionary(
  { phone: '电话', text: '短信', sign_video: '手语视频', post: '邮寄', visit: '上门' },
  { phone: 'Telephone', text: 'Text message', sign_video: 'Sign-language video', post: 'Post', visit: 'Visit' },
);

export const closingReasonTexts = dictionary(
  { moved_away: '迁出本地', deceased: '去世', no_longer_wanted: '本人不再需要服务', entered_in_error: '建档有误' },
  { moved_away: 'Moved away', deceased: 'Died', no_longer_wanted: 'No longer wanted by the person', entered_in_error: 'Opened in error' },
);

export const caseworkerTexts = dictionary({ counselor: '职业指导员', job_coach: '就业辅导员' }, { counselor: 'Employment counselor', job_coach: 'Job coach' });

export const filePageTexts = dictionary(
  {
    listTitle: '档案', listLead: '这里是您负责范围内的人。号码都已遮盖。', ownLead: '这里是您的档案，号码都已遮盖。完整内容在“我的信息”里。', ownData: '我的信息', none: '还没有档案。', name: '姓名', citizenId: '公民身份号码', region: '地区', phone: '电话', more: '下一页',
    gone: '（已去掉身份）', newFile: '建一份档案',
    lookUpTitle: '按号码查找', lookUpLabel: '公民身份号码', lookUp: '查找', faults: '有些内容需要改一改',
    fileTitle: '档案：{name}', oneTitle: '档案详情', address: '住址', registered: '已登记', notRegistered: '没有登记', certificate: '残疾人证号', preferred: '联系方式偏好', opened: '建档日期', closed: '结束日期', closingReason: '结束原因', maskedMiddle: '{start} 开头，{end} 结尾，其余遮盖', maskedEnd: '{start} 开头，其余遮盖', ranking: '自动排序', rankingOff: '本人已关闭', rankingOn: '开启',
    logged: '谁在什么时候、为什么查看了这份档案，都会记录，本人可以看到。', reveal: '查看完整号码',
    revealTitle: '查看完整号码', revealLead: '写明原因后才能查看。原因先记录、后显示，本人可以看到。',
    fields: '要看哪些内容', purpose: '用途', reason: '原因', reasonHint: '用自己的话写，至少 4 个字；不要写号码', show: '记录并查看', revealedTitle: '完整内容', revealedText: '这次查看已经记录。看完请离开本页；刷新会再记录一次。', nothing: '没有登记', backToFile: '返回档案',
    newTitle: '建一份档案', certificateLabel: '残疾人证号（没有可以不填）', certificateHint: '20 位：身份证号加类别和等级', phoneLabel: '电话（没有可以不填）', addressLabel: '住址（没有可以不填）', regionHint: '不填时用您负责的地区', save: '建档', created: '档案已建好',
    changeTitle: '修改档案：{name}', change: '修改档案', knownAs: '现在登记的是：', leftEmpty: '。不填就不变', newPhone: '新的电话', removePhone: '删除电话', newAddress: '新的住址', hasAddress: '住址已登记。不填就不变', noAddress: '没有登记。不填就不变', removeAddress: '删除住址', newCertificate: '新的残疾人证号', saveChange: '保存修改', askPreferred: '请选择联系方式。',
    closeTitle: '结束档案：{name}', close: '结束档案', closeWarning: '结束后不能再改，也不能恢复。保存期满后，档案会去掉身份。', closeYes: '结束档案', closeNo: '不结束，返回档案', askClosing: '请选择结束原因。',
    assignTitle: '交给谁负责：{name}', assignTo: '交给职业指导员', assignLead: '选定的人从此负责这份档案，能看到它。', counselor: '负责人', noCounselor: '还没有', assign: '交给此人', noCaseworkers: '这个地区还没有职业指导员或就业辅导员。请先请系统管理员授予角色。', askCounselor: '请选择负责人。',
    linkTitle: '连接本人账号：{name}', linkTo: '连接本人账号', linkLead: '连接后，本人登录就能看到自己的档案。请先核对身份证，确认是同一个人。', account: '本人的账号', accountHint: '只列出本地区与档案同名的求职者', registeredOn: '{day} 登记', link: '连接', noNamesakes: '本地区没有与档案同名的求职者账号。请先在“成员与角色”里登记或邀请本人，姓名要与档案一致。', askAccount: '请选择本人的账号。',
    exportTitle: '导出名单', exportLead: '导出您负责范围内的全部档案。号码都已遮盖，文件里有您的编号和时间。每个人都能看到谁导出了名单、为什么。', export: '记录并导出', backToFiles: '返回档案列表',
    doneChanged: '档案已经修改', doneAssigned: '已经交给负责人', doneClosed: '档案已经结束', doneLinked: '已经连接本人账号', linked: '本人账号', isLinked: '已连接', isNotLinked: '没有连接',
    askName: '请填写姓名，1 到 60 个字。', askCitizenId: '请填写公民身份号码，18 位。', askCertificate: '残疾人证号为 20 位；没有证件，可以不填。', askPhone: '请填写手机号码，或带区号的固定电话；没有电话，可以不填。', askAddress: '住址要写 2 到 200 个字；没有住址，可以不填。', 
    askFields: '请选择要看哪些内容。', askPurpose: '请选择用途。', askReason: '请写明原因，4 到 300 个字，不要换行。',
  },
  {
    listTitle: 'Files', listLead: 'The people in your area. Numbers are masked.', ownLead: 'Your file, with its numbers masked. In full it stands under “My data”.', ownData: 'My data', none: 'There are no files yet.', name: 'Name', citizenId: 'Citizen id', region: 'Region', phone: 'Telephone', more: 'Next page',
    gone: '(anonymised)', newFile: 'Open a file',
    lookUpTitle: 'Find by number', lookUpLabel: 'Citizen id', lookUp: 'Find', faults: 'Some answers need a change',
    fileTitle: 'File: {name}', oneTitle: 'A file', address: 'Address', registered: 'On file', notRegistered: 'Not on file', certificate: 'Certificate number', preferred: 'Preferred way of contact', opened: 'Opened on', closed: 'Closed on', closingReason: 'Why it was closed', maskedMiddle: 'begins with {start}, ends with {end}, the rest is masked', maskedEnd: 'begins with {start}, the rest is masked', ranking: 'Automated ranking', rankingOff: 'Switched off by the person', rankingOn: 'On',
    logged: 'Who looks at this file, when and why is kept, and the person can see it.', reveal: 'See full numbers',
    revealTitle: 'See full numbers', revealLead: 'A reason is needed. It is kept first and the values are shown after; the person can see it.',
    fields: 'What you need to see', purpose: 'Purpose', reason: 'Reason', reasonHint: 'In your own words, at least 4 characters; no numbers', show: 'Keep the reason and show', revealedTitle: 'In full', revealedText: 'This look has been kept. Leave the page when you are done; loading it again is another look.', nothing: 'Not on file', backToFile: 'Back to the file',
    newTitle: 'Open a file', certificateLabel: 'Certificate number (may stay empty)', certificateHint: '20 characters: citizen id, category, grade', phoneLabel: 'Telephone (may stay empty)', addressLabel: 'Address (may stay empty)', regionHint: 'Your own region where nothing is entered', save: 'Open the file', created: 'The file is open',
    changeTitle: 'Change the file: {name}', change: 'Change the file', knownAs: 'On file: ', leftEmpty: '. Leave it empty to keep it', newPhone: 'New telephone', removePhone: 'Take the telephone away', newAddress: 'New address', hasAddress: 'There is an address on file. Leave it empty to keep it', noAddress: 'Not on file. Leave it empty to keep it so', removeAddress: 'Take the address away', newCertificate: 'New certificate number', saveChange: 'Save the changes', askPreferred: 'Choose a way of contact.',
    closeTitle: 'Close the file: {name}', close: 'Close the file', closeWarning: 'A closed file can neither be changed nor opened again. When its time of keeping is over, it is anonymised.', closeYes: 'Close the file', closeNo: 'Keep it open and go back', askClosing: 'Choose why it is closed.',
    assignTitle: 'Who looks after: {name}', assignTo: 'Hand to a counselor', assignLead: 'Whoever you choose looks after this file from now on, and sees it.', counselor: 'Looked after by', noCounselor: 'Nobody yet', assign: 'Hand over', noCaseworkers: 'There is no counselor or job coach in this region yet. Ask the administrator to give somebody the role first.', askCounselor: 'Choose who looks after it.',
    linkTitle: 'Connect with the account: {name}', linkTo: 'Connect with the account of the person', linkLead: 'Once connected, the person sees its own file after signing in. Check the identity card first, to be sure that it is the same person.', account: 'Account of the person', accountHint: 'Only jobseekers of your region with the name of the file', registeredOn: 'registered on {day}', link: 'Connect', noNamesakes: 'No jobseeker of your region has the name of the file. Register or invite the person under “Members and roles” first, with the same name.', askAccount: 'Choose the account of the person.',
    exportTitle: 'Export a list', exportLead: 'All files in your area. Numbers are masked, and the file holds your number and the time. Everybody on it can see who exported it and why.', export: 'Keep the reason and export', backToFiles: 'Back to the files',
    doneChanged: 'The file was changed', doneAssigned: 'The file was handed over', doneClosed: 'The file is closed', doneLinked: 'The account is connected', linked: 'Account of the person', isLinked: 'Connected', isNotLinked: 'Not connected',
    askName: 'Enter the name, 1 to 60 characters.', askCitizenId: 'Enter the citizen id of 18 characters.', askCertificate: 'A certificate number has 20 characters. Leave it empty if there is none.', askPhone: 'Enter a mobile number, or a landline with its area code. Leave it empty if there is none.', askAddress: 'An address has 2 to 200 characters. Leave it empty if there is none.', 
    askFields: 'Choose what you need to see.', askPurpose: 'Choose a purpose.', askReason: 'Enter the reason, 4 to 300 characters on one line.',
  },
);

export type FileText = keyof typeof filePageTexts.zh;
