import { isBlank, lostDigits, readGrade, readWage } from './read-cells.js';
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

describe('words of cells', () => {
  it.each([['三级', 3], ['3', 3], ['3级', 3], ['肢体三级', 3], ['Ⅲ级', 3], ['II', 2], ['十级', 10], ['10', 10], ['３', 3], ['5', 5], ['重度', null], ['', null], ['99999', null]])('grade %j: %s', (text, grade) => expect(readGrade(text)).toBe(grade));
  it.each([['', true], ['-', true], ['—', true], ['/', true], ['无', true], ['N/A', true], ['0', false], ['x', false]])('blank %j: %s', (text, blank) => expect(isBlank(text)).toBe(blank));
});

describe('numbers that a spreadsheet has rounded', () => {
  it.each([['1.1010519491231E+17', CELL.number, true], ['110105194912310000', CELL.number, true], ['1.10105E+17', CELL.text, true], ['110105491231002', CELL.number, false], ['11010519491231002X', CELL.text, false], ['110105194912310021', CELL.text, false]] as const)(
    '%s', (text, kind, lost) => expect(lostDigits(text, kind)).toBe(lost),
  );
});
