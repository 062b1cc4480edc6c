import { chinaDay } from '../../../../kernel/clock.js';
import { Button, FilterForm, formFaultAt, FormFaultSummary, Input, Mixed, NotificationBanner, PostForm, SummaryList, Table, TableRegion, type FormFault, type PageView } from '../../../../ui/index.js';
import type { ListPage } from '../../../../platform/http/index.js';
import { say } from '../../../../kernel/texts.js';
import type { EmployerFile } from '../../app/read-employer-file.query.js';
import { contactRoles } from '../../domain/contact-roles.js';
import { establishmentLevels, factFields } from '../../domain/employer-facts.js';
import { employerKinds } from '../../domain/employer-kinds.js';
import type { HistoryEntry } from '../../infra/employer-file.repository.js';
import { contactRoleTexts, establishmentLevelTexts } from '../file-texts.js';
import { staffFields, type HeadcountsForm } from '../forms.js';
import { employerKindTexts } from '../texts.js';
import { MergedNotice } from './file-sections.js';
import { fileTitle, type Kit } from './kit.js';

export type HeadcountsState = { readonly file: EmployerFile; readonly year: string; /** As it was asked for. */ readonly asked: string; readonly typed: HeadcountsForm; readonly faults: readonly FormFault[]; readonly saved: boolean; readonly mayKeep: boolean };

/** 各月职工人数 */
export function headcountsPage(kit: Kit, { file, year, asked, typed, faults, saved, mayKeep }: HeadcountsState): PageView {
  const { context, f } = kit;
  return {
    title: fileTitle(kit, file, 'headcounts'),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: { href: context.href(`/employers/${file.id}`) },
    content: (
      <>
        <FormFaultSummary context={context} title={f('faults')} faults={faults} />
        {saved && <NotificationBanner type="success" text={f('saved')} />}
        <span class="govuk-caption-l"><Mixed context={context}>{file.name}</Mixed></span>
        <h1 class="govuk-heading-l">{f('headcounts')}</h1>
        <MergedNotice kit={kit} file={file} />
        <FilterForm action={context.href(`/employers/${file.id}/headcounts`)} show={f('show')}>
          <Input name="year" label={f('year')} value={asked} inputmode="numeric" autocomplete="off" class="govuk-input--width-4" {...formFaultAt(faults, 'year')} />
        </FilterForm>
        <h2 class="govuk-heading-m">{f('yearOf', { year })}</h2>
        {mayKeep && file.mergedInto === null ? (
          <>
            <p class="govuk-body">{f('headcountsLead')}</p>
            <PostForm context={context} action={`/employers/${file.id}/headcounts`}>
              <input type="hidden" name="year" value={year} />
              <div class="zj-months">{staffFields.map((name, at) => <Input name={name} label={f('month', { month: at + 1 })} value={typed[name] ?? ''} inputmode="numeric" autocomplete="off" {...formFaultAt(faults, name)} />)}</div>
              <Button name="declare">{f('declare')}</Button>
            </PostForm>
          </>
        ) : <SummaryList rows={staffFields.map((name, at) => ({ key: f('month', { month: at + 1 }), value: (typed[name] ?? '') === '' ? f('unknown') : (typed[name] ?? '') }))} />}
      </>
    ),
  };
}

const FACT_KEYS = { name: 'name', kind: 'kind', registeredOn: 'registeredOn', taxRegionCode: 'taxRegion', industry: 'industry', stateOwned: 'stateOwned', establishmentSize: 'establishmentSize', establishmentLevel: 'establishmentLevel', isSchool: 'isSchool' } as const;

function fieldName({ f }: Kit, field: string): string {
  const fact = factFields.find((one) => one === field);
  if (fact !== undefined) return f(FACT_KEYS[fact]);
  if (field.startsWith('headcount.')) return f('fieldHeadcount', { month: field.slice('headcount.'.length) });
  return f(field === 'branch' ? 'fieldBranch' : 'fieldContact');
}

/** A value of the history in the reader's language. */
function valueText({ context, f, place }: Kit, field: string, value: string | null): string {
  if (value === null) return f('empty');
  const kind = employerKinds.find((one) => one === value);
  if (field === 'kind' && kind !== undefined) return say(employerKindTexts, context.variant, kind);
  const level = establishmentLevels.find((one) => one === value);
  if (field === 'establishmentLevel' && level !== undefined) return say(establishmentLevelTexts, context.variant, level);
  const role = contactRoles.find((one) => one === value);
  if (field === 'contact' && role !== undefined) return say(contactRoleTexts, context.variant, role);
  if (field === 'stateOwned' || field === 'isSchool') return f(value === 'true' ? 'yes' : 'no');
  return field === 'taxRegionCode' ? place(value) : value;
}

/** 变更记录 */
export function historyPage(kit: Kit, file: EmployerFile, page: ListPage<HistoryEntry>): PageView {
  const { context, f } = kit;
  const mixed = (text: string) => <Mixed context={context}>{text}</Mixed>;
  const next = page.next === null ? null : `/employers/${file.id}/history?${new URLSearchParams({ after: page.next }).toString()}`;
  return {
    title: fileTitle(kit, file, 'history'),
    noIndex: true,
    back: { href: context.href(`/employers/${file.id}`) },
    content: (
      <>
        <span class="govuk-caption-l"><Mixed context={context}>{file.name}</Mixed></span>
        <h1 class="govuk-heading-l">{f('history')}</h1>
        {page.items.length === 0 ? <p class="govuk-body">{f('historyNone')}</p> : (
          <TableRegion label={f('history')}>
            <Table caption={f('history')} captionClass="govuk-visually-hidden" head={[f('changed'), f('before'), f('after'), f('since'), f('recorded'), f('by')]} firstCellIsHeader
              rows={page.items.map(({ field, before, after, effectiveOn, recordedAt, recordedBy, importId }) => [
                fieldName(kit, field), mixed(valueText(kit, field, before)), mixed(valueText(kit, field, after)), effectiveOn, chinaDay(recordedAt), mixed(importId === null ? (recordedBy ?? f('unknown')) : f('byImport', { id: importId })),
              ].map((content) => ({ content })))} />
          </TableRegion>
        )}
        {next !== null && <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(next)} rel="next">{f('older')}</a></p>}
      </>
    ),
  };
}
