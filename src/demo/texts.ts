import { dictionary } from '../kernel/texts.js';

/** What the demo says at a start and in its file. */
export const demoTexts = dictionary(
  {
    'demo.file_told': '演示数据已放入内置数据库。演示身份的邀请码在 {file}',
    'demo.file_head': '助就演示：下面的单位和身份都是编的。每个邀请码只能用一次，{until} 前有效。打开 {address}，输入邀请码，设一个自己的密码。工作人员还要用验证器应用绑定第二步验证。',
    'demo.district.refused': '演示区县只放进内置数据库：这里设了 DATABASE_URL 或关掉了演示数据（ZHUJIU_DEMO），什么都没有做。',
    'demo.district.made': '演示区县已放入内置数据库：三千家用人单位，两个年度的申报。现在可以 npm start。',
    'demo.federation': '张店区残疾人联合会（演示）',
    'demo.role.administrator': '演示管理员',
    'demo.role.security_officer': '演示安全员',
    'demo.role.auditor': '演示审计员',
    'demo.role.town_officer': '演示镇街残联干事',
    'demo.role.counselor': '演示职业指导员',
  },
  {
    'demo.file_told': 'Demo data has been put into the embedded database. Invitation codes of the demo roles are in {file}',
    'demo.file_head': 'Zhujiu demo: the organisations and people below are made up. Each invitation code works once, before {until}. Open {address}, enter the code and set a password of your own. Staff also bind a second step with an authenticator app.',
    'demo.district.refused': 'The demo district goes into the embedded database only: DATABASE_URL is set here, or the demo is off (ZHUJIU_DEMO). Nothing was done.',
    'demo.district.made': 'The demo district is in the embedded database: three thousand employers, filings of two years. Now run npm start.',
    'demo.federation': 'Zhangdian District Disabled Persons’ Federation (demo)',
    'demo.role.administrator': 'Demo administrator',
    'demo.role.security_officer': 'Demo security officer',
    'demo.role.auditor': 'Demo auditor',
    'demo.role.town_officer': 'Demo town federation officer',
    'demo.role.counselor': 'Demo counselor',
  },
);
