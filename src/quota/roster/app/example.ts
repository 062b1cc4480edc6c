import { citizenIdCheckSign } from '../../../kernel/ids/citizen-id.js';
import type { Language } from '../../../kernel/texts.js';
import { templateCsv, templateWorkbook } from './template.js';

/** An area code that GB/T 2260 does not have: a number made with it belongs to nobody. */
const NOWHERE = '999999';

type Person = { readonly name: string; readonly born: string; readonly grade: 1 | 2 | 3 | 4; readonly from: string; readonly wage: string; readonly wrongCheckSign?: true };

/** People that show what can happen to a row: counted twice, counted from the middle of the year, not counted, not taken. */
const PEOPLE: readonly Person[] = [
  { name: '示例甲', born: '19860305', grade: 1, from: '2023-01-01', wage: '6000.00' },
  { name: '示例乙', born: '19911120', grade: 3, from: '2024-08-01', wage: '4200.00' },
  // Below every minimum wage of Shandong.
  { name: '示例丙', born: '19790714', grade: 4, from: '2023-01-01', wage: '1500.00' },
  { name: '示例丁', born: '19940228', grade: 2, from: '2023-01-01', wage: '3800.00', wrongCheckSign: true },
];

const GRADES = ['', '一级', '二级', '三级', '四级'] as const;
/** Category 4 of the certificate's number: physical disability. */
const CATEGORY = '4';

function rowOf({ name, born, grade, from, wage, wrongCheckSign }: Person, index: number): readonly string[] {
  const first17 = `${NOWHERE}${born}00${index + 1}`;
  const sign = citizenIdCheckSign(first17);
  const number = first17 + (wrongCheckSign ? (sign === '0' ? '1' : '0') : sign);
  return [
    String(index + 1), name, number, '残疾人证', `${first17}${sign}${CATEGORY}${grade}`, GRADES[grade], '示例岗位', '工人', '固定期限', from, '2026-12-31', wage, from.slice(0, 7), '', '无', '',
  ];
}

const ROWS = PEOPLE.map(rowOf);

/** A small roster of people who do not exist, under the header of the template. */
export const exampleWorkbook = (language: Language): Promise<Uint8Array> => templateWorkbook(language, ROWS);
export const exampleCsv = (language: Language): Buffer => templateCsv(language, ROWS);
