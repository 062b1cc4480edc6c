import type { CitizenIdText } from '../../../kernel/ids/citizen-id.js';
import type { LocalDate } from '../../../kernel/local-date.js';
import type { RowReader, TableColumn } from '../../../kernel/sheet/row-reader.js';

export const GRADUATE_COLUMNS = [
  { key: 'citizenId', title: '公民身份号码', names: /^(?:公民身份证?号码?|(?:居民)?身份证(?:件)?(?:号码?)?|证件号码|citizenid)$/, required: true },
  { key: 'graduatedOn', title: '毕业日期', names: /^(?:毕业(?:日期|时间|年月)|graduatedon)$/, required: true },
  { key: 'education', title: '学历层次', names: /^(?:学历(?:层次)?|培养层次|层次|education)$/, required: true },
  { key: 'school', title: '学校名称', names: /^(?:(?:毕业)?(?:学校|院校)(?:名称)?|school)$/, required: true },
  { key: 'major', title: '专业名称', names: /^(?:(?:所学)?专业(?:名称)?|major)$/, required: false },
] as const satisfies readonly TableColumn<string>[];
export type GraduateKey = (typeof GRADUATE_COLUMNS)[number]['key'];

export type Education = 'secondary' | 'secondary_vocational' | 'junior_college' | 'bachelor' | 'master' | 'doctor';

export type GraduateRow = {
  readonly line: number;
  readonly citizenId: CitizenIdText;
  readonly graduatedOn: LocalDate;
  readonly education: Education;
  readonly school: string;
  readonly major: string | null;
};

function readEducation(text: string): Education | null {
  if (/博士|^doctor$/.test(text)) return 'doctor';
  if (/硕士|研究生|^master$/.test(text)) return 'master';
  if (/本科|学士|^bachelor$/.test(text)) return 'bachelor';
  if (/大专|专科|高职|^junior_college$/.test(text)) return 'junior_college';
  if (/中专|中职|职高|技工|技校|中等职业|^secondary_vocational$/.test(text)) return 'secondary_vocational';
  return /高中|^secondary$/.test(text) ? 'secondary' : null;
}

/** Null after a fault was collected. */
export function readGraduateRow(reader: RowReader<GraduateKey>): GraduateRow | null {
  const citizenId = reader.required('citizenId', reader.citizenId('citizenId'));
  const graduatedOn = reader.required('graduatedOn', reader.day('graduatedOn'));
  const education = reader.required('education', reader.word('education', readEducation, '高中、中专、大专、本科、硕士、博士'));
  const school = reader.required('school', reader.text('school', 100));
  const major = reader.text('major', 100);
  if (reader.faults.length > 0 || citizenId === null || graduatedOn === null || education === null || school === null) return null;
  return { line: reader.line, citizenId, graduatedOn, education, school, major };
}
