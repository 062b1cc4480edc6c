import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '../../../kernel/clock.js';
import { makeLocalDate, yearOf, type LocalDate } from '../../../kernel/local-date.js';
import type { RegionCode } from '../../../kernel/region-code.js';
import { CLOCK } from '../../../platform/clock/clock.module.js';
import { PolicyBook, type DatedValue, type ParameterValues } from '../../../policy/index.js';
import { countingYear, type CountingYear } from '../../counting/index.js';
import { filingWindow, type FilingWindow } from '../domain/filing-window.js';
import type { ReviewMode } from '../infra/declaration.repository.js';

/** Years remembered: a process meets a few regions and two or three base years a day. */
const REMEMBERED = 200;

/** What the law says to a filing: its window, its mode, how its lines are judged. */
@Injectable()
export class FilingLaw {
  private readonly years = new Map<string, CountingYear>();

  constructor(
    @Inject(PolicyBook) private readonly book: PolicyBook,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  get regions(): PolicyBook['regions'] {
    return this.book.regions;
  }

  /** When filings of a year are taken; either end is null where it is not known. */
  window(region: RegionCode, filingYear: number): FilingWindow {
    // Asked at the year's last day: a window that is set during the year holds for it.
    return filingWindow(this.book.find('calendar.certification', placeOf(region), makeLocalDate(filingYear, 12, 31))?.value ?? null, filingYear);
  }

  paymentWindow(region: RegionCode, filingYear: number): FilingWindow {
    return filingWindow(this.book.find('calendar.payment', placeOf(region), makeLocalDate(filingYear, 12, 31))?.value ?? null, filingYear);
  }

  mode(region: RegionCode): ReviewMode {
    return this.book.find('review.mode', placeOf(region), this.clock.today())?.value ?? 'companion';
  }

  /** What a filing past the window counts as; null where no value is known. */
  late(region: RegionCode): DatedValue<ParameterValues['review.late']> | null {
    return this.book.find('review.late', placeOf(region), this.clock.today());
  }

  /** The law by which lines are judged that are handed in on a day. */
  countingYear(region: RegionCode, baseYear: number, submittedOn: LocalDate): CountingYear {
    const key = `${placeOf(region)} ${baseYear} ${submittedOn}`;
    let year = this.years.get(key);
    if (year === undefined) {
      if (this.years.size >= REMEMBERED) this.years.clear();
      year = countingYear(this.book, placeOf(region), baseYear, submittedOn);
      this.years.set(key, year);
    }
    return year;
  }

  today(): LocalDate {
    return this.clock.today();
  }

  now(): Date {
    return this.clock.now();
  }

  currentYear(): number {
    return yearOf(this.clock.today());
  }
}

/** Law is made for counties and what is above them; a town has its county's. */
export const placeOf = (region: RegionCode): RegionCode => region.slice(0, 6) as RegionCode;
