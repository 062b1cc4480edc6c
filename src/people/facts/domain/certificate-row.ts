import type { CitizenIdText } from '../../../kernel/ids/citizen-id.js';
import { parseDisabilityCertificate } from '../../../kernel/ids/disability-certificate.js';
import { parseServiceCertificate } from '../../../kernel/ids/service-certificate.js';
import { addDays, type LocalDate } from '../../../kernel/local-date.js';
import { readGrade } from '../../../kernel/sheet/read-cells.js';
import type { RowReader, TableColumn } from '../../../kernel/sheet/row-reader.js';
import type { CertificateFactKind } from './kinds.js';

export const CERTIFICATE_COLUMNS = [
  { key: 'citizenId', title: '公民身份号码', names: /^(?:公民身份证?号码?|(?:居民)?身份证(?:件)?(?:号码?)?|citizenid)$/, required: true },
  { key: 'number', title: '证件号码', names: /^(?:残疾(?:人|军人)?证(?:件)?(?:号码?|编号)|伤残人民警察证(?:号码?|编号)|证件(?:号码?|编号)|证号|number)$/, required: true },
  { key: 'grade', title: '等级', names: /^(?:(?:伤?残疾?)?等级|级别|grade)$/, required: false },
  { key: 'gradeFrom', title: '等级开始', names: /^(?:(?:伤?残疾?)?等级(?:开始|起始|生效|评定)(?:日期|时间)?|评(?:残|定)(?:日期|时间)|gradefrom)$/, required: false },
  { key: 'gradeUntil', title: '等级结束', names: /^(?:(?:伤?残疾?)?等级(?:结束|终止|截止)(?:日期|时间)?|gradeuntil)$/, required: false },
  { key: 'firstIssuedOn', title: '首次发证日期', names: /^(?:(?:首次|初次|第一次)(?:发证|领证|办证|核发)(?:日期|时间)?|firstissuedon)$/, required: false },
  { key: 'validFrom', title: '有效期起', names: /^(?:有效期(?:起|始|开始)(?:日期)?|(?:发证|签发|核发)(?:日期|时间)|validfrom)$/, required: false },
  { key: 'validUntil', title: '有效期止', names: /^(?:有效期(?:限)?(?:至|到|止|截止)(?:日期)?|有效期限?|到期(?:日期|时间)|validuntil)$/, required: false },
  { key: 'revokedOn', title: '注销日期', names: /^(?:注销(?:日期|时间)|revokedon)$/, required: false },
] as const satisfies readonly TableColumn<string>[];
export type CertificateKey = (typeof CERTIFICATE_COLUMNS)[number]['key'];

export type CertificateRow = {
  readonly line: number;
  readonly citizenId: CitizenIdText;
  readonly number: string;
  /** Null for service certificates. */
  readonly category: number | null;
  readonly grade: number;
  readonly gradeFrom: LocalDate | null;
  /** A grade that has ended is history: such a row says nothing of the certificate itself. */
  readonly gradeUntil: LocalDate | null;
  readonly firstIssuedOn: LocalDate | null;
  readonly validFrom: LocalDate | null;
  readonly validUntil: LocalDate | null;
};

type Reader = RowReader<CertificateKey>;

/** Null after a fault was collected. */
export function readCertificateRow(reader: Reader, kind: CertificateFactKind): CertificateRow | null {
  const citizenId = reader.required('citizenId', reader.citizenId('citizenId'));
  const number = reader.required('number', reader.number('number'));
  const days = readDays(reader);
  const said = reader.word('grade', readGrade, kind === 'disability' ? '1 到 4' : '1 到 10');
  if (citizenId === null || number === null || days === null) return null;
  const certificate = kind === 'disability' ? readDisability(reader, number, citizenId, said) : readService(reader, kind, number, said);
  return certificate === null || reader.faults.length > 0 ? null : { line: reader.line, citizenId, ...certificate, ...days };
}

type Days = Pick<CertificateRow, 'gradeFrom' | 'gradeUntil' | 'firstIssuedOn' | 'validFrom' | 'validUntil'>;

function readDays(reader: Reader): Days | null {
  const [gradeFrom, gradeUntil, firstIssuedOn, validFrom, until, revokedOn] = [
    reader.day('gradeFrom'), reader.day('gradeUntil'), reader.day('firstIssuedOn'), reader.day('validFrom'), reader.day('validUntil'), reader.day('revokedOn'),
  ];
  // The day of revocation is the first on which it is no longer valid.
  const lastDay = revokedOn === null ? null : addDays(revokedOn, -1);
  const validUntil = lastDay !== null && (until === null || lastDay < until) ? lastDay : until;
  const turned = (key: CertificateKey, from: LocalDate | null, end: LocalDate | null): boolean => {
    if (from === null || end === null || end >= from) return false;
    reader.fault(key, 'facts.row.period', { from, until: end });
    return true;
  };
  const wrong = [turned('gradeUntil', gradeFrom, gradeUntil), turned('validUntil', validFrom, validUntil), turned('validUntil', firstIssuedOn, validUntil)];
  return wrong.includes(true) ? null : { gradeFrom, gradeUntil, firstIssuedOn, validFrom, validUntil };
}

type Certificate = Pick<CertificateRow, 'number' | 'category' | 'grade'>;

/** 残疾人证: citizen id, category and grade in one number, so all must agree with the other columns. */
function readDisability(reader: Reader, number: string, holder: CitizenIdText, said: number | null): Certificate | null {
  const parsed = parseDisabilityCertificate(number);
  if (!parsed.ok) return reader.fault('number', 'facts.row.certificate_number');
  const { text, category, grade } = parsed.value;
  if (parsed.value.holder.text !== holder) return reader.fault('number', 'facts.row.certificate_of_someone_else');
  if (said !== null && said !== grade) return reader.fault('grade', 'facts.row.grade_contradicts_number');
  return { number: text, category, grade };
}

/** 残疾军人证 and 伤残人民警察证: the number holds no grade. */
function readService(reader: Reader, kind: 'military' | 'police', number: string, said: number | null): Certificate | null {
  const grade = reader.required('grade', said);
  if (grade === null) return null;
  const parsed = parseServiceCertificate(kind, number, grade);
  if (parsed.ok) return { number: parsed.value.text, category: null, grade: parsed.value.grade };
  return parsed.error === 'service_certificate.grade' ? reader.fault('grade', 'sheets.row.word_unknown', { value: String(grade), words: '1 到 10' }) : reader.fault('number', 'facts.row.certificate_number');
}
