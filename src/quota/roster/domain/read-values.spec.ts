import { isOpenEnd, kindOfNumber, readCertificateKind, readContractKind, readDispatch, readMark, readPostCategory } from './read-values.js';

describe('marks of a month', () => {
  it.each(['✓', '√', '1', '是', 'Y', 'yes', 'TRUE', '已缴', '参保', '正常', ' ✔ ', '１', '612.40', '1,203.5'])('%j is a yes', (text) => expect(readMark(text)).toBe(true));
  it.each(['', '0', '×', '否', '无', 'N', '未缴', '停保', '-', '/', '0.00', '○'])('%j is a no', (text) => expect(readMark(text)).toBe(false));
  it.each(['也许', '1月', '??'])('%j is neither', (text) => expect(readMark(text)).toBeNull());
});

describe('words from closed lists', () => {
  it.each([['残疾人证', 'disability'], ['第二代残疾人证', 'disability'], ['残疾军人证', 'military'], ['中华人民共和国残疾军人证', 'military'], ['伤残人民警察证', 'police'], ['居民身份证', null], ['?', null]])('%s: %s', (text, kind) => expect(readCertificateKind(text)).toBe(kind));
  it.each([['11010519491231002X43', 'disability'], ['鲁军D012345', 'military'], ['公警残字第1号', 'police'], ['ABC', null]])('number %s: %s', (text, kind) => expect(kindOfNumber(text)).toBe(kind));
  it.each([['管理技术', 'management'], ['管理岗', 'management'], ['专业技术岗', 'management'], ['工人', 'worker'], ['工勤技能岗', 'worker'], ['其他', null]])('post %s: %s', (text, category) => expect(readPostCategory(text)).toBe(category));
  it.each([['在编', 'establishment'], ['事业编制', 'establishment'], ['编外', 'other'], ['无固定期限', 'open'], ['无固定期限劳动合同', 'open'], ['固定期限', 'fixed'], ['劳动合同', 'other'], ['服务协议', 'other'], ['不详', null]])('contract %s: %s', (text, kind) => expect(readContractKind(text)).toBe(kind));
  it.each([['', 'none'], ['无', 'none'], ['否', 'none'], ['我方计入', 'in'], ['本单位计入', 'in'], ['对方计入', 'out'], ['计入对方', 'out'], ['是', null], ['有协议', null]])('dispatch %j: %s', (text, side) => expect(readDispatch(text)).toBe(side));
  it.each([['长期', true], ['无固定期限', true], ['至今', true], ['9999-12-31', true], ['99991231', true], ['2025-01-01', false]])('open end %s: %s', (text, open) => expect(isOpenEnd(text)).toBe(open));
});
