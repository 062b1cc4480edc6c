import { Button, Mixed, NotificationBanner, WarningText, type PageContext, type PageView } from '../../../ui/index.js';
import type { AccountAct } from '../../domain/account-status.js';
import type { Member } from '../../infra/member.repository.js';
import { deskWords } from '../desk-texts.js';
import { Form } from './parts.js';

/** Asks once more before an account is stopped or given back. */
export function statusPage(context: PageContext, { accountId, displayName: name }: Member, act: AccountAct, refusal: string | null): PageView {
  const t = deskWords(context);
  const back = `/members/${accountId}`;
  return {
    // Without the name: titles stay in the history of a machine that several people use.
    title: t(act),
    noIndex: true,
    hasErrors: refusal !== null,
    back: { href: context.href(back) },
    content: (
      <>
        {refusal !== null && <NotificationBanner title={t('refused')}><p class="govuk-body">{refusal}</p></NotificationBanner>}
        <h1 class="govuk-heading-l"><Mixed context={context}>{t(act === 'suspend' ? 'suspendTitle' : 'restoreTitle', { name })}</Mixed></h1>
        {act === 'suspend' ? <WarningText><Mixed context={context}>{t('suspendText', { name })}</Mixed></WarningText> : <p class="govuk-body"><Mixed context={context}>{t('restoreText', { name })}</Mixed></p>}
        <Form context={context} action={`${back}/${act}`}><Button class={act === 'suspend' ? 'govuk-button--warning' : ''}>{t(act === 'suspend' ? 'suspendYes' : 'restoreYes')}</Button></Form>
        <p class="govuk-body"><a class="govuk-link zj-alone" href={context.href(back)}>{t('statusNo')}</a></p>
      </>
    ),
  };
}
