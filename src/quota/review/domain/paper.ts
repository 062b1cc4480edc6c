/** Bytes of one paper. */
export const PAPER_BYTES = 5_242_880;
/** Papers of one filing. */
export const MOST_PAPERS = 500;
export const LONGEST_NAME = 120;

/** What a file is, by its first bytes and not by what its sender calls it. */
const KINDS: readonly { readonly mediaType: string; readonly begins: readonly number[] }[] = [
  { mediaType: 'application/pdf', begins: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { mediaType: 'image/jpeg', begins: [0xff, 0xd8, 0xff] },
  { mediaType: 'image/png', begins: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
];

/** Null for what is neither PDF, JPEG nor PNG. */
export const mediaTypeOf = (bytes: Uint8Array): string | null => KINDS.find(({ begins }) => begins.every((byte, at) => bytes[at] === byte))?.mediaType ?? null;

/** States in which a paper can still change the decision. */
const TAKES_PAPER: readonly string[] = ['checking', 'accepted', 'first_check', 'second_check', 'returned', 'determined', 'refused', 'corrected', 'objected'];
export const takesPaper = (state: string): boolean => TAKES_PAPER.includes(state);
