import { SharedStrings } from './shared-strings.js';
import { decodeEntities, decodeEscapes, decodeUtf8, tagsOf, textOfItem } from './xml.js';

const bytes = (text: string): string => Buffer.from(text, 'utf8').toString('latin1');
async function* inPieces(text: string, size: number): AsyncGenerator<Buffer, void, undefined> {
  const all = Buffer.from(text, 'utf8');
  for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size);
}

describe('string items', () => {
  it.each([
    ['<t>残疾人证</t>', '残疾人证'],
    ['<t xml:space="preserve"> 甲 </t>', ' 甲 '],
    ['<r><rPr><b/></rPr><t>公民</t></r><r><t>身份号码</t></r>', '公民身份号码'],
    ['<t>张</t><rPh sb="0" eb="1"><t>ZHANG</t></rPh><phoneticPr fontId="1"/>', '张'],
    ['<x:r><x:t>甲</x:t></x:r>', '甲'],
    ['<t/>', ''],
    ['', ''],
  ])('%s', (item, text) => expect(decodeUtf8(textOfItem(bytes(item)))).toBe(text));
});

describe('entities', () => {
  it.each([['a&amp;b', 'a&b'], ['&lt;&gt;&quot;&apos;', '<>"\''], ['&#20154;', '人'], ['&#x4EBA;', '人'], ['&#x20BB7;', '𠮷'], ['&nbsp;', '&nbsp;'], ['&#0;', ''], ['&#x110000;', ''], ['&amp;lt;', '&lt;']])(
    '%s', (text, meant) => expect(decodeEntities(text)).toBe(meant));
  it('escapes of the spreadsheet', () => expect(decodeEscapes('a_x000A_b_x005F_')).toBe('a\nb_'));
});

describe('tags of a small document', () => {
  it('come with attributes and without prefixes', () => {
    expect([...tagsOf('<x:sheet name="甲&amp;乙" r:id=\'rId1\' state="hidden"/>')]).toEqual([{ name: 'sheet', attributes: { name: '甲&乙', id: 'rId1', state: 'hidden' }, opens: true, closes: true }]);
  });
  it('never come from a document that declares entities', () => {
    expect(() => [...tagsOf('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')]).toThrow('sheets.file.damaged');
  });
});

describe('the table of shared strings', () => {
  const table = (...items: string[]): string => `<?xml version="1.0"?><sst xmlns="x" count="9">${items.join('')}</sst>`;
  const all = async (xml: string, size: number): Promise<(string | null)[]> => {
    const strings = await SharedStrings.read(inPieces(xml, size));
    return Array.from({ length: strings.size + 1 }, (_, index) => strings.at(index));
  };

  it.each([1, 2, 3, 7, 64, 100_000])('reads the same in pieces of %i bytes', async (size) => {
    const xml = table('<si><t>甲</t></si>', '<si/>', '<si><r><t>乙</t></r><r><t>丙&amp;丁</t></r></si>', '<si ><t xml:space="preserve"> 戊</t></si>', '<si><t></t></si>', '<si><t>𠮷_x000D_</t></si>');
    expect(await all(xml, size)).toEqual(['甲', '', '乙丙&丁', ' 戊', '', '𠮷\r', null]);
  });

  it('with a prefix', async () => expect(await all('<x:sst xmlns:x="y"><x:si><x:t>甲</x:t></x:si></x:sst>', 5)).toEqual(['甲', null]));

  it('grows over its first size', async () => {
    const long = '长'.repeat(200_000);
    expect(await all(table(`<si><t>${long}</t></si>`, '<si><t>短</t></si>', `<si><t>${long}</t></si>`), 65_536)).toEqual([long, '短', long, null]);
  });

  it('refuses one endless string', async () => {
    await expect(SharedStrings.read(inPieces(`<sst><si><t>${'a'.repeat(3_000_000)}`, 65_536))).rejects.toMatchObject({ code: 'sheets.file.damaged' });
  });

  it('opened items without an end cost no time', async () => {
    await expect(SharedStrings.read(inPieces(`<sst>${'<si>'.repeat(600_000)}`, 262_144))).rejects.toMatchObject({ code: 'sheets.file.damaged' });
  });
});
