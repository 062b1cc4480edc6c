import { dictionary } from '../../kernel/texts.js';

/** What this room refuses, and what the person can do. */
export const employersErrorTexts = dictionary(
  {
    'employers.employer.not_found': '找不到这个用人单位，或者它不在您负责的范围内。请核对后重试。',
    'employers.employer.stale': '这个单位的资料刚刚被别人改过。请重新打开，看过后再办理。',
    'employers.employer.already_decided': '这个单位的登记已经办理过了。请刷新查看结果。',
    'employers.uscc.already_registered': '这个统一社会信用代码已经登记过。请向本单位的经办人索要邀请；如果不是本单位登记的，请联系当地残联。',
    'employers.uscc.length': '统一社会信用代码应为 18 位。请对照营业执照或登记证书填写。',
    'employers.uscc.malformed': '统一社会信用代码里有不该出现的字符。请对照营业执照或登记证书填写。',
    'employers.uscc.check_digit': '统一社会信用代码的最后一位不对，可能有一位抄错了。请对照营业执照或登记证书逐位核对。',
  },
  {
    'employers.employer.not_found': 'This employer does not exist or is outside the area that you look after. Check and try again.',
    'employers.employer.stale': 'Somebody has just changed this employer. Open it again, look at it, then go on.',
    'employers.employer.already_decided': 'This registration has been decided already. Reload to see how.',
    'employers.uscc.already_registered': 'This credit code is registered already. Ask the clerk of your employer for an invitation; if it was not your employer who registered, ask the local federation.',
    'employers.uscc.length': 'A unified social credit code has 18 characters. Copy it from the licence.',
    'employers.uscc.malformed': 'The unified social credit code holds characters that cannot stand in it. Copy it from the licence.',
    'employers.uscc.check_digit': 'The last character of the unified social credit code does not fit: one character may be miscopied. Compare it with the licence.',
  },
);
