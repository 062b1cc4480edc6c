import { monthsIn, type JudgedCondition, type VerdictGroup } from '../../counting/index.js';
import type { CountedMonths, PersonLine, ProvisionalGroup } from './outcome.js';

type Sums = { weighted: number; in: number; out: number };

/** Adds up person-months, once with the provisional ones and once without. */
export class Tally {
  private readonly all: Sums = { weighted: 0, in: 0, out: 0 };
  private readonly certain: Sums = { weighted: 0, in: 0, out: 0 };
  private countedMonths = 0;
  private refusedMonths = 0;
  private provisionalMonths = 0;
  private readonly provisional = new Map<string, { condition: JudgedCondition; answer: 'unknown_fact' | 'unknown_parameter'; personMonths: number }>();
  private readonly refused = new Map<JudgedCondition, number>();

  add(side: PersonLine['counts'], group: VerdictGroup): void {
    const months = monthsIn(group.months);
    if (!group.counted) {
      this.refusedMonths += months;
      for (const { condition, answer } of group.findings) {
        if (answer === 'unmet') this.refused.set(condition, (this.refused.get(condition) ?? 0) + months);
      }
      return;
    }
    this.countedMonths += months;
    addTo(this.all, side, months, group.weight);
    if (!group.provisional) return addTo(this.certain, side, months, group.weight);
    this.provisionalMonths += months;
    for (const { condition, answer } of group.findings) {
      if (answer === 'unmet') continue;
      const key = `${condition} ${answer}`;
      const known = this.provisional.get(key);
      if (known) known.personMonths += months;
      else this.provisional.set(key, { condition, answer, personMonths: months });
    }
  }

  get personMonths(): { readonly counted: number; readonly refused: number; readonly provisional: number } {
    return { counted: this.countedMonths, refused: this.refusedMonths, provisional: this.provisionalMonths };
  }

  counted(people: number): CountedMonths {
    return shown(this.all, people);
  }

  countedWithoutProvisional(people: number): CountedMonths {
    return shown(this.certain, people);
  }

  get provisionalBy(): readonly ProvisionalGroup[] {
    return [...this.provisional.values()].sort((one, other) => other.personMonths - one.personMonths);
  }

  get refusedBy(): readonly { readonly condition: JudgedCondition; readonly personMonths: number }[] {
    return [...this.refused].map(([condition, personMonths]) => ({ condition, personMonths })).sort((one, other) => other.personMonths - one.personMonths);
  }
}

/** A person whom the other unit counts leaves this unit's staff and is not in its arranged number. */
function addTo(sums: Sums, side: PersonLine['counts'], months: number, weight: number): void {
  if (side === 'out') {
    sums.out += months;
    return;
  }
  sums.weighted += months * weight;
  if (side === 'in') sums.in += months;
}

const shown = (sums: Sums, people: number): CountedMonths =>
  ({ weightedMonths: sums.weighted, dispatchedInMonths: sums.in, dispatchedOutMonths: sums.out, people });
