/** `2024-01–2024-03、2024-07`: months that follow each other are told by the first and the last. */
export function monthRuns(months: readonly string[]): string {
  const runs: [string, string][] = [];
  for (const month of months) {
    const open = runs.at(-1);
    if (open && Number(month.slice(5)) === Number(open[1].slice(5)) + 1) open[1] = month;
    else runs.push([month, month]);
  }
  return runs.map(([first, last]) => (first === last ? first : `${first}–${last}`)).join('、');
}
