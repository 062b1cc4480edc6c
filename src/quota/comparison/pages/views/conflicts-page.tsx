import type { ListPage } from '../../../../platform/http/index.js';
import { NameOfYear, Table, TableRegion, type PageView } from '../../../../ui/index.js';
import type { ConflictHead, ConflictState } from '../../infra/conflict-view.repository.js';
import type { Kit } from './kit.js';

/** 重复申报, the oldest first. @param filing of one filing only */
export function conflictsPage({ context, t, months, day }: Kit, page: ListPage<ConflictHead>, state: ConflictState, filing: string | null): PageView {
  const at = (params: Readonly<Record<string, string>>): string => `${context.href('/conflicts')}?${new URLSearchParams({ ...params, ...(filing === null ? {} : { filing }) }).toString()}`;
  const other = state === 'open' ? 'settled' : 'open';
  return {
    title: t('conflictsTitle'),
    noIndex: true,
    content: (
      <>
        <span class="govuk-caption-l">{t(state === 'open' ? 'stateOpen' : 'stateSettled')}</span>
        <h1 class="govuk-heading-l">{t('conflictsTitle')}</h1>
        <p class="govuk-body">{t('conflictsLead')}</p>
        <p class="govuk-body"><a class="govuk-link zj-alone" href={at({ state: other })}>{t(state === 'open' ? 'showSettled' : 'showOpen')}</a></p>
        {page.items.length === 0 ? <p class="govuk-body">{t(state === 'open' ? 'conflictsNone' : 'conflictsNoneSettled')}</p> : (
          <TableRegion label={t('conflictsTitle')}>
            <Table
              caption={t('conflictsTitle')}
              captionClass="govuk-visually-hidden"
              firstCellIsHeader
              head={[t('employers'), t('year'), t('monthsAtIssue'), t('foundAt')]}
              rows={page.items.map((conflict) => [
                { content: <a class="govuk-link zj-alone" href={context.href(`/conflicts/${conflict.id}`)}><NameOfYear context={context} name={conflict.employers.join(t('list'))} year={conflict.baseYear} /></a> },
                String(conflict.baseYear), months(conflict.overlapping | conflict.unagreed), day(conflict.foundAt),
              ])}
            />
          </TableRegion>
        )}
        {page.next !== null && <p class="govuk-body"><a class="govuk-link zj-alone" href={at({ state, after: page.next })} rel="next">{t('more')}</a></p>}
      </>
    ),
  };
}
