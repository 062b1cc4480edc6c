import { isBlank, isOpenEnd, kindOfNumber, lostDigits, readCertificateKind, readContractKind, readDispatch, readGrade, readMark, readPostCategory, readWage } from './read-values.js';
import { CELL, type CellKind } from './sheet-row.js';

const wage = (text: string, kind: CellKind = CELL.text): string => {
  const read = readWage(text, kind);
  return read.ok ? String(read.value) : read.error;
};

describe('wages', () => {
  it.each([
    ['5000', '500000'], ['5,000.50', '500050'], ['１２，０００．００', '1200000'], ['￥5000元', '500000'], ['¥ 5 000', '500000'], ['5000元/月', '500000'], ['5,000.5元', '500050'], ['人民币5000元整', '500000'], ['0', '0'], ['1,234,567.89', '123456789'],
  ])('%j is %s fen', (text, amount) => expect(wage(text)).toBe(amount));

  it.each([
    ['-5000', 'wage_negative'], ['五千', 'wage_malformed'], ['NaN', 'wage_malformed'], ['5e3', 'wage_malformed'], ['5,00', 'wage_malformed'], ['5000.555', 'wage_too_precise'],
    ['5000.12345678', 'wage_too_precise'], ['10000000.01', 'wage_over_limit'], ['99999999999999999999', 'wage_over_limit'], ['5000-6000', 'wage_malformed'], ['', 'wage_malformed'],
  ])('%j is refused: %s', (text, fault) => expect(wage(text)).toBe(fault));

  it.each([['5000.1000000000004', '500010'], ['4999.9999999999991', '500000'], ['5E3', '500000'], ['0.1', '10'], ['1E-9', '0'], ['-1', 'wage_negative'], ['1E+300', 'wage_over_limit'], ['123456.785', '12345679']])(
    'the number %s is %s', (text, amount) => expect(wage(text, CELL.number)).toBe(amount),
  );
});

describe('marks of a month', () => {
  it.each(['✓', '√', '1', '是', 'Y', 'yes', 'TRUE', '已缴', '参保', '正常', ' ✔ ', '１', '612.40', '1,203.5'])('%j is a yes', (text) => expect(readMark(text)).toBe(true));
  it.each(['', '0', '×', '否', '无', 'N', '未缴', '停保', '-', '/', '0.00', '○'])('%j is a no', (text) => expect(readMark(text)).toBe(false));
  it.each(['也许', '1月', '??'])('%j is neither', (text) => expect(readMark(text)).toBeNull());
});

describe('words from closed lists', () => {
  it.each([['残疾人证', 'disability'], ['第二代残疾人证', 'disability'], ['残疾军人证', 'military'], ['中华人民共和国残疾军人证', 'military'], ['伤残人民警察证', 'police'], ['居民身份证', null], ['?', null]])('%s: %s', (text, kind) => expect(readCertificateKind(text)).toBe(kind));
  it.each([['11010519491231002X43', 'disability'], ['鲁军D012345', 'military'], ['公警残字第1号', 'police'], ['ABC', null]])('number %s: %s', (text, kind) => expect(kindOfNumber(text)).toBe(kind));
  it.each([['三级', 3], ['3', 3], ['3级', 3], ['肢体三级', 3], ['Ⅲ级', 3], ['II', 2], ['十级', 10], ['10', 10], ['３', 3], ['5', 5], ['重度', null], ['', null], ['99999', null]])('grade %j: %s', (text, grade) => expect(readGrade(text)).toBe(grade));
  it.each([['管理技术', 'management'], ['管理岗', 'management'], ['专业技术岗', 'management'], ['工人', 'worker'], ['工勤技能岗', 'worker'], ['其他', null]])('post %s: %s', (text, category) => expect(readPostCategory(text)).toBe(category));
  it.each([['在编', 'establishment'], ['事业编制', 'establishment'], ['编外', 'other'], ['无固定期限', 'open'], ['无固定期限劳动合同', 'open'], ['固定期限', 'fixed'], ['劳动合同', 'other'], ['服务协议', 'other'], ['不详', null]])('contract %s: %s', (text, kind) => expect(readContractKind(text)).toBe(kind));
  it.each([['', 'none'], ['无', 'none'], ['否', 'none'], ['我方计入', 'in'], ['本单位计入', 'in'], ['对方计入', 'out'], ['计入对方', 'out'], ['是', null], ['有协议', null]])('dispatch %j: %s', (text, side) => expect(readDispatch(text)).toBe(side));
  it.each([['长期', true], ['无固定期限', true], ['至今', true], ['9999-12-31', true], ['99991231', true], ['2025-01-01', false]])('open end %s: %s', (text, open) => expect(isOpenEnd(text)).toBe(open));
  it.each([['', true], ['-', true], ['—', true], ['/', true], ['无', true], ['N/A', true], ['0', false], ['x', false]])('blank %j: %s', (text, blank) => expect(isBlank(text)).toBe(blank));
});

describe('numbers that a spreadsheet has rounded', () => {
  it.each([['1.1010519491231E+17', CELL.number, true], ['110105194912310000', CELL.number, true], ['1.10105E+17', CELL.text, true], ['110105491231002', CELL.number, false], ['11010519491231002X', CELL.text, false], ['110105194912310021', CELL.text, false]] as const)(
    '%s', (text, kind, lost) => expect(lostDigits(text, kind)).toBe(lost),
  );
});
