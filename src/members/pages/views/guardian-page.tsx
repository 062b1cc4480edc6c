import { say } from '../../../kernel/texts.js';
import { Button, DayInput, FormFaultSummary, formFaultAt, Input, Mixed, PostForm, Radios, Select, type FormFault, type PageContext, type PageView } from '../../../ui/index.js';
import { guardianshipBases } from '../../domain/guardianship.js';
import type { Member } from '../../infra/member.repository.js';
import { basisHints, basisTexts, deskWords } from '../desk-texts.js';
import type { GuardianForm } from '../forms.js';

export type GuardianState = { readonly ward: Member; /** Guardians whom the caller sees already. */ readonly known: readonly Member[]; readonly typed: GuardianForm; readonly faults: readonly FormFault[] };

/** 登记监护人 */
export function guardianPage(context: PageContext, { ward, known, typed, faults }: GuardianState): PageView {
  const t = deskWords(context);
  const chinese = context.language === 'en' ? { attributes: { lang: 'zh-CN' } } : {};
  return {
    title: t('appoint'),
    noIndex: true,
    hasErrors: faults.length > 0,
    back: { href: context.href(`/members/${ward.accountId}`) },
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        <h1 class="govuk-heading-l"><Mixed context={context}>{t('appointTitle', { name: ward.displayName })}</Mixed></h1>
        <p class="govuk-body">{t('appointLead')}</p>
        <PostForm context={context} action={`/members/${ward.accountId}/guardian`}>
          <Select name="guardianAccountId" label={t('guardian')} hint={t('guardianHint')} value={typed.guardianAccountId ?? ''} {...formFaultAt(faults, 'guardianAccountId')}
            items={[{ value: '', text: t('newGuardian') }, ...known.map(({ accountId, displayName }) => ({ value: accountId, text: displayName, ...chinese }))]} />
          <Input name="guardianName" label={t('guardianName')} hint={t('guardianNameHint')} value={typed.guardianName ?? ''} autocomplete="off" class="govuk-input--width-20" {...formFaultAt(faults, 'guardianName')} {...chinese} />
          <Radios name="basis" fieldset={{ legend: t('basis') }} value={typed.basis ?? ''} {...formFaultAt(faults, 'basis')}
            items={guardianshipBases.map((one) => ({ value: one, content: say(basisTexts, context.variant, one), hint: say(basisHints, context.variant, one) }))} />
          <DayInput context={context} name="until" field="validUntil" legend={t('untilLabel')} hint={t('untilHint')} typed={typed} faults={faults} />
          <Button>{t('appointYes')}</Button>
        </PostForm>
      </>
    ),
  };
}
