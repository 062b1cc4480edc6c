import type { VNode } from 'preact';
import { chinaDay } from '../../../../kernel/clock.js';
import { say } from '../../../../kernel/texts.js';
import { Button, formFaultAt, Input, InsetText, Mixed, PostForm, SummaryList, type FormFault, type SummaryRow } from '../../../../ui/index.js';
import type { EmployerFile } from '../../app/read-employer-file.query.js';
import { contactRoleTexts, establishmentLevelTexts } from '../file-texts.js';
import type { Kit } from './kit.js';

export type FileRights = { readonly mayCorrect: boolean; readonly mayKeep: boolean; readonly mayMerge: boolean };
export type SectionProps = { readonly kit: Kit; readonly file: EmployerFile; readonly rights: FileRights };

/** What the file says, each fact with a word where it is not known. */
export function factRows({ context, f, place }: Kit, file: EmployerFile): readonly (SummaryRow | false)[] {
  const row = (key: string, value: string): SummaryRow => ({ key, value: { content: <Mixed context={context}>{value}</Mixed> } });
  const yes = (value: boolean | null): string => (value === null ? f('unknown') : f(value ? 'yes' : 'no'));
  const isPublic = file.kind === 'organ' || file.kind === 'institution';
  return [
    row(f('levyLiable'), f(file.levyLiable ? 'liable' : 'notLiable')), row(f('registeredOn'), file.registeredOn ?? f('unknown')),
    row(f('taxRegion'), file.taxRegionCode === null ? f('unknown') : place(file.taxRegionCode)), row(f('industry'), file.industry ?? f('unknown')),
    !isPublic && row(f('stateOwned'), yes(file.stateOwned)),
    isPublic && row(f('establishmentSize'), file.establishmentSize === null ? f('unknown') : String(file.establishmentSize)),
    isPublic && row(f('establishmentLevel'), file.establishmentLevel === null ? f('unknown') : say(establishmentLevelTexts, context.variant, file.establishmentLevel)),
    file.kind === 'institution' && row(f('isSchool'), yes(file.isSchool)),
    row(f('source'), file.asOf === null ? f(file.source === 'officer' ? 'sourceOfficer' : 'sourceRegistration') : f('sourceTax', { day: chinaDay(file.asOf) })),
  ];
}

/** A file that goes on elsewhere says so first. */
export function MergedNotice({ kit: { context, f }, file }: Pick<SectionProps, 'kit' | 'file'>): VNode | null {
  if (file.mergedInto === null) return null;
  return (
    <InsetText>
      <p class="govuk-body"><strong>{f('mergedInto')}</strong></p>
      <p class="govuk-body">{f('mergedIntoText')}</p>
      <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(`/employers/${file.mergedInto}`)}>{f('mergedIntoLink')}</a></p>
    </InsetText>
  );
}

/** Contacts, branches and the ways to the other parts of the file. */
export function FileSections({ kit, file, rights }: SectionProps): VNode {
  const { context, f, place } = kit;
  const open = file.mergedInto === null;
  const link = (path: string, text: string): VNode => <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(`/employers/${file.id}/${path}`)}>{text}</a></p>;
  const line = (key: string, value: string): SummaryRow => ({ key: { content: <Mixed context={context}>{key}</Mixed> }, value: { content: <Mixed context={context}>{value}</Mixed> } });
  return (
    <>
      {rights.mayCorrect && open && link('correct', f('correct'))}
      {link('headcounts', f('headcounts'))}
      {link('history', f('history'))}
      <h2 class="govuk-heading-m">{f('contacts')}</h2>
      {file.contacts.length === 0 ? <p class="govuk-body">{f('none')}</p>
        : <SummaryList rows={file.contacts.map(({ role, name, phone }) => line(say(contactRoleTexts, context.variant, role), [name, phone].filter((part) => part !== null).join(' · ')))} />}
      {rights.mayKeep && open && link('contacts', f('keepContacts'))}
      <h2 class="govuk-heading-m">{f('branches')}</h2>
      {file.branches.length === 0 ? <p class="govuk-body">{f('none')}</p>
        : <SummaryList rows={file.branches.map(({ name, uscc, regionCode, closedOn }) => line(name, [uscc, place(regionCode), closedOn === null ? f('open') : f('closedSince', { day: closedOn })].filter((part) => part !== null).join(' · ')))} />}
      {rights.mayKeep && open && link('branches', f('keepBranches'))}
    </>
  );
}

export type MergingProps = SectionProps & { readonly typed: string; readonly faults: readonly FormFault[] };

/** What was merged into this one, and a word for whoever knows of another. */
export function Merging({ kit: { context, f }, file, rights, typed, faults }: MergingProps): VNode | null {
  if (file.merged.length === 0 && !(rights.mayMerge && file.mergedInto === null)) return null;
  return (
    <>
      {file.merged.length > 0 && <h2 class="govuk-heading-m">{f('merged')}</h2>}
      {file.merged.map(({ id, name, uscc, mergeId, mergedAt }) => (
        <>
          <p class="govuk-body">
            <a class="govuk-link zj-alone" href={context.href(`/employers/${id}`)}><Mixed context={context}>{`${name}（${uscc}）`}</Mixed></a>{f('mergedAt', { day: chinaDay(mergedAt) })}
          </p>
          {rights.mayMerge && (
            <PostForm context={context} action={`/employer-merges/${mergeId}/undo`}>
              <Button class="govuk-button--secondary">{f('undo')}<span class="govuk-visually-hidden">{' '}<Mixed context={context}>{name}</Mixed></span></Button>
            </PostForm>
          )}
        </>
      ))}
      {rights.mayMerge && file.mergedInto === null && file.status === 'verified' && (
        <>
          <h2 class="govuk-heading-m">{f('sameAs')}</h2>
          <PostForm context={context} action={`/employers/${file.id}/duplicates`}>
            <Input name="uscc" label={f('otherUscc')} hint={f('otherHint')} value={typed} autocomplete="off" spellcheck={false} class="govuk-input--width-20" {...formFaultAt(faults, 'uscc')} />
            <Button class="govuk-button--secondary">{f('propose')}</Button>
          </PostForm>
        </>
      )}
    </>
  );
}
