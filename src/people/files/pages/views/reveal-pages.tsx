import { say } from '../../../../kernel/texts.js';
import { Button, Checkboxes, FormFaultSummary, formFaultAt, Input, Mixed, PostForm, Select, SummaryList, WarningText, type FormFault, type PageView } from '../../../../ui/index.js';
import { disabilityWords } from '../../../registry/index.js';
import type { Revealed } from '../../app/reveal-fields.command.js';
import { revealFields, revealPurposes, type RevealField } from '../../domain/reveal.js';
import { revealFieldTexts, revealPurposeTexts } from '../texts.js';
import type { Kit } from './kit.js';

export type RevealState = { readonly id: string; readonly fields: readonly RevealField[]; readonly chosen: readonly string[]; readonly purpose: string; readonly reason: string; readonly faults: readonly FormFault[] };

/** Asks what is needed and why. */
export function revealPage({ context, t }: Kit, { id, fields, chosen, purpose, reason, faults }: RevealState): PageView {
  return {
    title: t('revealTitle'),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: { href: context.href(`/files/${id}`), text: t('backToFile') },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        <h1 class="govuk-heading-l">{t('revealTitle')}</h1>
        <p class="govuk-body">{t('revealLead')}</p>
        <PostForm context={context} action={`/files/${id}/reveal`}>
          <Checkboxes
            name="fields"
            idPrefix="fields"
            fieldset={{ legend: t('fields') }}
            {...formFaultAt(faults, 'fields')}
            values={chosen}
            items={fields.map((field) => ({ value: field, name: `field_${field}`, content: say(revealFieldTexts, context.variant, field) }))}
          />
          <Select name="purpose" label={t('purpose')} value={purpose} {...formFaultAt(faults, 'purpose')} items={[{ value: '', text: '—' }, ...revealPurposes.map((one) => ({ value: one, text: say(revealPurposeTexts, context.variant, one) }))]} />
          <Input name="reason" label={t('reason')} hint={t('reasonHint')} value={reason} autocomplete="off" {...formFaultAt(faults, 'reason')} />
          <Button>{t('show')}</Button>
        </PostForm>
      </>
    ),
  };
}

/** The values, once, in the answer to the form: they stand in no address and in no history. */
export function revealedPage({ context, t }: Kit, id: string, values: Revealed): PageView {
  const shown = (field: RevealField): string => {
    if (field !== 'disability') return values[field] ?? t('nothing');
    return values.disability ? disabilityWords(context.variant, values.disability) : t('nothing');
  };
  return {
    title: t('revealedTitle'),
    noIndex: true,
    back: { href: context.href(`/files/${id}`), text: t('backToFile') },
    content: (
      <>
        <h1 class="govuk-heading-l">{t('revealedTitle')}</h1>
        <WarningText>{t('revealedText')}</WarningText>
        <SummaryList rows={revealFields.filter((field) => field in values).map((field) => ({ key: say(revealFieldTexts, context.variant, field), value: { content: <Mixed context={context}>{shown(field)}</Mixed> } }))} />
      </>
    ),
  };
}
