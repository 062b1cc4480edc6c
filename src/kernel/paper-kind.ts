/** Kinds of papers that people hand in. */
export type PaperKind = 'application/pdf' | 'image/jpeg' | 'image/png';

const KINDS: readonly { readonly mediaType: PaperKind; readonly begins: readonly number[] }[] = [
  { mediaType: 'application/pdf', begins: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { mediaType: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
  { mediaType: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
];

/** What a file is, by its first bytes and not by what its sender calls it; null for anything else. */
export const paperKindOf = (bytes: Uint8Array): PaperKind | null => KINDS.find(({ begins }) => begins.every((byte, at) => bytes[at] === byte))?.mediaType ?? null;
