// Tables of nobody: area 999999 does not exist, check digits are right.
import { closeSync, openSync, writeSync } from 'node:fs';

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const CODE_SIGNS = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const CODE_WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28];

export function citizenId(serial) {
  const day = new Date(Date.UTC(1960, 0, 1) + (serial % 15_000) * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '');
  const first17 = `999999${day}${String(Math.floor(serial / 15_000)).padStart(3, '0')}`;
  let sum = 0;
  for (let at = 0; at < 17; at++) sum += (first17.charCodeAt(at) - 48) * ID_WEIGHTS[at];
  return first17 + '10X98765432'[sum % 11];
}

export function uscc(serial) {
  const first17 = `91999999MA${String(serial).padStart(7, '0')}`;
  let sum = 0;
  for (let at = 0; at < 17; at++) sum += CODE_SIGNS.indexOf(first17[at]) * CODE_WEIGHTS[at];
  return first17 + CODE_SIGNS[(31 - (sum % 31)) % 31];
}

function write(file, lines) {
  const out = openSync(file, 'w');
  let text = '';
  for (const line of lines) {
    text += line;
    if (text.length > 1_048_576) {
      writeSync(out, text);
      text = '';
    }
  }
  writeSync(out, text);
  closeSync(out);
}

/** Months of both funds, a year for each person, in the order in which an insurance office exports: month by month. */
export function insuranceFile(file, rows, employers) {
  const people = Math.ceil(rows / 24);
  const ids = Array.from({ length: people }, (_, serial) => citizenId(serial));
  const codes = Array.from({ length: employers }, (_, serial) => uscc(serial));
  write(file, (function* () {
    yield '公民身份号码,统一社会信用代码,费款所属期,险种\n';
    let made = 0;
    for (let month = 1; month <= 12; month++) {
      for (let person = 0; person < people; person++) {
        for (const kind of ['养老', '医疗']) {
          if (made++ >= rows) return;
          yield `${ids[person]},${codes[person % employers]},2024${String(month).padStart(2, '0')},${kind}\n`;
        }
      }
    }
  })());
  return people;
}

/** The same rows as COPY takes them, the people as numbers, in the same order. */
export function* insuranceLines(rows, employers) {
  const people = Math.ceil(rows / 24);
  const codes = Array.from({ length: employers }, (_, serial) => uscc(serial));
  let made = 0;
  for (let month = 1; month <= 12; month++) {
    for (let person = 0; person < people; person++) {
      for (const kind of ['pension', 'medical']) {
        if (made++ >= rows) return;
        yield `${person}\t2024${String(month).padStart(2, '0')}\t${kind}\t${codes[person % employers]}\t1\n`;
      }
    }
  }
}

const KINDS = ['企业', '企业', '企业', '个体工商户', '企业', '事业单位', '社会团体', '企业', '机关', '民办非企业单位'];
export const TAX_COLUMNS = ['统一社会信用代码', '单位名称', '单位类型', '税务登记地', '成立日期', '行业代码', '是否国有', '编制数', '机构层级', '是否学校', '法定代表人', '联系电话'];

/** One employer of a tax register; every hundredth bears the name of the one before. */
export function taxRow(n) {
  const kind = KINDS[n % KINDS.length];
  const isPublic = kind === '机关' || kind === '事业单位';
  return [
    uscc(n), `不存在的${n % 100 === 99 ? n - 1 : n}号单位`, kind, `3703${['02', '03', '04', '05', '06', '21', '22', '23'][Math.floor(n / 2) % 8]}`, `${2000 + (n % 24)}-${String(1 + (n % 12)).padStart(2, '0')}-15`,
    ['C2319', 'F5211', 'I6510', 'P8321', 'O'][n % 5], kind === '企业' ? (n % 50 === 0 ? '是' : '否') : '', isPublic ? String(5 + (n % 200)) : '', isPublic ? '县' : '', kind === '事业单位' ? (n % 3 === 0 ? '是' : '否') : '',
    `某代表${n}`, `199${String(n).padStart(8, '0')}`,
  ];
}

export function taxFile(file, rows) {
  write(file, (function* () {
    yield `${TAX_COLUMNS.join(',')}\n`;
    for (let n = 0; n < rows; n++) yield `${taxRow(n).join(',')}\n`;
  })());
}
