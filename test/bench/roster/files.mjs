// Rosters of made-up people: XLSX with a shared-strings table as Excel writes it, and CSV. Identity numbers have an area
// code that GB/T 2260 does not have, so none can be a real person's.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import zlib from 'node:zlib';

export const COLUMNS = ['序号', '姓名', '公民身份号码', '证件类型', '证件号码', '岗位', '岗位类别', '合同类型', '合同开始', '合同结束', '月工资', '参保开始'];

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜'];
const GIVEN = [...'安柏晨达恩帆果禾嘉可乐明宁沛清然森桐文曦雅泽'];
const POSTS = ['保洁', '绿化', '客服', '数据标注', '仓管', '包装', '文员', '质检'];

const check = (first17) => '10X98765432'[[...first17].reduce((sum, digit, at) => sum + Number(digit) * WEIGHTS[at], 0) % 11];
const two = (number) => String(number).padStart(2, '0');
/** Serial number of a day in Excel's calendar. */
const serial = (year, month, day) => Date.UTC(year, month - 1, day) / 86_400_000 + 25_569;

/** The n-th person: everyone is somebody else, and most months count. */
function person(n) {
  const born = new Date(Date.UTC(1968, 0, 1) + (n % 12_000) * 86_400_000);
  const first17 = `999999${born.getUTCFullYear()}${two(born.getUTCMonth() + 1)}${two(born.getUTCDate())}${String(Math.floor(n / 12_000) * 37 + (n % 37) + 1).padStart(3, '0')}`;
  const id = first17 + check(first17);
  const name = SURNAMES[n % 32] + GIVEN[Math.floor(n / 32) % 22] + GIVEN[Math.floor(n / 704) % 22] + String(n);
  const start = [2018 + (n % 6), 1 + (n % 12), 1 + (n % 28)];
  const end = n % 3 === 0 ? null : [2026 + (n % 4), 12, 31];
  return { n, name, id, certificate: `${id}${1 + (n % 7)}${1 + (n % 4)}`, post: POSTS[n % 8], category: n % 5 === 0 ? '管理技术' : '工人', kind: end ? '固定期限' : '无固定期限', start, end, wage: 2000 + (n % 400) * 10, insured: `${start[0]}-${two(start[1])}` };
}

const day = (parts) => (parts === null ? '' : `${parts[0]}-${two(parts[1])}-${two(parts[2])}`);

function writeCsv(file, rows) {
  const lines = [COLUMNS.join(',')];
  for (let n = 1; n <= rows; n++) {
    const p = person(n);
    lines.push([p.n, p.name, p.id, '残疾人证', p.certificate, p.post, p.category, p.kind, day(p.start), day(p.end), p.wage, p.insured].join(','));
  }
  writeFileSync(file, `\ufeff${lines.join('\r\n')}\r\n`);
}

/** Pieces of text as deflated bytes with size and checksum; 100 MB of XML never stand in memory as one. */
function pack(name, pieces) {
  const content = Buffer.concat(pieces.map((piece) => Buffer.from(piece)));
  return { name: Buffer.from(name), size: content.length, crc: zlib.crc32(content), packed: zlib.deflateRawSync(content, { level: 6 }) };
}

function writeZip(file, parts) {
  const pieces = [];
  const directory = [];
  let offset = 0;
  for (const { name, size, crc, packed } of parts) {
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0); local.writeUInt16LE(20, 4); local.writeUInt16LE(6, 6); local.writeUInt16LE(8, 8);
    local.writeUInt32LE(crc, 14); local.writeUInt32LE(packed.length, 18); local.writeUInt32LE(size, 22); local.writeUInt16LE(name.length, 26);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0); entry.writeUInt16LE(45, 4); entry.writeUInt16LE(20, 6); entry.writeUInt16LE(6, 8); entry.writeUInt16LE(8, 10);
    entry.writeUInt32LE(crc, 16); entry.writeUInt32LE(packed.length, 20); entry.writeUInt32LE(size, 24); entry.writeUInt16LE(name.length, 28); entry.writeUInt32LE(offset, 42);
    pieces.push(local, name, packed);
    directory.push(entry, name);
    offset += 30 + name.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0); end.writeUInt16LE(parts.length, 8); end.writeUInt16LE(parts.length, 10); end.writeUInt32LE(list.length, 12); end.writeUInt32LE(offset, 16);
  writeFileSync(file, Buffer.concat([...pieces, list, end]));
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATION = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

function writeXlsx(file, rows) {
  const strings = new Map();
  let references = 0;
  const shared = (text) => {
    references++;
    const known = strings.get(text);
    if (known !== undefined) return known;
    strings.set(text, strings.size);
    return strings.size - 1;
  };
  const text = (ref, value) => `<c r="${ref}" t="s"><v>${shared(value)}</v></c>`;
  const date = (ref, parts) => (parts === null ? `<c r="${ref}" s="1"/>` : `<c r="${ref}" s="1"><v>${serial(...parts)}</v></c>`);
  const sheet = [`${XML}<worksheet xmlns="${MAIN}" xmlns:r="${RELATION}"><dimension ref="A1:L${rows + 1}"/><sheetViews><sheetView workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="14.25"/><sheetData>`];
  sheet.push(`<row r="1" spans="1:12">${COLUMNS.map((title, at) => text(`${String.fromCharCode(65 + at)}1`, title)).join('')}</row>`);
  for (let n = 1; n <= rows; n++) {
    const p = person(n);
    const r = n + 1;
    sheet.push(`<row r="${r}" spans="1:12"><c r="A${r}"><v>${n}</v></c>${text(`B${r}`, p.name)}${text(`C${r}`, p.id)}${text(`D${r}`, '残疾人证')}${text(`E${r}`, p.certificate)}${text(`F${r}`, p.post)}${text(`G${r}`, p.category)}${text(`H${r}`, p.kind)}${date(`I${r}`, p.start)}${date(`J${r}`, p.end)}<c r="K${r}"><v>${p.wage}</v></c>${text(`L${r}`, p.insured)}</row>`);
  }
  sheet.push('</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>');
  const table = [`${XML}<sst xmlns="${MAIN}" count="${references}" uniqueCount="${strings.size}">`];
  for (const value of strings.keys()) table.push(`<si><t>${value}</t></si>`);
  table.push('</sst>');
  const override = (part, type) => `<Override PartName="${part}" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.${type}+xml"/>`;
  const relation = (id, type, target) => `<Relationship Id="${id}" Type="${RELATION}/${type}" Target="${target}"/>`;
  writeZip(file, [
    pack('[Content_Types].xml', [`${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('/xl/workbook.xml', 'sheet.main')}${override('/xl/worksheets/sheet1.xml', 'worksheet')}${override('/xl/styles.xml', 'styles')}${override('/xl/sharedStrings.xml', 'sharedStrings')}</Types>`]),
    pack('_rels/.rels', [`${XML}<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`]),
    pack('xl/workbook.xml', [`${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATION}"><workbookPr/><sheets><sheet name="花名册" sheetId="1" r:id="rId1"/></sheets></workbook>`]),
    pack('xl/_rels/workbook.xml.rels', [`${XML}<Relationships xmlns="${PACKAGE}/relationships">${relation('rId1', 'worksheet', 'worksheets/sheet1.xml')}${relation('rId2', 'styles', 'styles.xml')}${relation('rId3', 'sharedStrings', 'sharedStrings.xml')}</Relationships>`]),
    pack('xl/worksheets/sheet1.xml', sheet),
    pack('xl/styles.xml', [`${XML}<styleSheet xmlns="${MAIN}"><fonts count="1"><font><sz val="11"/><name val="等线"/></font></fonts><fills count="1"><fill><patternFill patternType="none"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`]),
    pack('xl/sharedStrings.xml', table),
  ]);
}

/** Writes both files. @returns their paths */
export function makeRosters(folder, rows) {
  const files = { xlsx: path.join(folder, `roster-${rows}.xlsx`), csv: path.join(folder, `roster-${rows}.csv`) };
  writeXlsx(files.xlsx, rows);
  writeCsv(files.csv, rows);
  return files;
}
