import { say } from '../../../../kernel/texts.js';
import { Button, FormFaultSummary, formFaultAt, Input, PlaceInput, PostForm, Select, type FormFault, type PageView } from '../../../../ui/index.js';
import { employerKinds } from '../../domain/employer-kinds.js';
import type { RegistrationForm } from '../forms.js';
import { employerKindTexts } from '../texts.js';
import type { Kit } from './kit.js';

/** 用人单位登记 */
export function registerPage({ context, t }: Kit, typed: RegistrationForm, faults: readonly FormFault[]): PageView {
  const field = (name: keyof RegistrationForm) => ({ name, value: typed[name] ?? '', ...formFaultAt(faults, name) });
  return {
    title: t('registerTitle'),
    hasErrors: faults.length > 0,
    content: (
      <>
        <FormFaultSummary context={context} title={t('faults')} faults={faults} />
        <h1 class="govuk-heading-l">{t('registerTitle')}</h1>
        <p class="govuk-body">{t('registerLead')}</p>
        <PostForm context={context} action="/register-employer">
          <Input {...field('uscc')} label={t('uscc')} hint={t('usccHint')} autocomplete="off" spellcheck={false} class="govuk-input--width-20" />
          <Input {...field('name')} label={t('name')} hint={t('nameHint')} autocomplete="organization" />
          <Select {...field('kind')} label={t('kind')} startsOpen items={employerKinds.map((kind) => ({ value: kind, text: say(employerKindTexts, context.variant, kind) }))} />
          <PlaceInput context={context} name="regionCode" value={typed.regionCode} faults={faults} label={t('regionLabel')} />
          <Input {...field('clerkName')} label={t('clerk')} hint={t('clerkHint')} autocomplete="name" class="govuk-input--width-20" />
          <Button>{t('register')}</Button>
        </PostForm>
      </>
    ),
  };
}

/** The code, this once. */
export function registeredPage({ context, t }: Kit, code: string, until: string): PageView {
  return {
    title: t('registeredTitle'),
    noIndex: true,
    content: (
      <>
        <h1 class="govuk-heading-l">{t('registeredTitle')}</h1>
        <p class="govuk-body">{t('registeredText', { until })}</p>
        <h2 class="govuk-heading-m">{t('code')}</h2>
        <p class="govuk-body-l"><strong>{code}</strong></p>
        <Button href={context.href(`/invitation?code=${encodeURIComponent(code)}`)}>{t('setPassword')}</Button>
      </>
    ),
  };
}
