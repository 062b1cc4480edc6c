import type { VNode } from 'preact';
import { say, type TextVariant } from '../../../../kernel/texts.js';
import { TableRegion, type PageContext } from '../../../../ui/index.js';
import { questionTexts } from '../texts/question-texts.js';
import { statementTexts, type StatementText } from '../texts/statement-texts.js';
import type { MonthMark, PersonRow } from './person-months.js';

/**
 * One row for each person, one column for each month. On a narrow screen a row becomes a card with a grid of months, so the
 * roles of a table are written out: some browsers drop them together with the layout.
 */
export function MonthTable({ context, rows }: { readonly context: PageContext; readonly rows: readonly PersonRow[] }): VNode {
  const t = (key: StatementText, params = {}) => say(statementTexts, context.variant, key, params);
  const months = Array.from({ length: 12 }, (_, index) => t('month', { month: index + 1 }));
  return (
    <TableRegion label={t('months')}>
      <table class="govuk-table zj-month-table" role="table">
        <caption class="govuk-visually-hidden">{t('months')}</caption>
        <thead class="govuk-table__head" role="rowgroup">
          <tr class="govuk-table__row" role="row">
            <th scope="col" class="govuk-table__header" role="columnheader">{t('who')}</th>
            {months.map((month) => <th scope="col" class="govuk-table__header govuk-table__header--numeric" role="columnheader">{month}</th>)}
            <th scope="col" class="govuk-table__header" role="columnheader">{t('why')}</th>
          </tr>
        </thead>
        <tbody class="govuk-table__body" role="rowgroup">
          {rows.map((row) => (
            <tr class="govuk-table__row" role="row">
              <th scope="row" class="govuk-table__header" role="rowheader">
                {row.ref ?? t('person', { number: row.person })}
                <span class="zj-month-table__certificate">{certificateOf(row, context.variant)}</span>
              </th>
              {row.months.map((mark, index) => <Mark mark={mark} label={months[index] as string} context={context} />)}
              <td class="govuk-table__cell zj-month-table__note" role="cell">{noteOf(row, context.variant)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

function Mark({ mark, label, context }: { readonly mark: MonthMark; readonly label: string; readonly context: PageContext }): VNode {
  const t = (key: StatementText) => say(statementTexts, context.variant, key);
  return (
    <td class={`govuk-table__cell govuk-table__cell--numeric zj-month zj-month--${mark.kind}`} role="cell" data-label={label}>
      {mark.kind === 'counted' ? mark.weight : mark.kind === 'refused' ? t('notCounted') : <><span aria-hidden="true">–</span><span class="govuk-visually-hidden">{t('noMonth')}</span></>}
    </td>
  );
}

function certificateOf({ certificate, grade, dispatched }: PersonRow, variant: TextVariant): string {
  const name = say(questionTexts, variant, `certificate.${certificate}` as keyof typeof questionTexts.zh);
  const words = say(statementTexts, variant, 'personCertificate', { certificate: name, grade });
  return dispatched ? `${words}${variant === 'en' ? ', ' : '，'}${say(statementTexts, variant, 'dispatched')}` : words;
}

function noteOf({ months }: PersonRow, variant: TextVariant): string {
  const refused = months.flatMap((mark, index) => (mark.kind === 'refused' ? [index + 1] : []));
  if (refused.length === 0) return say(statementTexts, variant, 'allCounted', { count: months.filter(({ kind }) => kind === 'counted').length });
  return say(statementTexts, variant, 'refusedWhy', { months: say(statementTexts, variant, 'monthList', { list: refused.join('、') }) });
}
