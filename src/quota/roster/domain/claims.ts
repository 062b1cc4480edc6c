/** An earlier row that stands in the way of a later one. */
export type Clash = { readonly kind: 'repeated'; readonly row: number } | { readonly kind: 'overlap'; readonly row: number; readonly months: number };

/** Place of a person in this roster. */
export type Claimant = number;

const NONE = -1;
const COUNTED = 1;
const CERTAIN = 2;

/**
 * Who is on the roster already and for which months: one person counts in a month once (残联厅函〔2022〕63号).
 * Flat lists, because a roster may hold 100,000 people.
 */
export class Claims {
  private readonly people = new Map<string, Claimant>();
  /** Of each person: the latest claim, and whether a month counted. */
  private readonly latest: number[] = [];
  private readonly marks: number[] = [];
  /** Of each claim. */
  private readonly rows: number[] = [];
  private readonly months: number[] = [];
  private readonly fingerprints: number[] = [];
  private readonly previous: number[] = [];
  private counted = 0;
  private certain = 0;

  /** The first earlier row that says exactly the same, or else one that speaks of a month which this row speaks of too. */
  clashOf(citizenId: string, months: number, fingerprint: number): Clash | null {
    const person = this.people.get(citizenId);
    if (person === undefined) return null;
    let overlap: Clash | null = null;
    for (let at = this.latest[person] as number; at !== NONE; at = this.previous[at] as number) {
      const row = this.rows[at] as number;
      if (this.fingerprints[at] === fingerprint) return { kind: 'repeated', row };
      const common = (this.months[at] as number) & months;
      if (common !== 0) overlap = { kind: 'overlap', row, months: common };
    }
    return overlap;
  }

  add(citizenId: string, row: number, months: number, fingerprint: number): Claimant {
    const claim = this.rows.push(row) - 1;
    this.months.push(months);
    this.fingerprints.push(fingerprint);
    const known = this.people.get(citizenId);
    const person = known ?? this.enter(citizenId);
    this.previous.push(this.latest[person] as number);
    this.latest[person] = claim;
    return person;
  }

  /** Notes a counted month of a person; `certain`: no fact and no value of law behind it is unknown. */
  markCounted(person: Claimant, certain: boolean): void {
    const before = this.marks[person] as number;
    const after = before | COUNTED | (certain ? CERTAIN : 0);
    if (after === before) return;
    this.marks[person] = after;
    if ((before & COUNTED) === 0) this.counted++;
    if (certain && (before & CERTAIN) === 0) this.certain++;
  }

  /** Different people with at least one counted month. */
  get peopleCounted(): number {
    return this.counted;
  }

  /** Those of them with a month that is not provisional. */
  get peopleCertain(): number {
    return this.certain;
  }

  private enter(citizenId: string): Claimant {
    const person = this.latest.push(NONE) - 1;
    this.marks.push(0);
    // A number cut out of a longer text would keep that text in memory; short pieces of it are copies.
    this.people.set(citizenId.slice(0, 9) + citizenId.slice(9), person);
    return person;
  }
}
