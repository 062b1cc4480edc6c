import { say } from '../../../../kernel/texts.js';
import type { ListPage } from '../../../../platform/http/index.js';
import { Checkboxes, FilterForm, formFaultAt, FormFaultSummary, Input, Mixed, NameOfYear, PlaceInput, Select, Table, TableRegion, type FormFault, type PageView } from '../../../../ui/index.js';
import { stateTexts } from '../../../filing/index.js';
import { queuedStates } from '../../app/read-queue.query.js';
import type { QueuedFiling } from '../../infra/queue.repository.js';
import type { QueueForm } from '../forms.js';
import type { Kit } from './kit.js';

/** 审核队列 */
export function queuePage({ context, t, at, place, list }: Kit, page: ListPage<QueuedFiling>, typed: QueueForm, faults: readonly FormFault[]): PageView {
  const kept = Object.fromEntries((['state', 'region', 'year', 'mine'] as const).flatMap((key) => (typed[key] === undefined || typed[key] === '' ? [] : [[key, typed[key]]])));
  return {
    title: t('queueTitle'),
    noIndex: true,
    hasErrors: faults.length > 0,
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        <h1 class="govuk-heading-l">{t('queueTitle')}</h1>
        <p class="govuk-body">{t('queueLead')}</p>
        <FilterForm action={context.href('/reviews')} show={t('show')}>
          <Select name="state" label={t('state')} value={typed.state ?? ''} {...formFaultAt(faults, 'state')} items={[{ value: '', text: t('stateAll') }, ...queuedStates.map((one) => ({ value: one, text: say(stateTexts, context.variant, one) }))]} />
          <PlaceInput context={context} name="region" value={typed.region} faults={faults} optional />
          <Input name="year" label={t('year')} hint={t('yearHint')} value={typed.year ?? ''} class="govuk-input--width-4" inputmode="numeric" {...formFaultAt(faults, 'year')} />
          <Checkboxes name="mine" class="govuk-checkboxes--small" items={[{ value: 'yes', content: t('mine'), checked: typed.mine === 'yes' }]} />
        </FilterForm>
        {page.items.length === 0 ? <p class="govuk-body">{t('queueNone')}</p> : (
          <TableRegion label={t('queueTitle')}>
            <Table
              caption={t('queueTitle')}
              captionClass="govuk-visually-hidden"
              firstCellIsHeader
              head={[t('employer'), t('year'), t('state'), t('due'), t('doubt'), t('region')]}
              rows={page.items.map((filing) => [
                <a class="govuk-link zj-alone" href={at(filing.id)}><NameOfYear context={context} name={filing.employerName} year={filing.baseYear} /></a>, String(filing.baseYear),
                list(say(stateTexts, context.variant, filing.state), filing.isLate && t('late'), filing.isMine && t('onMyDesk')),
                filing.dueOn ?? t('dash'), filing.lines === null ? t('dash') : t('doubtOf', { doubtful: filing.doubtful, lines: filing.lines }), <Mixed context={context}>{place(filing.regionCode)}</Mixed>,
              ].map((content) => ({ content })))}
            />
          </TableRegion>
        )}
        {page.next !== null && <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(`/reviews?${new URLSearchParams({ ...kept, after: page.next }).toString()}`)} rel="next">{t('more')}</a></p>}
      </>
    ),
  };
}
