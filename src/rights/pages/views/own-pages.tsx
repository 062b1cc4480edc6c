import { chinaDay } from '../../../kernel/clock.js';
import { say } from '../../../kernel/texts.js';
import { Button, Checkboxes, FormFaultSummary, formFaultAt, Input, Mixed, NotificationBanner, PostForm, Select, SummaryList, Table, TableRegion, Textarea, type FormFault, type PageContext, type PageView } from '../../../ui/index.js';
import type { ConsentShown } from '../../app/consents.command.js';
import type { DataCopy, LookPage } from '../../app/own-data.query.js';
import { dataKinds, purposes, recipients, type Purpose } from '../../domain/consent.js';
import { requestKinds } from '../../domain/request.js';
import type { RequestDetail } from '../../infra/request.repository.js';
import type { ConsentForm, RequestForm } from '../forms.js';
import { dataKindTexts, lookPurposeTexts, purposeTexts, recipientTexts, requestKindTexts, requestStatusTexts, rolesInLooks } from '../texts.js';
import { instantText, wordsOf } from './parts.js';

/** 我的信息: everything in clear, for the person alone. */
export function dataPage(context: PageContext, { identity, contact, certificate, file }: DataCopy): PageView {
  const t = wordsOf(context);
  const row = (key: string, value: string | null | undefined) => ({ key, value: { content: <Mixed context={context}>{value ?? t('nothing')}</Mixed> } });
  const link = (path: string, text: string) => <li><a class="govuk-link zj-alone" href={path}>{text}</a></li>;
  return {
    title: t('dataTitle'),
    noIndex: true,
    content: (
      <>
        <h1 class="govuk-heading-l">{t('dataTitle')}</h1>
        <p class="govuk-body">{t('dataLead')}</p>
        <SummaryList
          rows={[
            row(t('name'), identity.name), row(t('citizenId'), identity.citizenId), row(t('region'), identity.regionCode), row(t('phone'), contact?.phone), row(t('address'), contact?.address),
            row(t('certificate'), certificate?.number), row(t('disability'), certificate && t('disabilityValue', { category: certificate.category, grade: certificate.grade })), row(t('opened'), file?.openedOn),
          ]}
        />
        <ul class="govuk-list">
          {link('/api/v1/own/data', t('download'))}
          {link(context.href('/my-data/looks'), t('looks'))}
          {link(context.href('/my-data/consents'), t('consents'))}
          {link(context.href('/my-data/requests'), t('requests'))}
        </ul>
      </>
    ),
  };
}

const has = <T extends object>(texts: T, key: string): key is Extract<keyof T, string> => Object.hasOwn(texts, key);

/** 谁看过我的档案 */
export function looksPage(context: PageContext, { items, next }: LookPage): PageView {
  const t = wordsOf(context);
  const role = (name: string | null): string => say(rolesInLooks, context.variant, name !== null && has(rolesInLooks.zh, name) ? name : 'other');
  const purpose = (code: string): string => say(lookPurposeTexts, context.variant, has(lookPurposeTexts.zh, code) ? code : 'other');
  return {
    title: t('looksTitle'),
    noIndex: true,
    back: { href: context.href('/my-data') },
    content: (
      <>
        <h1 class="govuk-heading-l">{t('looksTitle')}</h1>
        <p class="govuk-body">{t('looksLead')}</p>
        {items.length === 0 ? <p class="govuk-body">{t('noLooks')}</p> : (
          <TableRegion label={t('looksTitle')}>
            <Table caption={t('looksTitle')} captionClass="govuk-visually-hidden" head={[t('at'), t('who'), t('purpose'), t('reason')]} firstCellIsHeader
              rows={items.map((look) => [instantText(look.at), role(look.role), purpose(look.purpose), <Mixed context={context}>{look.reason ?? '—'}</Mixed>].map((content) => ({ content })))} />
          </TableRegion>
        )}
        {next !== null && <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(`/my-data/looks?before=${next}`)} rel="next">{t('more')}</a></p>}
      </>
    ),
  };
}

export type FormPageState<F> = { readonly typed: F; readonly faults: readonly FormFault[]; readonly done: string | null };

/** 我的同意. @param asked purposes that need a consent today */
export function consentsPage(context: PageContext, consents: readonly ConsentShown[], asked: readonly Purpose[], { typed, faults, done }: FormPageState<ConsentForm>): PageView {
  const t = wordsOf(context);
  const { variant } = context;
  const purposeOf = (purpose: Purpose): string => say(purposeTexts, variant, purpose);
  return {
    title: t('consentsTitle'),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: { href: context.href('/my-data') },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        {done !== null && <NotificationBanner type="success" text={t(done === 'withdrawn' ? 'withdrawn' : 'given')} />}
        <h1 class="govuk-heading-l">{t('consentsTitle')}</h1>
        <p class="govuk-body">{t('consentsLead')}</p>
        {consents.length === 0 && <p class="govuk-body">{t('noConsents')}</p>}
        {consents.map((consent) => (
          <>
            <h2 class="govuk-heading-s">{purposeOf(consent.purpose)}</h2>
            <SummaryList
              rows={[
                { key: t('recipient'), value: say(recipientTexts, variant, consent.recipient) },
                { key: t('what'), value: consent.what.map((kind) => say(dataKindTexts, variant, kind)).join(context.language === 'zh' ? '、' : ', ') },
                { key: t('since'), value: consent.since }, { key: t('until'), value: consent.withdrawnOn ?? consent.until ?? t('noEnd') }, { key: t('state'), value: t(consent.holds ? 'holds' : 'ended') },
              ]}
            />
            {consent.holds && (
              <PostForm context={context} action="/my-data/consents/withdraw">
                <input type="hidden" name="id" value={consent.id} />
                <Button class="govuk-button--secondary" attributes={{ 'aria-label': t('withdrawOf', { purpose: purposeOf(consent.purpose) }) }}>{t('withdraw')}</Button>
              </PostForm>
            )}
          </>
        ))}
        <h2 class="govuk-heading-m">{t('giveTitle')}</h2>
        <PostForm context={context} action="/my-data/consents">
          <Select name="purpose" label={t('purpose')} value={typed.purpose ?? ''} {...formFaultAt(faults, 'purpose')} items={[{ value: '', text: '—' }, ...purposes.filter((one) => asked.includes(one)).map((one) => ({ value: one, text: purposeOf(one) }))]} />
          <Select name="recipient" label={t('recipient')} value={typed.recipient ?? ''} {...formFaultAt(faults, 'recipient')} items={[{ value: '', text: '—' }, ...recipients.map((one) => ({ value: one, text: say(recipientTexts, variant, one) }))]} />
          <Checkboxes name="what" idPrefix="what" fieldset={{ legend: t('what') }} {...formFaultAt(faults, 'what')} values={dataKinds.filter((kind) => typed[`what_${kind}`] !== undefined)}
            items={dataKinds.map((kind) => ({ value: kind, name: `what_${kind}`, content: say(dataKindTexts, variant, kind) }))} />
          <Input name="until" label={t('untilLabel')} hint={t('untilHint')} value={typed.until ?? ''} autocomplete="off" class="govuk-input--width-10" {...formFaultAt(faults, 'until')} />
          <Button>{t('give')}</Button>
        </PostForm>
      </>
    ),
  };
}

export type OwnRequests = { readonly requests: readonly RequestDetail[]; readonly rankingOff: boolean };

/** 我的请求 */
export function requestsPage(context: PageContext, { requests, rankingOff }: OwnRequests, { typed, faults, done }: FormPageState<RequestForm>): PageView {
  const t = wordsOf(context);
  const { variant } = context;
  return {
    title: t('requestsTitle'),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: { href: context.href('/my-data') },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        {done !== null && <NotificationBanner type="success" text={t(done === 'switched' ? 'switched' : done === 'withdrawn' ? 'withdrawn' : 'asked')} />}
        <h1 class="govuk-heading-l">{t('requestsTitle')}</h1>
        <p class="govuk-body">{t('requestsLead')}</p>
        {requests.length === 0 && <p class="govuk-body">{t('noRequests')}</p>}
        {requests.map((request) => (
          <>
            <h2 class="govuk-heading-s">{say(requestKindTexts, variant, request.kind)}</h2>
            <SummaryList
              rows={[
                { key: t('madeOn'), value: chinaDay(request.madeAt) }, { key: t('due'), value: request.dueOn }, { key: t('state'), value: say(requestStatusTexts, variant, request.status) },
                request.wish !== null && { key: t('wishOf'), value: { content: <Mixed context={context}>{request.wish}</Mixed> } }, request.answer !== null && { key: t('answer'), value: { content: <Mixed context={context}>{request.answer}</Mixed> } },
              ]}
            />
            {request.status === 'received' && (
              <PostForm context={context} action="/my-data/requests/withdraw"><input type="hidden" name="id" value={request.id} /><Button class="govuk-button--secondary">{t('takeBack')}</Button></PostForm>
            )}
          </>
        ))}
        <h2 class="govuk-heading-m">{t('askTitle')}</h2>
        <PostForm context={context} action="/my-data/requests">
          <Select name="kind" label={t('kind')} value={typed.kind ?? ''} {...formFaultAt(faults, 'kind')} items={[{ value: '', text: '—' }, ...requestKinds.map((kind) => ({ value: kind, text: say(requestKindTexts, variant, kind) }))]} />
          <Textarea name="wish" label={t('wish')} hint={t('wishHint')} value={typed.wish ?? ''} rows={4} {...formFaultAt(faults, 'wish')} />
          <Button>{t('ask')}</Button>
        </PostForm>
        <h2 class="govuk-heading-m">{t('rankingTitle')}</h2>
        <p class="govuk-body">{t(rankingOff ? 'rankingOff' : 'rankingOn')}</p>
        <PostForm context={context} action="/my-data/ranking">
          <input type="hidden" name="off" value={rankingOff ? 'no' : 'yes'} />
          <Button class="govuk-button--secondary">{t(rankingOff ? 'switchOn' : 'switchOff')}</Button>
        </PostForm>
      </>
    ),
  };
}
