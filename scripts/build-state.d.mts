export const root: string;
export function readSources(checkout: string): { digest: string; newest: number };
export function writeStamp(folder: string, sources: { digest: string }, builtAt: number): void;
export function isFresh(checkout: string): boolean;
