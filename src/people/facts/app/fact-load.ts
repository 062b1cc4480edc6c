/** The batch whose rows are loaded. */
export type BatchOrigin = { readonly id: string; readonly source: string; readonly asOf: Date };
