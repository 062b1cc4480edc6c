import { Button, Input, Mixed, NotificationBanner, Radios, SummaryList, WarningText, type PageView } from '../../../ui/index.js';
import type { LiveMembership } from '../../app/accounts.js';
import type { OwnAccount } from '../../app/own-account.command.js';
import { faultAt, Faulty, Form, Place, type Fault, type Kit } from './parts.js';

export type AccountState = {
  readonly own: OwnAccount;
  readonly done: 'saved' | 'accepted' | 'left' | null;
  readonly typed: { readonly displayName?: string; readonly code?: string };
  readonly faults: readonly Fault[];
};

const DONE = { saved: 'accountSaved', accepted: 'accepted', left: 'left' } as const;

/** 我的帐户 */
export function accountPage(kit: Kit, { own, done, typed, faults }: AccountState): PageView {
  const { t, context } = kit;
  const { account, memberships, contacts } = own;
  return {
    title: t('accountTitle'),
    noIndex: true,
    hasErrors: faults.length > 0,
    content: (
      <>
        <Faulty kit={kit} faults={faults} />
        {done !== null && <NotificationBanner type="success" title={t(DONE[done])} />}
        <h1 class="govuk-heading-l">{t('accountTitle')}</h1>
        <Form context={context} action="/account">
          <Input name="displayName" label={t('displayName')} hint={t('displayNameHint')} value={typed.displayName ?? account.displayName} autocomplete="name" {...faultAt(faults, 'displayName')} class="govuk-input--width-20" />
          <Radios
            name="language"
            fieldset={{ legend: { content: t('language'), class: 'govuk-fieldset__legend--s' } }}
            value={account.language}
            items={[{ value: 'zh', content: <span lang="zh-CN">中文</span> }, { value: 'en', content: <span lang="en">English</span> }]}
          />
          <Button>{t('accountSave')}</Button>
        </Form>
        <h2 class="govuk-heading-m">{t('contacts')}</h2>
        {contacts.length === 0 ? <p class="govuk-body">{t('noContacts')}</p> : (
          <ul class="govuk-list">{contacts.map(({ masked, verifiedAt }) => <li>{masked}{verifiedAt === null ? t('unverified') : ''}</li>)}</ul>
        )}
        <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href('/account/address')}>{t('changeContact')}</a></p>
        <h2 class="govuk-heading-m">{t('myRoles')}</h2>
        {memberships.length === 0 ? <p class="govuk-body">{t('noRoles')}</p> : <SummaryList rows={memberships.map((held) => roleRow(kit, held))} />}
        <h2 class="govuk-heading-m">{t('acceptTitle')}</h2>
        <Form context={context} action="/account/invitation">
          <Input name="code" label={t('acceptLabel')} value={typed.code ?? ''} autocomplete="one-time-code" spellcheck={false} {...faultAt(faults, 'code')} class="govuk-input--width-20" />
          <Button class="govuk-button--secondary">{t('accept')}</Button>
        </Form>
        <h2 class="govuk-heading-m">{t('links')}</h2>
        <ul class="govuk-list zj-list-plain">
          <li><a class="govuk-link zj-alone" href={context.href('/account/sessions')}>{t('sessions')}</a></li>
          <li><a class="govuk-link zj-alone" href={context.href('/account/password')}>{t('password')}</a></li>
          <li><a class="govuk-link zj-alone" href={context.href('/display?from=%2Faccount')}>{t('display')}</a></li>
        </ul>
      </>
    ),
  };
}

const roleRow = (kit: Kit, held: LiveMembership) => ({
  key: kit.role(held.role),
  value: { content: <Place kit={kit} organisation={held.organisationName} region={held.regionCode} /> },
  actions: { items: [{ href: kit.context.href(`/account/memberships/${held.id}/leave`), content: kit.t('leave'), visuallyHiddenText: kit.role(held.role) }] },
});

/** Asks once more before somebody leaves a role. */
export function leavePage(kit: Kit, { held, isLastClerk, refusal }: { readonly held: LiveMembership; readonly isLastClerk: boolean; readonly refusal: string | null }): PageView {
  const { t, context } = kit;
  const role = kit.role(held.role);
  return {
    title: t('leaveTitle', { role }),
    noIndex: true,
    hasErrors: refusal !== null,
    back: { href: context.href('/account') },
    content: (
      <>
        {refusal !== null && <NotificationBanner title={t('faults')}><p class="govuk-body"><Mixed context={context}>{refusal}</Mixed></p></NotificationBanner>}
        <h1 class="govuk-heading-l">{t('leaveTitle', { role })}</h1>
        <p class="govuk-body">{t('leaveText')}</p>
        {isLastClerk && <WarningText>{t('leaveLastClerk')}</WarningText>}
        <Form context={context} action={`/account/memberships/${held.id}/leave`}><Button class="govuk-button--warning">{t('leaveYes')}</Button></Form>
        <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href('/account')}>{t('leaveBack')}</a></p>
      </>
    ),
  };
}
