import type { VNode } from 'preact';
import { say } from '../../../../kernel/texts.js';
import type { PageContext } from '../../../../ui/index.js';
import type { LevyResult, LineParams } from '../../domain/result.js';
import { percent } from '../../texts.js';
import { statementTexts, type StatementText } from '../texts/statement-texts.js';
import { grouped, groupedYuan } from './numbers.js';

/** The same computation as columns of a form: item, formula, value. */
export function FormulaTable({ context, result }: { readonly context: PageContext; readonly result: LevyResult }): VNode {
  const t = (key: StatementText, params = {}) => say(statementTexts, context.variant, key, params);
  const people = (count: string): string => t('formula.people', { count: grouped(count, 0) });
  const yuan = (sum: string): string => t('sum', { sum: groupedYuan(sum) });
  const row = (item: StatementText, how: string, value: string): VNode => <Row item={t(item)} how={how} value={value} />;
  const { relief } = result;
  const ratio = paramsOf(result, 'levy.line.required')?.['ratio'];
  const wages = paramsOf(result, 'levy.line.average_wage');
  const cap = paramsOf(result, 'levy.line.wage_cap');
  const capUnknown = result.notApplied?.some(({ code }) => code === 'levy.not_applied.cap_unknown') ?? false;
  return (
    <table class="govuk-table zj-stacked" role="table">
      <caption class="govuk-visually-hidden">{t('formula')}</caption>
      <thead class="govuk-table__head" role="rowgroup">
        <tr class="govuk-table__row" role="row">
          <th scope="col" class="govuk-table__header" role="columnheader">{t('formula.item')}</th>
          <th scope="col" class="govuk-table__header" role="columnheader">{t('formula.how')}</th>
          <th scope="col" class="govuk-table__header govuk-table__header--numeric" role="columnheader">{t('formula.value')}</th>
        </tr>
      </thead>
      <tbody class="govuk-table__body" role="rowgroup">
        {[
          row('formula.staff', '', people(result.staff)),
          row('formula.required', ratio === undefined ? '' : t('formula.requiredHow', { staff: grouped(result.staff, 0), ratio: percent(String(ratio)) }), people(result.required)),
          row('formula.arranged', '', people(result.arranged)),
          row('formula.gap', t('formula.gapHow', { a: result.required, b: result.arranged }), people(result.gap)),
          row('formula.averageWage', wages ? t('formula.averageHow', { total: groupedYuan(String(wages['totalWages'])), staff: grouped(result.staff, 0) }) : '', yuan(result.averageWage)),
          ...(result.wageCap !== null && cap ? [row('formula.wageCap', t('formula.wageCapHow', { social: groupedYuan(String(cap['socialAverageWage'])), multiple: String(cap['multiple']) }), yuan(result.wageCap))] : []),
          ...(capUnknown ? [row('formula.wageCap', t('formula.wageCapUnknown'), '–')] : []),
          row('formula.leviedWage', result.wageCap === null ? '' : t('formula.leviedHow'), yuan(result.leviedWage)),
          row('formula.due', t('formula.times', { a: result.gap, b: groupedYuan(result.leviedWage) }), yuan(result.due)),
          row('formula.relief', relief.kind === 'none' ? '' : t('formula.times', { a: groupedYuan(result.due), b: percent(relief.rate) }), yuan(relief.amount)),
          row('formula.alreadyPaid', '', yuan(result.alreadyPaid)),
          row('formula.payable', t('formula.payableHow', { due: groupedYuan(result.due), relief: groupedYuan(relief.amount), paid: groupedYuan(result.alreadyPaid) }), yuan(result.payable)),
          ...(isZero(result.refundDue) ? [] : [row('formula.refund', '', yuan(result.refundDue))]),
        ]}
      </tbody>
    </table>
  );
}

/** On a narrow screen a row stands on two lines, so that the value is never scrolled away; hence the written-out roles. */
function Row({ item, how, value }: { readonly item: string; readonly how: string; readonly value: string }): VNode {
  return (
    <tr class="govuk-table__row" role="row">
      <th scope="row" class="govuk-table__header" role="rowheader">{item}</th>
      <td class="govuk-table__cell zj-stacked__line" role="cell">{how}</td>
      <td class="govuk-table__cell govuk-table__cell--numeric zj-number" role="cell">{value}</td>
    </tr>
  );
}

export const isZero = (sum: string): boolean => /^0+(?:\.0+)?$/.test(sum);

const paramsOf = ({ statement }: LevyResult, code: string): LineParams | undefined => statement?.find((line) => line.code === code)?.params;
