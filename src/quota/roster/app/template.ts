import { say, type Language } from '../../../kernel/texts.js';
import { REQUIRED_COLUMNS, TEMPLATE_COLUMNS } from '../domain/columns.js';
import { writeWorkbook, type OutSheet } from '../../../platform/sheets/index.js';
import { standardTitle } from '../texts.js';
import { workbookTexts } from '../workbook-texts.js';

type TemplateColumn = (typeof TEMPLATE_COLUMNS)[number];

const ROWS_TO_FILL = 500;
const WIDTHS: Readonly<Record<TemplateColumn, number>> = {
  seq: 6, name: 12, citizenId: 22, certificateKind: 16, certificateNumber: 24, grade: 8, post: 14, postCategory: 12, contractKind: 14, contractStart: 14, contractEnd: 14, wage: 12, insuredFrom: 12, insuredTo: 12, dispatch: 12, otherUscc: 28,
};
const CHOICES: Readonly<Partial<Record<TemplateColumn, readonly string[]>>> = {
  certificateKind: ['残疾人证', '残疾军人证', '伤残人民警察证'],
  postCategory: ['管理技术', '工人'],
  contractKind: ['在编', '固定期限', '无固定期限'],
  dispatch: ['无', '我方计入', '对方计入'],
};
/** Numbers and dates that a spreadsheet would otherwise change while they are typed. */
const TEXTS: readonly TemplateColumn[] = ['citizenId', 'certificateNumber', 'contractStart', 'contractEnd', 'insuredFrom', 'insuredTo', 'otherUscc'];

const titleOf = (column: TemplateColumn, language: Language): string => standardTitle(column, language) + ((REQUIRED_COLUMNS as readonly string[]).includes(column) ? '*' : '');

/**
 * The template of the contract as a workbook, with lists to choose from and a second sheet that explains each column.
 * @param filled rows below the header, in the order of its columns
 */
export function templateWorkbook(language: Language, filled: readonly (readonly string[])[] = []): Promise<Uint8Array> {
  const roster: OutSheet = {
    name: say(workbookTexts, language, filled.length === 0 ? 'roster.template.sheet' : 'roster.example.sheet'),
    columns: TEMPLATE_COLUMNS.map((column) => ({ width: WIDTHS[column], text: TEXTS.includes(column) })),
    rows: [TEMPLATE_COLUMNS.map((column) => titleOf(column, language)), ...filled],
    choices: new Map(TEMPLATE_COLUMNS.flatMap((column, at) => { const values = CHOICES[column]; return values === undefined ? [] : [[at, values]]; })),
    rowsToFill: ROWS_TO_FILL,
  };
  const guide: OutSheet = {
    name: say(workbookTexts, language, 'roster.template.guide'),
    columns: [{ width: 28 }, { width: 90 }],
    rows: [[say(workbookTexts, language, 'roster.template.guide.title')], ...TEMPLATE_COLUMNS.map((column) => [titleOf(column, language), say(workbookTexts, language, `roster.template.${column}`)])],
    choices: new Map(),
    rowsToFill: 0,
  };
  return writeWorkbook([roster, guide]);
}

/** The same as CSV, in UTF-8 with its mark, without which Excel would take it for another encoding. No cell holds a comma. */
export const templateCsv = (language: Language, filled: readonly (readonly string[])[] = []): Buffer =>
  Buffer.from(`\ufeff${[TEMPLATE_COLUMNS.map((column) => titleOf(column, language)), ...filled].map((row) => `${row.join(',')}\r\n`).join('')}`, 'utf8');
