import { dictionary, say } from '../../kernel/texts.js';
import type { PageContext } from '../../ui/index.js';

export const organisationKindTexts = dictionary(
  { federation: '残联', employer: '用人单位', school: '学校', service: '服务机构', hrss: '人社部门', finance: '财政部门', tax: '税务部门' },
  { federation: 'Federation', employer: 'Employer', school: 'School', service: 'Service body', hrss: 'HRSS office', finance: 'Finance office', tax: 'Tax office' },
);

/** On what ground somebody is a guardian (民法典 art. 27 to 33). */
export const basisTexts = dictionary(
  { statutory: '法定监护', appointed: '指定监护', entrusted: '意定监护' },
  { statutory: 'By law', appointed: 'By a court or committee', entrusted: 'By agreement' },
);

export const basisHints = dictionary(
  { statutory: '父母、配偶、子女等，依照法律担任', appointed: '由法院、村（居）民委员会或民政部门指定', entrusted: '本人事先书面约定' },
  { statutory: 'Parents, spouses, children and others, by law', appointed: 'Named by a court, a village or residents’ committee or the civil affairs office', entrusted: 'Agreed in writing by the person beforehand' },
);

/** Words of the desk of members: stopping accounts, guardians, organisations. */
export const deskTexts = dictionary(
  {
    faults: '有些内容需要改一改', refused: '没有办理', guardianFacts: '依据：{basis}；截止日期：{until}',
    suspend: '停用账号', suspendTitle: '停用{name}的账号？', suspendText: '停用后，{name}从下一次操作起不能使用本服务，也不能登录。角色和以前的记录都会保留，以后可以恢复。', suspendYes: '停用账号',
    restore: '恢复账号', restoreTitle: '恢复{name}的账号？', restoreText: '恢复后，{name}可以重新登录，原有的角色继续有效。', restoreYes: '恢复账号', statusNo: '不办理，返回',
    isSuspended: '这个账号已停用', suspended: '账号已经停用', restored: '账号已经恢复',
    guardians: '监护人', noGuardians: '没有登记监护人。', endOf: '结束{name}的监护', noEnd: '长期', basis: '依据', unknownBasis: '没有登记',
    appoint: '登记监护人', appointTitle: '为{name}登记监护人', appointLead: '监护人登录后，能看到被监护人的档案和信息，并替他行使权利。请先核对监护关系的证明。',
    guardian: '监护人', guardianHint: '第一次来办理的，选“新登记一位”，再写姓名', newGuardian: '新登记一位', guardianName: '新监护人的姓名', guardianNameHint: '选了已登记的监护人，就不用填',
    untilLabel: '到哪一天（可以不填）', untilHint: '不填就一直有效，直到收回', appointYes: '登记', appointed: '监护人已经登记',
    askGuardian: '请选择已登记的监护人，或填写新监护人的姓名，只填一项。', askGuardianName: '请填写新监护人的姓名，1 到 60 个字。', askBasis: '请选择监护的依据。', askUntil: '请填写完整的日期，例如 2027 年 12 月 31 日；也可以都不填。',
    organisation: '单位资料', organisations: '单位', organisationsLead: '这里列出您负责范围内的单位。', noOrganisations: '没有符合条件的单位。', kind: '类别', all: '全部类别', show: '查看', region: '地区', next: '下一页', add: '登记单位',
    addTitle: '登记单位', organisationName: '单位名称', organisationNameHint: '写全称', parent: '上级单位（可以不选）', noParent: '没有上级单位', addYes: '登记', added: '单位已经登记', renamed: '名称已经修改',
    rename: '修改名称', renameYes: '保存名称', askName: '请填写单位名称，2 到 120 个字。', askKind: '请选择单位类别。', askParent: '请从列表中选择上级单位。',
  },
  {
    faults: 'Some answers need a change', refused: 'Not done', guardianFacts: 'Ground: {basis}. Until: {until}',
    suspend: 'Suspend the account', suspendTitle: 'Suspend the account of {name}?', suspendText: 'With the next thing they do, {name} can no longer use the service or sign in. Roles and records stay, and the account can be restored.', suspendYes: 'Suspend the account',
    restore: 'Restore the account', restoreTitle: 'Restore the account of {name}?', restoreText: '{name} can sign in again, and the roles hold as before.', restoreYes: 'Restore the account', statusNo: 'Leave it and go back',
    isSuspended: 'This account is suspended', suspended: 'The account is suspended', restored: 'The account is restored',
    guardians: 'Guardians', noGuardians: 'There is no guardian.', endOf: 'End the guardianship of {name}', noEnd: 'no end', basis: 'Ground', unknownBasis: 'Not on file',
    appoint: 'Appoint a guardian', appointTitle: 'Appoint a guardian for {name}', appointLead: 'After signing in, a guardian sees the file and data of the ward and uses its rights. Check the proof of guardianship first.',
    guardian: 'Guardian', guardianHint: 'For somebody who is here for the first time choose “a new one” and enter the name', newGuardian: 'A new one', guardianName: 'Name of the new guardian', guardianNameHint: 'Not needed for a guardian chosen above',
    untilLabel: 'Last day (may stay empty)', untilHint: 'Without it the guardianship holds until it is taken', appointYes: 'Appoint', appointed: 'The guardian is appointed',
    askGuardian: 'Choose a guardian or enter the name of a new one, not both.', askGuardianName: 'Enter the name of the new guardian, 1 to 60 characters.', askBasis: 'Choose the ground of the guardianship.', askUntil: 'Enter a whole date, such as 31 12 2027, or nothing.',
    organisation: 'An organisation', organisations: 'Organisations', organisationsLead: 'The organisations in the area that you look after.', noOrganisations: 'No organisation fits.', kind: 'Kind', all: 'All kinds', show: 'Show', region: 'Region', next: 'Next page', add: 'Enter an organisation',
    addTitle: 'Enter an organisation', organisationName: 'Name of the organisation', organisationNameHint: 'In full', parent: 'Organisation above (may stay empty)', noParent: 'None above', addYes: 'Enter', added: 'The organisation is entered', renamed: 'The name is changed',
    rename: 'Change the name', renameYes: 'Save the name', askName: 'Enter the name of the organisation, 2 to 120 characters.', askKind: 'Choose the kind of organisation.', askParent: 'Choose the organisation above from the list.',
  },
);

export type DeskText = keyof typeof deskTexts.zh;
export type DeskWords = (key: DeskText, params?: Readonly<Record<string, string>>) => string;

export const deskWords = ({ variant }: PageContext): DeskWords => (key, params = {}) => say(deskTexts, variant, key, params);
