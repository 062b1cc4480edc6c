import { chinaDay } from '../../../kernel/clock.js';
import { say } from '../../../kernel/texts.js';
import type { ListPage } from '../../../platform/http/index.js';
import { Button, FilterForm, formFaultAt, FormFaultSummary, langOfTyped, Mixed, NotificationBanner, PostForm, Select, SummaryList, Table, TableRegion, Textarea, WarningText, type FormFault, type PageContext, type PageView } from '../../../ui/index.js';
import { requestStatuses, type RequestStatus } from '../../domain/request.js';
import type { RequestDetail, RightsRequest } from '../../infra/request.repository.js';
import { requestKindTexts, requestStatusTexts } from '../texts.js';
import { wordsOf } from './parts.js';

/** 个人信息请求, in the order in which they are due. */
export function officerListPage(context: PageContext, page: ListPage<RightsRequest>, status: RequestStatus | null): PageView {
  const t = wordsOf(context);
  const { variant } = context;
  const next = page.next === null ? null : `/rights-requests?${new URLSearchParams({ ...(status === null ? {} : { status }), after: page.next }).toString()}`;
  return {
    title: t('officerTitle'),
    noIndex: true,
    content: (
      <>
        <h1 class="govuk-heading-l">{t('officerTitle')}</h1>
        <FilterForm action={context.href('/rights-requests')} show={t('show')}>
          <Select name="status" label={t('status')} value={status ?? ''} items={[{ value: '', text: t('all') }, ...requestStatuses.map((one) => ({ value: one, text: say(requestStatusTexts, variant, one) }))]} />
        </FilterForm>
        {page.items.length === 0 ? <p class="govuk-body">{t('officerNone')}</p> : (
          <TableRegion label={t('officerTitle')}>
            <Table caption={t('officerTitle')} captionClass="govuk-visually-hidden" head={[t('person'), t('kind'), t('due'), t('state')]} firstCellIsHeader
              rows={page.items.map((request) => [
                <a class="govuk-link zj-alone" href={context.href(`/rights-requests/${request.id}`)}><Mixed context={context}>{request.personName ?? t('gone')}</Mixed><span class="govuk-visually-hidden">{t('requestOf', { kind: say(requestKindTexts, variant, request.kind) })}</span></a>,
                say(requestKindTexts, variant, request.kind), request.dueOn, say(requestStatusTexts, variant, request.status),
              ].map((content) => ({ content })))} />
          </TableRegion>
        )}
        {next !== null && <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(next)} rel="next">{t('next')}</a></p>}
      </>
    ),
  };
}

export type AnswerState = { readonly typed: string; readonly faults: readonly FormFault[]; readonly done: boolean };

/** One request, and the form that answers it. */
export function officerRequestPage(context: PageContext, request: RequestDetail, { typed, faults, done }: AnswerState): PageView {
  const t = wordsOf(context);
  const { variant } = context;
  const title = t('requestTitle', { kind: say(requestKindTexts, variant, request.kind) });
  return {
    title,
    noIndex: true,
    hasErrors: faults.length > 0,
    back: { href: context.href('/rights-requests') },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        {done && <NotificationBanner type="success" text={t('answered')} />}
        <h1 class="govuk-heading-l">{title}</h1>
        <SummaryList
          rows={[
            { key: t('person'), value: { content: <a class="govuk-link zj-alone" href={context.href(`/files/${request.personId}`)}><Mixed context={context}>{request.personName ?? t('gone')}</Mixed></a> } },
            { key: t('madeOn'), value: chinaDay(request.madeAt) }, { key: t('due'), value: request.dueOn }, { key: t('state'), value: say(requestStatusTexts, variant, request.status) },
            request.wish !== null && { key: t('wishOf'), value: { content: <Mixed context={context}>{request.wish}</Mixed> } }, request.answer !== null && { key: t('answer'), value: { content: <Mixed context={context}>{request.answer}</Mixed> } },
          ]}
        />
        {request.status === 'received' && (
          <PostForm context={context} action={`/rights-requests/${request.id}`}>
            <input type="hidden" name="version" value={String(request.version)} />
            {request.kind === 'deletion' && <WarningText>{t('deletionWarning')}</WarningText>}
            <Textarea name="answer" label={t('answerLabel')} hint={t('answerHint')} value={typed} rows={4} {...formFaultAt(faults, 'answer')} {...langOfTyped(context, typed)} />
            <div class="zj-actions">
              <Button name="act" value="grant">{t('grant')}</Button>
              <Button class="govuk-button--secondary" name="act" value="refuse">{t('refuse')}</Button>
            </div>
          </PostForm>
        )}
      </>
    ),
  };
}
