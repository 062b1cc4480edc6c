import type { VNode } from 'preact';
import { say } from '../../../../kernel/texts.js';
import { Mixed, TableRegion, type PageContext } from '../../../../ui/index.js';
import { countingTexts, sayFinding, type LineRule } from '../../../counting/index.js';
import { shortTitle } from '../../../levy/index.js';
import { monthRuns, type MonthCell, type MonthsReason, type PersonRow } from '../person-row.js';
import { tOf, type T } from './frame.js';

type Props = { readonly context: PageContext; readonly rows: readonly PersonRow[]; /** Of the case; where a rule's page is opened. */ readonly region: string };

const MONTHS: readonly number[] = Array.from({ length: 12 }, (_, index) => index + 1);

/**
 * Every month of every person: what it weighs or that it is refused, and in the last column why, by which rule. Laid out as
 * the month table of the statement: on narrow screens each row becomes a card, so the roles of a table are written out.
 */
export function PersonTable({ context, rows, region }: Props): VNode {
  const t = tOf(context);
  const caption = t('months_caption');
  const labels = MONTHS.map((month) => t('month_short', { month }));
  return (
    <TableRegion label={caption}>
      <table class="govuk-table zj-month-table zj-month-table--roster" role="table">
        <caption class="govuk-visually-hidden">{caption}</caption>
        <thead class="govuk-table__head" role="rowgroup">
          <tr class="govuk-table__row" role="row">
            <Head>{t('column_row')}</Head>
            {labels.map((label) => <Head numeric>{label}</Head>)}
            <Head numeric>{t('column_sum')}</Head>
            <Head>{t('column_reason')}</Head>
          </tr>
        </thead>
        <tbody class="govuk-table__body" role="rowgroup">
          {rows.map((row) => (
            <tr class="govuk-table__row" role="row">
              <th scope="row" class="govuk-table__header" role="rowheader">
                {t('row_label', { row: row.line.row })}
                <span class="zj-month-table__certificate"><span class="zj-number">{row.line.citizenId}</span><br />{certificateWords(row, t)}</span>
              </th>
              {row.cells.map((cell, index) => (
                <td class={`govuk-table__cell govuk-table__cell--numeric zj-month zj-month--${cell.kind}`} role="cell" data-label={labels[index]}>{cellWords(cell, t)}</td>
              ))}
              <td class="govuk-table__cell govuk-table__cell--numeric zj-month" role="cell" data-label={t('column_sum')}>{row.weight}</td>
              <td class="govuk-table__cell zj-month-table__note" role="cell"><Reasons context={context} row={row} region={region} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </TableRegion>
  );
}

function Head({ numeric, children }: { readonly numeric?: boolean; readonly children: string }): VNode {
  return <th scope="col" class={`govuk-table__header${numeric ? ' govuk-table__header--numeric' : ''}`} role="columnheader">{children}</th>;
}

const cellWords = ({ kind, weight }: MonthCell, t: T): string =>
  (kind === 'refused' ? t('cell_refused') : kind === 'provisional' ? t('cell_provisional', { weight }) : String(weight));

function certificateWords({ line: { certificate, grade, counts } }: PersonRow, t: T): string {
  const words = t(`certificate_${certificate}`, { grade });
  return counts === 'own' ? words : t('certificate_dispatched', { certificate: words, dispatch: t(`counts_${counts}`) });
}

function Reasons({ context, row, region }: { readonly context: PageContext; readonly row: PersonRow; readonly region: string }): VNode {
  if (row.reasons.length === 0) return <span class="zj-quiet">{tOf(context)('all_clear')}</span>;
  return <ul class="govuk-list zj-gaps">{row.reasons.map((reason) => <li><Reason context={context} reason={reason} region={region} /></li>)}</ul>;
}

function Reason({ context, reason, region }: { readonly context: PageContext; readonly reason: MonthsReason; readonly region: string }): VNode {
  const t = tOf(context);
  const { finding, counted } = reason;
  const source = finding.source === null ? '' : t('source', { source: say(countingTexts, context.variant, `counting.source.${finding.source}`) });
  const months = monthRuns(reason.months).map(([from, to]) => (from === to ? t('months_one', { month: from }) : t('months_run', { from, to }))).join(context.language === 'zh' ? '、' : ', ');
  return (
    <>
      {t(counted ? 'verdict_provisional' : 'verdict_refused', { months, reason: sayFinding(context.variant, finding) + source })}
      {reason.rules.length === 0 ? null : <>{' '}{t('rule')}{reason.rules.map((rule, index) => <>{index === 0 ? null : context.language === 'zh' ? '；' : '; '}<RuleLink context={context} rule={rule} region={region} /></>)}</>}
    </>
  );
}

/** The document by its number, leading to the page of the parameter with everything else. */
function RuleLink({ context, rule, region }: { readonly context: PageContext; readonly rule: LineRule; readonly region: string }): VNode {
  const t = tOf(context);
  const { title, article } = rule.reference;
  return (
    <>
      <a class="govuk-link" href={context.href(`/policy/${rule.parameter}?region=${region}&date=${rule.from}`)}><Mixed context={context}>{`${shortTitle(title)}${article === null ? '' : ` ${article}`}`}</Mixed></a>
      {rule.confirmed ? null : t('source', { source: t('unconfirmed') })}
    </>
  );
}
