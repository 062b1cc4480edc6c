import PDFDocument from 'pdfkit';
import { textsOf, type Block, type DocumentText } from './document.js';
import type { DocumentFont } from './fonts.js';

/** The written types of pdfkit do not know of either yet. */
const ACCESSIBLE = 'PDF/UA' as string as PDFKit.PDFDocumentOptions['subset'];
type CellOptions = NonNullable<Parameters<PDFKit.PDFDocument['struct']>[1]> & { readonly scope?: 'Row' | 'Column' };

const MARGIN = 64;
const SIZE = { title: 20, heading: 14, text: 11, footer: 9 } as const;
const LABEL_SHARE = 0.34;
const CELL_PADDING = 5;
const FOOTER_ROOM = 36;

const isControl = (sign: string): boolean => sign === '\n';
const fontOf = (sign: string, fonts: readonly DocumentFont[]): DocumentFont | null => fonts.find((font) => font.has(sign.codePointAt(0) ?? 0)) ?? null;

/** Every sign of the text for which there is no font, each once. */
export const missingSigns = (text: DocumentText, fonts: readonly DocumentFont[]): readonly string[] =>
  [...new Set(textsOf(text).flatMap((one) => [...one]).filter((sign) => !isControl(sign) && fontOf(sign, fonts) === null))];

/** Writes one document, once; every sign of it has a font. */
export class PdfWriter {
  private readonly doc: PDFKit.PDFDocument;
  private readonly width: number;

  constructor(private readonly text: DocumentText, private readonly fonts: readonly DocumentFont[]) {
    const { title, author, language, createdAt } = text;
    this.doc = new PDFDocument({
      size: 'A4', margins: { top: MARGIN, left: MARGIN, right: MARGIN, bottom: MARGIN + FOOTER_ROOM }, pdfVersion: '1.7', subset: ACCESSIBLE, tagged: true, lang: language, displayTitle: true,
      bufferPages: true, font: fonts[0]?.file ?? '', info: { Title: title, Author: author, CreationDate: createdAt },
    });
    this.width = this.doc.page.width - 2 * MARGIN;
  }

  bytes(): Promise<Buffer> {
    const { doc } = this;
    const pieces: Buffer[] = [];
    return new Promise((resolve, reject) => {
      doc.on('data', (piece: Buffer) => pieces.push(piece));
      doc.once('end', () => resolve(Buffer.concat(pieces)));
      doc.once('error', reject);
      const root = doc.struct('Document');
      doc.addStructure(root);
      for (const block of this.text.blocks) this.add(root, block);
      root.end();
      this.footers();
      doc.end();
    });
  }

  private add(root: PDFKit.PDFStructureElement, block: Block): void {
    switch (block.kind) {
      case 'title': return this.paragraph(root, 'H1', block.text, { size: SIZE.title, align: 'center', after: 18 });
      case 'heading': return this.paragraph(root, 'H2', block.text, { size: SIZE.heading, align: 'left', after: 6 });
      case 'paragraph': return this.paragraph(root, 'P', block.text, { size: SIZE.text, align: 'left', after: 8 });
      case 'facts': return this.table(root, null, [], block.rows, [LABEL_SHARE, 1 - LABEL_SHARE], true);
      case 'table': {
        this.paragraph(root, 'P', block.caption, { size: SIZE.text, align: 'left', after: 4 });
        return this.table(root, block.caption, block.head, block.rows, block.head.map(() => 1 / block.head.length), false);
      }
    }
  }

  private paragraph(root: PDFKit.PDFStructureElement, kind: string, text: string, { size, align, after }: { readonly size: number; readonly align: 'left' | 'center'; readonly after: number }): void {
    const { doc } = this;
    root.add(doc.struct(kind, {}, () => this.runs(text, MARGIN, doc.y, this.width, size, align)));
    doc.y += after;
  }

  private table(root: PDFKit.PDFStructureElement, summary: string | null, head: readonly string[], rows: readonly (readonly string[])[], shares: readonly number[], headed: boolean): void {
    const { doc } = this;
    const table = doc.struct('Table', summary === null ? {} : { title: summary });
    root.add(table);
    if (head.length > 0) this.row(table, head, shares, () => 'Column');
    for (const row of rows) this.row(table, row, shares, (at) => (headed && at === 0 ? 'Row' : null));
    table.end();
    doc.x = MARGIN;
    doc.y += 12;
  }

  private row(table: PDFKit.PDFStructureElement, cells: readonly string[], shares: readonly number[], scopeOf: (at: number) => 'Row' | 'Column' | null): void {
    const { doc } = this;
    const widths = shares.map((share) => share * this.width);
    const height = Math.max(...cells.map((cell, at) => this.heightOf(cell, (widths[at] ?? 0) - 2 * CELL_PADDING))) + 2 * CELL_PADDING;
    if (doc.y + height > doc.page.height - MARGIN - FOOTER_ROOM) doc.addPage();
    const top = doc.y;
    const row = doc.struct('TR');
    table.add(row);
    let left = MARGIN;
    cells.forEach((cell, at) => {
      const width = widths[at] ?? 0;
      const from = left;
      const scope = scopeOf(at);
      const options: CellOptions = scope === null ? {} : { scope };
      this.frame(from, top, width, height);
      row.add(doc.struct(scope === null ? 'TD' : 'TH', options, () => this.runs(cell, from + CELL_PADDING, top + CELL_PADDING, width - 2 * CELL_PADDING, SIZE.text, 'left')));
      left += width;
    });
    row.end();
    doc.y = top + height;
  }

  private frame(left: number, top: number, width: number, height: number): void {
    this.doc.markContent('Artifact', { type: 'Layout' });
    this.doc.lineWidth(0.5).strokeColor('#555555').rect(left, top, width, height).stroke();
    this.doc.endMarkedContent();
  }

  /** One text in as many pieces as fonts are needed for it. */
  private runs(text: string, left: number, top: number, width: number, size: number, align: 'left' | 'center'): void {
    const pieces = this.piecesOf(text === '' ? ' ' : text);
    this.doc.fontSize(size).fillColor('#111111');
    pieces.forEach(({ text: piece, font }, at) => {
      const options = { width, align, lineGap: size * 0.35, continued: at < pieces.length - 1 };
      this.use(font);
      if (at === 0) this.doc.text(piece, left, top, options);
      else this.doc.text(piece, options);
    });
  }

  private piecesOf(text: string): { text: string; readonly font: DocumentFont }[] {
    const pieces: { text: string; readonly font: DocumentFont }[] = [];
    for (const sign of text) {
      const font = isControl(sign) ? (pieces.at(-1)?.font ?? this.fonts[0]) : fontOf(sign, this.fonts);
      if (font === null || font === undefined) throw new Error('a document was written without having been looked through for missing signs');
      const last = pieces.at(-1);
      if (last?.font === font) last.text += sign;
      else pieces.push({ text: sign, font });
    }
    return pieces;
  }

  private heightOf(text: string, width: number): number {
    this.use(this.fonts[0]);
    return this.doc.fontSize(SIZE.text).heightOfString(text === '' ? ' ' : text, { width, lineGap: SIZE.text * 0.35 });
  }

  private use(font: DocumentFont | undefined): void {
    if (font === undefined) return;
    if (font.face === null) this.doc.font(font.file);
    else this.doc.font(font.file, font.face);
  }

  private footers(): void {
    const { doc } = this;
    const { start, count } = doc.bufferedPageRange();
    for (let page = start; page < start + count; page++) {
      doc.switchToPage(page);
      doc.markContent('Artifact', { type: 'Pagination' });
      // Under the margin on purpose: with its own margin in force the text would open another page.
      const bottom = doc.page.margins.bottom;
      doc.page.margins.bottom = 0;
      this.runs(`${this.text.footer}   ${page - start + 1} / ${count}`, MARGIN, doc.page.height - MARGIN, this.width, SIZE.footer, 'center');
      doc.page.margins.bottom = bottom;
      doc.endMarkedContent();
    }
  }
}
