import { say } from '../../../kernel/texts.js';
import { Button, Mixed, NotificationBanner, Radios, type PageContext, type PageView } from '../../../ui/index.js';
import { lossReasons } from '../../domain/device-loss.js';
import type { Person } from '../../infra/people.js';
import type { Fault } from '../faults.js';
import { resetTexts } from '../texts/reset-texts.js';
import { faultAt, Faulty, Form } from './parts.js';

/** 重置验证器 */
export function resetSecondFactorPage(context: PageContext, { person, done, faults }: { readonly person: Person; readonly done: boolean; readonly faults: readonly Fault[] }): PageView {
  const t = (key: keyof typeof resetTexts.zh, params = {}): string => say(resetTexts, context.variant, key, params);
  return {
    title: t('title'), hasErrors: faults.length > 0, noIndex: true, back: { href: context.href(`/members/${person.id}`), text: t('back') },
    content: (
      <>
        <Faulty title={t('faults')} faults={faults} />
        {done && <NotificationBanner type="success" title={t('done')}><p class="govuk-body">{t('doneText')}</p></NotificationBanner>}
        <h1 class="govuk-heading-l">{t('title')}</h1>
        {!done && (
          <>
            <p class="govuk-body"><Mixed context={context}>{t('text', { name: person.displayName })}</Mixed></p>
            <p class="govuk-body">{t('check')}</p>
            <Form context={context} action={`/second-factor-reset/${person.id}`}>
              <Radios name="reason" fieldset={{ legend: { content: t('reason'), class: 'govuk-fieldset__legend--s' } }} items={lossReasons.map((value) => ({ value, content: t(value) }))} {...faultAt(faults, 'reason')} />
              <Button class="govuk-button--warning">{t('go')}</Button>
            </Form>
          </>
        )}
      </>
    ),
  };
}
