import type { SheetRow } from '../../kernel/sheet/sheet-row.js';
import { SharedStrings } from './shared-strings.js';
import { SheetXmlReader } from './sheet-xml.js';

async function* inPieces(text: string, size: number): AsyncGenerator<Buffer, void, undefined> {
  const all = Buffer.from(text, 'utf8');
  for (let at = 0; at < all.length; at += size) yield all.subarray(at, at + size);
}

async function rowsOf(xml: string, size: number): Promise<{ readonly rows: SheetRow[]; readonly merged: readonly string[] }> {
  const reader = new SheetXmlReader(await SharedStrings.read(inPieces('<sst><si><t>甲</t></si><si><t>乙</t></si></sst>', 1_000)));
  const rows: SheetRow[] = [];
  for await (const batch of reader.read(inPieces(xml, size))) rows.push(...batch);
  return { rows, merged: reader.mergedCells };
}
const sheet = (data: string, tail = ''): string => `<?xml version="1.0"?><worksheet xmlns="x"><dimension ref="A1"/><cols><col min="1"/></cols><sheetData>${data}</sheetData>${tail}</worksheet>`;

describe('rows of a worksheet', () => {
  it.each([1, 5, 17, 200, 100_000])('in pieces of %i bytes', async (size) => {
    const { rows, merged } = await rowsOf(sheet(
      '<row r="1" spans="1:3"><c r="A1" t="s"><v>0</v></c><c r="C1" s="4" t="s"><v>1</v></c></row><row r="2"/><row r="3" hidden="1"/>'
      + '<row r="7" hidden="1"><c r="A7"><v>45352</v></c><c r="B7" t="b"><v>1</v></c><c r="C7" t="e"><v>#N/A</v></c><c r="D7" t="str"><f>A1&amp;"x"</f><v>甲x</v></c><c r="E7"><f>1+1</f></c><c r="F7"/><c r="G7" t="inlineStr"><is><t>丙</t></is></c></row>',
      '<mergeCells count="2"><mergeCell ref="A1:B1"/><mergeCell ref="A7:A9"/></mergeCells>',
    ), size);
    expect(rows).toEqual([
      { number: 1, hidden: false, kinds: [1, 0, 1], texts: ['甲', '', '乙'] },
      { number: 7, hidden: true, kinds: [2, 3, 4, 1 | 8, 5, 0, 1], texts: ['45352', '1', '#N/A', '甲x', '', '', '丙'] },
    ]);
    expect(merged).toEqual(['A1:B1', 'A7:A9']);
  });

  it('without places of rows and cells, with single quotes', async () => {
    const { rows } = await rowsOf(sheet("<row><c t='s'><v>0</v></c><c><v>5</v></c></row><row><c r='B2'><v>6</v></c></row>"), 40);
    expect(rows).toMatchObject([{ number: 1, texts: ['甲', '5'] }, { number: 2, texts: ['', '6'] }]);
  });

  it('an empty sheet has none', async () => {
    expect((await rowsOf('<worksheet><sheetData/></worksheet>', 10)).rows).toEqual([]);
    expect((await rowsOf(sheet(''), 10)).rows).toEqual([]);
  });

  it.each<[string, string, string]>([
    ['a sheet cut off', '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row>', 'damaged'],
    ['a document type', '<!DOCTYPE x [<!ENTITY a "b">]><worksheet><sheetData></sheetData></worksheet>', 'damaged'],
    ['a comment among the cells', sheet('<row r="1"><!-- <c r="A1"/> --></row>'), 'damaged'],
    ['a shared string that is not there', sheet('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'), 'damaged'],
    ['a row beyond the last', sheet('<row r="1048577"><c r="A1"><v>1</v></c></row>'), 'damaged'],
    ['a column beyond the last', sheet('<row r="1"><c r="XFE1"><v>1</v></c></row>'), 'damaged'],
  ])('%s is refused', async (_, xml, fault) => {
    await expect(rowsOf(xml, 50)).rejects.toMatchObject({ code: `sheets.file.${fault}` });
  });

  it('one endless row is refused, a million empty ones are read', async () => {
    await expect(rowsOf(sheet(`<row r="1">${'<c r="A1"><v>1</v></c>'.repeat(500_000)}`), 262_144)).rejects.toMatchObject({ code: 'sheets.file.row_too_long' });
    const { rows } = await rowsOf(sheet(`${'<row s="1" customFormat="1"/>'.repeat(400_000)}<row><c><v>1</v></c></row>`), 262_144);
    expect(rows).toMatchObject([{ number: 400_001 }]);
  });
});
