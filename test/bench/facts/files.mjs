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
