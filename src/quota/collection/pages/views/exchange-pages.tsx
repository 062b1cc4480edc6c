import { say } from '../../../../kernel/texts.js';
import type { ListPage } from '../../../../platform/http/index.js';
import { Button, FileUpload, FormFaultSummary, formFaultAt, InsetText, Input, Mixed, NotificationBanner, PlaceInput, PostForm, Table, TableRegion, type FormFault, type PageView } from '../../../../ui/index.js';
import type { ToldRejection } from '../../api/exchange.controller.js';
import type { Party } from '../../domain/exchange-line.js';
import type { TaxBatch } from '../../infra/batch.repository.js';
import type { Import } from '../../infra/import.repository.js';
import type { CollectionForm } from '../forms.js';
import { fieldWords, partyTexts } from '../texts.js';
import { minute, type FormState, type Kit } from './kit.js';
import { Facts, NextPage } from './parts.js';

/** 转税务: batches that went out, and the next one. */
export function taxPage(kit: Kit, page: ListPage<TaxBatch>, { typed, faults }: FormState<CollectionForm>, maySend: boolean): PageView {
  const { context, t } = kit;
  return {
    title: t('taxTitle'),
    noIndex: true,
    hasErrors: faults.length > 0,
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        <h1 class="govuk-heading-l">{t('taxTitle')}</h1>
        <p class="govuk-body">{t('taxLead')}</p>
        <ul class="govuk-list">
          <li><a class="govuk-link zj-alone" href={context.href('/exchange')}>{t('exchangeLink')}</a></li>
          <li><a class="govuk-link zj-alone" href={context.href('/reconciliation')}>{t('reconcileLink')}</a></li>
        </ul>
        {maySend && (
          <>
            <h2 class="govuk-heading-m">{t('makeTitle')}</h2>
            <PostForm context={context} action="/tax">
              <PlaceInput context={context} name="region" field="regionCode" value={typed.region} faults={faults} />
              <Input id="baseYear" name="year" label={t('year')} value={typed.year ?? ''} inputmode="numeric" autocomplete="off" class="govuk-input--width-4" {...formFaultAt(faults, 'baseYear')} />
              <Button>{t('make')}</Button>
            </PostForm>
          </>
        )}
        <h2 class="govuk-heading-m">{t('batchesTitle')}</h2>
        {page.items.length === 0 ? <p class="govuk-body">{t('batchesNone')}</p> : (
          <TableRegion label={t('batchesTitle')}>
            <Table caption={t('batchesTitle')} captionClass="govuk-visually-hidden" head={[t('batch'), t('place'), t('year'), t('lines'), t('madeAt'), t('acknowledged')]} firstCellIsHeader
              rows={page.items.map((batch) => [
                <a class="govuk-link zj-alone" href={context.href(`/tax/batches/${batch.id}`)}>{batch.number}</a>, <Mixed context={context}>{kit.place(batch.regionCode)}</Mixed>, String(batch.baseYear), String(batch.lines),
                minute(batch.madeAt), batch.acknowledgedAt === null ? t('notYet') : minute(batch.acknowledgedAt),
              ].map((content) => ({ content })))} />
          </TableRegion>
        )}
        <NextPage kit={kit} path="/tax" query={{}} next={page.next} />
      </>
    ),
  };
}

/** One batch that went out. */
export function batchPage(kit: Kit, batch: TaxBatch, { typed, faults, mayAcknowledge, done }: FormState<CollectionForm> & { readonly mayAcknowledge: boolean; readonly done: boolean }): PageView {
  const { context, t } = kit;
  return {
    title: t('batchTitle', { number: batch.number }),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: { href: context.href('/tax') },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        {done && <NotificationBanner type="success" text={t('done')} />}
        <h1 class="govuk-heading-l">{t('batchTitle', { number: batch.number })}</h1>
        <Facts kit={kit} rows={[
          [t('place'), kit.place(batch.regionCode)], [t('year'), t('yearOf', { year: batch.baseYear })], [t('lines'), String(batch.lines)], [t('madeAt'), minute(batch.madeAt)], [t('digest'), batch.digest],
          [t('acknowledged'), batch.acknowledgedAt === null ? t('notYet') : minute(batch.acknowledgedAt)],
        ]} />
        <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(`/tax/batches/${batch.id}/lines.jsonl`)}>{t('download')}</a></p>
        {batch.acknowledgedAt === null && <p class="govuk-body">{t('batchNext')}</p>}
        {mayAcknowledge && batch.acknowledgedAt === null && (
          <>
            <h2 class="govuk-heading-m">{t('acknowledgeTitle')}</h2>
            <p class="govuk-body">{t('acknowledgeText')}</p>
            <PostForm context={context} action={`/tax/batches/${batch.id}/acknowledge`}>
              <Input name="digest" label={t('digestTyped')} value={typed.digest ?? ''} autocomplete="off" spellcheck={false} {...formFaultAt(faults, 'digest')} />
              <Button>{t('acknowledge')}</Button>
            </PostForm>
          </>
        )}
      </>
    ),
  };
}

/** What was handed in and refused: at whose form, and the year as it was typed there. */
export type HandedIn = { readonly faults: readonly FormFault[]; readonly at: Party | null; readonly year: string };

/** Batches that came in, and where one is handed in. `mayUpload` is whose batches the reader may hand in; the fault stands at that one's form. */
export function exchangePage(kit: Kit, page: ListPage<Import>, { mayUpload, faults, at, year }: { readonly mayUpload: readonly Party[] } & HandedIn): PageView {
  const { context, t } = kit;
  const faultsAt = (party: Party): readonly FormFault[] => (at === party ? faults : []);
  return {
    title: t('exchangeTitle'),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: { href: context.href('/tax') },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults.map((fault) => ({ ...fault, field: `${fault.field}-${at ?? ''}` }))} />
        <h1 class="govuk-heading-l">{t('exchangeTitle')}</h1>
        <p class="govuk-body">{t('exchangeLead')}</p>
        {page.items.length === 0 ? <p class="govuk-body">{t('exchangeNone')}</p> : (
          <TableRegion label={t('exchangeTitle')}>
            <Table caption={t('exchangeTitle')} captionClass="govuk-visually-hidden" head={[t('batch'), t('party'), t('sender'), t('year'), t('taken'), t('receivedAt')]} firstCellIsHeader
              rows={page.items.map((one) => [
                <a class="govuk-link zj-alone" href={context.href(`/exchange/${one.id}`)}>{one.batch}</a>, say(partyTexts, context.variant, one.party), <Mixed context={context}>{kit.place(one.sender)}</Mixed>, String(one.baseYear),
                balanceOf(kit, one), minute(one.receivedAt),
              ].map((content) => ({ content })))} />
          </TableRegion>
        )}
        <NextPage kit={kit} path="/exchange" query={{}} next={page.next} />
        {mayUpload.map((party) => (
          <>
            <h2 class="govuk-heading-m">{t(party === 'tax' ? 'uploadTax' : 'uploadFinance')}</h2>
            <form method="post" action={context.href(`/exchange/${party}`)} enctype="multipart/form-data" novalidate>
              <input type="hidden" name="_csrf" value={context.csrfToken()} />
              <Input id={`year-${party}`} name="year" label={t('batchYear')} hint={t('batchYearHint')} value={at === party ? year : ''} inputmode="numeric" autocomplete="off" class="govuk-input--width-4" {...formFaultAt(faultsAt(party), 'year')} />
              <FileUpload id={`file-${party}`} name="file" label={t('batchFile')} hint={t('batchFileHint')} attributes={{ accept: '.jsonl,.ndjson,application/x-ndjson' }} {...formFaultAt(faultsAt(party), 'file')} />
              <Button>{t('send')}</Button>
            </form>
          </>
        ))}
      </>
    ),
  };
}

const balanceOf = ({ t }: Kit, { rowsIn, accepted, unchanged, rejected }: Import): string => t('balance', { rows: rowsIn, accepted, unchanged, rejected });

/** How one batch was taken, with every line that was not. */
export function importPage(kit: Kit, one: Import, rejections: ListPage<ToldRejection>, repeated: boolean): PageView {
  const { context, t } = kit;
  return {
    title: t('importTitle', { batch: one.batch }),
    noIndex: true,
    back: { href: context.href('/exchange') },
    content: (
      <>
        {repeated && <NotificationBanner text={t('repeated')} />}
        <h1 class="govuk-heading-l">{t('importTitle', { batch: one.batch })}</h1>
        <InsetText>{balanceOf(kit, one)}</InsetText>
        <Facts kit={kit} rows={[
          [t('party'), say(partyTexts, context.variant, one.party)], [t('sender'), kit.place(one.sender)], [t('year'), t('yearOf', { year: one.baseYear })], [t('receivedAt'), minute(one.receivedAt)], [t('digest'), one.digest],
          [t('sealed'), one.sealKey === null ? t('sealNone') : t('sealGood', { key: one.sealKey })],
        ]} />
        <h2 class="govuk-heading-m">{t('rejectionsTitle')}</h2>
        <p class="govuk-body">{t(one.rejected === 0 ? 'rejectionsNone' : 'rejectionsNext')}</p>
        {rejections.items.length > 0 && (
          <TableRegion label={t('rejectionsTitle')}>
            <Table caption={t('rejectionsTitle')} captionClass="govuk-visually-hidden" head={[t('line'), t('column'), t('why')]} firstCellIsHeader
              rows={rejections.items.map(({ line, field, sentence }) => [String(line), field === null ? t('none0') : fieldWords(field, context.variant), <Mixed context={context}>{sentence}</Mixed>].map((content) => ({ content })))} />
          </TableRegion>
        )}
        <NextPage kit={kit} path={`/exchange/${one.id}`} query={{}} next={rejections.next} />
      </>
    ),
  };
}
