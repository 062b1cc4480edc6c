import { readDay, readMonthOrDay } from '../../../kernel/sheet/read-day.js';
import { isBlank, readGrade, readWage } from '../../../kernel/sheet/read-cells.js';
import { isOpenEnd, readCertificateKind, readContractKind, readDispatch, readMark, readPostCategory } from './read-values.js';
import { remember } from '../../../kernel/sheet/remember.js';
import type { CellKind, DateSystem } from '../../../kernel/sheet/sheet-row.js';

/** The readings of one roster, each text read once. Every one takes the text of a cell and its kind. */
export class ValueReaders {
  readonly blank = remember((text) => isBlank(text));
  readonly openEnd = remember((text) => isOpenEnd(text));
  readonly certificateKind = remember((text) => readCertificateKind(text));
  readonly grade = remember((text) => readGrade(text));
  readonly postCategory = remember((text) => readPostCategory(text));
  readonly contractKind = remember((text) => readContractKind(text));
  readonly dispatch = remember((text) => readDispatch(text));
  readonly mark = remember((text) => readMark(text));
  readonly wage = remember((text, kind) => readWage(text, kind as CellKind));
  readonly day = remember((text, kind) => readDay(text, kind as CellKind, this.dateSystem));
  readonly firstDay = remember((text, kind) => readMonthOrDay(text, kind as CellKind, this.dateSystem, 'first'));
  readonly lastDay = remember((text, kind) => readMonthOrDay(text, kind as CellKind, this.dateSystem, 'last'));

  constructor(private readonly dateSystem: DateSystem) {}
}
