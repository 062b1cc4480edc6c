/** What a document says, in the order in which it is read. */
export type Block =
  | { readonly kind: 'title'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string }
  /** Label and value, a row each; the labels head their rows. */
  | { readonly kind: 'facts'; readonly rows: readonly (readonly [label: string, value: string])[] }
  | { readonly kind: 'table'; readonly caption: string; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

export type DocumentText = {
  readonly title: string;
  readonly author: string;
  /** `zh-CN`, `en`. */
  readonly language: string;
  readonly createdAt: Date;
  /** Under every page, beside its number. */
  readonly footer: string;
  readonly blocks: readonly Block[];
};

/** Every text of a document, for whoever has to look through all of it. */
export function textsOf({ title, footer, blocks }: DocumentText): readonly string[] {
  return [title, footer, ...blocks.flatMap((block) => {
    switch (block.kind) {
      case 'facts': return block.rows.flat();
      case 'table': return [block.caption, ...block.head, ...block.rows.flat()];
      default: return [block.text];
    }
  })];
}
