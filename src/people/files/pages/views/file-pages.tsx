import { say } from '../../../../kernel/texts.js';
import type { ListPage } from '../../../../platform/http/index.js';
import { Button, FormFaultSummary, formFaultAt, Input, Mixed, NotificationBanner, PlaceInput, PostForm, SummaryList, Table, TableRegion, type FormFault, type PageView } from '../../../../ui/index.js';
import type { FileLine, FileView } from '../../app/read-files.query.js';
import type { FileForm } from '../forms.js';
import { closingReasonTexts, preferredTexts } from '../texts.js';
import type { Kit } from './kit.js';
import { Masked } from './masked.js';

/** What was sought by number without success. */
export type Sought = { readonly typed: string; readonly faults: readonly FormFault[] };

export type FilesPageState = { readonly page: ListPage<FileLine>; readonly mayCreate: boolean; readonly mayExport: boolean; readonly mayLookUp: boolean; /** The reader's own file, or that of its ward. */ readonly own: boolean; readonly sought: Sought };

/** 档案 */
export function filesPage(kit: Kit, { page, mayCreate, mayExport, mayLookUp, own, sought: { typed, faults } }: FilesPageState): PageView {
  const { context, t, place } = kit;
  return {
    title: t('listTitle'),
    noIndex: true,
    hasErrors: faults.length > 0,
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        <h1 class="govuk-heading-l">{t('listTitle')}</h1>
        <p class="govuk-body">{t(own ? 'ownLead' : 'listLead')}</p>
        {own && <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href('/my-data')}>{t('ownData')}</a></p>}
        {mayCreate && <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href('/open-file')}>{t('newFile')}</a></p>}
        {mayExport && <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href('/export-files')}>{t('exportTitle')}</a></p>}
        {page.items.length === 0 ? <p class="govuk-body">{t('none')}</p> : (
          <TableRegion label={t('listTitle')}>
            <Table
              caption={t('listTitle')}
              captionClass="govuk-visually-hidden"
              head={[t('name'), t('citizenId'), t('region'), t('phone')]}
              firstCellIsHeader
              rows={page.items.map((file) => [
                <a class="govuk-link zj-alone" href={context.href(`/files/${file.id}`)}><Mixed context={context}>{file.name ?? t('gone')}</Mixed></a>,
                <Masked kit={kit} value={file.citizenIdMasked} none="—" />, <Mixed context={context}>{place(file.regionCode)}</Mixed>, <Masked kit={kit} value={file.phoneMasked} none="—" />,
              ].map((content) => ({ content })))}
            />
          </TableRegion>
        )}
        {page.next !== null && <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(`/files?after=${encodeURIComponent(page.next)}`)} rel="next">{t('more')}</a></p>}
        {mayLookUp && (
          <>
            <h2 class="govuk-heading-m">{t('lookUpTitle')}</h2>
            <PostForm context={context} action="/files/look-up">
              <Input name="citizenId" label={t('lookUpLabel')} value={typed} autocomplete="off" spellcheck={false} class="govuk-input--width-20" {...formFaultAt(faults, 'citizenId')} />
              <Button class="govuk-button--secondary">{t('lookUp')}</Button>
            </PostForm>
          </>
        )}
      </>
    ),
  };
}

export const fileActs = ['change', 'assign', 'link', 'close'] as const;
export type FileAct = (typeof fileActs)[number];
const ACT_TEXTS = { change: 'change', assign: 'assignTo', link: 'linkTo', close: 'close' } as const;

export const fileDones = ['created', 'changed', 'assigned', 'closed', 'linked'] as const;
export type FileDone = (typeof fileDones)[number];
const DONE_TEXTS = { created: 'created', changed: 'doneChanged', assigned: 'doneAssigned', closed: 'doneClosed', linked: 'doneLinked' } as const;

export type FileState = { readonly counselorName: string | null; readonly mayReveal: boolean; /** That the caller may do. */ readonly acts: readonly FileAct[]; readonly done: FileDone | null };

/** One file, masked, and what can be done with it. */
export function filePage(kit: Kit, file: FileView, { counselorName, mayReveal, acts, done }: FileState): PageView {
  const { context, t, place } = kit;
  const open = file.closedOn === null && file.anonymisedAt === null;
  const row = (key: string, value: string) => ({ key, value: { content: <Mixed context={context}>{value}</Mixed> } });
  const masked = (key: string, value: string | null, none: string) => ({ key, value: { content: <Masked kit={kit} value={value} none={none} /> } });
  const name = file.name ?? t('gone');
  return {
    // A name of a person stands in no title: titles stay in the history of a browser.
    title: t('oneTitle'),
    noIndex: true,
    back: { href: context.href('/files') },
    content: (
      <>
        {done !== null && <NotificationBanner type="success" text={t(DONE_TEXTS[done])} />}
        <h1 class="govuk-heading-l"><Mixed context={context}>{t('fileTitle', { name })}</Mixed></h1>
        <SummaryList
          rows={[
            masked(t('citizenId'), file.citizenIdMasked, '—'), masked(t('certificate'), file.certificateMasked, t('notRegistered')), row(t('region'), place(file.regionCode)),
            masked(t('phone'), file.phoneMasked, t('notRegistered')), row(t('address'), t(file.hasAddress ? 'registered' : 'notRegistered')),
            file.preferred !== null && row(t('preferred'), say(preferredTexts, context.variant, file.preferred)),
            row(t('counselor'), counselorName ?? t('noCounselor')), row(t('linked'), t(file.accountId === null ? 'isNotLinked' : 'isLinked')), row(t('opened'), file.openedOn), file.closedOn !== null && row(t('closed'), file.closedOn), file.closingReason !== null && row(t('closingReason'), say(closingReasonTexts, context.variant, file.closingReason)), row(t('ranking'), t(file.rankingOff ? 'rankingOff' : 'rankingOn')),
          ]}
        />
        <p class="govuk-body">{t('logged')}</p>
        {mayReveal && file.anonymisedAt === null && <Button href={context.href(`/files/${file.id}/reveal`)}>{t('reveal')}</Button>}
        {open && acts.length > 0 && (
          <ul class="govuk-list">
            {acts.map((act) => <li><a class="govuk-link zj-alone" href={context.href(`/files/${file.id}/${act}`)}>{t(ACT_TEXTS[act])}</a></li>)}
          </ul>
        )}
      </>
    ),
  };
}

/** 建一份档案 */
export function newFilePage({ context, t }: Kit, typed: FileForm, faults: readonly FormFault[]): PageView {
  const field = (name: keyof FileForm) => ({ name, value: typed[name] ?? '', autocomplete: 'off', ...formFaultAt(faults, name) });
  return {
    title: t('newTitle'),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: { href: context.href('/files') },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        <h1 class="govuk-heading-l">{t('newTitle')}</h1>
        <PostForm context={context} action="/open-file">
          <Input {...field('name')} label={t('name')} class="govuk-input--width-20" />
          <Input {...field('citizenId')} label={t('citizenId')} spellcheck={false} class="govuk-input--width-20" />
          <Input {...field('certificate')} label={t('certificateLabel')} hint={t('certificateHint')} spellcheck={false} class="govuk-input--width-20" />
          <Input {...field('phone')} label={t('phoneLabel')} inputmode="tel" class="govuk-input--width-20" />
          <Input {...field('address')} label={t('addressLabel')} />
          <PlaceInput context={context} name="regionCode" value={typed.regionCode} faults={faults} optional={t('regionHint')} />
          <Button>{t('save')}</Button>
        </PostForm>
      </>
    ),
  };
}
