import { dictionary } from '../../kernel/texts.js';

/** What this room refuses, and what the person can do. Nothing here repeats a number. */
export const registryErrorTexts = dictionary(
  {
    'registry.citizen_id.malformed': '公民身份号码不对：应为 18 位，最后一位是校验码。请对照身份证逐位核对。',
    'registry.certificate.malformed': '残疾人证号不对：应为 20 位，即身份证号加残疾类别和等级。请对照证件逐位核对。',
    'registry.certificate.other_holder': '这个残疾人证号不是这位持证人的：前 18 位应与公民身份号码相同。请核对两个号码。',
    'registry.certificate.already_used': '这个残疾人证号已经登记在别人名下。请核对号码。',
    'registry.certificate.period': '有效期止应在发证日期之后。请核对两个日期。',
    'registry.person.already_exists': '这个公民身份号码已经建档，一人只有一份档案。请用“按号码查找”打开；找不到时，请联系上级残联办理转移。',
    'registry.account.already_linked': '这个账号已经连到另一份档案。请核对账号。',
  },
  {
    'registry.citizen_id.malformed': 'The citizen id is wrong: it has 18 characters, the last one checks the others. Compare it with the card.',
    'registry.certificate.malformed': 'The certificate number is wrong: it has 20 characters, the citizen id followed by category and grade. Compare it with the certificate.',
    'registry.certificate.other_holder': 'This certificate belongs to somebody else: its first 18 characters are the citizen id of the holder. Check both numbers.',
    'registry.certificate.already_used': 'This certificate number is registered for somebody else. Check the number.',
    'registry.certificate.period': 'The last day of the certificate comes after the day of issue. Check both days.',
    'registry.person.already_exists': 'There is a file for this citizen id already: one person has one file. Look it up by number; if it is not found, ask the federation above you to hand it over.',
    'registry.account.already_linked': 'This account belongs to another file. Check the account.',
  },
);
