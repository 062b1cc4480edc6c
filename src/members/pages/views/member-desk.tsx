import type { VNode } from 'preact';
import { say } from '../../../kernel/texts.js';
import { InsetText, Mixed, NotificationBanner, SummaryList, type PageContext } from '../../../ui/index.js';
import type { Guardian, Member } from '../../infra/member.repository.js';
import { basisTexts, deskWords } from '../desk-texts.js';

export const deskDones = ['suspended', 'restored', 'appointed'] as const;
export type DeskDone = (typeof deskDones)[number];

/** That an account is stopped, and what was just done about it or about a guardian. */
export function StatusNotes({ context, member, done }: { readonly context: PageContext; readonly member: Member; readonly done: DeskDone | null }): VNode {
  const t = deskWords(context);
  return (
    <>
      {done !== null && <NotificationBanner type="success" text={t(done)} />}
      {member.status === 'suspended' && <InsetText>{t('isSuspended')}</InsetText>}
    </>
  );
}

/** Who acts for a jobseeker, each with a way to end it. */
export function Guardians({ context, wardAccountId, guardians }: { readonly context: PageContext; readonly wardAccountId: string; readonly guardians: readonly Guardian[] }): VNode {
  const t = deskWords(context);
  const rowOf = ({ accountId, displayName, membershipId, basis, validUntil }: Guardian) => ({
    key: { content: <Mixed context={context}>{displayName}</Mixed> },
    value: t('guardianFacts', { basis: basis === null ? t('unknownBasis') : say(basisTexts, context.variant, basis), until: validUntil ?? t('noEnd') }),
    actions: { items: [{ href: context.href(`/members/${accountId}/memberships/${membershipId}/revoke`), content: <Mixed context={context}>{t('endOf', { name: displayName })}</Mixed> }] },
  });
  return (
    <>
      <h2 class="govuk-heading-m">{t('guardians')}</h2>
      {guardians.length === 0 ? <p class="govuk-body">{t('noGuardians')}</p> : <SummaryList rows={guardians.map(rowOf)} />}
      <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(`/members/${wardAccountId}/guardian`)}>{t('appoint')}</a></p>
    </>
  );
}

/** The way to the page that asks once more. */
export function StatusLink({ context, member }: { readonly context: PageContext; readonly member: Member }): VNode | null {
  const t = deskWords(context);
  const act = member.status === 'active' ? 'suspend' : 'restore';
  return member.status === 'closed' ? null : <li><a class="govuk-link zj-alone" href={context.href(`/members/${member.accountId}/${act}`)}>{t(act)}</a></li>;
}
