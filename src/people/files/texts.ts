import { dictionary } from '../../kernel/texts.js';

/** What this room refuses, and what the person can do. */
export const filesErrorTexts = dictionary(
  {
    'files.file.not_found': '找不到这份档案，或者它不在您负责的范围内。请核对后重试。',
    'files.file.stale': '这份档案刚刚被别人改过。请重新打开，看过后再改。',
    'files.file.already_closed': '这份档案已经结束，不能再改。',
    'files.region.outside_scope': '这个地区不在您负责的范围内，不能在那里建档。请核对地区，或请当地残联建档。',
    'files.account.role_missing': '这个账号没有需要的角色：接手档案的要是职业指导员，档案本人要是求职者。请先授予角色。',
    'files.phone.malformed': '看不出这是电话号码。请填写手机号码，或带区号的固定电话。',
    'files.export.too_large': '您的范围内超过 {most} 人，一次导出太多。请让负责较小地区的人员导出。',
  },
  {
    'files.file.not_found': 'This file does not exist or is outside the area that you look after. Check and try again.',
    'files.file.stale': 'Somebody has just changed this file. Open it again, look at it, then change it.',
    'files.file.already_closed': 'This file is closed and cannot be changed.',
    'files.region.outside_scope': 'This region is outside the area that you look after, so you cannot open files there. Check the region, or ask its federation.',
    'files.account.role_missing': 'This account lacks the role that is needed: a case is handed to a counselor, and a file belongs to a jobseeker. Give the role first.',
    'files.phone.malformed': 'This is no telephone number. Enter a mobile number, or a landline with its area code.',
    'files.export.too_large': 'There are more than {most} people in your area, too many for one list. Ask somebody who looks after a smaller one.',
  },
);

/** Words of the exported list. */
export const exportTexts = dictionary(
  {
    watermark: '助就导出 {id} · 导出人 {by} · {at} · 仅供申明的用途，不得转给他人；查看已逐人记录',
    name: '姓名', citizenId: '公民身份号码（已遮盖）', region: '地区代码', phone: '电话（已遮盖）', certificate: '有残疾人证', yes: '有', no: '无',
  },
  {
    watermark: 'Zhujiu export {id} · by {by} · {at} · for the stated purpose only, not to be passed on; logged for every person',
    name: 'Name', citizenId: 'Citizen id (masked)', region: 'Region code', phone: 'Telephone (masked)', certificate: 'Has a certificate', yes: 'yes', no: 'no',
  },
);
