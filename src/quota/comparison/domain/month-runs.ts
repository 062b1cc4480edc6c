/** Months of a bit mask that follow one another, as first and last month of each run, 1 to 12. */
export function monthRuns(mask: number): readonly (readonly [from: number, to: number])[] {
  const runs: [number, number][] = [];
  for (let month = 1; month <= 12; month += 1) {
    if ((mask & (1 << (month - 1))) === 0) continue;
    const last = runs.at(-1);
    if (last !== undefined && last[1] === month - 1) last[1] = month;
    else runs.push([month, month]);
  }
  return runs;
}
