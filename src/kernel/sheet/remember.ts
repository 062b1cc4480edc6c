/** Longer texts are rarely repeated, and may be cut from a longer one that would stay in memory with them. */
const LONGEST = 12;
const MOST = 5_000;

/**
 * Remembers what a pure reading of a short text gave: rosters repeat the same few days, wages and words a hundred
 * thousand times. What is remembered belongs to one roster and goes with it.
 */
export function remember<T extends object | string | number | boolean | null>(read: (text: string, kind: number) => T): (text: string, kind: number) => T {
  const byKind: Map<string, T>[] = [];
  return (text, kind) => {
    if (text.length > LONGEST) return read(text, kind);
    const known = (byKind[kind] ??= new Map<string, T>());
    const answer = known.get(text);
    if (answer !== undefined) return answer;
    const made = read(text, kind);
    if (known.size < MOST) known.set(text, made);
    return made;
  };
}
