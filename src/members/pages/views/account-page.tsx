import { Button, Input, Mixed, NotificationBanner, Radios, SummaryList, WarningText, type PageView } from '../../../ui/index.js';
import type { LiveMembership } from '../../app/accounts.js';
import type { OwnAccount } from '../../app/own-account.command.js';
import { faultAt, Faulty, Form, Place, type Fault, type Kit } from './parts.js';

export type AccountState = {
  readonly own: OwnAccount;
  /** What the person may do, by which the ways on are chosen. */
  readonly permissions: ReadonlySet<string>;
  readonly done: 'saved' | 'accepted' | 'left' | null;
  readonly typed: { readonly displayName?: string; readonly code?: string };
  readonly faults: readonly Fault[];
};

/** Where work waits, for whoever may do it. */
const PLACES = [
  { needs: 'inbox.read', unless: '', path: '/inbox', text: 'inbox' },
  { needs: 'rights.own', unless: '', path: '/my-data', text: 'ownData' },
  // Whoever has a file of their own finds it with their data.
  { needs: 'files.read', unless: 'rights.own', path: '/files', text: 'files' },
  { needs: 'filings.write', unless: '', path: '/filings', text: 'filings' },
  { needs: 'reviews.read', unless: '', path: '/reviews', text: 'reviews' },
  { needs: 'employers.read', unless: '', path: '/employers', text: 'employers' },
  { needs: 'facts.read', unless: '', path: '/facts', text: 'facts' },
  { needs: 'conflicts.read', unless: '', path: '/conflicts', text: 'conflicts' },
  { needs: 'signals.read', unless: '', path: '/signals', text: 'signals' },
  { needs: 'determinations.read', unless: '', path: '/determinations', text: 'determinations' },
  { needs: 'notices.publish', unless: '', path: '/notices', text: 'notices' },
  { needs: 'assessments.read', unless: '', path: '/assessments', text: 'assessments' },
  { needs: 'relief.read', unless: '', path: '/relief-requests', text: 'relief' },
  { needs: 'tax.read', unless: '', path: '/tax', text: 'tax' },
  { needs: 'reconciliation.read', unless: '', path: '/reconciliation', text: 'reconciliation' },
  { needs: 'credit.read', unless: '', path: '/credit-records', text: 'credit' },
  { needs: 'leading.read', unless: '', path: '/leading', text: 'leading' },
  { needs: 'inspections.read', unless: '', path: '/inspections', text: 'inspections' },
  { needs: 'inspections.answer', unless: '', path: '/inspection-cases', text: 'inspections' },
  { needs: 'rights.answer', unless: '', path: '/rights-requests', text: 'rightsRequests' },
  { needs: 'retention.read', unless: '', path: '/retention', text: 'retention' },
  { needs: 'members.read', unless: '', path: '/members', text: 'title' },
] as const;

const DONE = { saved: 'accountSaved', accepted: 'accepted', left: 'left' } as const;

/** 我的账号 */
export function accountPage(kit: Kit, { own, permissions, done, typed, faults }: AccountState): PageView {
  const { t, context } = kit;
  const { account, memberships, contacts } = own;
  return {
    title: t('accountTitle'),
    noIndex: true,
    hasErrors: faults.length > 0,
    content: (
      <>
        <Faulty kit={kit} faults={faults} />
        {done !== null && <NotificationBanner type="success" text={t(DONE[done])} />}
        <h1 class="govuk-heading-l">{t('accountTitle')}</h1>
        <ul class="govuk-list">
          {PLACES.filter(({ needs, unless }) => permissions.has(needs) && !permissions.has(unless)).map(({ path, text }) => <li><a class="govuk-link zj-alone" href={context.href(path)}>{t(text)}</a></li>)}
        </ul>
        <h2 class="govuk-heading-m">{t('profile')}</h2>
        <Form context={context} action="/account">
          <Input name="displayName" label={t('displayName')} hint={t('ownNameHint')} value={typed.displayName ?? account.displayName} autocomplete="name" {...faultAt(faults, 'displayName')} class="govuk-input--width-20" />
          <Radios
            name="language"
            fieldset={{ legend: { content: t('language'), class: 'govuk-fieldset__legend--s' } }}
            value={account.language}
            items={[{ value: 'zh', content: '中文', label: { attributes: { lang: 'zh-CN' } } }, { value: 'en', content: 'English', label: { attributes: { lang: 'en' } } }]}
          />
          <Button>{t('accountSave')}</Button>
        </Form>
        <h2 class="govuk-heading-m">{t('contacts')}</h2>
        {contacts.length === 0 ? <p class="govuk-body">{t('noContacts')}</p> : (
          <SummaryList rows={contacts.map(({ kind, masked, verifiedAt }) => ({ key: t(kind), value: `${masked}${verifiedAt === null ? t('unverified') : ''}` }))} />
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
          <li><a class="govuk-link zj-alone" href={context.href('/account/authenticator')}>{t('authenticator')}</a></li>
          {memberships.length > 1 && <li><a class="govuk-link zj-alone" href={context.href('/account/role')}>{t('chooseRole')}</a></li>}
          <li><a class="govuk-link zj-alone" href={context.href('/display?from=%2Faccount')}>{t('display')}</a></li>
        </ul>
        <Form context={context} action="/sign-in/out"><Button class="govuk-button--secondary">{t('signOut')}</Button></Form>
      </>
    ),
  };
}

/** One role may be held in several places. */
const placeText = (kit: Kit, { role, organisationName, regionCode }: LiveMembership): string => [kit.role(role), organisationName, kit.place(regionCode)].filter((part) => part !== null).join(' · ');

const roleRow = (kit: Kit, held: LiveMembership) => ({
  key: kit.role(held.role),
  value: { content: <Place kit={kit} organisation={held.organisationName} region={held.regionCode} /> },
  actions: { items: [{ href: kit.context.href(`/account/memberships/${held.id}/leave`), content: <>{kit.t('leave')}<span class="govuk-visually-hidden"> <Mixed context={kit.context}>{placeText(kit, held)}</Mixed></span></> }] },
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
        <Faulty kit={kit} title={t('notDone')} faults={refusal === null ? [] : [{ field: 'leave', text: refusal }]} />
        <h1 class="govuk-heading-l">{t('leaveTitle', { role })}</h1>
        <p class="govuk-body"><Place kit={kit} organisation={held.organisationName} region={held.regionCode} /></p>
        <p class="govuk-body">{t('leaveText')}</p>
        {isLastClerk && <WarningText>{t('leaveLastClerk')}</WarningText>}
        <Form context={context} action={`/account/memberships/${held.id}/leave`}><Button id="leave" class="govuk-button--warning">{t('leaveYes')}</Button></Form>
        <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href('/account')}>{t('leaveBack')}</a></p>
      </>
    ),
  };
}
