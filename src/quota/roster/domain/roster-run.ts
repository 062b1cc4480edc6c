import { DomainError } from '../../../kernel/domain-error.js';
import { maskCitizenId, type CitizenIdText } from '../../../kernel/ids/citizen-id.js';
import { normaliseText } from '../../../kernel/normalise.js';
import { judgePerson, type CountingYear, type LineRule, type VerdictGroup } from '../../counting/index.js';
import { Claims } from './claims.js';
import type { ColumnKey } from './columns.js';
import type { RowError, SheetRemark } from './faults.js';
import { missingColumns, type Column, type Header } from './header.js';
import { monthRuns } from './month-runs.js';
import type { MonthsVerdict, PersonLine, RosterTotals } from './outcome.js';
import type { RosterPerson } from './person.js';
import { monthsOf, RowReader } from './read-row.js';
import { ErrorGroups, Remarks } from './remarks.js';
import { CELL, columnLetters, kindAt, textAt, type DateSystem, type SheetRow } from '../../../kernel/sheet/sheet-row.js';
import { Tally } from './tally.js';

export type RosterRules = {
  readonly year: CountingYear;
  readonly dateSystem: DateSystem;
  readonly maxRows: number;
  /** Credit code of whose roster it is; null where nobody knows. */
  readonly ownUscc: string | null;
  /** With those of its branches and of employers merged with it; empty where nobody knows. */
  readonly ownCodes: ReadonlySet<string>;
  /** Template name of a column that the file does not have. */
  readonly standardTitle: (key: ColumnKey) => string;
};

/**
 * Where the lines go as they are made; a roster is never held whole. A person comes as it was read with its verdicts; `tell`
 * makes the line that names rules by their place.
 */
export type RosterSink = {
  /** Whether it wants names, numbers and posts. */
  readonly keepsWords: boolean;
  person(person: RosterPerson, groups: readonly VerdictGroup[], tell: () => PersonLine): void;
  /** @param citizenId of whom the row speaks; null where that cannot be read */
  error(error: RowError, citizenId: CitizenIdText | null): void;
};

const FOOTER = /^(?:合计|总计|小计|共计|填表|填报|制表|审核|复核|备注|说明|注[:：]|负责人|经办|单位|联系|日期|盖章|以上|共\d)/;

/** Reads the rows under a header one after the other, judges every person-month and keeps the balance. */
export class RosterRun {
  private readonly reader: RowReader;
  private readonly claims = new Claims();
  private readonly tally = new Tally();
  private readonly remarks = new Remarks();
  private readonly errors = new ErrorGroups();
  private readonly rules: LineRule[] = [];
  private readonly rulePlaces = new Map<LineRule, number>();
  private readonly clearVerdicts = new Map<number, MonthsVerdict>();
  private readonly monthNames = new Map<number, readonly string[]>();
  private readonly balance = { in: 0, accepted: 0, unchanged: 0, rejected: 0 };
  private footerRows = 0;
  private firstFooter = 0;
  private hiddenRows = 0;
  private firstHidden = 0;

  /** @throws DomainError roster.file.columns_missing, roster.file.month_columns_incomplete, roster.file.month_columns_other_year */
  constructor(private readonly header: Header, private readonly context: RosterRules, private readonly sink: RosterSink) {
    checkHeader(header, context);
    this.reader = new RowReader({
      header,
      baseYear: context.year.baseYear,
      dateSystem: context.dateSystem,
      standardTitle: context.standardTitle,
      remark: (remark, column, row) => this.remarks.row(remark, column, row),
      keepsWords: sink.keepsWords,
      ownUscc: context.ownUscc,
      ownCodes: context.ownCodes,
    });
    this.remarks.columns('unknown_columns', header.ignored);
    this.remarks.columns('doubled_columns', header.doubled);
    if (header.columns.validUntil === undefined) this.remarks.sheet('certificate_dates_declared', {});
  }

  /** @throws DomainError roster.too_many_rows, roster.file.other_year */
  add(row: SheetRow): void {
    if (row.number <= this.header.row || !this.holdsData(row)) return;
    if (this.isFooter(row)) {
      if (this.footerRows++ === 0) this.firstFooter = row.number;
      return;
    }
    if (++this.balance.in > this.context.maxRows) throw new DomainError('roster.too_many_rows', { limit: this.context.maxRows, row: row.number });
    this.demandYear(row);
    if (row.hidden && this.hiddenRows++ === 0) this.firstHidden = row.number;
    const read = this.reader.read(row);
    if (!read.ok) return this.reject(read.error.errors, read.error.citizenId);
    const person = read.value;
    const clash = this.claims.clashOf(person.citizenId, person.claimedMonths, person.fingerprint);
    if (clash?.kind === 'repeated') {
      this.balance.unchanged++;
      return;
    }
    if (clash) return this.reject([this.overlapError(person, clash)], person.citizenId);
    this.accept(person);
  }

  /** Something about the sheet as a whole. */
  remark(remark: SheetRemark, params: RosterTotals['warnings'][number]['params']): void {
    this.remarks.sheet(remark, params);
  }

  /** Rows of data read so far. */
  get rowsRead(): number {
    return this.balance.in;
  }

  /** @throws DomainError roster.file.no_data_rows */
  finish(): RosterTotals {
    if (this.balance.in === 0) throw new DomainError('roster.file.no_data_rows', { row: this.header.row });
    if (this.footerRows > 0) this.remarks.sheet('footer_rows', { rows: this.footerRows, firstRow: this.firstFooter });
    // A header without one was refused.
    const contractStart = this.header.columns.contractStart as Column;
    if (this.hiddenRows > 0) this.remarks.sheet('hidden_rows', { rows: this.hiddenRows, firstRow: this.firstHidden });
    return {
      rows: { ...this.balance },
      personMonths: this.tally.personMonths,
      counted: this.tally.counted(this.claims.peopleCounted),
      countedWithoutProvisional: this.tally.countedWithoutProvisional(this.claims.peopleCertain),
      provisionalBy: this.tally.provisionalBy,
      refusedBy: this.tally.refusedBy,
      errorGroups: this.errors.all,
      warnings: this.remarks.all,
      rules: this.rules,
      contractStart: { letters: columnLetters(contractStart.index), title: contractStart.title },
    };
  }

  private accept(person: RosterPerson): void {
    const { row, citizenId, facts, dispatch, otherUscc, claimedMonths, fingerprint, words } = person;
    this.balance.accepted++;
    const claimant = this.claims.add(citizenId, row, claimedMonths, fingerprint);
    const counts = dispatch === 'none' ? 'own' : dispatch;
    const groups = judgePerson(facts, this.context.year);
    for (const group of groups) {
      this.tally.add(counts, group);
      if (!group.counted || counts === 'out') continue;
      this.claims.markCounted(claimant, !group.provisional);
    }
    if (claimedMonths === 0) this.remarks.row('no_month_of_base_year', this.columnOutside(facts.contract), row);
    if (words !== null && words.name === '') this.remarks.row('name_missing', null, row);
    if (words !== null && dispatch !== 'none' && otherUscc === null) this.remarks.row('other_unit_missing', null, row);
    this.sink.person(person, groups, () => ({
      row, citizenId: maskCitizenId(citizenId), certificate: facts.certificate.kind, grade: facts.certificate.grade, counts,
      verdicts: groups.map((group) => this.verdict(group)),
    }));
  }

  /** Clear counts are a few shapes that everybody shares; a reader may remember them by identity. */
  private verdict(group: VerdictGroup): MonthsVerdict {
    if (group.findings.length > 0) return this.tell(group);
    const shape = group.months * 4 + group.weight;
    let clear = this.clearVerdicts.get(shape);
    if (clear === undefined) {
      clear = this.tell(group);
      this.clearVerdicts.set(shape, clear);
    }
    return clear;
  }

  private tell({ months, counted, weight, provisional, findings }: VerdictGroup): MonthsVerdict {
    return {
      months: this.namesOf(months),
      counted, weight, provisional,
      findings: findings.map(({ condition, answer, code, params, source, rules }) => ({ condition, answer, code, params, source, rules: rules.map((rule) => this.placeOf(rule)) })),
    };
  }

  private namesOf(mask: number): readonly string[] {
    let names = this.monthNames.get(mask);
    if (names === undefined) {
      names = this.context.year.months.filter((_, bit) => mask & (1 << bit)).map(({ month }) => month);
      this.monthNames.set(mask, names);
    }
    return names;
  }

  private placeOf(rule: LineRule): number {
    let place = this.rulePlaces.get(rule);
    if (place === undefined) {
      place = this.rules.findIndex((known) => known.parameter === rule.parameter && known.from === rule.from && known.reference.title === rule.reference.title);
      if (place < 0) place = this.rules.push(rule) - 1;
      this.rulePlaces.set(rule, place);
    }
    return place;
  }

  private reject(errors: readonly RowError[], citizenId: CitizenIdText | null): void {
    this.balance.rejected++;
    for (const error of errors) {
      this.errors.add(error);
      this.sink.error(error, citizenId);
    }
  }

  private overlapError({ row }: RosterPerson, clash: { readonly row: number; readonly months: number }): RowError {
    const { index, title } = this.header.columns.citizenId as Column;
    return { row, column: title, code: 'roster.row.same_person_same_month', params: { cell: `${columnLetters(index)}${row}`, firstRow: clash.row, months: monthRuns(this.namesOf(clash.months)) } };
  }

  /** Where a row leaves the base year that has no month in it; null where its insurance does. */
  private columnOutside({ start, end }: RosterPerson['facts']['contract']): Column | null {
    const { contractStart, contractEnd } = this.header.columns;
    const { baseYear } = this.context.year;
    if (start !== null && Number(start.slice(0, 4)) > baseYear) return contractStart ?? null;
    return end !== null && Number(end.slice(0, 4)) < baseYear ? (contractEnd ?? null) : null;
  }

  /** A table of another year is refused as a whole: its contracts may well reach into this one. What is no year is passed over. */
  private demandYear(row: SheetRow): void {
    const column = this.header.columns.baseYear;
    if (column === undefined) return;
    const year = Number(/^(20\d\d)(?:年度?|\.0+)?$/.exec(normaliseText(textAt(row, column.index)).replace(/\s/g, ''))?.[1] ?? Number.NaN);
    const { baseYear } = this.context.year;
    if (!Number.isNaN(year) && year !== baseYear) throw new DomainError('roster.file.other_year', { row: row.number, name: column.title, year, baseYear });
  }

  /** Rows in which only the prepared running number stands are as empty as blank ones. */
  private holdsData(row: SheetRow): boolean {
    const seq = this.header.columns.seq?.index;
    for (let column = 0; column < row.kinds.length; column++) {
      if (column !== seq && kindAt(row, column) !== CELL.empty && (kindAt(row, column) !== CELL.text || textAt(row, column).trim() !== '')) return true;
    }
    return false;
  }

  /** Sums, signatures and notes under the table: no number and no date stand in them. */
  private isFooter(row: SheetRow): boolean {
    for (const key of ['citizenId', 'certificateNumber', 'contractStart'] as const) {
      const column = this.header.columns[key];
      if (column !== undefined && kindAt(row, column.index) !== CELL.empty && textAt(row, column.index).trim() !== '') return false;
    }
    const first = row.texts.find((text) => text.trim() !== '');
    return first !== undefined && FOOTER.test(normaliseText(first).replace(/\s/g, ''));
  }
}

function checkHeader(header: Header, { year, standardTitle }: RosterRules): void {
  const missing = missingColumns(header);
  if (missing.length > 0) throw new DomainError('roster.file.columns_missing', { row: header.row, names: missing.map(standardTitle).join('、') });
  if (header.months.length === 0) return;
  for (const fund of ['pension', 'medical'] as const) {
    const months = monthsOf(header, fund, year.baseYear);
    if (months === null) {
      if (header.months.some((column) => column.fund !== (fund === 'pension' ? 'medical' : 'pension'))) {
        throw new DomainError('roster.file.month_columns_other_year', { row: header.row, baseYear: year.baseYear, name: header.months[0]?.title ?? '' });
      }
      continue;
    }
    const absent = Array.from({ length: 12 }, (_, index) => index + 1).filter((month) => !months.some((column) => column.month === month));
    if (absent.length > 0) throw new DomainError('roster.file.month_columns_incomplete', { row: header.row, names: absent.map((month) => `${month}月`).join('、') });
  }
}
