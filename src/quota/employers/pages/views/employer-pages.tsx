import { chinaDay } from '../../../../kernel/clock.js';
import { say } from '../../../../kernel/texts.js';
import type { ListPage } from '../../../../platform/http/index.js';
import { Button, FilterForm, formFaultAt, FormFaultSummary, Input, langOfTyped, Mixed, NotificationBanner, PostForm, Radios, Select, SummaryList, Table, TableRegion, Textarea, titleOf, type FormFault, type PageView } from '../../../../ui/index.js';
import { employerStatuses, refusalReasons, type EmployerStatus } from '../../domain/employer-state.js';
import type { EmployerFile } from '../../app/read-employer-file.query.js';
import type { Employer } from '../../infra/employer.repository.js';
import type { DecisionForm } from '../forms.js';
import { employerKindTexts, employerStatusTexts, refusalReasonTexts } from '../texts.js';
import { factRows, FileSections, MergedNotice, Merging, type FileRights } from './file-sections.js';
import type { Kit } from './kit.js';

export type EmployersState = { readonly page: ListPage<Employer>; readonly status: EmployerStatus | null; readonly typed: string; readonly mayImport: boolean; readonly mayMerge: boolean };

/** 用人单位 */
export function employersPage({ context, t, f, place }: Kit, { page, status, typed, mayImport, mayMerge }: EmployersState): PageView {
  const statusText = (one: EmployerStatus): string => say(employerStatusTexts, context.variant, one);
  const next = page.next === null ? null : `/employers?${new URLSearchParams({ ...(status === null ? {} : { status }), ...(typed === '' ? {} : { q: typed }), after: page.next }).toString()}`;
  return {
    title: t('listTitle'),
    noIndex: true,
    content: (
      <>
        <h1 class="govuk-heading-l">{t('listTitle')}</h1>
        {mayImport && <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href('/employer-imports')}>{f('importsTitle')}</a></p>}
        {mayMerge && <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href('/employer-duplicates')}>{f('duplicatesLink')}</a></p>}
        <FilterForm action={context.href('/employers')} show={t('show')}>
          <Input name="q" label={t('search')} hint={t('searchHint')} value={typed} autocomplete="off" class="govuk-input--width-20" {...langOfTyped(context, typed)} />
          <Select name="status" label={t('status')} value={status ?? ''} items={[{ value: '', text: t('all') }, ...employerStatuses.map((one) => ({ value: one, text: statusText(one) }))]} />
        </FilterForm>
        {page.items.length === 0 ? <p class="govuk-body">{t('none')}</p> : (
          <TableRegion label={t('listTitle')}>
            <Table
              caption={t('listTitle')}
              captionClass="govuk-visually-hidden"
              head={[t('name'), t('uscc'), t('region'), t('status'), t('registeredAt')]}
              firstCellIsHeader
              rows={page.items.map((employer) => [
                <a class="govuk-link zj-alone" href={context.href(`/employers/${employer.id}`)}><Mixed context={context}>{employer.name}</Mixed></a>,
                employer.uscc, <Mixed context={context}>{place(employer.regionCode)}</Mixed>, statusText(employer.status), chinaDay(employer.registeredAt),
              ].map((content) => ({ content })))}
            />
          </TableRegion>
        )}
        {next !== null && <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(next)} rel="next">{t('more')}</a></p>}
      </>
    ),
  };
}

export type EmployerPageState = {
  readonly rights: FileRights;
  readonly mayDecide: boolean;
  readonly mayInvite: boolean;
  readonly done: boolean;
  readonly saved: boolean;
  readonly typed: DecisionForm;
  readonly faults: readonly FormFault[];
  /** The code of another employer as it was typed. */
  readonly other: string;
  readonly otherFaults: readonly FormFault[];
};

/** One employer with its file, and its verification for whoever may decide. */
export function employerPage(kit: Kit, employer: EmployerFile, { rights, mayDecide, mayInvite, done, saved, typed, faults, other, otherFaults }: EmployerPageState): PageView {
  const { context, t, f, place } = kit;
  const { variant } = context;
  const sections = { kit, file: employer, rights };
  const row = (key: string, value: string) => ({ key, value: { content: <Mixed context={context}>{value}</Mixed> } });
  const refusal = (
    <>
      <Select name="reason" label={t('reasonLabel')} value={typed.reason ?? ''} {...formFaultAt(faults, 'reason')} startsOpen items={refusalReasons.map((reason) => ({ value: reason, text: say(refusalReasonTexts, variant, reason) }))} />
      <Textarea name="note" label={t('noteLabel')} hint={t('noteHint')} value={typed.note ?? ''} rows={3} {...formFaultAt(faults, 'note')} {...langOfTyped(context, typed.note ?? '')} />
    </>
  );
  return {
    title: titleOf(context, `${t('oneTitle')} – ${employer.name}`, t('oneTitle')),
    noIndex: true,
    hasErrors: faults.length + otherFaults.length > 0,
    back: { href: context.href('/employers') },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={[...faults, ...otherFaults]} />
        {done && (
          <NotificationBanner type="success" title={t('done')}>
            <p class="govuk-body">{t('doneText')}</p>
            <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href('/employers?status=registered')}>{t('waiting')}</a></p>
          </NotificationBanner>
        )}
        {saved && <NotificationBanner type="success" text={f('saved')} />}
        <h1 class="govuk-heading-l"><Mixed context={context}>{employer.name}</Mixed></h1>
        <MergedNotice {...sections} />
        <SummaryList
          rows={[
            row(t('uscc'), employer.uscc), row(t('kind'), say(employerKindTexts, variant, employer.kind)), row(t('region'), place(employer.regionCode)),
            row(t('registeredAt'), chinaDay(employer.registeredAt)), row(t('status'), say(employerStatusTexts, variant, employer.status)),
            employer.refusalReason !== null && row(t('reason'), say(refusalReasonTexts, variant, employer.refusalReason)),
            employer.refusalNote !== null && row(t('note'), employer.refusalNote),
          ]}
        />
        {mayInvite && <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href('/members/invite')}>{t('invite')}</a></p>}
        {mayDecide && employer.status === 'registered' && (
          <>
            <h2 class="govuk-heading-m">{t('decideTitle')}</h2>
            <PostForm context={context} action={`/employers/${employer.id}/decide`}>
              <input type="hidden" name="version" value={String(employer.version)} />
              <Radios name="decision" fieldset={{ legend: t('decision') }} hint={t('decisionHint')} value={typed.decision ?? ''} {...formFaultAt(faults, 'decision')}
                items={[{ value: 'verify', content: t('verify') }, { value: 'refuse', content: t('refuse'), conditional: refusal }]} />
              <Button>{t('decide')}</Button>
            </PostForm>
          </>
        )}
        <h2 class="govuk-heading-m">{f('factsTitle')}</h2>
        <SummaryList rows={factRows(kit, employer)} />
        <FileSections {...sections} />
        <Merging {...sections} typed={other} faults={otherFaults} />
      </>
    ),
  };
}
