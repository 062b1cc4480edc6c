import { DomainError } from '../../kernel/domain-error.js';

/**
 * Just enough XML for the parts of a spreadsheet. hucre reads these too, but tells neither formulas from values, nor the
 * digits of a number as the file holds them, nor hidden sheets, nor merged cells, and keeps a DOM of all shared strings
 * (+245 MB at 100,000 rows). Document types and entities are refused, not expanded.
 */
export type Tag = { readonly name: string; readonly attributes: Readonly<Record<string, string>>; readonly opens: boolean; readonly closes: boolean };

const TAG = /<(\/?)([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;
const ATTRIBUTE = /([\w.-]+:)?([\w.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/** Every tag of a small document, names and attributes without their prefixes. @throws DomainError sheets.file.damaged */
export function* tagsOf(xml: string): Generator<Tag, void, undefined> {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml)) throw new DomainError('sheets.file.damaged');
  for (const [, slash, , name, attributeText, selfClosing] of xml.matchAll(TAG)) {
    const attributes: Record<string, string> = {};
    for (const [, , key, double, single] of (attributeText as string).matchAll(ATTRIBUTE)) attributes[key as string] = decodeEntities(double ?? single ?? '');
    yield { name: name as string, attributes, opens: slash === '', closes: slash !== '' || selfClosing === '/' };
  }
}

const NAMED: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Text with XML's five names and its numbers for characters resolved. */
export function decodeEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(\w+));/g, (whole, decimal?: string, hex?: string, name?: string) => {
    if (name !== undefined) return NAMED[name] ?? whole;
    const code = decimal !== undefined ? Number(decimal) : parseInt(hex as string, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}

/** `_x000D_` is how spreadsheets write characters that XML cannot hold. */
export const decodeEscapes = (text: string): string =>
  text.includes('_x') ? text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))) : text;

/** Text of the UTF-8 bytes that a latin1 string stands for: documents are scanned byte by byte and decoded where needed. */
export function decodeUtf8(bytes: string): string {
  return /[\x80-\xff]/.test(bytes) ? Buffer.from(bytes, 'latin1').toString('utf8') : bytes;
}

/** Text of the `<t>` elements of a string item, reading aids (`<rPh>`) left out. @param bytes the item as latin1 */
export function textOfItem(bytes: string): string {
  let text = '';
  let at = 0;
  for (;;) {
    const found = openingTag(bytes, at);
    if (found === null) return text;
    if (found.name === 'rPh') {
      const end = bytes.indexOf('rPh>', found.end);
      if (end < 0) return text;
      at = end + 4;
      continue;
    }
    at = found.end;
    if (found.name !== 't' || found.selfClosing) continue;
    const end = bytes.indexOf('<', found.end);
    if (end < 0) return text;
    text += bytes.slice(found.end, end);
    at = end;
  }
}

const OPENING = /<(?:\w+:)?(t|rPh)(?:\s[^<>]*?)?(\/?)>/g;

function openingTag(bytes: string, from: number): { readonly name: string; readonly end: number; readonly selfClosing: boolean } | null {
  OPENING.lastIndex = from;
  const match = OPENING.exec(bytes);
  return match === null ? null : { name: match[1] as string, end: OPENING.lastIndex, selfClosing: match[2] === '/' };
}
