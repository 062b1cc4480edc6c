import { say, type TextVariant } from '../../../kernel/texts.js';
import { sayFinding } from '../../counting/index.js';
import { levyErrorTexts, lineSentence, warningSentence, type LevyFailure } from '../../levy/index.js';
import type { RowError } from '../domain/faults.js';
import { monthRuns } from '../domain/month-runs.js';
import type { MonthsVerdict, PersonLine } from '../domain/outcome.js';
import { streamSheet, type OutCell } from '../../../platform/sheets/index.js';
import { rosterWarningSentence, rowErrorSentence } from '../texts.js';
import { workbookTexts } from '../workbook-texts.js';
import type { RosterHead } from './conclude-roster.js';

/** The whole result, opened: the head and its two lists, which may be long. */
export type OpenResult = { readonly head: RosterHead; readonly errors: AsyncIterable<RowError>; readonly persons: AsyncIterable<PersonLine> };

const COLUMNS = [{ width: 8 }, { width: 24 }, { width: 14 }, { width: 8 }, ...Array.from({ length: 12 }, () => ({ width: 6 })), { width: 10 }, { width: 12 }, { width: 90 }];

/** The result as an XLSX file, written while it is read: statement, notes, rows not accepted, person by month. */
export function resultWorkbook(result: OpenResult, variant: TextVariant): AsyncGenerator<Uint8Array, void, undefined> {
  return streamSheet(say(workbookTexts, variant, 'roster.sheet'), COLUMNS, rows(result, variant));
}

async function* rows({ head, errors, persons }: OpenResult, variant: TextVariant): AsyncGenerator<readonly OutCell[], void, undefined> {
  const t = (key: keyof typeof workbookTexts.zh, params = {}): string => say(workbookTexts, variant, key, params);
  yield [t('roster.title')];
  yield* summary(head, variant);
  yield [];
  if (head.rows.rejected > 0) {
    yield [t('roster.section.errors')];
    yield [t('roster.head.row'), t('roster.head.column'), t('roster.head.problem')];
    for await (const error of errors) yield [error.row, error.column, rowErrorSentence(error, variant)];
    yield [];
  }
  yield [t('roster.section.persons')];
  yield [
    t('roster.head.row'), t('roster.head.citizen_id'), t('roster.head.certificate'), t('roster.head.grade'), ...Array.from({ length: 12 }, (_, at) => t('roster.head.month', { month: at + 1 })),
    t('roster.head.months'), t('roster.head.dispatch'), t('roster.head.reasons'),
  ];
  for await (const line of persons) yield personRow(line, variant);
}

function* summary(head: RosterHead, variant: TextVariant): Generator<readonly OutCell[], void, undefined> {
  const t = (key: keyof typeof workbookTexts.zh, params = {}): string => say(workbookTexts, variant, key, params);
  if (head.ok) yield [t('roster.payable', { payable: head.payable })];
  else yield [t('roster.failed', { reason: failureSentence(head.error, variant) })];
  const { provisional, rows: balance, personMonthTotals } = head;
  if (provisional !== null) yield [t('roster.provisional', { months: provisional.personMonths, with: provisional.payableWith, without: provisional.payableWithout })];
  yield [t('roster.balance', { ...balance })];
  yield [t('roster.person_months', { ...personMonthTotals })];
  if (head.ok) {
    yield [];
    yield [t('roster.section.statement')];
    for (const line of head.statement ?? []) yield [lineSentence(line, variant, 'author')];
  }
  const notes = [...(head.ok ? head.warnings.map((warning) => warningSentence(warning, variant, 'author')) : []), ...head.rosterWarnings.map((warning) => rosterWarningSentence(warning, variant))];
  if (notes.length === 0) return;
  yield [];
  yield [t('roster.section.warnings')];
  for (const note of notes) yield [note];
}

function failureSentence({ code, errors }: LevyFailure['error'], variant: TextVariant): string {
  const told = errors[0] ?? { code, params: {} };
  return Object.hasOwn(levyErrorTexts.zh, told.code) ? say(levyErrorTexts, variant, told.code as keyof typeof levyErrorTexts.zh, told.params ?? {}) : told.code;
}

function personRow({ row, citizenId, certificate, grade, counts, verdicts }: PersonLine, variant: TextVariant): readonly OutCell[] {
  const t = (key: keyof typeof workbookTexts.zh, params = {}): string => say(workbookTexts, variant, key, params);
  const marks: OutCell[] = Array<OutCell>(12).fill(null);
  let weighted = 0;
  for (const verdict of verdicts) {
    for (const month of verdict.months) marks[Number(month.slice(5)) - 1] = !verdict.counted ? t('roster.mark.refused') : verdict.provisional ? t('roster.mark.provisional', { weight: verdict.weight }) : verdict.weight;
    weighted += verdict.weight * verdict.months.length;
  }
  const reasons = verdicts.filter(({ findings }) => findings.length > 0).map((verdict) => reasonOf(verdict, variant)).join(t('roster.separator'));
  return [row, citizenId, t(`roster.certificate.${certificate}`), grade, ...marks, weighted, t(`roster.counts.${counts}`), reasons];
}

function reasonOf({ months, findings }: MonthsVerdict, variant: TextVariant): string {
  return say(workbookTexts, variant, 'roster.reason', { months: monthRuns(months), reasons: findings.map((finding) => sayFinding(variant, finding)).join(say(workbookTexts, variant, 'roster.separator')) });
}
