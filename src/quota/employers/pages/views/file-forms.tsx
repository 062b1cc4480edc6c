import { say } from '../../../../kernel/texts.js';
import { Button, DayInput, FormFaultSummary, formFaultAt, Input, langOfTyped, Mixed, NotificationBanner, PlaceInput, PostForm, Select, SummaryList, type FormFault, type PageView } from '../../../../ui/index.js';
import type { EmployerFile } from '../../app/read-employer-file.query.js';
import { contactRoles } from '../../domain/contact-roles.js';
import { establishmentLevels } from '../../domain/employer-facts.js';
import { employerKinds } from '../../domain/employer-kinds.js';
import { contactRoleTexts, establishmentLevelTexts, type FileText } from '../file-texts.js';
import type { BranchForm, ClosingForm, ContactForm, FactsForm } from '../forms.js';
import { employerKindTexts } from '../texts.js';
import { fileTitle, type Kit } from './kit.js';

export type FormState<F> = { readonly file: EmployerFile; readonly typed: F; readonly faults: readonly FormFault[]; readonly saved: boolean };

const backTo = ({ context }: Kit, { id }: EmployerFile) => ({ href: context.href(`/employers/${id}`) });

/** 更正档案 */
export function correctPage(kit: Kit, { file, typed, faults }: FormState<FactsForm>): PageView {
  const { context, f } = kit;
  const field = (name: keyof FactsForm) => ({ name, value: typed[name] ?? '', ...formFaultAt(faults, name) });
  const yesNo = [{ value: '', text: f('choose') }, { value: 'yes', text: f('yes') }, { value: 'no', text: f('no') }];
  const title = f('correctTitle', { name: file.name });
  return {
    title: fileTitle(kit, file, 'correct'),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: backTo(kit, file),
    content: (
      <>
        <FormFaultSummary context={context} title={f('faults')} faults={faults} />
        <h1 class="govuk-heading-l"><Mixed context={context}>{title}</Mixed></h1>
        <p class="govuk-body">{f('correctLead')}</p>
        <PostForm context={context} action={`/employers/${file.id}/correct`}>
          <input type="hidden" name="version" value={typed.version ?? String(file.version)} />
          <Input {...field('name')} label={f('name')} autocomplete="off" {...langOfTyped(context, typed.name ?? '')} />
          <Select {...field('kind')} label={f('kind')} items={employerKinds.map((kind) => ({ value: kind, text: say(employerKindTexts, context.variant, kind) }))} />
          <DayInput context={context} name="registeredOn" field="registeredOn" legend={f('registeredOn')} hint={f('asOfHint')} typed={typed} faults={faults} />
          <PlaceInput context={context} name="taxRegionCode" value={typed.taxRegionCode} faults={faults} label={f('taxRegion')} optional />
          <Input {...field('industry')} label={f('industry')} hint={f('industryHint')} autocomplete="off" class="govuk-input--width-10" />
          <Select {...field('stateOwned')} label={f('stateOwned')} items={yesNo} />
          <Input {...field('establishmentSize')} label={f('establishmentSize')} hint={f('establishmentHint')} inputmode="numeric" autocomplete="off" class="govuk-input--width-10" />
          <Select {...field('establishmentLevel')} label={f('establishmentLevel')} hint={f('establishmentHint')} items={[{ value: '', text: f('choose') }, ...establishmentLevels.map((level) => ({ value: level, text: say(establishmentLevelTexts, context.variant, level) }))]} />
          <Select {...field('isSchool')} label={f('isSchool')} items={yesNo} />
          <DayInput context={context} name="effectiveOn" field="effectiveOn" legend={f('effectiveOn')} hint={f('effectiveHint')} typed={typed} faults={faults} />
          <Button>{f('save')}</Button>
        </PostForm>
      </>
    ),
  };
}

/** 联系人 */
export function contactsPage(kit: Kit, { file, typed, faults, saved }: FormState<ContactForm>): PageView {
  const { context, f } = kit;
  const field = (name: keyof ContactForm) => ({ name, value: typed[name] ?? '', ...formFaultAt(faults, name) });
  const roleName = (role: (typeof contactRoles)[number]): string => say(contactRoleTexts, context.variant, role);
  return {
    title: fileTitle(kit, file, 'contacts'),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: backTo(kit, file),
    content: (
      <>
        <FormFaultSummary context={context} title={f('faults')} faults={faults} />
        {saved && <NotificationBanner type="success" text={f('saved')} />}
        <span class="govuk-caption-l"><Mixed context={context}>{file.name}</Mixed></span>
        <h1 class="govuk-heading-l">{f('contacts')}</h1>
        <p class="govuk-body">{f('contactsLead')}</p>
        {file.contacts.map(({ role, name, phone }) => (
          <>
            <SummaryList rows={[{ key: roleName(role), value: { content: <Mixed context={context}>{[name, phone].filter((part) => part !== null).join(' · ')}</Mixed> } }]} />
            <PostForm context={context} action={`/employers/${file.id}/contacts/remove`}>
              <input type="hidden" name="role" value={role} />
              <Button class="govuk-button--secondary">{f('removeOf', { role: roleName(role) })}</Button>
            </PostForm>
          </>
        ))}
        <h2 class="govuk-heading-m">{f('keepContacts')}</h2>
        <p class="govuk-body">{f('contactHint')}</p>
        <PostForm context={context} action={`/employers/${file.id}/contacts`}>
          <Select {...field('role')} label={f('contactRole')} startsOpen items={contactRoles.map((role) => ({ value: role, text: roleName(role) }))} />
          <Input {...field('name')} label={f('contactName')} autocomplete="off" class="govuk-input--width-20" {...langOfTyped(context, typed.name ?? '')} />
          <Input {...field('phone')} label={f('contactPhone')} type="tel" autocomplete="off" class="govuk-input--width-20" />
          <Button>{f('save')}</Button>
        </PostForm>
      </>
    ),
  };
}

export type BranchesState = FormState<BranchForm> & { readonly closing: ClosingForm & { readonly branchId: string | null; readonly faults: readonly FormFault[] } };

/** 分支机构 */
export function branchesPage(kit: Kit, { file, typed, faults, saved, closing }: BranchesState): PageView {
  const { context, f, place } = kit;
  const field = (name: keyof BranchForm) => ({ name, value: typed[name] ?? '', ...formFaultAt(faults, name) });
  const all = [...faults, ...closing.faults];
  const row = (key: FileText, value: string) => ({ key: f(key), value: { content: <Mixed context={context}>{value}</Mixed> } });
  return {
    title: fileTitle(kit, file, 'branches'),
    noIndex: true,
    hasErrors: all.length > 0,
    back: backTo(kit, file),
    content: (
      <>
        <FormFaultSummary context={context} title={f('faults')} faults={all} />
        {saved && <NotificationBanner type="success" text={f('saved')} />}
        <span class="govuk-caption-l"><Mixed context={context}>{file.name}</Mixed></span>
        <h1 class="govuk-heading-l">{f('branches')}</h1>
        {file.branches.length === 0 && <p class="govuk-body">{f('none')}</p>}
        {file.branches.map(({ id, name, uscc, regionCode, openedOn, closedOn }) => {
          const mine = closing.branchId === id;
          return (
            <section>
              <h2 class="govuk-heading-m"><Mixed context={context}>{name}</Mixed></h2>
              <SummaryList rows={[uscc !== null && row('uscc', uscc), row('region', place(regionCode)), openedOn !== null && row('openedOn', openedOn), row('state', closedOn === null ? f('open') : f('closedSince', { day: closedOn }))]} />
              {closedOn === null && (
                <PostForm context={context} action={`/employers/${file.id}/branches/${id}/close`}>
                  <DayInput context={context} name="closedOn" field={mine ? 'closedOn' : `closedOn-${id}`} legend={f('closedOn')} hint={f('effectiveHint')} typed={mine ? closing : {}} faults={mine ? closing.faults : []} />
                  <Button class="govuk-button--secondary"><Mixed context={context}>{f('closeOf', { name })}</Mixed></Button>
                </PostForm>
              )}
            </section>
          );
        })}
        <h2 class="govuk-heading-m">{f('keepBranches')}</h2>
        <PostForm context={context} action={`/employers/${file.id}/branches`}>
          <Input {...field('name')} label={f('branchName')} autocomplete="off" {...langOfTyped(context, typed.name ?? '')} />
          <Input {...field('uscc')} label={f('branchUscc')} hint={f('branchUsccHint')} autocomplete="off" spellcheck={false} class="govuk-input--width-20" />
          <PlaceInput context={context} name="regionCode" value={typed.regionCode} faults={faults} label={f('branchRegion')} />
          <DayInput context={context} name="openedOn" field="openedOn" legend={f('openedOnLabel')} hint={f('asOfHint')} typed={typed} faults={faults} />
          <Button>{f('add')}</Button>
        </PostForm>
      </>
    ),
  };
}
