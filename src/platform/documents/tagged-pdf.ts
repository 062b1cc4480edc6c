import { err, ok, type Result } from '../../kernel/result.js';
import type { DocumentText } from './document.js';
import type { DocumentFont } from './fonts.js';

/** Signs that no font at hand has, each once. They would be printed as empty boxes, so the document is not written. */
export type MissingSigns = { readonly signs: readonly string[] };

/**
 * Writes a document as a tagged PDF (PDF/UA structure: title, headings, tables with headed rows and columns), with a subset
 * of the fonts inside it, so that it can be read out, searched and copied on any machine.
 */
export class TaggedPdf {
  private fonts: readonly DocumentFont[] | null = null;

  /** The bytes of the file, or the signs for which there is no font. */
  async write(text: DocumentText): Promise<Result<Buffer, MissingSigns>> {
    // Read when the first document is asked for: they would be a tenth of every start.
    const [{ missingSigns, PdfWriter }, { documentFonts }] = await Promise.all([import('./pdf-writer.js'), import('./fonts.js')]);
    const fonts = (this.fonts ??= documentFonts());
    const signs = missingSigns(text, fonts);
    if (signs.length > 0) return err({ signs });
    return ok(await new PdfWriter(text, fonts).bytes());
  }
}
