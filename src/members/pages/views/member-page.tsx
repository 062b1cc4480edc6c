import { Button, Mixed, NotificationBanner, SummaryList, type PageView } from '../../../ui/index.js';
import type { Guardian, Member, MemberRole } from '../../infra/member.repository.js';
import { Guardians, StatusLink, StatusNotes, type DeskDone } from './member-desk.js';
import { Faulty, Form, Place, type Kit } from './parts.js';

export type MemberState = { readonly member: Member; readonly done: 'granted' | 'revoked' | 'created' | null; readonly mayGrant: boolean; readonly mayIssueCode: boolean; readonly mayResetFactor: boolean; readonly maySuspend: boolean; readonly deskDone: DeskDone | null; /** Null where the caller appoints none for this member. */ readonly guardians: readonly Guardian[] | null };

const DONE_TEXT = { granted: 'grantedText', revoked: 'revokedText', created: 'createdText' } as const;

/** One member with the roles that the caller sees. */
export function memberPage(kit: Kit, { member, done, mayGrant, mayIssueCode, mayResetFactor, maySuspend, deskDone, guardians }: MemberState): PageView {
  const { t, context } = kit;
  return {
    // Without the name: titles stay in the history of a machine that several people use.
    title: t('memberPage'),
    noIndex: true,
    back: { href: context.href('/members') },
    content: (
      <>
        {done !== null && <NotificationBanner type="success" title={t(done)}><p class="govuk-body">{t(DONE_TEXT[done])}</p></NotificationBanner>}
        <h1 class="govuk-heading-l"><Mixed context={context}>{t('memberTitle', { name: member.displayName })}</Mixed></h1>
        <StatusNotes context={context} member={member} done={deskDone} />
        {member.roles.map((held) => (
          <section aria-labelledby={`role-${held.membershipId}`}>
            <h2 class="govuk-heading-m" id={`role-${held.membershipId}`}>{kit.role(held.role)}</h2>
            <SummaryList
              rows={[
                { key: t('place'), value: { content: <Place kit={kit} organisation={held.organisationName} region={held.regionCode} /> } },
                { key: t('until'), value: { content: held.validUntil ?? t('noEnd') } },
                ...(held.wardAccountId === null ? [] : [{ key: t('role'), value: { content: t('wardText') } }]),
              ]}
            />
            {mayGrant && <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(`/members/${member.accountId}/memberships/${held.membershipId}/revoke`)}>{t('revokeOf', { role: kit.role(held.role) })}</a></p>}
          </section>
        ))}
        {guardians !== null && <Guardians context={context} wardAccountId={member.accountId} guardians={guardians} />}
        {(mayGrant || mayIssueCode || mayResetFactor || maySuspend) && <ul class="govuk-list zj-list-plain">
          {mayGrant && <li><a class="govuk-link zj-alone" href={context.href(`/members/${member.accountId}/grant`)}>{t('grant')}</a></li>}
          {mayIssueCode && <li><a class="govuk-link zj-alone" href={context.href(`/office-code/${member.accountId}`)}>{t('officeCode')}</a></li>}
          {mayResetFactor && <li><a class="govuk-link zj-alone" href={context.href(`/second-factor-reset/${member.accountId}`)}>{t('resetFactor')}</a></li>}
          {maySuspend && <StatusLink context={context} member={member} />}
        </ul>}
      </>
    ),
  };
}

/** Asks once more before a role is taken. */
export function revokePage(kit: Kit, member: Member, held: MemberRole, refusal: string | null): PageView {
  const { t, context } = kit;
  const role = kit.role(held.role);
  const back = `/members/${member.accountId}`;
  return {
    title: t('revokeTitle', { role }),
    noIndex: true,
    hasErrors: refusal !== null,
    back: { href: context.href(back) },
    content: (
      <>
        <Faulty kit={kit} title={t('notDone')} faults={refusal === null ? [] : [{ field: 'revoke', text: refusal }]} />
        <h1 class="govuk-heading-l">{t('revokeTitle', { role })}</h1>
        <p class="govuk-body"><Place kit={kit} organisation={held.organisationName} region={held.regionCode} /></p>
        <p class="govuk-body"><Mixed context={context}>{t('revokeText', { name: member.displayName, role })}</Mixed></p>
        <Form context={context} action={`${back}/memberships/${held.membershipId}/revoke`}><Button id="revoke" class="govuk-button--warning">{t('revokeYes')}</Button></Form>
        <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(back)}>{t('back')}</a></p>
      </>
    ),
  };
}
