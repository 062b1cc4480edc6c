import { say } from '../../../kernel/texts.js';
import type { ListPage } from '../../../platform/http/index.js';
import { Mixed, Table, TableRegion, WarningText, type PageContext, type PageView } from '../../../ui/index.js';
import type { RetentionRun } from '../../infra/retention-run.repository.js';
import type { RetentionRule } from '../../reading/privacy-book.js';
import { retentionPageTexts, retentionRuleTexts } from '../retention-texts.js';
import { instantText } from './parts.js';

/** 保存期限: the rules with their sources, then what the job did, in numbers. */
export function retentionPage(context: PageContext, rules: readonly RetentionRule[], runs: ListPage<RetentionRun>): PageView {
  const { variant } = context;
  const t = (key: keyof typeof retentionPageTexts.zh, params: Readonly<Record<string, string | number>> = {}): string => say(retentionPageTexts, variant, key, params);
  const what = (rule: string): string => (Object.hasOwn(retentionRuleTexts.zh, rule) ? say(retentionRuleTexts, variant, rule as keyof typeof retentionRuleTexts.zh, {}) : rule);
  return {
    title: t('title'),
    noIndex: true,
    content: (
      <>
        <h1 class="govuk-heading-l">{t('title')}</h1>
        {rules.some(({ confirmed }) => !confirmed) && <WarningText>{t('unconfirmedWarning')}</WarningText>}
        <TableRegion label={t('rulesTitle')}>
          <Table caption={t('rulesTitle')} head={[t('what'), t('kept'), t('source'), t('state')]} firstCellIsHeader
            rows={rules.map(({ rule, days, reference, confirmed }) => [
              what(rule), t('days', { days }), <Mixed context={context}>{`${reference.title} ${reference.article}`}</Mixed>, t(confirmed ? 'confirmed' : 'unconfirmed'),
            ].map((content) => ({ content })))} />
        </TableRegion>
        <h2 class="govuk-heading-m">{t('runsTitle')}</h2>
        {runs.items.length === 0 ? <p class="govuk-body">{t('noRuns')}</p> : (
          <TableRegion label={t('runsTitle')}>
            <Table caption={t('runsTitle')} captionClass="govuk-visually-hidden" head={[t('ranAt'), t('what'), t('endedBefore'), t('applied')]} firstCellIsHeader
              rows={runs.items.map(({ ranAt, rule, endedBefore, applied }) => [instantText(ranAt), what(rule), endedBefore, String(applied)].map((content) => ({ content })))} />
          </TableRegion>
        )}
        {runs.next !== null && <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(`/retention?${new URLSearchParams({ after: runs.next }).toString()}`)} rel="next">{t('earlier')}</a></p>}
      </>
    ),
  };
}
