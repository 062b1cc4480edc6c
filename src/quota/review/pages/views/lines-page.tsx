import { maskCitizenId } from '../../../../kernel/ids/citizen-id.js';
import type { Scope } from '../../../../platform/access/index.js';
import type { ListPage } from '../../../../platform/http/index.js';
import { FilterForm, Mixed, NotificationBanner, Select, Table, TableRegion, type PageView } from '../../../../ui/index.js';
import { monthsIn } from '../../../counting/index.js';
import { shownName, type DeclarationHead } from '../../../filing/index.js';
import type { ShownLine } from '../../app/read-review.query.js';
import { lineFilters, type LineFilter } from '../../infra/decision.repository.js';
import type { Kit } from './kit.js';

export type LinesPageState = { readonly head: DeclarationHead; readonly filter: LineFilter; readonly page: ListPage<ShownLine>; readonly scope: Scope; readonly done: boolean };

/** The lines of a filing for whoever decides them. */
export function linesPage(kit: Kit, { head, filter, page, scope, done }: LinesPageState): PageView {
  const { context, t, at } = kit;
  return {
    title: t('linesTitle'),
    noIndex: true,
    back: { href: at(head.id), text: t('back') },
    content: (
      <>
        {done && <NotificationBanner type="success" title={t('done')}><p class="govuk-body">{t('lineDone')}</p></NotificationBanner>}
        <span class="govuk-caption-l"><Mixed context={context}>{head.employerName}</Mixed></span>
        <h1 class="govuk-heading-l">{t('linesTitle')}</h1>
        <FilterForm action={at(head.id, 'lines')} show={t('show')}>
          <Select name="filter" label={t('filter')} value={filter} items={lineFilters.map((one) => ({ value: one, text: t(`filter_${one}`) }))} />
        </FilterForm>
        {page.items.length === 0 ? <p class="govuk-body">{t(filter === 'undecided' ? 'linesAllDone' : 'linesNone')}{done && <> <a class="govuk-link zj-alone" href={at(head.id, 'finish')}>{t('wayFinishFirst')}</a></>}</p> : (
          <TableRegion label={t('linesTitle')}>
            <Table
              caption={t('linesTitle')}
              captionClass="govuk-visually-hidden"
              firstCellIsHeader
              stacked
              head={[t('name'), t('citizenId'), t('claimedMonths'), t('doubt'), t('decision')]}
              rows={page.items.map((line) => [
                <a class="govuk-link zj-alone" href={at(head.id, `lines/${line.lineId}`)}><Mixed context={context}>{shownName(line.line.name, scope)}</Mixed></a>, maskCitizenId(line.citizenId), kit.months(line.claimed), doubtWords(kit, line), decisionWords(kit, line),
              ].map((content) => ({ content })))}
            />
          </TableRegion>
        )}
        {page.next !== null && <p class="govuk-body"><a class="govuk-link zj-alone" href={`${at(head.id, 'lines')}?${new URLSearchParams({ filter, after: page.next }).toString()}`} rel="next">{t('more')}</a></p>}
      </>
    ),
  };
}

const doubtWords = ({ t, list }: Kit, { isClear, conflictId, papers }: ShownLine): string => list(t(isClear ? 'clear' : 'doubtful'), conflictId !== null && t('conflict'), papers > 0 && t('papersCount', { count: papers }));

const decisionWords = ({ t }: Kit, { decision, claimed }: ShownLine): string => (decision === null ? t('undecided') : t('monthsCount', { counted: monthsIn(decision.months), claimed: monthsIn(claimed) }));
