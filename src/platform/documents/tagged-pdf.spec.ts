import { inflateSync } from 'node:zlib';
import { documentFonts } from './fonts.js';
import { TaggedPdf } from './tagged-pdf.js';
import type { DocumentText } from './document.js';

const document = (over: Partial<DocumentText>): DocumentText => ({
  title: '审核认定书', author: '示例残联', language: 'zh-CN', createdAt: new Date('2026-03-01T00:00:00Z'), footer: '核验网址 /verify',
  blocks: [
    { kind: 'title', text: '审核认定书' },
    { kind: 'facts', rows: [['用人单位', '示例单位'], ['认定人数', '1.50']] },
    { kind: 'heading', text: '计算' },
    { kind: 'table', caption: '分月', head: ['月份', '人数'], rows: [['2025-01', '2'], ['2025-02', '1']] },
    { kind: 'paragraph', text: '不服的，可以申请行政复议。' },
  ],
  ...over,
});

const written = async (over: Partial<DocumentText>): Promise<Buffer> => {
  const result = await new TaggedPdf().write(document(over));
  if (!result.ok) throw new Error(`missing: ${result.error.signs.join('')}`);
  return result.value;
};

/** The file with its packed streams opened. */
function inClear(file: Buffer): string {
  const text = file.toString('latin1');
  const streams = [...text.matchAll(/\/FlateDecode[^]*?stream\r?\n/g)].map((match) => {
    const from = match.index + match[0].length;
    const until = text.indexOf('endstream', from);
    try {
      return inflateSync(file.subarray(from, until)).toString('latin1');
    } catch {
      return '';
    }
  });
  return text + streams.join('\n');
}

describe('a document as a tagged PDF', () => {
  it('says its language and title, marks headings, tables and their heads, and holds its font', async () => {
    const file = inClear(await written({}));
    expect(file.startsWith('%PDF-1.7')).toBe(true);
    expect(file).toMatch(/\/Lang \(zh-CN\)/);
    expect(file).toMatch(/\/MarkInfo/);
    expect(file).toMatch(/\/DisplayDocTitle true/);
    for (const tag of ['Document', 'H1', 'H2', 'P', 'Table', 'TR', 'TH', 'TD']) expect(file).toMatch(new RegExp(`/S /${tag}\\b`));
    expect(file).toMatch(/\/Scope \/Column/);
    expect(file).toMatch(/\/Scope \/Row/);
    expect(file).toMatch(/\/FontFile2|\/FontFile3/);
    expect(file).toMatch(/\/ToUnicode/);
  });

  it('goes on to further pages, each with its number', async () => {
    const file = inClear(await written({ blocks: [{ kind: 'table', caption: '名单', head: ['序号', '单位'], rows: Array.from({ length: 120 }, (_, at) => [String(at + 1), '示例单位']) }] }));
    expect(file.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(3);
  });

  it('is not written with a sign that no font has', async () => {
    const result = await new TaggedPdf().write(document({ title: '\u{10FFFD}印\u{10FFFD}' }));
    expect(result).toEqual({ ok: false, error: { signs: ['\u{10FFFD}'] } });
  });

  it('takes a rare sign of a name from the fonts of the machine, or says that there is none', async () => {
    const rare = '𠮷';
    const known = documentFonts().some((font) => font.has(rare.codePointAt(0) ?? 0));
    const result = await new TaggedPdf().write(document({ blocks: [{ kind: 'paragraph', text: `${rare}野` }] }));
    expect(result.ok).toBe(known);
  });
});
