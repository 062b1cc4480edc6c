import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { openSync, type Font, type FontCollection } from 'fontkit';

/** A font that documents may be set in, and what pdfkit wants to know of it. */
export type DocumentFont = { readonly file: string; /** Name inside a collection; null for a single font. */ readonly face: string | null; has(sign: number): boolean };

/** Noto CJK as Debian and others install it: it holds rare signs of names that the bundled font lacks. */
const OF_THE_SYSTEM = [
  { file: '/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc', face: 'NotoSansCJKsc-Regular' },
  { file: '/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc', face: 'NotoSansCJKsc-Regular' },
];

/** The font that comes with the service, then those that the machine has, in the order in which they are asked for a sign. */
export function documentFonts(): readonly DocumentFont[] {
  const bundled = createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf');
  return [{ file: bundled, face: null }, ...OF_THE_SYSTEM.filter(({ file }) => existsSync(file))].map(opened);
}

function opened({ file, face }: { readonly file: string; readonly face: string | null }): DocumentFont {
  // Opened when a sign is first asked for: the system's collection takes a moment, and most documents never need it.
  let font: Font | null = null;
  const whole = (): Font => {
    const found = openSync(file, face ?? undefined);
    if (isCollection(found)) throw new Error(`${file} is a collection without a face named ${face ?? ''}`);
    return found;
  };
  return { file, face, has: (sign) => (font ??= whole()).hasGlyphForCodePoint(sign) };
}

const isCollection = (found: Font | FontCollection): found is FontCollection => found.type === 'TTC' || found.type === 'DFont';
