import { say } from '../../../../kernel/texts.js';
import { Button, FormFaultSummary, formFaultAt, Input, PostForm, Select, type FormFault, type PageView } from '../../../../ui/index.js';
import { revealPurposes } from '../../domain/reveal.js';
import type { ExportForm } from '../forms.js';
import { revealPurposeTexts } from '../texts.js';
import type { Kit } from './kit.js';

/** 导出名单 */
export function exportPage({ context, t }: Kit, typed: ExportForm, faults: readonly FormFault[]): PageView {
  return {
    title: t('exportTitle'),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: { href: context.href('/files'), text: t('backToFiles') },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        <h1 class="govuk-heading-l">{t('exportTitle')}</h1>
        <p class="govuk-body">{t('exportLead')}</p>
        <PostForm context={context} action="/export-files">
          <Select name="purpose" label={t('purpose')} value={typed.purpose ?? ''} {...formFaultAt(faults, 'purpose')} items={[{ value: '', text: '—' }, ...revealPurposes.map((one) => ({ value: one, text: say(revealPurposeTexts, context.variant, one) }))]} />
          <Input name="reason" label={t('reason')} hint={t('reasonHint')} value={typed.reason ?? ''} autocomplete="off" {...formFaultAt(faults, 'reason')} />
          <Button>{t('export')}</Button>
        </PostForm>
      </>
    ),
  };
}
