import type { ComponentChildren, VNode } from 'preact';
import { say } from '../../../../kernel/texts.js';
import { Mixed, Panel, type PageContext } from '../../../../ui/index.js';
import type { LevyResult, StatementLine, Warning } from '../../domain/result.js';
import type { StatementReader } from '../../texts-of-both-sides.js';
import { warningSentence } from '../../texts.js';
import { statementTexts, type StatementText } from '../texts/statement-texts.js';
import { documentsOf } from './documents.js';
import { FormulaTable, isZero } from './formula-table.js';
import { MonthTable } from './month-table.js';
import { groupedYuan } from './numbers.js';
import { isPersonMonth, personRows } from './person-months.js';
import { NotAppliedList, StepList } from './step-list.js';

export type StatementProps = {
  readonly context: PageContext;
  readonly result: LevyResult;
  readonly reader: StatementReader;
  readonly region: string;
  /** 山东省 淄博市 张店区，2024 年，企业 */
  readonly about: string;
  /** Sums with and without the months that are still open; yuan. */
  readonly provisional?: { readonly months: number; readonly payableWith: string; readonly payableWithout: string };
  /** In place of the table of person-months, where more is known of each than the statement says. */
  readonly people?: ComponentChildren;
  /** Where a warning can be mended. */
  readonly mend?: (warning: Warning) => { readonly href: string; readonly words: string } | null;
};

/** A levy told: the sum first, warnings, then every step with its rule, the months, what did not apply, the table. */
export function StatementView({ context, result, reader, region, about, provisional, people, mend }: StatementProps): VNode {
  const t = (key: StatementText, params = {}) => say(statementTexts, context.variant, key, params);
  const statement = result.statement ?? [];
  const steps = statement.filter((line) => !isPersonMonth(line) && line.code !== 'levy.line.trial_sum');
  const rows = personRows(statement);
  return (
    <>
      <Sum context={context} result={result} about={about} />
      {provisional ? (
        <section class="zj-paper" aria-labelledby="provisional">
          <h2 class="govuk-heading-m" id="provisional">{t('provisional')}</h2>
          <p class="govuk-body">{t('provisionalText', { months: provisional.months, with: groupedYuan(provisional.payableWith), without: groupedYuan(provisional.payableWithout) })}</p>
        </section>
      ) : null}
      <Warnings context={context} reader={reader} warnings={result.warnings} mend={mend} />
      <h2 class="govuk-heading-l" id="steps">{t('steps')}</h2>
      <p class="govuk-body">{t('stepsLead', { count: steps.length })}</p>
      {hasUnconfirmed(result) ? <p class="govuk-body">{t('unconfirmedNote')}</p> : null}
      <StepList context={context} reader={reader} lines={steps} place={{ region }} />
      {people ?? (rows.length === 0 ? null : (
        <>
          <h2 class="govuk-heading-l" id="months">{t('months')}</h2>
          <p class="govuk-body">{t('monthsLead')}</p>
          <div class="zj-fluid"><MonthTable context={context} rows={rows} /></div>
        </>
      ))}
      {result.notApplied && result.notApplied.length > 0 ? (
        <>
          <h2 class="govuk-heading-l" id="not-applied">{t('notApplied')}</h2>
          <NotAppliedList context={context} reader={reader} rules={result.notApplied} place={{ region }} />
        </>
      ) : null}
      <h2 class="govuk-heading-l" id="formula">{t('formula')}</h2>
      <div class="zj-fluid"><FormulaTable context={context} result={result} /></div>
      <h2 class="govuk-heading-m" id="documents">{t('documents')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {documentsOf(result).map(({ title, href }) => (
          <li>{href === null ? <Mixed context={context}>{title}</Mixed> : <a class="govuk-link zj-alone" href={href} rel="external"><Mixed context={context}>{title}</Mixed></a>}</li>
        ))}
      </ul>
    </>
  );
}

/** The board at the top: one sum, large and calm, and that it is a trial sum. */
export function Sum({ context, result, about }: Pick<StatementProps, 'context' | 'result' | 'about'>): VNode {
  const t = (key: StatementText, params = {}) => say(statementTexts, context.variant, key, params);
  const refund = !isZero(result.refundDue);
  const sum = refund ? result.refundDue : result.payable;
  return (
    <Panel title={<><span class="zj-panel__label">{t(refund ? 'refund' : 'payable')}</span>{' '}<span class="zj-panel__sum">{t('sum', { sum: groupedYuan(sum) })}</span></>}>
      <p><Mixed context={context}>{about}</Mixed></p>
      {result.relief.kind === 'exempt' ? <p>{t('exempt')}</p> : isZero(result.payable) && !refund ? <p>{t('nothing')}</p> : null}
      <p>{t('trial')}</p>
    </Panel>
  );
}

function Warnings({ context, reader, warnings, mend }: Pick<StatementProps, 'context' | 'reader'> & { readonly warnings: readonly Warning[]; readonly mend: StatementProps['mend'] }): VNode | null {
  if (warnings.length === 0) return null;
  return (
    <section class="govuk-inset-text zj-warnings" aria-labelledby="warnings">
      <h2 class="govuk-heading-m" id="warnings">{say(statementTexts, context.variant, 'warnings')}</h2>
      <ul class="govuk-list govuk-list--bullet">
        {warnings.map((warning) => {
          const link = mend?.(warning) ?? null;
          return <li>{warningSentence(warning, context.variant, reader)}{link ? <>{' '}<a class="govuk-link" href={context.href(link.href)}>{link.words}</a></> : null}</li>;
        })}
      </ul>
    </section>
  );
}

const unconfirmed = ({ rule }: Pick<StatementLine, 'rule'>): boolean => rule !== null && !rule.confirmed && rule.reference !== null;
const hasUnconfirmed = ({ statement = [], notApplied = [] }: LevyResult): boolean => [...statement, ...notApplied].some(unconfirmed);
