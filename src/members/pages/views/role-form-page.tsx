import type { RoleName } from '../../../platform/access/index.js';
import { Button, Input, Mixed, Select, type PageView } from '../../../ui/index.js';
import type { Organisation } from '../../infra/organisation.repository.js';
import type { Typed } from '../read-role-form.js';
import { faultAt, Faulty, Form, type Fault, type Kit } from './parts.js';

export type RoleFormState = {
  readonly mode: 'invite' | 'create' | { readonly grantTo: { readonly accountId: string; readonly displayName: string } };
  readonly typed: Typed;
  readonly faults: readonly Fault[];
  readonly roles: readonly RoleName[];
  readonly organisations: readonly Organisation[];
};

/** One form for inviting, registering at the counter and giving another role. */
export function roleFormPage(kit: Kit, { mode, typed, faults, roles, organisations }: RoleFormState): PageView {
  const { t, context } = kit;
  const grantTo = typeof mode === 'string' ? null : mode.grantTo;
  const action = grantTo !== null ? `/members/${grantTo.accountId}/grant` : mode === 'invite' ? '/members/invite' : '/members/new';
  const heading = grantTo !== null ? t('grantTitle', { name: grantTo.displayName }) : t(mode === 'invite' ? 'inviteTitle' : 'createTitle');
  const chinese = context.language === 'en' ? { attributes: { lang: 'zh-CN' } } : {};
  return {
    // Without the name, as on the page of the member.
    title: grantTo !== null ? t('grantPage') : heading,
    noIndex: true,
    hasErrors: faults.length > 0,
    back: { href: context.href(grantTo === null ? '/members' : `/members/${grantTo.accountId}`) },
    content: (
      <>
        <Faulty kit={kit} faults={faults} />
        <h1 class="govuk-heading-l"><Mixed context={context}>{heading}</Mixed></h1>
        {grantTo === null && <p class="govuk-body">{t(mode === 'invite' ? 'inviteLead' : 'createLead')}</p>}
        {roles.length === 0 ? <p class="govuk-body">{t('nothingToGive')}</p> : (
          <Form context={context} action={action}>
            {grantTo === null && <Input name="displayName" label={t('displayName')} hint={t('displayNameHint')} value={typed.displayName} autocomplete="off" {...faultAt(faults, 'displayName')} class="govuk-input--width-20" {...chinese} />}
            <Select name="role" label={t('roleLabel')} hint={t('roleHint')} value={typed.role} {...faultAt(faults, 'role')} items={[{ value: '', text: t('choose') }, ...roles.map((role) => ({ value: role, text: kit.role(role) }))]} />
            <Select name="organisationId" label={t('organisation')} hint={t('organisationHint')} value={typed.organisationId} {...faultAt(faults, 'organisationId')} items={[{ value: '', text: t('organisationNone') }, ...organisations.map(({ id, name }) => ({ value: id, text: name, ...chinese }))]} />
            <Input name="regionCode" label={t('region')} hint={t('regionHint')} value={typed.regionCode} inputmode="numeric" autocomplete="off" {...faultAt(faults, 'regionCode')} class="govuk-input--width-20" />
            {mode === 'create' && <Input name="contact" label={t('contact')} hint={t('contactHint')} value={typed.contact} autocomplete="off" {...faultAt(faults, 'contact')} class="govuk-input--width-20" />}
            <Button>{t(grantTo !== null ? 'give' : mode === 'invite' ? 'send' : 'save')}</Button>
          </Form>
        )}
      </>
    ),
  };
}

export type InvitedState = { readonly displayName: string; readonly code: string; readonly link: string; readonly until: string };

/** The code, this once. */
export function invitedPage(kit: Kit, { displayName, code, link, until }: InvitedState): PageView {
  const { t, context } = kit;
  return {
    title: t('invitedTitle'),
    noIndex: true,
    back: { href: context.href('/members') },
    content: (
      <>
        <h1 class="govuk-heading-l">{t('invitedTitle')}</h1>
        <p class="govuk-body"><Mixed context={context}>{t('invitedText', { name: displayName, until })}</Mixed></p>
        <h2 class="govuk-heading-m">{t('code')}</h2>
        <p class="govuk-body"><code class="zj-key">{code}</code></p>
        <h2 class="govuk-heading-m">{t('link')}</h2>
        <p class="govuk-body"><code class="zj-address">{link}</code></p>
      </>
    ),
  };
}
