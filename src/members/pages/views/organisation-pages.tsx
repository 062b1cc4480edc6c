import { say } from '../../../kernel/texts.js';
import { organisationKinds, type OrganisationKind } from '../../../platform/access/index.js';
import type { ListPage } from '../../../platform/http/index.js';
import { Button, FilterForm, formFaultAt, FormFaultSummary, Input, Mixed, NotificationBanner, PlaceInput, PostForm, Select, SummaryList, Table, TableRegion, titleOf, type FormFault, type PageContext, type PageView } from '../../../ui/index.js';
import type { Organisation } from '../../infra/organisation.repository.js';
import { deskWords, organisationKindTexts } from '../desk-texts.js';
import type { OrganisationForm } from '../forms.js';
import type { Kit } from './parts.js';

export type OrganisationsState = { readonly page: ListPage<Organisation>; readonly kind: OrganisationKind | null; readonly mayAdd: boolean };

const inChinese = (context: PageContext) => (context.language === 'en' ? { attributes: { lang: 'zh-CN' } } : {});

/** 单位 */
export function organisationsPage({ context, place }: Kit, { page, kind, mayAdd }: OrganisationsState): PageView {
  const t = deskWords(context);
  const kindOf = (one: OrganisationKind): string => say(organisationKindTexts, context.variant, one);
  const next = page.next === null ? null : `/organisations?${new URLSearchParams({ ...(kind === null ? {} : { kind }), after: page.next }).toString()}`;
  return {
    title: t('organisations'),
    noIndex: true,
    content: (
      <>
        <h1 class="govuk-heading-l">{t('organisations')}</h1>
        <p class="govuk-body">{t('organisationsLead')}</p>
        {mayAdd && <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href('/enter-organisation')}>{t('add')}</a></p>}
        <FilterForm action={context.href('/organisations')} show={t('show')}>
          <Select name="kind" label={t('kind')} value={kind ?? ''} items={[{ value: '', text: t('all') }, ...organisationKinds.map((one) => ({ value: one, text: kindOf(one) }))]} />
        </FilterForm>
        {page.items.length === 0 ? <p class="govuk-body">{t('noOrganisations')}</p> : (
          <TableRegion label={t('organisations')}>
            <Table caption={t('organisations')} captionClass="govuk-visually-hidden" head={[t('organisationName'), t('kind'), t('region')]} firstCellIsHeader
              rows={page.items.map((one) => [
                <a class="govuk-link zj-alone" href={context.href(`/organisations/${one.id}`)}><Mixed context={context}>{one.name}</Mixed></a>, kindOf(one.kind), <Mixed context={context}>{place(one.regionCode)}</Mixed>,
              ].map((content) => ({ content })))} />
          </TableRegion>
        )}
        {next !== null && <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(next)} rel="next">{t('next')}</a></p>}
      </>
    ),
  };
}

export type NewOrganisationState = { readonly parents: readonly Organisation[]; readonly typed: OrganisationForm; readonly faults: readonly FormFault[] };

/** 登记单位 */
export function newOrganisationPage(context: PageContext, { parents, typed, faults }: NewOrganisationState): PageView {
  const t = deskWords(context);
  return {
    title: t('addTitle'),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: { href: context.href('/organisations') },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        <h1 class="govuk-heading-l">{t('addTitle')}</h1>
        <PostForm context={context} action="/enter-organisation">
          <Select name="kind" label={t('kind')} value={typed.kind ?? ''} {...formFaultAt(faults, 'kind')} items={[{ value: '', text: '—' }, ...organisationKinds.map((one) => ({ value: one, text: say(organisationKindTexts, context.variant, one) }))]} />
          <Input name="name" label={t('organisationName')} hint={t('organisationNameHint')} value={typed.name ?? ''} autocomplete="off" {...formFaultAt(faults, 'name')} {...inChinese(context)} />
          <PlaceInput context={context} name="regionCode" value={typed.regionCode} faults={faults} />
          <Select name="parentId" label={t('parent')} value={typed.parentId ?? ''} {...formFaultAt(faults, 'parentId')} items={[{ value: '', text: t('noParent') }, ...parents.map(({ id, name }) => ({ value: id, text: name, ...inChinese(context) }))]} />
          <Button>{t('addYes')}</Button>
        </PostForm>
      </>
    ),
  };
}

export type OrganisationState = { readonly mayRename: boolean; /** Null: nothing was sent yet. */ readonly typed: string | null; readonly faults: readonly FormFault[]; readonly done: 'added' | 'renamed' | null };

/** One organisation, and its name for whoever may change it. */
export function organisationPage({ context, place }: Kit, one: Organisation, { mayRename, typed, faults, done }: OrganisationState): PageView {
  const t = deskWords(context);
  return {
    title: titleOf(context, one.name, t('organisation')),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: { href: context.href('/organisations') },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        {done !== null && <NotificationBanner type="success" text={t(done)} />}
        <h1 class="govuk-heading-l"><Mixed context={context}>{one.name}</Mixed></h1>
        <SummaryList rows={[{ key: t('kind'), value: say(organisationKindTexts, context.variant, one.kind) }, { key: t('region'), value: { content: <Mixed context={context}>{place(one.regionCode)}</Mixed> } }]} />
        {mayRename && (
          <>
            <h2 class="govuk-heading-m">{t('rename')}</h2>
            <PostForm context={context} action={`/organisations/${one.id}`}>
              <input type="hidden" name="version" value={String(one.version)} />
              <Input name="name" label={t('organisationName')} value={typed ?? one.name} autocomplete="off" {...formFaultAt(faults, 'name')} {...inChinese(context)} />
              <Button>{t('renameYes')}</Button>
            </PostForm>
          </>
        )}
      </>
    ),
  };
}
