/** An earlier row that stands in the way of a later one. */
export type Clash = { readonly kind: 'repeated'; readonly row: number } | { readonly kind: 'overlap'; readonly row: number; readonly months: number };

const NONE = -1;

/**
 * Who is on the roster already and for which months: one person counts in a month once (残联厅函〔2022〕63号).
 * Flat arrays, because a roster may hold 100,000 people.
 */
export class Claims {
  private readonly last = new Map<string, number>();
  private readonly rows: number[] = [];
  private readonly months: number[] = [];
  private readonly fingerprints: number[] = [];
  private readonly previous: number[] = [];
  private readonly counted = new Set<string>();

  /** The first earlier row that says exactly the same, or else one that speaks of a month which this row speaks of too. */
  clashOf(citizenId: string, months: number, fingerprint: number): Clash | null {
    let overlap: Clash | null = null;
    for (let at = this.last.get(citizenId) ?? NONE; at !== NONE; at = this.previous[at] as number) {
      const row = this.rows[at] as number;
      if (this.fingerprints[at] === fingerprint) return { kind: 'repeated', row };
      const common = (this.months[at] as number) & months;
      if (common !== 0) overlap = { kind: 'overlap', row, months: common };
    }
    return overlap;
  }

  add(citizenId: string, row: number, months: number, fingerprint: number): void {
    const at = this.rows.push(row) - 1;
    this.months.push(months);
    this.fingerprints.push(fingerprint);
    this.previous.push(this.last.get(citizenId) ?? NONE);
    this.last.set(citizenId, at);
  }

  markCounted(citizenId: string): void {
    this.counted.add(citizenId);
  }

  /** Different people with at least one counted month. */
  get peopleCounted(): number {
    return this.counted.size;
  }
}
